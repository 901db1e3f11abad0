import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { buildReturn, type MonitoringReturn } from '@shared/returns/build-return';
import { READY_PROFILES, readyProfile } from '@shared/returns/ready-profiles';
import { daysNotCovered } from '@shared/returns/return-evidence';
import type { ReturnFacts, ReturnLedgerLine } from '@shared/returns/return-facts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const ANYSHIRE = readyProfile('anyshire-council')!;

const line = (
  id: string,
  date: string,
  amount: number,
  allocations: ReturnLedgerLine['allocations'],
  evidence: ReturnLedgerLine['evidence'] = [],
): ReturnLedgerLine => ({
  id,
  accountId: 'bank',
  date: isoDay(date),
  amount: pence(amount),
  description: id,
  allocations,
  evidence,
});

/** One quarter, small enough to add up by hand. */
const FACTS: ReturnFacts = {
  from: isoDay('2026-07-01'),
  to: isoDay('2026-09-30'),
  madeOn: isoDay('2026-10-05'),
  supportedName: 'Ruth Vale',
  agreementReference: 'DP4401',
  funding: { gross: pence(40620), clientContribution: pence(4500) },
  accounts: [
    {
      id: 'bank',
      name: 'Direct payment account',
      kind: 'bank',
      opening: pence(250000),
      statementClosing: pence(345710),
      covered: [{ from: isoDay('2026-06-01'), to: isoDay('2026-10-04') }],
    },
  ],
  funds: [{ id: 'council', name: 'Anyshire Council', opening: pence(250000) }],
  lines: [
    line('before', '2026-06-30', 99999, [{ account: 'direct-payment-income', amount: pence(99999) }]),
    line('dp-1', '2026-07-06', 162480, [{ account: 'direct-payment-income', amount: pence(162480) }]),
    line('contribution', '2026-07-10', 18000, [
      { account: 'client-contribution-income', amount: pence(18000) },
    ]),
    line(
      'wage',
      '2026-07-17',
      -62480,
      [{ account: 'net-pay-owed', amount: pence(-62480) }],
      ['payslip', 'timesheet'],
    ),
    line('hmrc', '2026-07-20', -8612, [{ account: 'hmrc-owed', amount: pence(-8612) }]),
    line('hoist', '2026-08-03', -9000, [
      { account: 'equipment', planCategory: 'equipment', amount: pence(-7500) },
      { account: 'training', amount: pence(-1500) },
    ]),
    line('gloves', '2026-08-04', -5000, [{ account: 'equipment', amount: pence(-5000) }]),
    line('refund', '2026-08-09', 2500, [{ account: 'equipment', amount: pence(2500) }]),
    line('puzzle', '2026-09-01', -1178, []),
    line('cheque', '2026-09-29', -3000, [{ account: 'agency', amount: pence(-3000) }], ['invoice']),
  ],
  unpresented: [
    { accountId: 'bank', date: isoDay('2026-09-29'), description: 'cheque', amount: pence(-3000) },
  ],
  closingOfLastReturn: pence(250000),
  hours: {
    plannedMinutes: 15600,
    workedMinutes: 15000,
    coveredMinutes: 420,
    lostMinutes: 180,
    coverCost: pence(31_650),
  },
  owed: {
    netPay: pence(30000),
    hmrc: pence(9000),
    pension: pence(1000),
    holiday: pence(20000),
    bills: pence(0),
  },
  earmarks: [{ id: 'red', name: 'Redundancy', amount: pence(25000) }],
  ownMoney: pence(0),
  overContribution: pence(0),
  documents: [
    { kind: 'insurance-certificate', validFrom: isoDay('2026-02-01'), validTo: isoDay('2027-01-31') },
  ],
  answers: {},
  declared: false,
};

const category = (made: MonitoringReturn, id: string) => made.categories.find((one) => one.id === id);

