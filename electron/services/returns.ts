import type { ReturnSummary, ReturnView } from '@shared/api/returns';
import type { IsoDay } from '@shared/dates';
import { agreementsOf } from '../db/queries/household';
import { type SentReturn, sentReturnsOf } from '../db/queries/returns';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import type { SealedFigures } from './money-closed';
import { sealedPack } from './return-documents';
import { type MadeReturn, makeReturn, sentReturn, type WhichReturn } from './returns-make';
import { agreementPeriods } from './returns-profile';
import { keepFile, sha256 } from './stored-files';

/** What was sealed as it is shown: with when and how it was sent. */
export function sentView(row: SentReturn, sealed: SealedFigures): ReturnView {
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

const NOT_TOLD = { ready: null, asked: null };

/**
 * Every return of every agreement, the newest period first: sent, due, or of the days that are running; with those that were
 * sent for other days. How much is ready is worked out of each agreement's next one to send and the running one alone.
 */
export function listReturns(context: ServiceContext, householdId: string): ReturnSummary[] {
  const db = databaseOf(context);
  const today = todayOf(context);
  const allSent = sentReturnsOf(db, householdId);
  return agreementsOf(db, householdId)
    .flatMap((agreement) => {
      const sent = allSent.filter((one) => one.agreement_id === agreement.id);
      const periods = agreementPeriods(agreement, today);
      const sentFor = (from: IsoDay, to: IsoDay): SentReturn | undefined =>
        sent.find((one) => one.from_day === from && one.to_day === to);
      const isCovered = (from: IsoDay, to: IsoDay): boolean =>
        sent.some((one) => one.from_day <= to && one.to_day >= from);
      const open = periods.filter((one) => !isCovered(one.from, one.to));
      // The oldest that waits, and the one that is running.
      const looked = new Set([open.find((one) => one.to < today)?.from, open.at(-1)?.from]);
      const days = [
        ...periods,
        ...sent
          .filter((one) => !periods.some((two) => two.from === one.from_day && two.to === one.to_day))
          .map((one) => ({ from: one.from_day, to: one.to_day, dueOn: undefined })),
      ];
      return days.map(({ from, to, dueOn }): ReturnSummary => {
        const row = sentFor(from, to);
        const due = dueOn ?? to;
        const isLooked = row === undefined && looked.has(from);
        const which = { agreementId: agreement.id, from, to };
        const view = isLooked ? makeReturn(context, householdId, which, { whole: false }).view : undefined;
        return {
          agreementId: agreement.id,
          funderName: agreement.funder_name,
          from,
          to,
          dueOn: due,
          state: row !== undefined ? 'sent' : to >= today ? 'not-ended' : 'due',
          late: row === undefined && to < today && due < today,
          returnId: row?.id ?? null,
          sentOn: row?.sent_on ?? null,
          ...(view === undefined ? NOT_TOLD : countReady(view)),
        };
      });
    })
    .sort((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0));
}

/** What is sealed beside the figures: by which profile, and every file with its check number. */
function manifestOf(
  made: MadeReturn,
  figures: string,
  files: readonly { readonly name: string; readonly sha256: string }[],
): string {
  const { id, version, name } = made.profile;
  return JSON.stringify({
    format: 1,
    profile: { key: id, version, name },
    figures: sha256(Buffer.from(figures)),
    closing: made.view.closing,
    unpresented: made.view.unpresented,
    files,
  });
}

/**
 * Notes that a return was sent, and seals it: its figures, its pack and its evidence are kept as they are, and its lines
 * can then only be corrected. Not undoable. Refuses with `return.already-sent`, `return.overlaps-sent`,
 * `return.not-ended` or `day.in-the-future`.
 */
export async function markSent(
  context: ServiceContext,
  householdId: string,
  input: WhichReturn & {
    readonly sentOn: IsoDay;
    readonly sentHow: string;
    readonly sentTo?: string | undefined;
    readonly reference?: string | undefined;
  },
  kind: 'period' | 'final' = 'period',
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
  const making = await sealedPack(context, householdId, made);
  const pack = making.bytes;
  // While the pack was made, the record may have moved on.
  if (JSON.stringify(check().view) !== JSON.stringify(made.view)) refuse('return.changed-since');
  const id = context.ids.next();
  const sealed: SealedFigures = { format: 1, view: made.view, document: making.document };
  const figures = JSON.stringify(sealed);
  const values = { name: made.agreement.funder_name, from: input.from, to: input.to };
  db.act({ name: 'returns.sent', householdId, values, undoable: false }, (write) => {
    const packHash = keepFile(db, write, pack, 'application/pdf');
    for (const file of making.files) keepFile(db, write, file.read(), file.mediaType);
    const files = making.document.evidence.map(({ fileName, sha256: hash }) => ({
      name: fileName,
      sha256: hash,
    }));
    write.append('monitoring_return', {
      id,
      household_id: householdId,
      agreement_id: input.agreementId,
      from_day: input.from,
      to_day: input.to,
      figures_json: figures,
      pack_hash: packHash,
      sent_on: input.sentOn,
      sent_how: input.sentHow,
      closed_at: context.clock.nowIso(),
      sent_to: input.sentTo ?? '',
      reference: input.reference ?? '',
      manifest_json: manifestOf(made, figures, [{ name: 'pack', sha256: packHash }, ...files]),
      kind,
    });
    const line = { household_id: householdId, return_id: id };
    for (const one of made.view.transactions)
      write.append('return_line', {
        ...line,
        id: `${id}-${one.number}`,
        line_id: one.lineId,
        number: one.number,
        counted_on: one.mark === 'late' ? one.day : null,
      });
    // Closed with the return, though it counted them before, or counts them later.
    for (const [index, lineId] of made.counted.entries())
      write.append('return_line', {
        ...line,
        id: `${id}-counted-${index + 1}`,
        line_id: lineId,
        number: 0,
        counted_on: null,
      });
  });
  return id;
}
