import { type ReturnView, returnView } from '@shared/api/returns';
import { rotaView as rotaViewShape } from '@shared/api/rota';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { expect, test } from 'vitest';
import { accountsOf, agreementsOf } from '../../electron/db/queries/household';
import { databaseOf } from '../../electron/services/context';
import { checkChain } from '../../electron/services/ledger';
import { acceptProposals, bankLines, explainLine } from '../../electron/services/money-lines';
import { ledgerCsv, moneyOverview } from '../../electron/services/money-overview';
import { importStatement } from '../../electron/services/money-statements';
import { pooledDifference, pooledParts } from '../../electron/services/pools-forecast';
import { sharedPayFile } from '../../electron/services/pools-paper';
import { listPools, poolSplits } from '../../electron/services/pools-view';
import { getReturn, listReturns, markSent } from '../../electron/services/returns';
import { evidenceFiles } from '../../electron/services/returns-evidence';
import { loadRota } from '../../electron/services/rota-data';
import { rotaView } from '../../electron/services/rota-view';
import { addTestHousehold, addTestPattern } from '../support/workspace';
import { refusalOf } from '../support/workspace-for-test';
import { type Line, lloydsFile } from './money-support';
import { payNow, type Sharing, share, twoHouseholds, workTheWeek } from './pools-support';

const ACCOUNT = { sortCode: '20-00-00', number: '12345678' };

/** Brings a bank file in, and says yes to what Mainstay is sure of. */
function bank(home: Sharing, householdId: string, lines: readonly Line[], opening = 0): void {
  const account = accountsOf(databaseOf(home.context), householdId)[0]!;
  importStatement(home.context, householdId, account.id, lloydsFile(lines, opening, ACCOUNT));
  const sure = bankLines(home.context, householdId, {
    from: null,
    to: null,
    only: 'needs-a-look',
    withProposals: true,
  }).filter((line) => line.proposal?.certain);
  if (sure.length > 0)
    acceptProposals(
      home.context,
      householdId,
      sure.map((line) => line.id),
    );
}

/** The return of the quarter with a day. */
function returnWith(home: Sharing, householdId: string, day: string): ReturnView {
  const found = listReturns(home.context, householdId).find(
    (one) => one.from <= isoDay(day) && one.to >= isoDay(day),
  )!;
  // As the window gets it: held to the contract.
  return returnView.parse(getReturn(home.context, householdId, found));
}

const lines = (view: ReturnView['moneyIn']) => view.map((line) => [line.code, line.amount]);

/** Grace's week of £156.00, shared equally: Ben's part is £52.00 of wages and £3.00 of National Insurance. */
async function paidWeek(): Promise<Sharing & { id: string }> {
  const home = await twoHouseholds('2026-11-23');
  const id = share(home);
  workTheWeek(home);
  payNow(home);
  home.goTo('2026-12-20');
  return { ...home, id };
}

test('before anything is paid, each return shows its own part, and what is owed stands beside the bank', async () => {
  const home = await paidWeek();
  const ben = returnWith(home, home.ben, '2026-11-27');
  // Ben: £52.00 to the PA, £3.00 to HMRC, nothing of it has left his bank yet.
  expect(lines(ben.moneyOut)).toEqual([
    ['wages', 5_200],
    ['hmrc', 300],
  ]);
  expect([ben.opening, ben.totalOut, ben.closing]).toEqual([0, 5_500, -5_500]);
  expect(ben.unpresented.map((one) => one.amount)).toEqual([-5_500]);
  // His hours: the eight of Tuesday that support him. Ruth's: those eight, and four of her own.
  expect(ben.hours.workedMinutes).toBe(480);
  expect(returnWith(home, home.ruth, '2026-11-27').hours.workedMinutes).toBe(720);
  // What Ben owes is not his to spend; nor his part of the four Tuesdays since, not in a pay yet: £52.00 and half of £1.20.
  expect(moneyOverview(home.context, home.ben).promised).toBe(5_500 + 4 * 5_260);
  expect(
    ledgerCsv(home.context, home.ben, isoDay('2026-11-01'), isoDay('2026-12-31')).bytes.length,
  ).toBeGreaterThan(400);
});

