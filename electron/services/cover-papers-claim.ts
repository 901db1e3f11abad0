import type { ClaimPreview, MadeClaim, CoverClaim as ShownClaim } from '@shared/api/cover-papers';
import { addDays, type IsoDay } from '@shared/dates';
import { coverClaim } from '@shared/rota/cover-claim';
import type { CoverCause } from '@shared/rota/cover-facts';
import { coverClaimsOf } from '../db/queries/cover-papers';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { namesForCover } from './cover-known';
import { coverReportOf } from './cover-papers-report';

/** What most councils pay cover apart for, until a claim says otherwise. */
const USUAL_CAUSES: readonly CoverCause[] = ['holiday', 'sickness'];

export type AskedClaim = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly causes: readonly CoverCause[];
};

function claimOfRow(row: WorkspaceSchema['cover_claim']): ShownClaim {
  return JSON.parse(row.claim_json) as ShownClaim;
}

/** Claims that were made, newest first; the day after the last of them, and the causes of that one. */
export function coverClaims(context: ServiceContext, householdId: string) {
  const rows = coverClaimsOf(databaseOf(context), householdId);
  const last = rows.at(-1);
  const until = rows
    .map((row) => row.to_day)
    .toSorted()
    .at(-1);
  return {
    claims: rows.toReversed().map((row) => ({
      id: row.id,
      from: row.from_day,
      to: row.to_day,
      madeOn: row.made_on,
      amount: row.amount_pence,
      covers: claimOfRow(row).lines.length,
      sentOn: row.sent_on,
      reference: row.reference,
    })),
    nextFrom: until === undefined ? null : addDays(until, 1),
    causes: last === undefined ? [...USUAL_CAUSES] : claimOfRow(last).causes,
  };
}

/** What can be claimed for a period, and what is left out with why. Covers of earlier claims are not claimed again. */
export function previewClaim(context: ServiceContext, householdId: string, asked: AskedClaim): ClaimPreview {
  const db = databaseOf(context);
  const { from, to, causes } = asked;
  if (causes.length === 0) refuse('cover-claim.no-cause', {}, 'causes');
  const report = coverReportOf(context, householdId, from, to);
  const claimed = new Set(
    coverClaimsOf(db, householdId).flatMap((row) => claimOfRow(row).lines.map((line) => line.coverKey)),
  );
  const made = coverClaim(report, { causes, from, to, claimed });
  const names = namesForCover(db, householdId);
  const counts = new Map<ClaimPreview['leftOut'][number]['code'], number>();
  for (const { code } of made.leftOut) counts.set(code, (counts.get(code) ?? 0) + 1);
  return {
    claim: {
      from: made.from,
      to: made.to,
      causes: [...causes],
      lines: made.lines.map(({ who, ...line }) => ({
        ...line,
        rate: line.rate === null ? null : { ...line.rate },
        who: names(who.kind, who.id).name,
        kind: who.kind,
      })),
      minutes: made.minutes,
      wages: made.wages,
      onCosts: made.onCosts,
      amount: made.amount,
    },
    leftOut: [...counts].map(([code, covers]) => ({ code, covers })),
  };
}

/** Makes a claim and keeps it as it is. Refuses `cover-claim.nothing-to-claim`. */
export function makeClaim(context: ServiceContext, householdId: string, asked: AskedClaim): string {
  const db = databaseOf(context);
  const { claim } = previewClaim(context, householdId, asked);
  if (claim.lines.length === 0) refuse('cover-claim.nothing-to-claim');
  const id = context.ids.next();
  db.act({ name: 'cover.claim-made', householdId, values: { from: claim.from, to: claim.to } }, (write) =>
    write.insert('cover_claim', {
      id,
      household_id: householdId,
      from_day: claim.from,
      to_day: claim.to,
      made_on: todayOf(context),
      claim_json: JSON.stringify(claim),
      amount_pence: claim.amount,
      sent_on: null,
      reference: '',
    }),
  );
  return id;
}

export function madeClaim(context: ServiceContext, householdId: string, id: string): MadeClaim {
  const row = ownedRow(databaseOf(context).byId('cover_claim', id), householdId);
  return {
    id: row.id,
    madeOn: row.made_on,
    claim: claimOfRow(row),
    sentOn: row.sent_on,
    reference: row.reference,
  };
}

/** Notes when a claim was sent, with the council's reference. Refuses `day.in-the-future` and `cover-claim.sent-before-made`. */
export function sendClaim(
  context: ServiceContext,
  householdId: string,
  id: string,
  sent: { readonly sentOn: IsoDay | null; readonly reference: string },
): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('cover_claim', id), householdId);
  if (sent.sentOn !== null && sent.sentOn > todayOf(context)) refuse('day.in-the-future', {}, 'sentOn');
  if (sent.sentOn !== null && sent.sentOn < row.made_on)
    refuse('cover-claim.sent-before-made', { day: row.made_on }, 'sentOn');
  db.act({ name: 'cover.claim-sent', householdId, values: { from: row.from_day, to: row.to_day } }, (write) =>
    write.update('cover_claim', id, { sent_on: sent.sentOn, reference: sent.reference }),
  );
}

/** Takes a claim away that was not sent. Refuses `cover-claim.already-sent`. */
export function removeClaim(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('cover_claim', id), householdId);
  if (row.sent_on !== null) refuse('cover-claim.already-sent', { day: row.sent_on });
  db.act(
    { name: 'cover.claim-removed', householdId, values: { from: row.from_day, to: row.to_day } },
    (write) => write.remove('cover_claim', id),
  );
}
