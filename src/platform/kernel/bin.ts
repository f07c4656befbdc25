const SHAPE = /^\d{12}$/;
const TEN = 10;
const ELEVEN = 11;

/** Whether this is a business identification number: twelve digits, of which the last is the check digit of the others. */
export function isBin(value: unknown): value is string {
  if (typeof value !== 'string' || !SHAPE.test(value)) return false;
  const digits = Array.from(value, Number);
  const first = remainder(digits, 1);
  // Where the first weights give ten, those from three on decide; a number for which they give ten, too, is not issued.
  return digits[ELEVEN] === (first === TEN ? remainder(digits, 3) : first);
}

function remainder(digits: readonly number[], from: number): number {
  const weighed = digits.slice(0, ELEVEN).map((digit, at) => digit * (((at + from - 1) % ELEVEN) + 1));
  return weighed.reduce((sum, one) => sum + one, 0) % ELEVEN;
}
