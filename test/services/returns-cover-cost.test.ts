import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { describe, expect, test } from 'vitest';
import { agreementsOf } from '../../electron/db/queries/household';
import { databaseOf } from '../../electron/services/context';
import { confirmOutside, fillCover } from '../../electron/services/cover-fill';
import { saveContact, savePersonForCover } from '../../electron/services/cover-save';
import { coverList, coverView } from '../../electron/services/cover-view';
import { getReturn, listReturns, markSent } from '../../electron/services/returns';
import { periodHours } from '../../electron/services/returns-hours';
import { confirmHours } from '../../electron/services/rota-shifts';
import { addTestAbsence, addTestWorker } from '../support/workspace';
import { AGENCY, graceIsSick, SAID, TUESDAY, time } from './cover-support';
import { START, share, twoHouseholds } from './pools-support';

type Home = Awaited<ReturnType<typeof graceIsSick>>;
const ON = isoDay(TUESDAY);

/** Hours of that Tuesday, on which Grace’s four are missed: planned, worked, covered, lost, and what the cover cost. */
function tuesday({ context, householdId }: Pick<Home, 'context' | 'householdId'>) {
  const hours = periodHours(context, householdId, ON, ON);
  return [
    hours.plannedMinutes,
    hours.workedMinutes,
    hours.coveredMinutes,
    hours.lostMinutes,
    hours.coverCost,
  ];
}

function fillBy(home: Home, kind: 'worker' | 'agency', id: string, start = '10:00', end = '14:00') {
  return fillCover(home.context, home.householdId, {
    key: home.key,
    takers: [{ who: { kind, id }, span: time(start, end) }],
    how: 'call',
  });
}

function confirmAgency(home: Home, end: string, charge: number | null): void {
  const { outsideId } = coverView(home.context, home.householdId, home.key).coveredBy[0]!;
  confirmOutside(
    home.context,
    home.householdId,
    outsideId!,
    time('10:00', end),
    charge === null ? null : pence(charge),
  );
}

describe('what cover cost in a return', () => {
  test('of an agency: nothing before it is confirmed, then its charge', async () => {
    const home = await graceIsSick();
    fillBy(home, 'agency', saveContact(home.context, home.householdId, AGENCY));
    expect(tuesday(home)).toEqual([240, 0, 0, 0, 0]);
    home.given.goTo('2026-11-25');
    // They came for three of the four hours and charged £85.50: an hour was lost.
    confirmAgency(home, '13:00', 8_550);
    expect(tuesday(home)).toEqual([240, 180, 180, 60, 8_550]);
  });

  test('of an agency whose charge is not known is not known, and the hours count', async () => {
    const home = await graceIsSick();
    fillBy(home, 'agency', saveContact(home.context, home.householdId, { ...AGENCY, charges: [] }));
    home.given.goTo('2026-11-25');
    confirmAgency(home, '14:00', null);
    expect(tuesday(home)).toEqual([240, 240, 240, 0, null]);
  });

  test('of a PA: wages, what was agreed on top and holiday, once the hours are confirmed', async () => {
    const home = await graceIsSick({ contract: { holidayMethod: 'rolled-up' } });
    savePersonForCover(home.context, home.householdId, home.maya, {
      ...SAID,
      premium: { kind: 'sum', on: 'all-cover', per: 'hour', pounds: '1.50' },
    });
    const { keys } = fillBy(home, 'worker', home.maya);
    expect(tuesday(home)).toEqual([240, 0, 0, 0, 0]);
    home.given.goTo('2026-11-25');
    confirmHours(home.context, home.householdId, [{ key: keys[0]!, actual: null }]);
    // 4 × £14.00 and 4 × £1.50 are £62.00; holiday 12.07 % of it £7.4834. £69.48.
    expect(tuesday(home)).toEqual([240, 240, 240, 0, 6_948]);
  });

  test('of a part: what is covered, and the rest is lost', async () => {
    const home = await graceIsSick();
    const { keys } = fillBy(home, 'worker', home.maya, '10:00', '12:00');
    home.given.goTo('2026-11-25');
    confirmHours(home.context, home.householdId, [{ key: keys[0]!, actual: null }]);
    // 2 × £14.00 = £28.00, holiday as it builds up £3.3796.
    expect(tuesday(home)).toEqual([240, 120, 120, 120, 3_138]);
  });

  test('stays in a return that was sent as it was', async () => {
    const home = await graceIsSick();
    const { context, householdId } = home;
    fillBy(home, 'agency', saveContact(context, householdId, AGENCY));
    home.given.goTo('2027-01-10');
    confirmAgency(home, '14:00', 11_400);
    const quarter = listReturns(context, householdId).find((one) => one.from <= ON && one.to >= ON)!;
    const cost = () => getReturn(context, householdId, quarter).hours.coverCost;
    expect(cost()).toBe(11_400);
    await markSent(context, householdId, {
      agreementId: agreementsOf(databaseOf(context), householdId)[0]!.id,
      from: quarter.from,
      to: quarter.to,
      sentOn: isoDay('2027-01-09'),
      sentHow: 'By e-mail',
    });
    confirmAgency(home, '14:00', 12_000);
    expect(tuesday(home).at(-1)).toBe(12_000);
    expect(cost()).toBe(11_400);
  });
});

