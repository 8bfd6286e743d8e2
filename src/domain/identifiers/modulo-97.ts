/** A decimal number of any length modulo 97, a chunk at a time so that it stays exact. */
export function modulo97(digits: string): number {
  let remainder = 0;
  for (let at = 0; at < digits.length; at += CHUNK) {
    remainder = Number(`${remainder}${digits.slice(at, at + CHUNK)}`) % 97;
  }
  return remainder;
}

/** Two digits of remainder and twelve more stay far below 2^53. */
const CHUNK = 12;
