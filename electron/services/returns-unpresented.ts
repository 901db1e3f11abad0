import { addDays, type IsoDay } from '@shared/dates';
import { type Pence, pence, sumPence } from '@shared/money';
import { explanationsOf } from '../db/queries/money';
import { paymentTicksOf } from '../db/queries/pay';
import { databaseOf, type ServiceContext } from './context';
import { type PaymentAsked, paymentsAsked } from './money-owed';

/** How many days a payment may be on its way before it is no longer taken to be. */
const DAYS_ON_THE_WAY = 10;

/** A payment ticked as made by a day that no bank line shows by then. */
export type OnTheWay = {
  readonly key: string;
  readonly payment: PaymentAsked;
  readonly day: IsoDay;
  /** Money out negative; as the bank took it in the end, where it did. */
  readonly amount: Pence;
};

export type PaymentsMade = {
  /** What is on its way at the end of a day. */
  readonly onTheWay: (day: IsoDay) => readonly OnTheWay[];
};

/** Reads which payments of finished pay were made when, and when the bank showed them. */
export function paymentsMade(context: ServiceContext, householdId: string): PaymentsMade {
  const db = databaseOf(context);
  const ticks = new Map(paymentTicksOf(db, householdId).map((tick) => [tick.payment_key, tick.paid_on]));
  const payments = paymentsAsked(context, householdId).filter((one) => ticks.has(one.key));
  const parts = explanationsOf(db, householdId).filter((part) => part.match_key !== null);
  return {
    onTheWay: (day) =>
      payments.flatMap((payment): OnTheWay[] => {
        const paidOn = ticks.get(payment.key);
        if (paidOn === undefined || paidOn > day || paidOn < addDays(day, -DAYS_ON_THE_WAY)) return [];
        const own = parts.filter((part) => part.match_key === payment.key);
        if (own.some((part) => part.day <= day)) return [];
        const amount =
          own.length > 0 ? sumPence(own.map((part) => part.amount_pence)) : pence(-payment.amount);
        return amount === 0 ? [] : [{ key: payment.key, payment, day: paidOn, amount }];
      }),
  };
}
