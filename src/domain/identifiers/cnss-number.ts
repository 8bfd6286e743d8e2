/** True for the form of a CNSS registration number: 9 digits, as form 610-1-02 prints them. */
export function isCnssNumber(text: string): boolean {
  return /^[0-9]{9}$/.test(text);
}
