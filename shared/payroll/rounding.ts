/**
 * Whole-number arithmetic for published rules: no floating point. Percentages are hundredths of one percent.
 * Every function takes whole numbers and gives a whole number.
 */

/** `value × hundredths ÷ 10,000`, rounded down. Exact however large the safe whole number is. */
export function percentDown(value: number, hundredths: number): number {
  const high = Math.floor(value / 10_000);
  return high * hundredths + Math.floor(((value - high * 10_000) * hundredths) / 10_000);
}

/** `value × hundredths ÷ 10,000` to the nearest whole number, a half up. For amounts of zero or more. */
export function percentHalfUp(value: number, hundredths: number): number {
  return Math.floor((value * hundredths * 2 + 10_000) / 20_000);
}

/**
 * A National Insurance contribution on one band of earnings, in pence. Only the third decimal of the pounds counts:
 * 5 or less goes down, 6 or more goes up ("any amount of a halfpenny or less shall be disregarded").
 * Source: Social Security (Contributions) Regulations 2001, regulation 12(1).
 */
export function contributionOn(earnings: number, hundredths: number): number {
  const tenthsOfPence = percentDown(earnings * 10, hundredths);
  const whole = Math.floor(tenthsOfPence / 10);
  return tenthsOfPence - whole * 10 >= 6 ? whole + 1 : whole;
}

/** Division of whole numbers, rounded up. */
export function divideUp(value: number, by: number): number {
  return Math.floor((value + by - 1) / by);
}
