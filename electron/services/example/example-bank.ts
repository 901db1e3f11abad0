import cast from '@resources/example/household.json';
import { addDays, addMonths, type IsoDay, isoDay } from '@shared/dates';
import { addPence, NO_MONEY, negatePence, type Pence, pence, poundsString } from '@shared/money';
import type { ExampleDays } from './example-days';
import { firstPayment } from './example-people';

/** One movement of the invented bank account. */
export type Movement = {
  readonly day: IsoDay;
  readonly type: 'BGC' | 'CHQ' | 'CPT' | 'DD' | 'DEB' | 'FPI' | 'FPO';
  readonly text: string;
  /** Money out negative. */
  readonly amount: Pence;
  /** What the person says it was, for lines that no rule can know. */
  readonly shop?: 'chemist' | 'supplies' | 'agency' | 'insurance' | 'training';
  /** What needs more than a kind of spending to be said of it. */
  readonly told?: Told;
};

export type Told =
  | 'alarm'
  | 'cash'
  | 'charge'
  | 'cheque'
  | 'interest'
  | 'later'
  | 'outing'
  | 'own-in'
  | 'own-out'
  | 'refund'
  | 'split'
  | 'to-savings';

export function everyDay(
  from: IsoDay,
  until: IsoDay,
  next: (day: IsoDay, index: number) => IsoDay,
): IsoDay[] {
  const days: IsoDay[] = [];
  for (let index = 0, day = from; day <= until; index += 1, day = next(day, index)) days.push(day);
  return days;
}

/** What comes in, and what is bought now and then: everything but pay and what follows from it. */
export function steadyMovements(days: ExampleDays, until: IsoDay): Movement[] {
  const { agreement, statementText, shops, insurance, agency, training } = cast;
  const [chemist, supplies] = shops;
  if (chemist === undefined || supplies === undefined) throw new Error('The example has two shops');
  const payments = everyDay(firstPayment(days), until, (day) => addDays(day, 28));
  const movements: Movement[] = payments.flatMap((day) => [
    {
      day,
      type: 'BGC' as const,
      text: statementText.directPayment,
      amount: pence(agreement.amountWeekly * 4),
    },
    {
      day: addDays(day, 1),
      type: 'FPI' as const,
      text: statementText.contribution,
      amount: pence(agreement.contributionWeekly * 4),
    },
  ]);
  const out = (
    day: IsoDay,
    type: Movement['type'],
    text: string,
    amount: number,
    shop: NonNullable<Movement['shop']>,
  ): void => {
    movements.push({ day, type, text, amount: pence(-amount), shop });
  };
  for (const [index, day] of everyDay(addDays(days.start, 11), until, (from) =>
    addMonths(from, 1),
  ).entries()) {
    // Prices drift a little, so that no two months are the same.
    out(day, 'DEB', chemist.payee, chemist.amount + (index % 5) * 35, 'chemist');
    if (index % 3 === 1)
      out(addDays(day, 6), 'DEB', supplies.payee, supplies.amount + index * 40, 'supplies');
    if (index === 5) out(addDays(day, 3), 'DEB', training.payee, training.amount, 'training');
    if (index === 4 || index === 9) out(addDays(day, 9), 'FPO', agency.payee, 21_600, 'agency');
  }
  for (const [index, day] of everyDay(addDays(days.start, 24), until, (from) =>
    addMonths(from, 12),
  ).entries()) {
    out(day, 'DD', insurance.payee, insurance.amount + index * 300, 'insurance');
  }
  return movements.filter((movement) => movement.day <= until);
}

function ukDay(day: IsoDay): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

export type StatementFile = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly name: string;
  readonly bytes: Uint8Array;
};

/** The movements as the bank's own files: one a month, newest line first, with a running balance. */
export function statementFiles(
  days: ExampleDays,
  movements: readonly Movement[],
  until: IsoDay,
  account: { readonly sortCode: string; readonly accountNumber: string; readonly opening: number },
): StatementFile[] {
  const sorted = [...movements]
    .filter((one) => one.day <= until)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const { sortCode, accountNumber, opening } = account;
  const files: StatementFile[] = [];
  let balance = pence(opening);
  for (let from = days.start; from <= until; from = isoDay(`${addMonths(from, 1).slice(0, 7)}-01`)) {
    const monthEnd = addDays(isoDay(`${addMonths(from, 1).slice(0, 7)}-01`), -1);
    const to = monthEnd < until ? monthEnd : until;
    const rows: string[] = [];
    for (const movement of sorted) {
      if (movement.day < from || movement.day > to) continue;
      balance = addPence(balance, movement.amount);
      const debit = movement.amount < 0 ? poundsString(negatePence(movement.amount)) : '';
      const credit = movement.amount > 0 ? poundsString(movement.amount) : '';
      rows.unshift(
        [
          ukDay(movement.day),
          movement.type,
          `'${sortCode}`,
          accountNumber,
          movement.text,
          debit,
          credit,
          poundsString(balance),
        ].join(','),
      );
    }
    if (rows.length === 0) continue;
    const heading =
      'Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance';
    files.push({
      from,
      to,
      name: `${accountNumber}_${from}_${to}.csv`,
      bytes: new TextEncoder().encode(`${[heading, ...rows].join('\r\n')}\r\n`),
    });
  }
  return files;
}

/** A wage as it left the account; one of them was typed wrong. */
export function wageMovement(day: IsoDay, name: string, amount: Pence, slip: Pence = NO_MONEY): Movement {
  return {
    day,
    type: 'FPO',
    text: `${name.toUpperCase()} WAGES`,
    amount: negatePence(addPence(amount, slip)),
  };
}
