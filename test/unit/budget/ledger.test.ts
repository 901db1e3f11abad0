import {
  bankLineEntry,
  explanationEntry,
  isBalanced,
  type LedgerEntry,
  openingEntry,
  paymentEntry,
  payRunEntry,
  reversalEntry,
  splitsAddUp,
} from '@shared/budget/ledger';
import { balanceOf, balancesAt, entryDigestInput, owedOn } from '@shared/budget/ledger-balances';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const DAY = isoDay('2026-11-20');
const bankLine = (amount: number) => ({
  id: 'line-1',
  bankAccountId: 'bank-1',
  date: DAY,
  amount: pence(amount),
});

/** Gross 350.00 − tax and NI 20.00 − pension 10.00 − attachment 7.60 + mileage 4.50 = 316.90 net. */
const GRACE = {
  workerId: 'grace',
  fundId: 'council',
  grossPay: pence(35000),
  expenses: pence(450),
  deductedForHmrc: pence(2000),
  employeePension: pence(1000),
  employerNationalInsurance: pence(3810),
  employerPension: pence(600),
  otherDeductions: pence(760),
  netPay: pence(31690),
};

describe('the ledger', () => {
  it('keeps a bank line as unexplained until it is explained', () => {
    const entry = bankLineEntry(bankLine(-31690));
    expect(balanceOf([entry], { account: 'bank', ref: 'bank-1' }, DAY)).toBe(-31690);
    expect(balanceOf([entry], { account: 'unexplained' }, DAY)).toBe(31690);
  });

  it('moves a line to what it was for, in more than one part', () => {
    const line = bankLine(-5000);
    const splits = [
      { account: 'equipment', fundId: 'council', categoryId: 'aids', amount: pence(-4000) },
      { account: 'other-spending', fundId: 'own', amount: pence(-1000) },
    ] as const;
    const entries = [bankLineEntry(line), explanationEntry(line, splits)];
    expect(splitsAddUp(line, splits)).toBe(true);
    expect(balancesAt(entries, DAY)).toEqual([
      { account: 'bank', ref: 'bank-1', amount: -5000 },
      { account: 'equipment', fundId: 'council', amount: 4000 },
      { account: 'other-spending', fundId: 'own', amount: 1000 },
    ]);
  });

  it('refuses an explanation that does not add up to the line', () => {
    expect(() =>
      explanationEntry(bankLine(-5000), [{ account: 'equipment', amount: pence(-4999) }]),
    ).toThrow();
  });

  it('owes everyone what a finished pay run says, and nothing once it is paid', () => {
    const run = payRunEntry({
      id: 'run-1',
      payDate: DAY,
      workers: [GRACE],
      employmentAllowance: pence(3810),
    });
    // HMRC: 20.00 + 38.10 − Employment Allowance 38.10 = 20.00. Pension: 10.00 + 6.00.
    expect(owedOn([run], { account: 'hmrc-owed' }, DAY)).toBe(2000);
    expect(owedOn([run], { account: 'pension-owed' }, DAY)).toBe(1600);
    expect(owedOn([run], { account: 'net-pay-owed', ref: 'grace' }, DAY)).toBe(31690);
    expect(owedOn([run], { account: 'deductions-owed' }, DAY)).toBe(760);
    expect(balanceOf([run], { account: 'wages', fundId: 'council' }, DAY)).toBe(35000);
    const line = bankLine(-31690);
    const paid = [
      run,
      bankLineEntry(line),
      explanationEntry(line, [
        { account: 'net-pay-owed', ref: 'grace', fundId: 'council', amount: line.amount },
      ]),
    ];
    expect(owedOn(paid, { account: 'net-pay-owed', ref: 'grace' }, DAY)).toBe(0);
  });

  it('refuses a pay run whose net pay does not follow from its gross pay', () => {
    const wrong = { ...GRACE, netPay: pence(31691) };
    expect(() => payRunEntry({ id: 'run-1', payDate: DAY, workers: [wrong] })).toThrow(/grace/);
  });

  it('keeps cash and own money beside the bank', () => {
    const entries = [
      openingEntry(DAY, 'cash', 'purse', pence(2000)),
      paymentEntry({
        date: DAY,
        sourceId: 'taxi',
        from: { account: 'cash', ref: 'purse' },
        amount: pence(-1250),
        splits: [{ account: 'expenses', amount: pence(-1250) }],
      }),
    ];
    expect(balanceOf(entries, { account: 'cash' }, DAY)).toBe(750);
    expect(balanceOf(entries, { account: 'cash' }, isoDay('2026-11-19'))).toBe(0);
  });

  it('leaves nothing behind when an entry is taken back', () => {
    const run = payRunEntry({ id: 'run-1', payDate: DAY, workers: [GRACE] });
    const back = reversalEntry(run, 'entry-9', isoDay('2026-12-01'));
    expect(back).toMatchObject({
      kind: 'reversal',
      reversesEntryId: 'entry-9',
      sourceId: 'run-1',
      date: '2026-12-01',
    });
    expect(balancesAt([run, back], isoDay('2026-12-01'))).toEqual([]);
  });

  it('always sums to nothing', () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const gross = fc.record({
      grossPay: fc.nat(500_000),
      expenses: fc.nat(5_000),
      deductedForHmrc: fc.integer({ min: -5_000, max: 50_000 }),
      employeePension: fc.nat(5_000),
      employerNationalInsurance: fc.nat(50_000),
      employerPension: fc.nat(5_000),
      otherDeductions: fc.nat(5_000),
      advanceRepaid: fc.nat(5_000),
    });
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 5 }),
        fc.array(gross, { maxLength: 4 }),
        (parts, pay) => {
          const total = parts.reduce((sum, part) => sum + part, 0);
          const line = bankLine(total);
          const splits = parts.map((part) => ({ account: 'other-spending', amount: pence(part) }) as const);
          const workers = pay.map((one, index) => ({
            workerId: `w${index}`,
            grossPay: pence(one.grossPay),
            expenses: pence(one.expenses),
            deductedForHmrc: pence(one.deductedForHmrc),
            employeePension: pence(one.employeePension),
            employerNationalInsurance: pence(one.employerNationalInsurance),
            employerPension: pence(one.employerPension),
            otherDeductions: pence(one.otherDeductions),
            advanceRepaid: pence(one.advanceRepaid),
            netPay: pence(
              one.grossPay +
                one.expenses -
                one.deductedForHmrc -
                one.employeePension -
                one.otherDeductions -
                one.advanceRepaid,
            ),
          }));
          const entries: LedgerEntry[] = [
            bankLineEntry(line),
            explanationEntry(line, splits),
            payRunEntry({ id: 'r', payDate: DAY, workers }),
          ];
          for (const entry of [
            ...entries,
            ...entries.map((entry, index) => reversalEntry(entry, `e${index}`)),
          ]) {
            expect(isBalanced(entry)).toBe(true);
            expect(entry.postings.some((posting) => posting.amount === 0)).toBe(false);
          }
          expect(balancesAt(entries, DAY).reduce((sum, { amount: one }) => sum + one, 0)).toBe(0);
        },
      ),
    );
  });

  it('writes an entry for its hash the same way every time, whatever order its parts were given in', () => {
    const entry = bankLineEntry(bankLine(-100));
    const shuffled: LedgerEntry = {
      postings: entry.postings.map(({ amount, account, ref }) => ({
        amount,
        account,
        ...(ref === undefined ? {} : { ref }),
      })),
      sourceId: 'line-1',
      kind: 'bank-line',
      date: DAY,
    };
    expect(entryDigestInput(shuffled, 'abc')).toBe(entryDigestInput(entry, 'abc'));
    expect(entryDigestInput(entry, 'abc')).toBe(
      '["ledger-entry-1","abc","2026-11-20","bank-line","line-1",null,[["bank","bank-1",null,null,-100],["unexplained","line-1",null,null,100]]]',
    );
    expect(entryDigestInput(entry, 'abd')).not.toBe(entryDigestInput(entry, 'abc'));
  });
});
