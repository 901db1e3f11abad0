import type { LineExplanation } from '@shared/api/money';
import type { ReturnView } from '@shared/api/returns';
import { addDays, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesThatFit } from '../../electron/db/queries/money-ledger';
import { Refusal } from '../../electron/refusal';
import { databaseOf, type ServiceContext } from '../../electron/services/context';
import { saveAgreement } from '../../electron/services/household-agreements';
import { addHousehold } from '../../electron/services/household-save';
import { saveMoneyAccount } from '../../electron/services/money-accounts';
import { markShown, saveByHand, transferByHand } from '../../electron/services/money-by-hand';
import { checkMoney } from '../../electron/services/money-check';
import { fundsOn } from '../../electron/services/money-funds';
import { explainLine } from '../../electron/services/money-lines';
import { oneLine } from '../../electron/services/money-one-line';
import { importStatement } from '../../electron/services/money-statements';
import { getReturn, markSent } from '../../electron/services/returns';
import { correctLine } from '../../electron/services/returns-correct';
import { undo } from '../../electron/services/undo';
import { testWorkspace } from '../support/workspace';
import { type Line, lloydsFile } from './money-support';

const FIRST = isoDay('2026-07-01');
const SAVINGS = { sortCode: '30-94-58', number: '87654321' };
const CURRENT_LINES: readonly Line[] = [
  ['2026-07-06', 'ANYSHIRE COUNCIL DP4401', 144_480],
  ['2026-07-08', 'MORGANS PHARMACY', -7_450],
  ['2026-07-20', 'TO SAVINGS', -20_000],
  ['2026-07-31', 'CARE SUPPLIES', -3_000],
  ['2026-08-03', 'CHEQUE 000123', -4_500],
  ['2026-08-05', 'MORGANS PHARMACY REFUND', 2_000],
  ['2026-09-09', 'TRAINING HOUSE', -3_000],
];
const SAVINGS_LINES: readonly Line[] = [
  ['2026-07-21', 'FROM CURRENT', 20_000],
  ['2026-07-28', 'INTEREST', 50],
];
/** The days that returns are made of, one after the other; the last are still running. */
const SPANS = [
  { from: isoDay('2026-06-20'), to: isoDay('2026-06-30') },
  { from: isoDay('2026-07-01'), to: isoDay('2026-07-31') },
  { from: isoDay('2026-08-01'), to: isoDay('2026-08-31') },
  { from: isoDay('2026-09-01'), to: isoDay('2026-10-31') },
];

type Home = {
  readonly context: ServiceContext;
  readonly householdId: string;
  readonly agreementIds: readonly string[];
  readonly current: string;
  readonly savings: string;
  readonly cash: string;
};

/** A household with one agreement or two, two accounts at the bank and cash. */
function openHome(context: ServiceContext, agreements: number): Home {
  const householdId = addHousehold(context, 'Ruth');
  const agreementIds = ['Anyshire Council', 'Health board'].slice(0, agreements).map((funderName) =>
    saveAgreement(context, householdId, {
      id: null,
      funderName,
      funderKind: 'council',
      reference: '',
      startsOn: FIRST,
      endsOn: null,
      amount: pence(144_480),
      amountBasis: 'net',
      frequency: 'four-weekly',
      firstPaymentOn: FIRST,
      contribution: pence(0),
      weeklyMinutes: 0,
      surplusWeeks: 8,
      surplusTested: 'period-end',
      returnProfile: 'superset',
      returnEvery: { months: 1 },
      returnStartsOn: FIRST,
      returnDueDays: 28,
      receiptsOver: pence(0),
      categories: [],
    }),
  );
  const account = (name: string, kind: 'bank' | 'cash', numbers: object = {}) =>
    saveMoneyAccount(context, householdId, {
      id: null,
      name,
      kind,
      bank: '',
      sortCode: '30-94-57',
      accountNumber: '12345678',
      agreementId: null,
      openedOn: FIRST,
      opening: pence(kind === 'cash' ? 1_000 : 50_000),
      openingParts: [],
      ...numbers,
    });
  const home = {
    context,
    householdId,
    agreementIds,
    current: account('Current', 'bank'),
    savings: account('Savings', 'bank', { sortCode: SAVINGS.sortCode, accountNumber: SAVINGS.number }),
    cash: account('Cash', 'cash', { sortCode: '', accountNumber: '' }),
  };
  importStatement(context, householdId, home.current, lloydsFile(CURRENT_LINES, 50_000));
  return home;
}

const ACTIONS = [
  'explain',
  'split',
  'transfer',
  'hand-cash',
  'hand-cheque',
  'shown',
  'savings',
  'send',
  'correct',
  'undo',
] as const;
type Step = { readonly what: (typeof ACTIONS)[number]; readonly at: number; readonly amount: number };

const part = (
  amount: number,
  ledgerAccount: string,
  more: Partial<LineExplanation> = {},
): LineExplanation => ({
  amount: pence(amount),
  ledgerAccount,
  categoryId: null,
  agreementId: null,
  workerId: null,
  matchKind: 'by-hand',
  matchKey: null,
  note: '',
  ...more,
});

