import type { CoverContact, CoverPerson, CoverView } from '@shared/api/cover';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import type { ServiceContext } from '../../electron/services/context';
import { coverList } from '../../electron/services/cover-view';
import {
  addTestAbsence,
  addTestHousehold,
  addTestPattern,
  addTestWorker,
  type TestWorkspace,
  type WorkerOptions,
} from '../support/workspace';
import { workspaceForTest } from '../support/workspace-for-test';

export const TUESDAY = '2026-11-24';

export function time(start: string, end: string, day = TUESDAY) {
  return { day: isoDay(day), start: clockTime(start), endDay: isoDay(day), end: clockTime(end) };
}

export const SAID: CoverPerson = {
  willing: 'yes',
  ownWeeklyLimitMinutes: null,
  optedOutOf48On: null,
  premium: null,
  note: '',
  windows: [],
  daysOff: [],
  trainings: [],
};

export const AGENCY: CoverContact = {
  id: null,
  kind: 'agency',
  name: 'Bright Care',
  phone: '0113 496 0100',
  hours: 'Day and night',
  minimumMinutes: 0,
  noticeMinutes: null,
  trainings: null,
  note: '',
  charges: [{ id: null, kindOfWork: null, fromDay: isoDay('2026-04-06'), toDay: null, pounds: '28.50' }],
};

type Given = {
  readonly given: TestWorkspace;
  readonly context: ServiceContext;
  readonly householdId: string;
  readonly grace: string;
  readonly maya: string;
  readonly key: string;
};

/**
 * Grace works from 10 am to 2 pm on weekdays at £13, 20 hours by contract. It is 9 am on Tuesday 24 November 2026, and
 * she has rung in sick for today. Maya, zero hours at £14, covers for others.
 */
export async function graceIsSick(
  maya: Partial<WorkerOptions> = {},
  employmentAllowance = true,
): Promise<Given> {
  const given = await workspaceForTest(TUESDAY);
  const { context } = given;
  const householdId = addTestHousehold(context, { employmentAllowance });
  const grace = addTestWorker(context, householdId, {
    startedOn: '2026-11-16',
    contract: { hoursKind: 'fixed', weeklyMinutes: 20 * 60 },
  });
  const mayaId = addTestWorker(context, householdId, {
    firstNames: 'Maya',
    lastName: 'Reid',
    startedOn: '2026-11-16',
    rates: { weekday: '14.00' },
    ...maya,
  });
  addTestPattern(context, householdId, grace, '2026-11-16', [0, 1, 2, 3, 4], '10:00', '14:00');
  const absenceId = addTestAbsence(context, householdId, grace, 'sickness', TUESDAY, TUESDAY);
  const [need] = coverList(context, householdId, absenceId).needs;
  return { given, context, householdId, grace, maya: mayaId, key: need!.key };
}

export function choiceOf(view: CoverView, id: string, kind = 'whole') {
  return view.choices.find((one) => one.kind === kind && one.takers.some((taker) => taker.id === id))!;
}

export function reasonsOf(view: CoverView, id: string): readonly string[] {
  return choiceOf(view, id).takers[0]!.reasons.map((one) => one.code);
}
