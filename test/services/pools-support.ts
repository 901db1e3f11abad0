import type { PoolInput, PoolRuleInput } from '@shared/api/pools';
import { isoDay } from '@shared/dates';
import { agreementsOf } from '../../electron/db/queries/household';
import { databaseOf, type ServiceContext } from '../../electron/services/context';
import { saveDetails } from '../../electron/services/household-save';
import { finishRun, payRun, payRuns } from '../../electron/services/pay-run';
import { savePool } from '../../electron/services/pools-save';
import { loadRota } from '../../electron/services/rota-data';
import { confirmHours } from '../../electron/services/rota-shifts';
import { addTestHousehold, addTestPattern, addTestShift, addTestWorker } from '../support/workspace';
import { workspaceForTest } from '../support/workspace-for-test';

export const START = isoDay('2026-11-16');

export function addPerson(context: ServiceContext, name: string): string {
  const householdId = addTestHousehold(context, { name, employmentAllowance: false });
  saveDetails(context, householdId, {
    supportedName: name,
    knownAs: name.split(' ')[0] ?? name,
    birthDate: isoDay('1961-05-02'),
    addressLine1: '',
    addressLine2: '',
    town: '',
    postcode: '',
    phone: '',
    email: '',
    nation: 'england',
    userName: name,
  });
  return householdId;
}

/** Ruth employs Grace and shares her Tuesdays with Ben; each has a household of this workspace. */
export type Sharing = {
  readonly context: ServiceContext;
  readonly ruth: string;
  readonly ben: string;
  readonly grace: string;
  readonly patternId: string;
  readonly goTo: (day: string) => void;
};

/** Grace at £13.00 an hour: Tuesdays 9 to 5 by a repeating week. No Employment Allowance, no pension. */
export async function twoHouseholds(today: string): Promise<Sharing> {
  const { context, goTo } = await workspaceForTest(today);
  const ruth = addPerson(context, 'Ruth Bell');
  const ben = addPerson(context, 'Ben Shah');
  const grace = addTestWorker(context, ruth, { startedOn: START });
  const patternId = addTestPattern(context, ruth, grace, START, [1], '09:00', '17:00');
  return { context, ruth, ben, grace, patternId, goTo };
}

export function poolOf(
  home: Sharing,
  rule: Partial<PoolRuleInput>,
  more: Partial<PoolInput> = {},
): PoolInput {
  return {
    name: 'Grace on Tuesdays',
    note: '',
    endedOn: null,
    members: [home.ruth, home.ben].map((householdId) => ({
      householdId,
      agreementId: agreementsOf(databaseOf(home.context), householdId)[0]?.id ?? null,
      from: START,
      to: null,
    })),
    rules: [{ from: START, kind: 'equal', shares: [], ...rule }],
    patterns: [
      {
        patternId: home.patternId,
        supported: [
          { householdId: home.ruth, minutes: null },
          { householdId: home.ben, minutes: null },
        ],
      },
    ],
    ...more,
  };
}

export function share(
  home: Sharing,
  rule: Partial<PoolRuleInput> = {},
  more: Partial<PoolInput> = {},
): string {
  return savePool(home.context, home.ruth, null, poolOf(home, rule, more)).id;
}

/** Confirms what the repeating week planned on a day. */
export function confirmPlanned(home: Sharing, day: string): string {
  const on = isoDay(day);
  const { window } = loadRota(databaseOf(home.context), home.ruth, on, on);
  const planned = window.shifts.find((shift) => shift.patternId === home.patternId)!;
  confirmHours(home.context, home.ruth, [{ key: planned.key, actual: null }]);
  return planned.key;
}

/** The week from 16 November: Tuesday 8 hours shared (£104.00), Monday 4 hours for Ruth alone (£52.00). */
export function workTheWeek(home: Sharing): void {
  confirmPlanned(home, '2026-11-17');
  addTestShift(home.context, home.ruth, home.grace, '2026-11-16', '09:00', '13:00');
}

/** Finishes the oldest open run of Ruth's; answers the run's id. */
export function payNow(home: Sharing): string {
  const { key } = payRuns(home.context, home.ruth).open[0]!;
  return finishRun(home.context, home.ruth, key, payRun(home.context, home.ruth, key).totals.net);
}

/** The kept shift of a day: what a correction names. */
export function keptShift(home: Sharing, day: string): string {
  const { window } = loadRota(databaseOf(home.context), home.ruth, isoDay(day), isoDay(day));
  return window.shifts.find((shift) => shift.shiftId !== null)!.shiftId!;
}
