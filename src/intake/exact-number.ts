/**
 * True when a JSON number is the same number after JavaScript has read it: 9007199254740993 is
 * not, nor 1e400, nor -0. `literal` must already be a JSON number.
 */
export function isExactNumber(literal: string): boolean {
  const value = Number(literal);
  if (!Number.isFinite(value) || Object.is(value, -0)) return false;
  const declared = toScientific(literal);
  const read = toScientific(String(value));
  return declared.digits === read.digits && declared.exponent === read.exponent;
}

/** The significant digits with their sign, and the power of ten of the last one. */
function toScientific(literal: string): { digits: string; exponent: number } {
  const [mantissa = '', power = '0'] = literal.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  const all = `${whole.replace('-', '')}${fraction}`.replace(/^0+/, '');
  let last = all.length;
  while (last > 0 && all[last - 1] === '0') last -= 1;
  if (last === 0) return { digits: '0', exponent: 0 };
  const exponent = Number(power) - fraction.length + (all.length - last);
  return { digits: sign + all.slice(0, last), exponent };
}
