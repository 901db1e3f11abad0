import type { FeeScale, FeeTerms } from '@shared/api/fees';
import { addDays, type IsoDay } from '@shared/dates';
import { type Pence, pence } from '@shared/money';
import { feeCounts, feeScalesOf, feeTermsOf, householdsWithoutFees } from '../db/queries/fees';
import { agreementsOf } from '../db/queries/household';
import { organisationOf } from '../db/queries/organisation';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { nextTurn } from '../system/next-turn';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { waitingOf } from './fees-waiting';

type Row = Pick<
  WorkspaceSchema['household_fee'],
  'per_run_pence' | 'per_payslip_pence' | 'starter_pence' | 'year_end_pence' | 'vat_rate'
>;

/** What is asked, from a row of the usual terms or of a household's own. */
export function amountsOf(row: Row) {
  return {
    perRun: row.per_run_pence,
    perPayslip: row.per_payslip_pence,
    starter: row.starter_pence,
    yearEnd: row.year_end_pence,
    vatRate: row.vat_rate,
  };
}

function amountsRow(input: {
  readonly perRun: Pence;
  readonly perPayslip: Pence;
  readonly starter: Pence;
  readonly yearEnd: Pence;
  readonly vatRate: number | null;
}): Row {
  return {
    per_run_pence: pence(input.perRun),
    per_payslip_pence: pence(input.perPayslip),
    starter_pence: pence(input.starter),
    year_end_pence: pence(input.yearEnd),
    vat_rate: input.vatRate,
  };
}

const ALL_DAYS = '2999-12-31' as IsoDay;

/** The usual terms, and how many households have terms. */
export function feesView(context: ServiceContext) {
  const db = databaseOf(context);
  const { withTerms, all } = feeCounts(db);
  const organisation = organisationOf(db);
  return {
    scales: feeScalesOf(db).map((row) => ({ id: row.id, name: row.name, ...amountsOf(row) })),
    withTerms,
    withoutTerms: all - withTerms,
    hasAccount: organisation !== undefined && organisation.account_number !== '',
  };
}

/** Keeps usual terms. Refuses `fees.name-taken`. */
export function saveScale(context: ServiceContext, scale: FeeScale): string {
  const db = databaseOf(context);
  const same = feeScalesOf(db).find((one) => one.name.toLowerCase() === scale.name.toLowerCase());
  if (same !== undefined && same.id !== scale.id) refuse('fees.name-taken', { name: scale.name }, 'name');
  if (scale.id !== null && db.byId('fee_scale', scale.id) === undefined) refuse('not-found');
  const id = scale.id ?? context.ids.next();
  const row = { id, name: scale.name, ...amountsRow(scale) };
  db.act({ name: 'fees.scale-saved', householdId: null, values: { name: scale.name } }, (write) => {
    if (scale.id === null) write.insert('fee_scale', row);
    else write.update('fee_scale', id, row);
  });
  return id;
}

/** Takes usual terms away. Households that have them keep them: theirs are their own. */
export function removeScale(context: ServiceContext, id: string): void {
  const db = databaseOf(context);
  const row = db.byId('fee_scale', id) ?? refuse('not-found');
  db.act({ name: 'fees.scale-removed', householdId: null, values: { name: row.name } }, (write) =>
    write.remove('fee_scale', id),
  );
}

/** Keeps a household's terms from a day on: earlier ones end the day before, later ones go. */
export function saveTerms(context: ServiceContext, householdId: string, terms: FeeTerms): void {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  if (terms.agreementId !== null) ownedRow(db.byId('funding_agreement', terms.agreementId), householdId);
  const before = feeTermsOf(db, householdId);
  const row = {
    id: context.ids.next(),
    household_id: householdId,
    starts_on: terms.startsOn,
    ends_on: null,
    scale_name: terms.name,
    ...amountsRow(terms),
    agreement_id: terms.agreementId,
  };
  db.act({ name: 'fees.terms-saved', householdId, values: { name: terms.name } }, (write) => {
    for (const one of before) {
      if (one.starts_on >= terms.startsOn) write.remove('household_fee', one.id);
      else if (one.ends_on === null || one.ends_on >= terms.startsOn)
        write.update('household_fee', one.id, { ends_on: addDays(terms.startsOn, -1) });
    }
    write.insert('household_fee', row);
  });
}

/** Ends a household's terms after a day. Refuses `fees.no-terms` where none are in force then. */
export function endTerms(context: ServiceContext, householdId: string, lastDay: IsoDay): void {
  const db = databaseOf(context);
  const after = feeTermsOf(db, householdId).filter((one) => one.ends_on === null || one.ends_on > lastDay);
  if (after.length === 0) refuse('fees.no-terms', {}, 'lastDay');
  db.act({ name: 'fees.terms-ended', householdId }, (write) => {
    for (const one of after) {
      if (one.starts_on > lastDay) write.remove('household_fee', one.id);
      else write.update('household_fee', one.id, { ends_on: lastDay });
    }
  });
}

const SLICE = 20;

/** Gives usual terms to every household that has none, each in its own act. Answers how many. */
export async function giveScale(context: ServiceContext, scaleId: string, startsOn: IsoDay): Promise<number> {
  const db = databaseOf(context);
  const scale = db.byId('fee_scale', scaleId) ?? refuse('not-found');
  const without = householdsWithoutFees(db);
  for (const [index, { id }] of without.entries()) {
    if (index % SLICE === SLICE - 1) {
      // Others are answered in between.
      await nextTurn();
      if (!context.workspace.isOpen || databaseOf(context) !== db) refuse('workspace.locked');
    }
    saveTerms(context, id, { startsOn, name: scale.name, ...amountsOf(scale), agreementId: null });
  }
  return without.length;
}

/** A household's terms, its funds and what waits to be charged. */
export function termsView(context: ServiceContext, householdId: string) {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const [waiting] = waitingOf(context, ALL_DAYS, householdId);
  return {
    name: household.supported_name || household.name,
    terms: feeTermsOf(db, householdId).map((row) => ({
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      name: row.scale_name,
      ...amountsOf(row),
      agreementId: row.agreement_id,
    })),
    agreements: agreementsOf(db, householdId).map((one) => ({ id: one.id, name: one.funder_name })),
    waiting: waiting === undefined ? [] : waiting.charges.map((one) => one.shown),
  };
}
