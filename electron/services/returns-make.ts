import type { ReturnView } from '@shared/api/returns';
import type { IsoDay } from '@shared/dates';
import { addPence, type Pence, takePence } from '@shared/money';
import { buildReturn, type MonitoringReturn } from '@shared/returns/build-return';
import type { ReturnProfile } from '@shared/returns/profile';
import type { ReturnFacts } from '@shared/returns/return-facts';
import { type SentReturn, sealedReturn, sentReturnOf } from '../db/queries/returns';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { type SealedFigures, sealedFigures } from './money-closed';
import { returnFacts } from './returns-facts';
import { agreementDueOn, returnProfileOf } from './returns-profile';
import { viewOfReturn } from './returns-view';

type AgreementRow = WorkspaceSchema['funding_agreement'];

/** Which return: of one agreement, for some days. */
export type WhichReturn = { readonly agreementId: string; readonly from: IsoDay; readonly to: IsoDay };

/** A return as it was made just now, with what it was made from. */
export type MadeReturn = {
  readonly view: ReturnView;
  readonly facts: ReturnFacts;
  /** Bank lines that are closed with it though it does not count them. */
  readonly counted: readonly string[];
  readonly made: MonitoringReturn;
  readonly profile: ReturnProfile;
  readonly agreement: AgreementRow;
};

/** Makes a return anew from the record, for any days, whether or not one was sent. Refuses with `not-found`. */
export function makeReturn(
  context: ServiceContext,
  householdId: string,
  which: WhichReturn,
  options: { readonly whole: boolean } = { whole: true },
): MadeReturn {
  const db = databaseOf(context);
  const agreement = ownedRow(db.byId('funding_agreement', which.agreementId), householdId);
  if (which.to < which.from) refuse('day.end-before-start', {}, 'to');
  const profile = returnProfileOf(db, agreement);
  const { facts, counted } = returnFacts(context, householdId, agreement, which.from, which.to, options);
  const made = buildReturn(profile, facts);
  const due = agreementDueOn(agreement, which.from, which.to);
  const view = viewOfReturn(db, agreement, profile, facts, made, due, todayOf(context));
  // opening + in − out = closing, by our own figures: anything else is our bug.
  const closing: Pence = takePence(addPence(view.opening, view.totalIn), view.totalOut);
  if (closing !== view.closing) throw new Error(`A return does not add up: ${closing} and ${view.closing}`);
  return { view, facts, counted, made, profile, agreement };
}

/** The return that was sent for these days, without what was sealed. */
export function sentRow(
  context: ServiceContext,
  householdId: string,
  which: WhichReturn,
): SentReturn | undefined {
  return sentReturnOf(databaseOf(context), householdId, which.agreementId, which.from, which.to);
}

/** What was sealed for these days, when the return was sent. */
export function sentReturn(
  context: ServiceContext,
  householdId: string,
  which: WhichReturn,
): { readonly row: SentReturn; readonly sealed: SealedFigures } | undefined {
  const row = sentRow(context, householdId, which);
  const whole = row === undefined ? undefined : sealedReturn(databaseOf(context), row.id);
  return row === undefined || whole === undefined ? undefined : { row, sealed: sealedFigures(whole) };
}