test('once all is paid through both banks, both returns agree with their statements and add up to the pay', async () => {
  const home = await paidWeek();
  bank(home, home.ruth, [
    ['2026-11-27', 'GRACE OKAFOR WAGES', -15_600],
    ['2026-12-01', 'BEN SHAH', 5_500],
    ['2026-12-18', 'HMRC CUMBERNAULD 120PA00012345', -900],
  ]);
  bank(home, home.ben, [['2026-12-01', 'RUTH BELL', -5_500]]);
  expect(listPools(home.context, home.ruth).owed[0]).toMatchObject({ paid: 5_500, left: 0, leftByThem: 0 });
  expect(listPools(home.context, home.ben).owed[0]).toMatchObject({ paid: 5_500, left: 0, leftByThem: 0 });
  // Ruth paid £156.00 and £9.00, and bears £104.00 and £6.00. Ben bears £52.00 and £3.00.
  const ruth = returnWith(home, home.ruth, '2026-11-27');
  const ben = returnWith(home, home.ben, '2026-11-27');
  expect(lines(ruth.moneyOut)).toEqual([
    ['wages', 10_400],
    ['hmrc', 600],
  ]);
  expect(lines(ruth.moneyIn)).toEqual([]);
  expect([ruth.closing, ruth.statementClosing, ruth.difference]).toEqual([-11_000, -11_000, 0]);
  expect(lines(ben.moneyOut)).toEqual([
    ['wages', 5_200],
    ['hmrc', 300],
  ]);
  expect([ben.closing, ben.statementClosing, ben.difference]).toEqual([-5_500, -5_500, 0]);
  expect(ruth.unpresented).toEqual([]);
  // The payment between them is in the list, and counted with the pay.
  expect(ben.transactions.map((one) => [one.day, one.amount])).toEqual([
    ['2026-11-27', -5_500],
    ['2026-12-01', 0],
  ]);
  expect([...checkChain(home.context, home.ruth), ...checkChain(home.context, home.ben)]).toEqual([]);
  // Left are the four Tuesdays since.
  expect(moneyOverview(home.context, home.ben).promised).toBe(4 * 5_260);
});

test('a member’s return is proved by a sheet of how the pay was split, and not by the PA’s own payslip', async () => {
  const home = await paidWeek();
  const view = returnWith(home, home.ben, '2026-11-27');
  const files = await evidenceFiles(home.context, home.ben, view);
  expect(files.map((file) => [file.kind, file.fileName, file.transactions])).toEqual([
    ['payroll-summary', 'Shared pay Grace Okafor 2026-11-27.pdf', [1]],
  ]);
  expect(new TextDecoder('latin1').decode(files[0]!.read().slice(0, 5))).toBe('%PDF-');
  const other = addTestHousehold(home.context, { name: 'Cora' });
  const [split] = poolSplits(home.context, home.ben, home.id);
  expect(refusalOf(() => sharedPayFile(home.context, other, home.id, split!.payslipId!))).toBe('not-found');
});

test('a payment is matched by hand too, to the only household that shares', async () => {
  const home = await paidWeek();
  bank(home, home.ben, [['2026-12-01', 'TRANSFER', -3_000]]);
  const [line] = bankLines(home.context, home.ben, {
    from: null,
    to: null,
    only: 'all',
    withProposals: false,
  });
  const part = {
    amount: pence(-3_000),
    ledgerAccount: 'pooled-owed',
    categoryId: null,
    agreementId: null,
    workerId: null,
    matchKind: 'by-hand' as const,
    matchKey: null,
    note: '',
  };
  expect(
    refusalOf(() =>
      explainLine(home.context, home.ben, line!.id, [{ ...part, ledgerAccount: 'pooled-owed-to-us' }]),
    ),
  ).toBe('line.pool-nobody');
  explainLine(home.context, home.ben, line!.id, [part]);
  // £55.00 − £30.00; Ruth has not seen it in her bank.
  expect(listPools(home.context, home.ben).owed[0]).toMatchObject({
    paid: 3_000,
    left: 2_500,
    leftByThem: 5_500,
  });
  expect(returnWith(home, home.ben, '2026-11-27')).toMatchObject({ closing: -5_500, difference: 0 });
});

test('a member whose return has been sent has its part on the next open day, and is told', async () => {
  const home = await twoHouseholds('2026-11-23');
  const id = share(home);
  workTheWeek(home);
  const agreement = agreementsOf(databaseOf(home.context), home.ben)[0]!;
  bank(home, home.ben, [['2026-10-20', 'LEEDS CITY COUNCIL', 240_000]]);
  home.goTo('2027-01-10');
  const quarter = listReturns(home.context, home.ben).find(
    (one) => one.from <= isoDay('2026-11-27') && one.to >= isoDay('2026-11-27'),
  )!;
  await markSent(home.context, home.ben, {
    agreementId: agreement.id,
    from: quarter.from,
    to: quarter.to,
    sentOn: isoDay('2027-01-09'),
    sentHow: 'By e-mail',
  });
  payNow(home);
  const [split] = poolSplits(home.context, home.ben, id);
  const part = split!.parts.find((one) => one.householdId === home.ben)!;
  // The quarter ends on 6 January 2027.
  expect([quarter.to, part.entryDay, part.isMoved]).toEqual(['2027-01-06', '2027-01-07', true]);
  const next = returnWith(home, home.ben, '2027-01-07');
  expect(lines(next.moneyOut)).toEqual([
    ['wages', 5_200],
    ['hmrc', 300],
  ]);
  expect(next.problems.map((one) => one.code)).not.toContain('return.opening-differs-from-last-return');
  // Ruth's was not sent: hers stays on the pay day.
  expect(split!.parts.find((one) => one.isEmployer)!.entryDay).toBe('2026-11-27');
});

