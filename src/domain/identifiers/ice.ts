import { modulo97 } from './modulo-97.ts';

/** True for an ICE: 15 digits (enterprise 9, establishment 4, control 2), modulo 97 being 0. */
export function isIce(text: string): boolean {
  return /^[0-9]{15}$/.test(text) && modulo97(text) === 0;
}
