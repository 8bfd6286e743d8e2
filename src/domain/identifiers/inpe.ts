/** True for the form of an INPE: 9 digits, given by ANAM. No checksum of it is published. */
export function isInpe(text: string): boolean {
  return /^[0-9]{9}$/.test(text);
}
