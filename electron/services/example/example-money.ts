import cast from '@resources/example/household.json';
import words from '@resources/example/money.json';
import type { BankLine, LineExplanation } from '@shared/api/money';
import type { ReceiptKind } from '@shared/api/receipts';
import { addDays, addMonths, type IsoDay, isoDay } from '@shared/dates';
import { negatePence, type Pence, pence, takePence } from '@shared/money';
import type { ServiceContext } from '../context';
import { saveMoneyAccount } from '../money-accounts';
import { markShown, saveByHand } from '../money-by-hand';
import { acceptProposals, explainLine } from '../money-lines';
import { joinTransfer, markRefund } from '../money-one-line';
import { addReceipt, saveReceipt } from '../money-receipts';
import { everyDay, type Movement } from './example-bank';
import type { ExampleDays } from './example-days';
import type { ExampleRecord } from './example-people';
import { receiptPdf } from './example-receipts';

/** What settling lines beside pay needs: who, the accounts, the kinds of spending in their order, and what came before. */
export type ExampleMoney = {
  readonly record: ExampleRecord;
  readonly days: ExampleDays;
  readonly cashId: string;
  readonly savingsId: string;
  readonly categories: readonly string[];
  /** Lines that something later is about: the last payment to the shop that pays back, the cheque that is on its way. */
  readonly seen: Map<'supplies' | 'cheque', string>;
};

/** Where the kinds of spending stand in the agreement. */
export const KINDS = { training: 3, gloves: 4, expenses: 5, charges: 6, alarm: 7 } as const;

function lastQuarterEnd(today: IsoDay): IsoDay {
  const month = Number(today.slice(5, 7));
  return addDays(isoDay(`${today.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`), -1);
}

/** The day money is first set aside. */
const savingsFrom = (days: ExampleDays): IsoDay => addDays(addMonths(days.start, 5), 20);

/** The tin of cash, and the account where money is set aside. */
export function addOtherAccounts(
  context: ServiceContext,
  record: ExampleRecord,
  days: ExampleDays,
): { readonly cashId: string; readonly savingsId: string } {
  const account = {
    id: null,
    agreementId: record.agreementId,
    opening: pence(0),
    openingParts: [],
  };
  const { name, bank, sortCode, accountNumber } = words.savings;
  return {
    cashId: saveMoneyAccount(context, record.householdId, {
      ...account,
      kind: 'cash',
      openedOn: days.start,
      name: words.cashAccount,
      bank: '',
      sortCode: '',
      accountNumber: '',
    }),
    savingsId: saveMoneyAccount(context, record.householdId, {
      ...account,
      kind: 'bank',
      openedOn: savingsFrom(days),
      name,
      bank,
      sortCode,
      accountNumber,
    }),
  };
}

/** What else moves on the main account: small standing bills, cash, and now and then something out of the usual. */
export function livelyMovements(days: ExampleDays, until: IsoDay): Movement[] {
  const { statementText: text, amounts, cheques } = words;
  const movements: Movement[] = [];
  const add = (
    day: IsoDay,
    type: Movement['type'],
    told: NonNullable<Movement['told']>,
    what: string,
    amount: number,
  ) => movements.push({ day, type, told, text: what, amount: pence(amount) });
  const month = (index: number, more: number): IsoDay => addDays(addMonths(days.start, index), more);
  for (const day of everyDay(firstAlarm(days), until, (from) => addMonths(from, 1)))
    add(day, 'DD', 'alarm', words.alarm.payee, -words.alarm.amount);
  for (const day of everyDay(firstOuting(days), until, (from) => addDays(from, 28)))
    add(day, 'DEB', 'outing', words.outing.payee, -words.outing.amount);
  for (const day of everyDay(month(1, 4), until, (from) => addMonths(from, 2)))
    add(day, 'CPT', 'cash', words.cash.text, -words.cash.amount);
  add(savingsFrom(days), 'FPO', 'to-savings', text.toSavings, -words.savings.moved);
  add(month(8, 5), 'DEB', 'split', text.split, -amounts.split);
  add(month(8, 13), 'FPI', 'own-in', text.ownIn, amounts.ownIn);
  add(month(8, 20), 'DEB', 'own-out', text.ownOut, -amounts.ownOut);
  add(month(9, 3), 'DD', 'charge', text.charge, -amounts.charge);
  add(month(9, 16), 'FPI', 'refund', text.refund, amounts.refund);
  const quarterEnd = lastQuarterEnd(days.today);
  add(addDays(quarterEnd, -6), 'FPO', 'later', cast.training.payee, -amounts.later);
  add(
    addDays(quarterEnd, 6),
    'CHQ',
    'cheque',
    `${cheques.text} ${cheques.shown.number}`,
    -cheques.shown.amount,
  );
  return movements.filter((one) => one.day >= days.start && one.day <= until);
}

