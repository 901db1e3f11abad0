import type { ReturnSummary, ReturnView } from '@shared/api/returns';
import type { IsoDay } from '@shared/dates';
import { agreementsOf } from '../db/queries/household';
import { sentReturnsOf } from '../db/queries/returns';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import type { SealedFigures } from './money-closed';
import { sealedPack } from './return-documents';
import { type MadeReturn, makeReturn, sentReturn, type WhichReturn } from './returns-make';
import { agreementPeriods } from './returns-profile';
import { keepFile } from './stored-files';

function sentView(row: WorkspaceSchema['monitoring_return'], sealed: SealedFigures): ReturnView {
  return { ...sealed.view, returnId: row.id, state: 'sent', sentOn: row.sent_on, sentHow: row.sent_how };
}

/** One return: as it was sealed when it was sent, else as the record stands. Refuses with `not-found`. */
export function getReturn(context: ServiceContext, householdId: string, which: WhichReturn): ReturnView {
  ownedRow(databaseOf(context).byId('funding_agreement', which.agreementId), householdId);
  const sent = sentReturn(context, householdId, which);
  return sent === undefined ? makeReturn(context, householdId, which).view : sentView(sent.row, sent.sealed);
}

function countReady(view: ReturnView): { ready: number; asked: number } {
  const asked = view.evidence.filter((item) => item.code.startsWith('check.'));
  return { ready: asked.filter((item) => item.ready).length, asked: asked.length };
}

/** Every return of every agreement, the newest period first: sent, due, or of the days that are running. */
export function listReturns(context: ServiceContext, householdId: string): ReturnSummary[] {
  const db = databaseOf(context);
  const today = todayOf(context);
  return agreementsOf(db, householdId)
    .flatMap((agreement) =>
      agreementPeriods(agreement, today).map((period): ReturnSummary => {
        const which = { agreementId: agreement.id, from: period.from, to: period.to };
        const sent = sentReturn(context, householdId, which);
        const view =
          sent === undefined
            ? makeReturn(context, householdId, which, { whole: false }).view
            : sentView(sent.row, sent.sealed);
        const { agreementId, funderName, from, to, dueOn, state, returnId, sentOn } = view;
        return { agreementId, funderName, from, to, dueOn, state, returnId, sentOn, ...countReady(view) };
      }),
    )
    .sort((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0));
}

/**
 * Notes that a return was sent, and seals it: its figures, its pack and its evidence are kept as they are, and its lines
 * can then only be corrected. Not undoable. Refuses with `return.already-sent`, `return.overlaps-sent`,
 * `return.not-ended` or `day.in-the-future`. Everything is done at once unless the pack has PNG pictures to unpack.
 */
export async function markSent(
  context: ServiceContext,
  householdId: string,
  input: WhichReturn & { readonly sentOn: IsoDay; readonly sentHow: string },
): Promise<string> {
  const db = databaseOf(context);
  const which = { agreementId: input.agreementId, from: input.from, to: input.to };
  const check = (): MadeReturn => {
    const sent = sentReturnsOf(db, householdId).filter((one) => one.agreement_id === input.agreementId);
    if (sent.some((one) => one.from_day === input.from && one.to_day === input.to))
      refuse('return.already-sent', { from: input.from, to: input.to });
    if (sent.some((one) => one.from_day <= input.to && one.to_day >= input.from))
      refuse('return.overlaps-sent', { from: input.from, to: input.to });
    if (input.to >= todayOf(context)) refuse('return.not-ended', { to: input.to });
    if (input.sentOn > todayOf(context)) refuse('day.in-the-future', {}, 'sentOn');
    if (input.sentOn <= input.to) refuse('return.sent-before-end', { to: input.to }, 'sentOn');
    return makeReturn(context, householdId, which);
  };
  const made = check();
  const making = sealedPack(context, householdId, made);
  const pack = making.bytes instanceof Promise ? await making.bytes : making.bytes;
  // While a pack with pictures was made, the record may have moved on.
  if (making.bytes instanceof Promise && JSON.stringify(check().view) !== JSON.stringify(made.view))
    refuse('return.changed-since');
  const id = context.ids.next();
  const figures: SealedFigures = { format: 1, view: made.view, document: making.document };
  const values = { name: made.agreement.funder_name, from: input.from, to: input.to };
  db.act({ name: 'returns.sent', householdId, values, undoable: false }, (write) => {
    const packHash = keepFile(db, write, pack, 'application/pdf');
    for (const file of making.files) keepFile(db, write, file.bytes, file.mediaType);
    write.append('monitoring_return', {
      id,
      household_id: householdId,
      agreement_id: input.agreementId,
      from_day: input.from,
      to_day: input.to,
      figures_json: JSON.stringify(figures),
      pack_hash: packHash,
      sent_on: input.sentOn,
      sent_how: input.sentHow,
      closed_at: context.clock.nowIso(),
      sent_to: '',
      reference: '',
      manifest_json: null,
      kind: 'period',
    });
    for (const line of made.view.transactions) {
      write.append('return_line', {
        id: `${id}-${line.number}`,
        household_id: householdId,
        return_id: id,
        line_id: line.lineId,
        number: line.number,
        counted_on: null,
      });
    }
  });
  return id;
}
