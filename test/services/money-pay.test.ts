import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveStandingBill } from '../../electron/services/budget-bills';
import { databaseOf } from '../../electron/services/context';
import { saveContact } from '../../electron/services/cover-save';
import { checkChain } from '../../electron/services/ledger';
import { acceptProposals, bankLines } from '../../electron/services/money-lines';
import { moneyOverview } from '../../electron/services/money-overview';
import { importStatement } from '../../electron/services/money-statements';
import { finishRun, payRun, payRuns } from '../../electron/services/pay-run';
import { clientOf } from '../support/client-of';
import { addTestShift, addTestWorker } from '../support/workspace';
import { AGENCY } from './cover-support';
import { type Line, lloydsFile, type MoneyHousehold, openMoneyHousehold } from './money-support';

let home: MoneyHousehold;
let workerId: string;
beforeEach(async () => {
  // Monday 20 July 2026: the week before is over.
  home = await openMoneyHousehold('2026-07-20');
  workerId = addTestWorker(home.context, home.householdId, {
    startedOn: '2026-07-06',
    contract: { payDayOffset: 5 },
  });
  // 10 hours at £13.00 in the first week: £130.00, below every threshold.
  addTestShift(home.context, home.householdId, workerId, '2026-07-07', '09:00', '14:00');
  addTestShift(home.context, home.householdId, workerId, '2026-07-09', '09:00', '14:00');
});
afterEach(() => home.close());

/** Finishes the first open run and answers what is paid out. */
function finishFirst(): number {
  const run = payRuns(home.context, home.householdId).open[0]!;
  const { totals } = payRun(home.context, home.householdId, run.key);
  finishRun(home.context, home.householdId, run.key, totals.net);
  return totals.net;
}

const bringIn = (lines: readonly Line[]) =>
  importStatement(home.context, home.householdId, home.accountId, lloydsFile(lines, 250_000));
const lines = () =>
  bankLines(home.context, home.householdId, { from: null, to: null, only: 'all', withProposals: true });

describe('bank lines and finished pay', () => {
  it('knows a wage by its amount, its name and its day, and its payslip is the evidence', () => {
    expect(finishFirst()).toBe(13_000);
    bringIn([['2026-07-17', 'GRACE OKAFOR WAGES', -13_000]]);
    const [line] = lines();
    expect(line?.proposal).toMatchObject({
      certain: true,
      parts: [{ amount: -13_000, ledgerAccount: 'net-pay-owed', workerId, matchKind: 'net-pay' }],
    });
    acceptProposals(home.context, home.householdId, [line!.id]);
    expect(lines()[0]).toMatchObject({ explained: true, evidence: 'payslip', warnings: [] });
    expect(checkChain(home.context, home.householdId)).toEqual([]);
  });

  it('tells a wage that is not what the payslip says, and does not call it certain', () => {
    finishFirst();
    bringIn([['2026-07-17', 'GRACE OKAFOR WAGES', -12_000]]);
    const [line] = lines();
    expect(line?.proposal?.certain).toBe(false);
    const warning = {
      code: 'wage-mismatch',
      values: { name: 'Grace Okafor', expectedPence: 13_000, paidPence: 12_000, difference: -1_000 },
    };
    expect(line?.warnings).toEqual([warning]);
    // It stays told once it is accepted: ten pounds are still owed.
    acceptProposals(home.context, home.householdId, [line!.id]);
    expect(lines()[0]?.warnings).toEqual([warning]);
  });
});