describe('a quarter’s return', () => {
  const made = buildReturn(ANYSHIRE, FACTS);

  it('is opening + in − out = closing = statement ± what is not on it yet', () => {
    // In: 1,624.80 + 180.00 = 1,804.80. Out, less the 25.00 that came back:
    // 624.80 + 86.12 + 90.00 + 50.00 − 25.00 + 11.78 + 30.00 = 867.70. 2,500.00 + 1,804.80 − 867.70 = 3,437.10. The cheque of 30.00 is not on the statement: it should say 3,467.10.
    expect(made.totals).toEqual({
      opening: 250000,
      moneyIn: 180480,
      moneyOut: 86770,
      transfers: 0,
      closing: 343710,
    });
    expect(made.accounts[0]).toMatchObject({ unpresented: -3000, expectedOnStatement: 346710 });
    // It says 3,457.10: ten pounds are missing, and that is told.
    expect(made.difference).toBe(-1000);
    expect(made.problems).toContainEqual({
      code: 'return.statement-differs',
      values: { name: 'Direct payment account', expected: 346710, found: 345710, difference: -1000 },
    });
    const account = { ...FACTS.accounts[0]!, statementClosing: pence(346710) };
    expect(buildReturn(ANYSHIRE, { ...FACTS, accounts: [account] }).difference).toBe(0);
  });

  it('sorts every penny into the authority’s categories, refunds too', () => {
    expect(category(made, 'direct-payment')).toMatchObject({ moneyIn: 162480, count: 1 });
    expect(category(made, 'wages')).toMatchObject({ moneyOut: 62480, net: 62480, lineIds: ['wage'] });
    // 75.00 + 50.00 out, 25.00 back.
    expect(category(made, 'equipment')).toMatchObject({
      moneyOut: 12500,
      moneyIn: 2500,
      net: 10000,
      count: 3,
    });
    expect(category(made, 'training')).toMatchObject({ net: 1500, count: 1 });
    expect(category(made, 'not-explained')).toMatchObject({ net: 1178, lineIds: ['puzzle'] });
    expect(made.problems.filter((problem) => problem.lineId !== undefined)).toEqual([
      {
        code: 'return.line-not-explained',
        values: { date: '2026-09-01', description: 'puzzle', amount: -1178 },
        lineId: 'puzzle',
      },
    ]);
  });

  it('says what the balance is promised to, what is left and what could be asked back', () => {
    // 300.00 + 90.00 + 10.00 + 200.00 + 250.00 = 850.00; 3,437.10 − 850.00 = 2,587.10; 8 × 406.20 = 3,249.60: no surplus.
    expect(made.leftOver).toBe(258710);
    expect(made.surplus).toMatchObject({ available: 258710, mayKeep: 324960, surplus: 0 });
    // With 1,000.00 more at the start and only 400.00 owed: 4,437.10 − 400.00 − 3,249.60 = 787.50.
    const rich = buildReturn(ANYSHIRE, {
      ...FACTS,
      accounts: [{ ...FACTS.accounts[0]!, opening: pence(350000) }],
      owed: { ...FACTS.owed, holiday: pence(0) },
      earmarks: [],
    });
    expect(rich.surplus?.surplus).toBe(78750);
  });

  it('asks for a receipt over £50 and not for one of £50', () => {
    const receipts = made.evidence.filter((item) => item.ruleId === 'receipts');
    expect(receipts.map((item) => [item.lineId, item.ready])).toEqual([['hoist', false]]);
  });

  it('asks for a payslip and a timesheet for each wage', () => {
    expect(
      made.evidence.filter((item) => item.lineId === 'wage').map((item) => [item.ruleId, item.ready]),
    ).toEqual([
      ['payslips', true],
      ['timesheets', true],
    ]);
  });

  it('counts what is ready', () => {
    // Not ready: balances, a line not explained, the hoist's receipt, the declaration.
    expect(made.checklist.filter((item) => !item.ready).map((item) => item.ruleId ?? item.code)).toEqual([
      'check.balances-agree',
      'check.lines-explained',
      'receipts',
      'check.declaration',
    ]);
    expect([made.ready, made.asked]).toEqual([made.checklist.length - 4, made.checklist.length]);
  });

  it('fills the authority’s own fields', () => {
    const field = (id: string) => made.fields.find((one) => one.id === id)?.value;
    expect(field('recipient-name')).toEqual({ kind: 'text', text: 'Ruth Vale' });
    expect(field('contribution-paid')).toEqual({ kind: 'money', pence: 18000 });
    expect(field('unpresented')).toEqual({ kind: 'money', pence: -3000 });
    expect(field('hours-lost')).toEqual({ kind: 'minutes', minutes: 180 });
    expect(field('cover-cost')).toEqual({ kind: 'money', pence: 31_650 });
    expect(field('notes')).toBeUndefined();
  });

  it('tells an opening balance that is not the last return’s closing balance', () => {
    const other = buildReturn(ANYSHIRE, { ...FACTS, closingOfLastReturn: pence(249000) });
    expect(other.problems[0]).toEqual({
      code: 'return.opening-differs-from-last-return',
      values: { opening: 250000, closing: 249000, difference: 1000 },
    });
  });

  it('tells a missing statement and an insurance that has run out', () => {
    const { statementClosing: _none, ...account } = FACTS.accounts[0]!;
    const other = buildReturn(ANYSHIRE, {
      ...FACTS,
      accounts: [{ ...account, covered: [{ from: isoDay('2026-07-01'), to: isoDay('2026-08-31') }] }],
      documents: [{ kind: 'insurance-certificate', validTo: isoDay('2026-09-29') }],
    });
    expect('difference' in other).toBe(false);
    expect(other.evidence.filter((item) => !item.ready && item.lineId === undefined)).toEqual([
      {
        ruleId: 'statements',
        code: 'evidence.statements',
        values: { name: 'Direct payment account', from: '2026-09-01', to: '2026-09-30' },
        ready: false,
      },
      {
        ruleId: 'insurance-certificate',
        code: 'evidence.document',
        values: { document: 'insurance-certificate' },
        ready: false,
      },
    ]);
  });

  it('moves money between two accounts without counting it as income or spending', () => {
    const cash = {
      id: 'cash',
      name: 'Cash',
      kind: 'cash',
      opening: pence(0),
      statementClosing: pence(2000),
      covered: [],
    } as const;
    const bank = { ...FACTS.accounts[0]!, statementClosing: pence(248000) };
    const lines = [
      line('out', '2026-07-05', -2000, [{ account: 'transfer', amount: pence(-2000) }]),
      {
        ...line('in', '2026-07-05', 2000, [{ account: 'transfer', amount: pence(2000) }]),
        accountId: 'cash',
      },
    ];
    const both = buildReturn(ANYSHIRE, { ...FACTS, accounts: [bank, cash], lines, unpresented: [] });
    expect(both.totals).toEqual({ opening: 250000, moneyIn: 0, moneyOut: 0, transfers: 0, closing: 250000 });
    expect(both.accounts.map((account) => [account.transfers, account.closing, account.difference])).toEqual([
      [-2000, 248000, 0],
      [2000, 2000, 0],
    ]);
    expect(both.problems).toEqual([]);
    const one = buildReturn(ANYSHIRE, {
      ...FACTS,
      accounts: [bank],
      lines: lines.slice(0, 1),
      unpresented: [],
    });
    expect(one.problems.map((problem) => problem.code)).toEqual(['return.transfer-has-one-end']);
  });
});

