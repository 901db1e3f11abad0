import type { Duty, Need } from '@shared/api/today';
import { addDays, daysBetween, type IsoDay } from '@shared/dates';
import { fitNotesState } from '@shared/rota/fit-notes';
import { fitNotesOf } from '../db/queries/absences';
import { workersOf } from '../db/queries/people';
import { absencesBetween } from '../db/queries/rota';
import { holidayStandings } from './absences-holiday';
import { fitNoteOfRow } from './absences-list';
import { listRequests, viewRequest } from './absences-requests';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { workerShortName } from './worker-name';

/** How many days before a fit note runs out it is told. */
const NOTE_AHEAD = 3;

type NoteOfSickness = {
  readonly absenceId: string;
  readonly firstDay: IsoDay;
  readonly name: string;
  readonly state: ReturnType<typeof fitNotesState>;
};

/** Sickness of today and of the last days, each with where it stands with its fit notes. */
function sicknessWithNotes(context: ServiceContext, householdId: string): NoteOfSickness[] {
  const db = databaseOf(context);
  const today = todayOf(context);
  const names = new Map(workersOf(db, householdId).map((worker) => [worker.id, workerShortName(worker)]));
  const notes = fitNotesOf(db, householdId);
  return absencesBetween(db, householdId, today, today)
    .filter((row) => row.kind === 'sickness')
    .map((row) => ({
      absenceId: row.id,
      firstDay: row.first_day,
      name: names.get(row.worker_id) ?? '',
      state: fitNotesState(
        { firstDay: row.first_day, lastDay: row.last_day },
        notes.filter((note) => note.absence_id === row.id).map(fitNoteOfRow),
        today,
      ),
    }));
}

function fitNoteNeeds(context: ServiceContext, householdId: string): Need[] {
  const today = todayOf(context);
  return sicknessWithNotes(context, householdId).flatMap(({ absenceId, firstDay, name, state }): Need[] => {
    const target: Need['target'] = { place: 'rota', values: { absenceId, day: firstDay } };
    const gap = state.gaps[0];
    if (gap !== undefined)
      return [
        { code: 'fit-note-needed', urgency: 'attention', by: null, values: { name, day: gap.from }, target },
      ];
    const ends = state.problems.find((one) => one.code === 'fit-note.runs-out');
    if (ends === undefined || state.coveredTo === null || daysBetween(today, state.coveredTo) > NOTE_AHEAD)
      return [];
    return [
      {
        code: 'fit-note-ends',
        urgency: 'attention',
        by: state.coveredTo,
        values: { name, day: state.coveredTo },
        target,
      },
    ];
  });
}

/** Requests that wait, with the last day to refuse each. */
function waitingRequests(context: ServiceContext, householdId: string) {
  return listRequests(context, householdId)
    .filter((one) => one.answer === 'asked')
    .map((request) => ({ request, refuseBy: viewRequest(context, householdId, request.id).refuseBy }));
}

/** What about time away needs the person: fit notes, requests for holiday, holiday that piles up. */
export function absenceNeeds(context: ServiceContext, householdId: string): Need[] {
  const today = todayOf(context);
  return [
    ...fitNoteNeeds(context, householdId),
    ...waitingRequests(context, householdId).map(({ request, refuseBy }): Need => {
      const { shortName, firstDay, lastDay } = request;
      return {
        code: 'holiday-asked',
        urgency: 'attention',
        by: refuseBy >= today ? refuseBy : null,
        values: {
          name: shortName,
          from: firstDay,
          to: lastDay,
          ...(refuseBy >= today ? { refuseBy } : {}),
        },
        target: { place: 'rota', values: { requestId: request.id } },
      };
    }),
    ...holidayStandings(context, householdId).flatMap(({ shortName, untaken }): Need[] =>
      untaken === null || untaken.severity !== 'warn'
        ? []
        : [
            {
              code: 'holiday-piles-up',
              urgency: untaken.code === 'holiday.cannot-all-be-taken' ? 'attention' : 'note',
              by: null,
              values: {
                name: shortName,
                left: untaken.values['left'] ?? '',
                day: untaken.values['yearEnds'] ?? '',
              },
              target: { place: 'rota', values: { part: 'holiday' } },
            },
          ],
    ),
  ];
}

type AbsenceDuty = Pick<Duty, 'code' | 'dueOn' | 'values'> & {
  readonly id: string;
  readonly target: Record<string, string>;
};

/** Days of duties about time away: a fit note ends, a request for holiday can last be refused. */
export function absenceDuties(context: ServiceContext, householdId: string): AbsenceDuty[] {
  const today = todayOf(context);
  return [
    ...sicknessWithNotes(context, householdId).flatMap(({ absenceId, name, firstDay, state }) =>
      state.coveredTo === null || state.coveredTo < addDays(today, -NOTE_AHEAD)
        ? []
        : [
            {
              code: 'fit-note-ends',
              dueOn: state.coveredTo,
              values: { name },
              id: absenceId,
              target: { absenceId, day: firstDay },
            },
          ],
    ),
    ...waitingRequests(context, householdId).map(({ request, refuseBy }) => ({
      code: 'holiday-answer',
      dueOn: refuseBy,
      values: { name: request.shortName, from: request.firstDay },
      id: request.id,
      target: { requestId: request.id },
    })),
  ];
}
