/** The number of a national identity card as it is stored: capitals, no blanks. */
export function normalizeCnie(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/** True for one or two letters and four to seven digits, as normalized. */
export function isCnie(text: string): boolean {
  return /^[A-Z]{1,2}[0-9]{4,7}$/.test(text);
}
