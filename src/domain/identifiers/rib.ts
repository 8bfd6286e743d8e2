import { modulo97 } from './modulo-97.ts';

/** True for a RIB: 24 digits (bank 3, town 3, account 16, key 2), the whole modulo 97 being 0. */
export function isRib(text: string): boolean {
  return /^[0-9]{24}$/.test(text) && modulo97(text) === 0;
}

/** The two digits of key for the 22 before it; undefined when they are not 22 digits. */
export function ribKey(withoutKey: string): string | undefined {
  if (!/^[0-9]{22}$/.test(withoutKey)) return undefined;
  return String(97 - modulo97(`${withoutKey}00`)).padStart(2, '0');
}

/** The Moroccan IBAN (28 characters) of a RIB; undefined when the RIB is not valid. */
export function ribToIban(rib: string): string | undefined {
  if (!isRib(rib)) return undefined;
  const check = 98 - modulo97(`${rib}${MA_IN_DIGITS}00`);
  return `MA${String(check).padStart(2, '0')}${rib}`;
}

/** True for "MA", two check digits and a RIB, as ISO 7064 (modulo 97 is 1) asks. */
export function isMoroccanIban(text: string): boolean {
  if (!/^MA[0-9]{26}$/.test(text)) return false;
  const [check, rib] = [text.slice(2, 4), text.slice(4)];
  return isRib(rib) && modulo97(`${rib}${MA_IN_DIGITS}${check}`) === 1;
}

/** ISO 13616 counts letters from A = 10. */
const MA_IN_DIGITS = '2210';