/** The first day of each standing bill of the example, as the bill is kept and as the bank takes it. */
export const firstAlarm = (days: ExampleDays): IsoDay => addDays(days.start, 9);
export const firstOuting = (days: ExampleDays): IsoDay => addDays(days.firstMonday, 3);

/** What moves where money is set aside: what came from the main account, and the interest of each whole month since. */
export function savingsMovements(days: ExampleDays, main: readonly Movement[], until: IsoDay): Movement[] {
  const moved = main.find((one) => one.told === 'to-savings');
  if (moved === undefined) return [];
  const movements: Movement[] = [
    {
      day: moved.day,
      type: 'FPI',
      told: 'to-savings',
      text: words.statementText.fromMain,
      amount: negatePence(moved.amount),
    },
  ];
  for (let index = 1; ; index += 1) {
    const day = addDays(isoDay(`${addMonths(days.start, index).slice(0, 7)}-01`), -1);
    if (day > until) return movements;
    if (day > moved.day)
      movements.push({
        day,
        type: 'BGC',
        told: 'interest',
        text: words.statementText.interest,
        amount: pence(words.savings.interest),
      });
  }
}

const blankPart = (amount: Pence, ledgerAccount: string): LineExplanation => ({
  amount,
  ledgerAccount,
  categoryId: null,
  agreementId: null,
  workerId: null,
  matchKind: 'by-hand',
  matchKey: null,
  note: '',
});

/** Says what a line was that needs more than a kind of spending. */
export function settleTold(
  context: ServiceContext,
  money: ExampleMoney,
  line: BankLine,
  movement: Movement,
  lines: readonly BankLine[],
): void {
  const { householdId, agreementId } = money.record;
  const { amounts } = words;
  const explain = (...parts: readonly LineExplanation[]): void =>
    explainLine(context, householdId, line.id, parts);
  const part = (account: string, kind: number | null, amount: Pence = line.amount): LineExplanation => ({
    ...blankPart(amount, account),
    agreementId,
    categoryId: kind === null ? null : (money.categories[kind] ?? null),
  });
  const own = (account: string, amount: Pence = line.amount, note = ''): LineExplanation => ({
    ...blankPart(amount, account),
    fundPart: 'own',
    note,
  });
  switch (movement.told) {
    case 'alarm':
    case 'outing':
      if (line.proposal?.parts[0]?.matchKey?.startsWith('bill:'))
        acceptProposals(context, householdId, [line.id]);
      else
        explain(
          movement.told === 'alarm' ? part('other-spending', KINDS.alarm) : part('expenses', KINDS.expenses),
        );
      return;
    case 'cash':
      explain(part('cash', null));
      fileMoneyReceipt(context, money, line, 'cash', cast.account.bank, 'cash-slip');
      for (const { what, amount, after } of words.cash.spent)
        spendCash(context, money, addDays(line.day, after), what, pence(-amount));
      return;
    case 'to-savings': {
      const other = lines.find((one) => one.day === line.day && one.amount === negatePence(line.amount));
      if (line.amount < 0 && other !== undefined) joinTransfer(context, householdId, line.id, other.id);
      return;
    }
    case 'interest':
      explain(part('interest-income', null));
      return;
    case 'own-in':
      explain(own('own-money'));
      return;
    case 'own-out':
      explain(own('other-spending'));
      return;
    case 'charge':
      explain(part('bank-charges', KINDS.charges));
      return;
    case 'split': {
      const ownPart = pence(-amounts.splitOwn);
      explain(
        part('equipment', KINDS.gloves, takePence(line.amount, ownPart)),
        own('other-spending', ownPart, words.splitNote),
      );
      fileMoneyReceipt(context, money, line, 'split', words.splitSupplier, 'receipt');
      return;
    }
    case 'later':
      explain({
        ...part('training', KINDS.training),
        note: words.laterNote,
        countsOn: addDays(lastQuarterEnd(money.days.today), 9),
      });
      fileMoneyReceipt(context, money, line, 'later', cast.training.name, 'invoice');
      return;
    case 'refund': {
      const paid = money.seen.get('supplies');
      if (paid === undefined) explain(part('equipment', KINDS.gloves));
      else markRefund(context, householdId, line.id, paid);
      return;
    }
    case 'cheque': {
      const hand = money.seen.get('cheque');
      if (hand !== undefined) markShown(context, householdId, hand, line.id);
      return;
    }
    case undefined:
      return;
  }
}

