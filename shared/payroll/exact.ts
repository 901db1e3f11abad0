import { Decimal } from 'decimal.js';
import { type Pence, pence, poundsString } from '../money';

/** Decimals for rates, hours and averages: 60 significant digits, so that no rule below meets their end. */
const ExactDecimal = Decimal.clone({
  precision: 60,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -60,
  toExpPos: 60,
});

/** An exact decimal. Never made from a fraction held in floating point. */
export type Exact = Decimal;

/** Reads a decimal from its digits, or takes a whole number. Throws on a fraction in floating point. */
export function exact(value: string | number): Exact {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new Error(`Not a whole number: ${value}`);
  return new ExactDecimal(value);
}

/** Pence as exact pounds. */
export function exactPounds(amount: Pence): Exact {
  return exact(poundsString(amount));
}

/** A division's last digits cannot reach a published decimal place: settled here before any rounding. */
function settled(value: Exact): Exact {
  return value.toDecimalPlaces(30, Decimal.ROUND_HALF_UP);
}

/** Cut off after so many decimals. */
export function cutOff(value: Exact, places: number): Exact {
  return settled(value).toDecimalPlaces(places, Decimal.ROUND_DOWN);
}

/** Up to the next value with so many decimals. */
export function roundedUp(value: Exact, places: number): Exact {
  return settled(value).toDecimalPlaces(places, Decimal.ROUND_UP);
}

/** To the nearest value with so many decimals, a half going up. */
export function roundedToNearest(value: Exact, places: number): Exact {
  return settled(value).toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
}

/** Exact pounds as pence, any part of a penny counting as a whole one. */
export function penceUp(pounds: Exact): Pence {
  return pence(roundedUp(pounds.times(100), 0).toNumber());
}

/** Exact pounds as pence, to the nearest penny, a half going up. */
export function penceNearest(pounds: Exact): Pence {
  return pence(roundedToNearest(pounds.times(100), 0).toNumber());
}

/** Exact pounds as pence, any part of a penny dropped. */
export function penceDown(pounds: Exact): Pence {
  return pence(cutOff(pounds.times(100), 0).toNumber());
}

/** A decimal as text for an explanation: at most 10 places, no trailing noughts. */
export function exactText(value: Exact): string {
  return roundedToNearest(value, 10).toString();
}
