import { type Pence, pence } from '../money';
import type { TaxYearRates } from '../rates/tax-year-rates';

export type Vehicle = 'car' | 'motorcycle' | 'bicycle';

/**
 * The most that may be paid for a worker's own vehicle free of tax and National Insurance, to the nearest penny.
 * Distances are tenths of a mile. A car or van has a higher rate for the first 10,000 miles of the tax year,
 * so `tenthsBefore` is what the worker was paid for earlier in it. `passengerTenths` counts each passenger's miles.
 * Source: Income Tax (Earnings and Pensions) Act 2003 sections 229 to 236.
 */
export function mileageAllowance(
  journey: {
    readonly vehicle: Vehicle;
    readonly tenths: number;
    readonly tenthsBefore: number;
    readonly passengerTenths: number;
  },
  rates: TaxYearRates['mileage'],
): Pence {
  const { vehicle, tenths, tenthsBefore, passengerTenths } = journey;
  for (const distance of [tenths, tenthsBefore, passengerTenths])
    if (!Number.isSafeInteger(distance) || distance < 0) throw new Error(`Not a distance: ${distance}`);
  const atFirst =
    vehicle === 'car' ? Math.min(tenths, Math.max(0, rates.carFirstMiles * 10 - tenthsBefore)) : 0;
  const own =
    vehicle === 'car'
      ? atFirst * rates.carFirst + (tenths - atFirst) * rates.carAfter
      : tenths * rates[vehicle];
  const tenthsOfPence = own + (vehicle === 'car' ? passengerTenths * rates.passenger : 0);
  return pence(Math.floor((tenthsOfPence + 5) / 10));
}