/** A small payment from the tin. */
function spendCash(
  context: ServiceContext,
  money: ExampleMoney,
  day: IsoDay,
  what: string,
  amount: Pence,
): void {
  if (day > context.clock.today()) return;
  saveByHand(context, money.record.householdId, {
    id: null,
    accountId: money.cashId,
    day,
    amount,
    description: what,
    cheque: '',
    note: '',
    parts: [
      {
        ...blankPart(amount, 'expenses'),
        agreementId: money.record.agreementId,
        categoryId: money.categories[KINDS.expenses] ?? null,
      },
    ],
  });
}

/** The two cheques: one that the bank shows after the quarter ended, and one that no statement shows yet. */
export function writeCheque(context: ServiceContext, money: ExampleMoney, from: IsoDay, to: IsoDay): void {
  const shownOn = addDays(lastQuarterEnd(money.days.today), -4);
  if (shownOn >= from && shownOn <= to)
    money.seen.set('cheque', chequeOn(context, money, shownOn, words.cheques.shown));
}

/** Written six days ago: it is not on a statement yet, and its receipt waits to be put with it. */
export function writeNewestCheque(context: ServiceContext, money: ExampleMoney): void {
  const { days, record } = money;
  const day = addDays(days.today, -6);
  if (day < days.start) return;
  chequeOn(context, money, day, words.cheques.open);
  const { supplier, amount, what } = words.unfiled;
  const total = pence(amount);
  addReceipt(context, record.householdId, {
    file: { name: `${supplier} ${day}.pdf`, bytes: receiptPdf({ supplier, what, day, total }) },
    day,
    total,
    supplier,
    lineId: null,
  });
}

function chequeOn(
  context: ServiceContext,
  money: ExampleMoney,
  day: IsoDay,
  cheque: { readonly number: string; readonly what: string; readonly amount: number },
): string {
  const amount = pence(-cheque.amount);
  return saveByHand(context, money.record.householdId, {
    id: null,
    accountId: money.record.accountId,
    day,
    amount,
    description: cheque.what,
    cheque: cheque.number,
    note: '',
    parts: [
      {
        ...blankPart(amount, 'equipment'),
        agreementId: money.record.agreementId,
        categoryId: money.categories[KINDS.gloves] ?? null,
      },
    ],
  });
}

function fileMoneyReceipt(
  context: ServiceContext,
  money: ExampleMoney,
  line: BankLine,
  what: string,
  supplier: string,
  kind: ReceiptKind,
): void {
  const { householdId } = money.record;
  const { day } = line;
  const total = negatePence(line.amount);
  const bytes = receiptPdf({ supplier, what, day, total });
  const { id } = addReceipt(context, householdId, {
    file: { name: `${supplier} ${day}.pdf`, bytes },
    day,
    total,
    supplier,
    lineId: line.id,
  });
  if (kind !== 'receipt') saveReceipt(context, householdId, { id, day, total, supplier, kind });
}
