import type { IsoDay } from '@shared/dates';
import {
  caseLines,
  type DeskNeed,
  deskState,
  kindOfCode,
  orderLines,
  PAY_AHEAD,
  serviceOn,
  waitsFor,
} from '@shared/desk/desk-lines';
import { followUpsOf, markOf, servicesOf, taxDetailsOn } from '../db/queries/desk';
import { employerOf } from '../db/queries/household';
import { Refusal } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { lookInParts } from './household-look';
import { workerShortName } from './worker-name';

/** Tax codes that a PA only begins with, whatever is learned from a checklist or a P45 without a code. */
function waitsForCode(detail: {
  readonly basis: string;
  readonly learnedFrom: string;
  readonly taxCode: string;
}) {
  return (
    detail.learnedFrom !== 'hmrc-notice' &&
    (detail.basis === 'week1-month1' || /^[SC]?0T/.test(detail.taxCode))
  );
}

/**
 * Looks at one household for the desk, a part at a time, and keeps what was found. What is wrong with one household is a line
 * of its own and never stops the others. Done anew when anything was done in it meanwhile.
 */
export function* lookForDesk(context: ServiceContext, householdId: string): Generator<void, void> {
  const db = databaseOf(context);
  const today = todayOf(context);
  const mark = markOf(db, householdId);
  let lines: readonly DeskNeed[];
  try {
    lines = yield* linesOf(context, householdId, today);
  } catch (error) {
    // A table that can't be read any more is told by the record itself, a fault of ours by its code.
    if (!(error instanceof Refusal)) context.log.error('desk.look', error);
    const code = error instanceof Refusal ? error.code : 'desk.fault';
    lines = [
      {
        code: 'look-failed',
        urgency: 'wrong',
        by: null,
        values: { why: code },
        target: { place: 'duties', values: {} },
      },
    ];
  }
  if (db.byId('household', householdId) === undefined) return;
  const level = serviceOn(termsOf(context, householdId), today)?.level ?? null;
  const told = lines.filter((line) => line.urgency !== 'later');
  db.keepDesk(
    {
      household_id: householdId,
      looked_day: markOf(db, householdId) === mark ? today : null,
      state: deskState(told),
      next_due_on:
        told
          .flatMap((line) => line.by ?? [])
          .sort()
          .at(0) ?? null,
    },
    lines.map((line, position) => ({
      household_id: householdId,
      position,
      code: line.code,
      kind: line.code === PAY_AHEAD ? 'pay' : kindOfCode(line.code),
      urgency: line.urgency,
      due_on: line.by,
      waits_for: waitsFor(line.code, line.values, level),
      values_json: JSON.stringify(line.values),
      target_json: JSON.stringify(line.target),
    })),
  );
}

function termsOf(context: ServiceContext, householdId: string) {
  return servicesOf(databaseOf(context), householdId).map((row) => ({
    level: row.level,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    signedOn: row.signed_on,
    paperFilingToldOn: row.paper_filing_told_on,
  }));
}

function* linesOf(
  context: ServiceContext,
  householdId: string,
  today: IsoDay,
): Generator<void, readonly DeskNeed[]> {
  const db = databaseOf(context);
  const look = yield* lookInParts(context, householdId);
  const newest = new Map(taxDetailsOn(db, householdId, today).map((row) => [row.workerId, row] as const));
  const known = new Set(
    look.needs.filter((need) => need.code.startsWith('pay-')).map((need) => need.target.values['key']),
  );
  return orderLines<DeskNeed>([
    ...look.needs,
    ...caseLines({
      today,
      services: termsOf(context, householdId),
      filingRoute: employerOf(db, householdId)?.filing_route ?? null,
      followUps: followUpsOf(db, householdId).flatMap(({ id, text, follow_up_on: on }) =>
        on === null ? [] : [{ id, text, on }],
      ),
      taxCodesWaited: [...newest.values()].filter(waitsForCode).map((row) => ({
        workerId: row.workerId,
        name: workerShortName(row),
        taxCode: row.taxCode,
        basis: row.basis,
      })),
      payDays: look.runs.open
        .filter((run) => !known.has(run.key))
        .map(({ key, payDate, people }) => ({ key, payDate, people })),
    }),
  ]);
}