test('the year ahead counts each household’s own part of the weeks to come, with its part of National Insurance', async () => {
  const home = await twoHouseholds('2026-11-23');
  share(home);
  // Mondays for Ruth alone: each week is £52.00 and £104.00. NI £156 − £96 = £60 at 15 % = £9.00. Ben bears half of the
  // Tuesday, a third of the week: £52.00 and £3.00. Four weeks: £220.00 more for him, as much less for Ruth.
  addTestPattern(home.context, home.ruth, home.grace, isoDay('2026-11-23'), [0], '09:00', '13:00');
  const db = databaseOf(home.context);
  const days = { from: isoDay('2026-11-23'), to: isoDay('2026-12-20') };
  const parts = (householdId: string) =>
    pooledParts(db, householdId, {
      ...days,
      shiftsOf: (id) => loadRota(db, id, days.from, days.to).window.shifts,
      withHoliday: false,
    });
  expect(parts(home.ben).map((part) => [part.minutes, part.grossPay, part.employerCosts])).toEqual(
    Array.from({ length: 4 }, () => [480, 5_200, 300]),
  );
  expect([
    pooledDifference(home.ben, parts(home.ben)),
    pooledDifference(home.ruth, parts(home.ruth)),
  ]).toEqual([22_000, -22_000]);
});

test('what a week costs is each household’s own part, and both make the whole', async () => {
  const home = await twoHouseholds('2026-11-23');
  addTestPattern(home.context, home.ruth, home.grace, isoDay('2026-11-23'), [0], '09:00', '13:00');
  const week = (householdId: string, from = '2026-11-23', to = '2026-11-29') =>
    rotaViewShape.parse(rotaView(home.context, householdId, isoDay(from), isoDay(to)));
  // Alone: £156.00, NI £9.00, and holiday as it builds up at 12.07 %: £18.83.
  expect(week(home.ruth).cost).toBe(18_383);
  expect(week(home.ben).cost).toBe(0);
  share(home);
  // Ben: a third of £156.00 is £52.00; of £27.83 it is £9.28 (£9.2766…).
  const ben = week(home.ben);
  expect([ben.cost, ben.shared]).toEqual([
    6_128,
    [
      {
        workerName: 'Grace',
        household: { id: home.ruth, name: 'Ruth Bell' },
        isOurs: true,
        minutes: 480,
        cost: 6_128,
      },
    ],
  ]);
  expect(week(home.ruth).cost).toBe(18_383 - 6_128);
  expect(week(home.ruth).shared.map((one) => [one.household.name, one.cost])).toEqual([['Ben Shah', -6_128]]);
  // The Tuesday alone: £104.00, and two thirds of the week’s £27.83, £18.55 (£18.5533…). Half of £104.00 and of £18.55,
  // of which the odd half penny is Ruth’s, who employs: £52.00 and £9.27.
  expect(week(home.ben, '2026-11-24', '2026-11-24').cost).toBe(6_127);
  expect(week(home.ruth, '2026-11-24', '2026-11-24').cost).toBe(6_128);
});

test('a month costs what its weeks do: National Insurance starts anew with each week', async () => {
  const home = await twoHouseholds('2027-02-01');
  // February 2027 is four weeks from Monday to Sunday. Tuesdays of £104.00: NI £8.00 at 15 % = £1.20, holiday £12.55.
  const month = rotaView(home.context, home.ruth, isoDay('2027-02-01'), isoDay('2027-02-28'));
  expect(month.cost).toBe(4 * (10_400 + 120 + 1_255));
  expect(month.people[0]!.cost).toBe(4 * 11_775);
});

test('what is earned and not in a finished pay counts for the household that will owe a part of it', async () => {
  const home = await twoHouseholds('2026-11-23');
  share(home);
  workTheWeek(home);
  const promised = (householdId: string) => moneyOverview(home.context, householdId).promised;
  // Before pay: £52.00 and £3.00 of it will be Ben’s; Ruth’s bank pays all of £156.00 and £9.00 first.
  const ruthBefore = promised(home.ruth);
  expect(promised(home.ben)).toBe(5_500);
  payNow(home);
  // Finishing pay moves nothing: what Ben owes now is what he was going to owe.
  expect(promised(home.ben)).toBe(5_500);
  expect(promised(home.ruth)).toBe(ruthBefore);
});
