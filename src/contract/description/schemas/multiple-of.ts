/**
 * Whether a number is a whole number of times another, both taken as the decimals that they are written as: by binary
 * floating point 0.07 is no multiple of 0.01. Of numbers with more digits than a double has, the nearest double counts.
 */
export function isMultipleOf(value: number | bigint, of: number | bigint): boolean {
  // 1e400 is parsed as infinity.
  if (typeof value === 'number' && !Number.isFinite(value)) return false;
  if (isSafe(value) && isSafe(of)) return value % of === 0;
  const [digits, exponent] = decimalOf(value);
  const [ofDigits, ofExponent] = decimalOf(of);
  const least = Math.min(exponent, ofExponent);
  const scaled = (mantissa: bigint, at: number): bigint => mantissa * 10n ** BigInt(at - least);
  return scaled(digits, exponent) % scaled(ofDigits, ofExponent) === 0n;
}

/** The shortest decimal that reads as the number: a whole number, times ten to a power. */
function decimalOf(value: number | bigint): readonly [digits: bigint, exponent: number] {
  if (typeof value === 'bigint') return [value, 0];
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}

function isSafe(value: number | bigint): value is number {
  return Number.isSafeInteger(value);
}