describe('what is really yours', () => {
  it('is the bank less wages, holiday and bills, until a bank line pays them', () => {
    saveStandingBill(home.context, home.householdId, {
      id: null,
      name: 'Insurance',
      amount: pence(9_000),
      dueOn: isoDay('2026-07-31'),
      repeats: { every: 'once' },
      endsOn: null,
      agreementId: null,
      categoryId: null,
      ledgerAccount: 'insurance',
    });
    saveStandingBill(home.context, home.householdId, {
      id: null,
      name: 'Later',
      amount: pence(99_000),
      dueOn: isoDay('2026-08-03'),
      repeats: { every: 'once' },
      endsOn: null,
      agreementId: null,
      categoryId: null,
      ledgerAccount: 'other-spending',
    });
    addTestShift(home.context, home.householdId, workerId, '2026-07-14', '09:00', '11:00');
    bringIn([['2026-07-06', 'ANYSHIRE COUNCIL DP4401', 144_480]]);
    const part = (code: string) =>
      moneyOverview(home.context, home.householdId).parts.find((one) => one.code === code)?.amount;
    // 2,500.00 + 1,444.80 in the bank; 12 hours at 13.00 worked and not run, and without Employment Allowance 15 % of
    // what the first week is over 96.00, 5.10 of employer National Insurance; the bill of 31 July comes before the
    // payment of 3 August, the one of that day does not. Holiday: 12.07 % of 10 hours
    // is 1.207, of 2 hours 0.2414; each period is rounded to the nearest hour: 1 hour at 13.00.
    const before = moneyOverview(home.context, home.householdId);
    expect(before.bank).toBe(394_480);
    expect(part('wages')).toBe(16_110);
    expect(part('bills')).toBe(9_000);
    expect(part('holiday')).toBe(1_300);
    expect(before.reallyYours).toBe(394_480 - 16_110 - 9_000 - 1_300);
    expect(before.parts.reduce((sum, one) => sum + one.amount, 0)).toBe(before.bank);
    // Finishing the pay changes who says that it is owed, not how much.
    finishFirst();
    expect([part('wages'), part('hmrc')]).toEqual([15_600, 510]);
    expect(moneyOverview(home.context, home.householdId).reallyYours).toBe(before.reallyYours);
    // Paying it takes it from both sides.
    bringIn([
      ['2026-07-06', 'ANYSHIRE COUNCIL DP4401', 144_480],
      ['2026-07-17', 'GRACE OKAFOR WAGES', -13_000],
    ]);
    acceptProposals(home.context, home.householdId, [lines()[0]!.id]);
    expect(part('wages')).toBe(2_600);
    expect(moneyOverview(home.context, home.householdId)).toMatchObject({
      bank: 381_480,
      reallyYours: before.reallyYours,
      unexplained: 1,
    });
  });

  it('says over twelve months what could be asked back, by the agreement’s own rule', () => {
    const { forecast, surplus } = moneyOverview(home.context, home.householdId);
    // 8 weeks of 1,624.80 every four weeks: 8 × 406.20 = 3,249.60.
    expect(forecast).toHaveLength(12);
    expect(forecast[0]).toMatchObject({ month: '2026-07', limit: 324_960 });
    // Nobody is on the rota after today: money comes in and stays, and the quarter's end is the first day it is tested.
    expect(surplus).toMatchObject({ code: 'surplus.soon', onDay: '2026-09-30', limit: 324_960 });
  });
});

describe('pay and two agreements in one account', () => {
  it('takes wages from the agreement that owes them, and its return shows them', async () => {
    const client = clientOf(home.context);
    const ids = { householdId: home.householdId };
    const council = (await client.household.get(ids)).agreements[0]!;
    const { id: icb } = await client.household.saveAgreement({
      ...ids,
      agreement: { ...council, id: null, funderName: 'Anyshire ICB', funderKind: 'icb', categories: [] },
    });
    finishFirst();
    bringIn([['2026-07-17', 'GRACE OKAFOR WAGES', -13_000]]);
    acceptProposals(home.context, home.householdId, [lines()[0]!.id]);
    // 2,500.00 − 130.00, all of it the council's; nothing of it is unsorted or the ICB's.
    const funds = await client.ledger.funds({ ...ids, day: isoDay('2026-07-20') });
    expect(funds.notSorted).toBe(0);
    expect(funds.funds.map((one) => [one.agreementId, one.amount])).toEqual([
      [council.id, 237_000],
      [icb, 0],
    ]);
    const period = { from: isoDay('2026-07-01'), to: isoDay('2026-09-30') };
    const own = await client.returns.get({ ...ids, agreementId: council.id, ...period });
    expect([own.totalOut, own.closing]).toEqual([13_000, 237_000]);
    const other = await client.returns.get({ ...ids, agreementId: icb, ...period });
    expect([other.totalOut, other.closing]).toEqual([0, 0]);
  });
});

describe('cover by an agency', () => {
  it('is known when the bank pays it, and is then no longer to be paid', async () => {
    const { context, householdId } = home;
    const client = clientOf(context);
    const contactId = saveContact(context, householdId, AGENCY);
    databaseOf(context).act({ name: 'cover.filled', householdId, values: {} }, (write) =>
      write.insert('outside_cover', {
        id: 'cover-1',
        household_id: householdId,
        contact_id: contactId,
        covers_key: 'shift-1',
        day: isoDay('2026-07-13'),
        start_time: clockTime('10:00'),
        end_day: isoDay('2026-07-13'),
        end_time: clockTime('13:00'),
        charge_pence: pence(8_550),
        rate_ten_thousandths: null,
        confirmed: 1,
      }),
    );
    const toPay = async () =>
      (await client.payments.toPay({ householdId, until: isoDay('2026-07-31'), runId: null })).items.find(
        (one) => one.kind === 'agency',
      );
    expect(await toPay()).toMatchObject({ name: 'Bright Care', amount: 8_550, left: 8_550, paidOn: null });
    bringIn([['2026-07-17', 'BRIGHT CARE LTD', -8_550]]);
    const [line] = lines();
    expect(line?.proposal?.parts).toMatchObject([{ ledgerAccount: 'agency', matchKey: 'agency:cover-1' }]);
    acceptProposals(context, householdId, [line!.id]);
    expect(await toPay()).toMatchObject({ left: 0, paidOn: '2026-07-17' });
  });
});