describe('what cover of a shared PA cost', () => {
  test('is split by the rule as the pay is: both parts make the whole, and each has all the hours', async () => {
    const shared = await twoHouseholds(TUESDAY);
    const { context, ruth, ben, grace } = shared;
    const maya = addTestWorker(context, ruth, {
      firstNames: 'Maya',
      lastName: 'Reid',
      startedOn: START,
      rates: { weekday: '14.00' },
    });
    const shares = [
      { householdId: ruth, parts: 2 },
      { householdId: ben, parts: 1 },
    ];
    share(shared, { kind: 'fixed', shares });
    const absence = addTestAbsence(context, ruth, grace, 'sickness', TUESDAY, TUESDAY);
    const [need] = coverList(context, ruth, absence).needs;
    const { keys } = fillCover(context, ruth, {
      key: need!.key,
      takers: [{ who: { kind: 'worker', id: maya }, span: time('09:00', '17:00') }],
      how: 'call',
    });
    shared.goTo('2026-11-25');
    confirmHours(context, ruth, [{ key: keys[0]!, actual: null }]);
    // 8 × £14.00 = £112.00; NI £16.00 at 15 % = £2.40; holiday £13.5184: £127.92. Two thirds and one third.
    expect(tuesday({ context, householdId: ruth })).toEqual([480, 480, 480, 0, 8_528]);
    expect(tuesday({ context, householdId: ben })).toEqual([480, 480, 480, 0, 4_264]);
  });

  test('from outside is the employer’s own bill, known or not; the hours are both’s', async () => {
    const shared = await twoHouseholds(TUESDAY);
    const { context, ruth, ben, grace } = shared;
    share(shared);
    const id = saveContact(context, ruth, { ...AGENCY, charges: [] });
    const absence = addTestAbsence(context, ruth, grace, 'sickness', TUESDAY, TUESDAY);
    const [need] = coverList(context, ruth, absence).needs;
    fillCover(context, ruth, {
      key: need!.key,
      takers: [{ who: { kind: 'agency', id }, span: time('09:00', '17:00') }],
      how: 'call',
    });
    shared.goTo('2026-11-25');
    const { outsideId } = coverView(context, ruth, need!.key).coveredBy[0]!;
    confirmOutside(context, ruth, outsideId!, time('09:00', '17:00'), null);
    expect(tuesday({ context, householdId: ruth })).toEqual([480, 480, 480, 0, null]);
    expect(tuesday({ context, householdId: ben })).toEqual([480, 480, 480, 0, 0]);
  });
});
