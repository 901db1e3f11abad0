import { type ReallyYoursFacts, workOutReallyYours } from '@shared/budget/really-yours';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const FACTS: ReallyYoursFacts = {
  today: isoDay('2026-11-21'),
  bankAccounts: [{ id: 'b', name: 'Direct payment account', amount: pence(310000) }],
  cash: pence(2500),
  netPayOwed: pence(81240),
  earnedNotRun: { grossPay: pence(20000), employerCosts: pence(1100) },
  hmrcOwed: pence(8612),
  pensionOwed: pence(3210),
  deductionsOwed: pence(0),
  holidayEarned: pence(41000),
  bills: [
    { id: 'i', name: 'Harbour Insurance', amount: pence(2000), dueOn: isoDay('2026-11-30') },
    { id: 'p', name: 'Payroll fee', amount: pence(1500), dueOn: isoDay('2026-12-14') },
  ],
  nextPaymentOn: isoDay('2026-12-14'),
  earmarks: [{ id: 'r', name: 'Redundancy', amount: pence(60000) }],
};

describe('what is really yours', () => {
  it('is what is in the bank and in cash, less everything promised', () => {
    // 3,100.00 + 25.00 = 3,125.00 held.
    // Promised: 812.40 + 211.00 + 86.12 + 32.10 + 410.00 + 20.00 + 600.00 = 2,171.62. Left: 953.38.
    const result = workOutReallyYours(FACTS);
    expect([result.held, result.promised, result.reallyYours]).toEqual([312500, 217162, 95338]);
    expect(result.parts.map((part) => [part.code, part.amount])).toEqual([
      ['bank', 310000],
      ['cash', 2500],
      ['net-pay-owed', -81240],
      ['earned-not-run', -21100],
      ['hmrc-owed', -8612],
      ['pension-owed', -3210],
      ['holiday-earned', -41000],
      ['bills', -2000],
      ['earmarks', -60000],
    ]);
    expect(result.explanation.result).toEqual({ kind: 'money', pence: 95338 });
  });

  it('counts a bill due before the next payment, and not one due on its day', () => {
    const bills = workOutReallyYours(FACTS).parts.find((part) => part.code === 'bills');
    expect(bills?.items.map((item) => item.id)).toEqual(['i']);
    const { nextPaymentOn: _none, ...without } = FACTS;
    expect(workOutReallyYours(without).parts.find((part) => part.code === 'bills')?.amount).toBe(-3500);
  });

  it('says below nothing when more is promised than is there', () => {
    const bankAccounts = [{ id: 'b', name: '', amount: pence(10000) }];
    expect(workOutReallyYours({ ...FACTS, bankAccounts }).reallyYours).toBeLessThan(0);
  });

  it('has parts that always sum to the whole', () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(pence);
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        amount,
        amount,
        (cash, netPayOwed, hmrcOwed, holidayEarned, grossPay) => {
          const result = workOutReallyYours({
            ...FACTS,
            cash,
            netPayOwed,
            hmrcOwed,
            holidayEarned,
            earnedNotRun: { grossPay, employerCosts: pence(0) },
          });
          expect(result.parts.reduce((sum, part) => sum + part.amount, 0)).toBe(result.reallyYours);
          expect(result.held - result.promised).toBe(result.reallyYours);
        },
      ),
    );
  });
});