/** Does one thing. What the program says no to changes nothing; anything else that fails is a fault. */
async function take({ context, householdId, ...home }: Home, { what, at, amount }: Step): Promise<unknown> {
  const lines = linesThatFit(databaseOf(context), householdId, { from: null, to: null });
  const line = lines[at % Math.max(1, lines.length)];
  // The statement itself may have been undone.
  if (line === undefined) return;
  const day = addDays(FIRST, at % 70);
  const agreementId = home.agreementIds[at % (home.agreementIds.length + 1)] ?? null;
  const whole = line.amount_pence;
  const fundPart = (['agreement', 'own', 'contribution'] as const)[at % 3]!;
  const two = [
    part(whole - amount, 'training', { agreementId, countsOn: addDays(day, amount % 40) }),
    part(amount, 'other-spending', { agreementId, fundPart }),
  ];
  const hand = (accountId: string, size: number) =>
    saveByHand(context, householdId, {
      id: null,
      accountId,
      day,
      amount: pence(size),
      description: 'By hand',
      cheque: '',
      note: '',
      parts: at % 2 === 0 ? [] : [part(size, 'expenses', { agreementId })],
    });
  switch (what) {
    case 'explain':
      return explainLine(context, householdId, line.id, [part(whole, 'equipment', { agreementId })]);
    case 'split':
      return explainLine(context, householdId, line.id, two);
    case 'correct':
      return correctLine(context, householdId, line.id, two, 'Looked again');
    case 'transfer':
      return transferByHand(context, householdId, {
        fromAccountId: home.current,
        toAccountId: at % 2 === 0 ? home.cash : home.savings,
        day,
        amount: pence(3_000),
        description: 'Moved',
      });
    case 'hand-cash':
      return hand(home.cash, -amount);
    case 'hand-cheque':
      return hand(home.current, -4_500);
    case 'shown': {
      const found = lines.find((row) => row.statement_id === null && row.account_id === home.current);
      const shower = found && oneLine(context, householdId, found.id).mayBeShownBy[0];
      return found && shower ? markShown(context, householdId, found.id, shower.id) : undefined;
    }
    case 'savings':
      return importStatement(context, householdId, home.savings, lloydsFile(SAVINGS_LINES, 50_000, SAVINGS));
    case 'send': {
      const span = SPANS[1 + (at % 2)]!;
      const which = { agreementId: home.agreementIds[amount % home.agreementIds.length]!, ...span };
      // In order, as people send them.
      if (at % 2 === 1 && getReturn(context, householdId, { ...which, ...SPANS[1]! }).state !== 'sent')
        return;
      return await markSent(context, householdId, {
        ...which,
        sentOn: isoDay('2026-10-05'),
        sentHow: 'By post',
      });
    }
    case 'undo':
      return undo(context, householdId);
  }
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);

function expectAddsUp(view: ReturnView): void {
  expect(view.opening + view.totalIn - view.totalOut).toBe(view.closing);
  for (const one of [...view.accounts, ...view.funds])
    expect(one.opening + one.moneyIn - one.moneyOut + one.transfers).toBe(one.closing);
  for (const one of view.accounts) {
    expect(one.closing - sum(one.items.map((item) => item.amount))).toBe(one.expected);
    expect(one.difference ?? 0).toBe(0);
  }
  for (const which of [view.accounts, view.funds]) {
    expect(sum(which.map((one) => one.closing))).toBe(view.closing);
    expect(sum(which.map((one) => one.opening))).toBe(view.opening);
  }
}

/** What has to hold however the record came to be. */
function expectWhole({ context, householdId, agreementIds }: Home): void {
  expect(checkMoney(context, householdId)).toEqual([]);
  const end = SPANS.at(-1)!.to;
  const held = new Map(fundsOn(context, householdId, end).funds.map((one) => [one.fund, one.amount]));
  for (const agreementId of agreementIds) {
    let before: ReturnView | undefined;
    for (const span of SPANS) {
      const view = getReturn(context, householdId, { agreementId, ...span });
      expectAddsUp(view);
      if (before !== undefined) expect(view.opening).toBe(before.closing);
      expect(view.problems.map((one) => one.code)).not.toContain('return.opening-differs-from-last-return');
      before = view;
    }
    // Once everything that was found has counted, each fund is what the ledger has of it.
    const { funds } = before!;
    for (const fund of funds)
      if (agreementIds.length > 1 || fund.part !== 'agreement')
        expect(fund.closing).toBe(held.get(fund.id ?? '') ?? 0);
  }
}

const step = fc.record({
  what: fc.constantFrom(...ACTIONS),
  at: fc.nat(59),
  amount: fc.integer({ min: 1, max: 2_500 }),
});

test.each([1, 2])(
  'with %i agreements, whatever is explained, found late, sent and put right: every return adds up to its statements and funds, and joins the next',
  async (agreements) => {
    const { context, close } = await testWorkspace('2026-10-05', `returns-properties-${agreements}`);
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 18 }), async (steps) => {
          const home = openHome(context, agreements);
          for (const one of steps) {
            try {
              await take(home, one);
            } catch (error) {
              if (!(error instanceof Refusal)) throw error;
            }
          }
          expectWhole(home);
        }),
        { numRuns: 8 },
      );
    } finally {
      close();
    }
  },
);