describe('the days statements cover', () => {
  const account = { ...FACTS.accounts[0]!, opening: pence(100) };
  const from = isoDay('2026-07-01');
  const to = isoDay('2026-09-30');

  it('leave out what lies between two of them', () => {
    const covered = [
      { from: isoDay('2026-06-20'), to: isoDay('2026-07-20') },
      { from: isoDay('2026-08-03'), to: isoDay('2026-10-02') },
    ];
    expect(daysNotCovered({ ...account, covered }, from, to)).toEqual([
      { from: '2026-07-21', to: '2026-08-02' },
    ]);
    expect(daysNotCovered({ ...account, covered: [] }, from, to)).toEqual([{ from, to }]);
  });

  it('take in the quiet days before a first line that begins with the opening balance', () => {
    const covered = [{ from: isoDay('2026-07-06'), to, openingBalance: pence(100) }];
    expect(daysNotCovered({ ...account, covered }, from, to)).toEqual([]);
    const wrong = [{ from: isoDay('2026-07-06'), to, openingBalance: pence(90) }];
    expect(daysNotCovered({ ...account, covered: wrong }, from, to)).toEqual([{ from, to: '2026-07-05' }]);
  });
});

describe('every return', () => {
  const account = fc.constantFrom(
    'direct-payment-income',
    'own-money',
    'net-pay-owed',
    'hmrc-owed',
    'equipment',
    'bank-charges',
    'transfer',
    'unexplained',
    'opening-balance' as const,
  );
  const part = fc.record({
    account: account as fc.Arbitrary<ReturnLedgerLine['allocations'][number]['account']>,
    amount: fc.integer({ min: -500_000, max: 500_000 }),
    fund: fc.constantFrom('council', 'own', undefined),
  });
  const anyLine = fc.record({
    accountId: fc.constantFrom('bank', 'card'),
    day: fc.integer({ min: 1, max: 30 }),
    parts: fc.array(part, { maxLength: 3 }),
    rest: fc.integer({ min: -1000, max: 1000 }),
  });

  it('keeps opening + in − out = closing for the whole, each account and each fund, and loses no penny between them', () => {
    fc.assert(
      fc.property(
        fc.array(anyLine, { maxLength: 40 }),
        fc.array(fc.nat(1_000_000), { minLength: 4, maxLength: 4 }),
        fc.constantFrom(...READY_PROFILES),
        (lines, opening, profile) => {
          const facts: ReturnFacts = {
            ...FACTS,
            accounts: [
              {
                id: 'bank',
                name: 'Bank',
                kind: 'bank',
                opening: pence(opening[0]!),
                statementClosing: pence(opening[2]!),
                covered: [],
              },
              {
                id: 'card',
                name: 'Card',
                kind: 'bank',
                opening: pence(opening[1]!),
                statementClosing: pence(opening[3]!),
                covered: [],
              },
            ],
            funds: [
              { id: 'council', name: 'Council', opening: pence(opening[0]! + opening[1]!) },
              { id: 'own', name: 'Own', opening: pence(0) },
            ],
            lines: lines.map(({ accountId, day, parts, rest }, index) => ({
              ...line(
                `l${index}`,
                `2026-09-${String(day).padStart(2, '0')}`,
                parts.reduce((sum, one) => sum + one.amount, rest),
                parts.map(({ account: code, amount, fund }) => ({
                  account: code,
                  amount: pence(amount),
                  ...(fund === undefined ? {} : { fundId: fund }),
                })),
              ),
              accountId,
            })),
            unpresented: lines.slice(0, 2).map((one) => ({
              accountId: one.accountId,
              date: isoDay('2026-09-30'),
              description: 'x',
              amount: pence(one.rest),
            })),
          };
          const made = buildReturn(profile, facts);
          const sum = (amounts: readonly number[]): number =>
            amounts.reduce((total, amount) => total + amount, 0);
          for (const one of [made.totals, ...made.accounts, ...made.funds]) {
            expect(one.opening + one.moneyIn - one.moneyOut + one.transfers).toBe(one.closing);
          }
          expect(made.totals.closing).toBe(
            opening[0]! + opening[1]! + sum(facts.lines.map((one) => one.amount)),
          );
          expect(sum(made.accounts.map((one) => one.closing))).toBe(made.totals.closing);
          expect(sum(made.funds.map((one) => one.closing))).toBe(made.totals.closing);
          const net = (side: 'in' | 'out') =>
            sum(made.categories.filter((one) => one.side === side).map((one) => one.net));
          expect([net('in'), net('out')]).toEqual([made.totals.moneyIn, made.totals.moneyOut]);
          for (const one of made.accounts) {
            expect(one.closing - one.unpresented + one.difference!).toBe(one.statementClosing);
          }
          expect(sum(made.spokenFor.map((one) => one.amount)) + made.leftOver).toBe(made.totals.closing);
          expect(made.problems.some((problem) => problem.code === 'return.funds-differ-from-accounts')).toBe(
            false,
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
