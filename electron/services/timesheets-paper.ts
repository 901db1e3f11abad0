import names from '@resources/documents/file-names.json';
import kinds from '@resources/documents/kinds-of-work.json';
import { daysFromTo } from '@shared/dates';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { employerOf } from '../db/queries/household';
import { type PaperLine, paperTimesheetPdf } from '../files/documents/paper-timesheet-pdf';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import type { MadeFile } from './program-files';
import type { Days } from './timesheets-periods';
import { timesheetOf } from './timesheets-view';
import { workerName } from './worker-name';

/** Empty rows at the end, for shifts that were not planned. */
const EXTRA_ROWS = 3;

/** A sheet of some days for a PA to fill in by hand: the planned shifts, or each day. */
export function paperTimesheet(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  days: Days,
  how: { readonly planned: boolean; readonly large: boolean },
): MadeFile {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const sheet = timesheetOf(db, householdId, workerId, days);
  const lines: PaperLine[] = how.planned
    ? sheet.lines.map((line) => ({
        day: line.planned.day,
        planned: {
          from: line.planned.start,
          to: line.planned.end,
          overMidnight: line.planned.endDay > line.planned.day,
          work: line.kindOfWork === 'weekday' ? '' : kinds[line.kindOfWork],
          maySleep: kindOfWorkFacts(line.kindOfWork).maySleep,
        },
        isAway: line.standing === 'away',
      }))
    : daysFromTo(days.from, days.to).map((day) => ({ day, planned: null, isAway: false }));
  const employer = employerOf(db, householdId);
  const bytes = paperTimesheetPdf({
    householdName: household.name,
    workerName: workerName(worker),
    period: days,
    lines,
    extraRows: EXTRA_ROWS,
    large: how.large,
    printedOn: todayOf(context),
    ...(employer === undefined || employer.contact_name === ''
      ? {}
      : { contact: { name: employer.contact_name, phone: employer.contact_phone } }),
  });
  return {
    name: safeFileName(fill(names.paperTimesheet, { worker: workerName(worker), day: days.to })),
    mediaType: 'application/pdf',
    bytes,
  };
}
