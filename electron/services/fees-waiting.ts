import type { FeeCharge } from '@shared/api/fees';
import { earlierDay, type IsoDay } from '@shared/dates';
import { feeOf, taxYearsEnded, vatOf } from '@shared/desk/fees';
import { addPence, NO_MONEY, type Pence } from '@shared/money';
import {
  allFeeTerms,
  feeTermsOf,
  firstFeeDay,
  othersToCharge,
  runsToCharge,
  startersToCharge,
  yearEndsToCharge,
} from '../db/queries/fees';
import { households } from '../db/queries/household';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';

type Terms = WorkspaceSchema['household_fee'];

/** One thing to charge for: as it is shown, and what it is for. */
export type WaitingCharge = {
  readonly shown: FeeCharge;
  readonly sourceId: string;
  readonly agreementId: string | null;
  readonly vatRate: number | null;
};

export type WaitingHousehold = {
  readonly householdId: string;
  readonly name: string;
  readonly charges: readonly WaitingCharge[];
  readonly net: Pence;
  readonly vat: Pence;
};

const amountsOf = (row: Terms) => ({
  perRun: row.per_run_pence,
  perPayslip: row.per_payslip_pence,
  starter: row.starter_pence,
  yearEnd: row.year_end_pence,
  vatRate: row.vat_rate,
});

function chargeBy(
  terms: Terms,
  kind: 'run' | 'starter' | 'year-end',
  facts: {
    readonly sourceId: string;
    readonly day: IsoDay;
    readonly what: string;
    readonly payslips: number;
  },
): WaitingCharge {
  const net = feeOf(amountsOf(terms), kind, facts.payslips);
  const { day, what, payslips } = facts;
  return {
    shown: { id: null, kind, day, what, payslips, net, vat: vatOf(net, terms.vat_rate) },
    sourceId: facts.sourceId,
    agreementId: terms.agreement_id,
    vatRate: terms.vat_rate,
  };
}

/** Everything that was done up to a day, is to be paid for and stands on no invoice yet, by household. */
function found(
  db: WorkspaceDatabase,
  until: IsoDay,
  householdId: string | null,
  today: IsoDay,
): ReadonlyMap<string, WaitingCharge[]> {
  const byHousehold = new Map<string, WaitingCharge[]>();
  const terms = new Map(allFeeTerms(db, householdId).map((row) => [row.id, row]));
  const add = (id: string, charge: WaitingCharge): void => {
    if (charge.shown.net === NO_MONEY) return;
    const list = byHousehold.get(id);
    if (list === undefined) byHousehold.set(id, [charge]);
    else list.push(charge);
  };
  for (const row of runsToCharge(db, until, householdId)) {
    const own = terms.get(row.terms_id);
    if (own !== undefined)
      add(
        row.household_id,
        chargeBy(own, 'run', { sourceId: row.source_id, day: row.day, what: '', payslips: row.payslips }),
      );
  }
  for (const row of startersToCharge(db, until, householdId)) {
    const own = terms.get(row.terms_id);
    const what = `${row.first_names} ${row.last_name}`.trim();
    if (own !== undefined)
      add(
        row.household_id,
        chargeBy(own, 'starter', { sourceId: row.source_id, day: row.day, what, payslips: 0 }),
      );
  }
  const first = firstFeeDay(db);
  for (const { taxYear, endedOn } of first === undefined
    ? []
    : taxYearsEnded(first, earlierDay(until, today)))
    for (const row of yearEndsToCharge(db, taxYear, endedOn, householdId)) {
      const own = terms.get(row.terms_id);
      if (own !== undefined)
        add(
          row.household_id,
          chargeBy(own, 'year-end', { sourceId: taxYear, day: endedOn, what: taxYear, payslips: 0 }),
        );
    }
  for (const row of othersToCharge(db, until, householdId))
    add(row.household_id, {
      shown: {
        ...{ id: row.id, kind: row.kind, day: row.day, what: row.what, payslips: 0 },
        ...{ net: row.net_pence, vat: row.vat_pence },
      },
      sourceId: row.source_id,
      agreementId: row.agreement_id,
      vatRate: row.vat_pence === 0 ? null : (vatRateOn(db, row.household_id, row.day) ?? null),
    });
  return byHousehold;
}

/** What was done up to a day and is not charged yet, in the order of the households; of one household alone where it is named. */
export function waitingOf(
  context: ServiceContext,
  until: IsoDay,
  householdId: string | null = null,
): WaitingHousehold[] {
  const db = databaseOf(context);
  const byHousehold = found(db, until, householdId, todayOf(context));
  const own = householdId === null ? undefined : db.byId('household', householdId);
  return (own === undefined ? households(db) : [own]).flatMap((household) => {
    const charges = byHousehold.get(household.id);
    if (charges === undefined) return [];
    const sorted = charges.sort((a, b) => (a.shown.day < b.shown.day ? -1 : 1));
    return [
      {
        householdId: household.id,
        name: household.supported_name || household.name,
        charges: sorted,
        net: addPence(...sorted.map((one) => one.shown.net)),
        vat: addPence(...sorted.map((one) => one.shown.vat)),
      },
    ];
  });
}

function vatRateOn(db: WorkspaceDatabase, householdId: string, day: IsoDay): number | null | undefined {
  return feeTermsOf(db, householdId).findLast((one) => one.starts_on <= day)?.vat_rate;
}

/** Adds something else to charge a household for. Refuses `fees.no-terms` where it has none on that day. */
export function addOther(
  context: ServiceContext,
  householdId: string,
  input: { readonly day: IsoDay; readonly what: string; readonly net: Pence },
): string {
  const db = databaseOf(context);
  if (input.net === 0) refuse('money.empty', {}, 'net');
  const terms = feeTermsOf(db, householdId).findLast((one) => one.starts_on <= input.day);
  if (terms === undefined) refuse('fees.no-terms', {}, 'day');
  const id = context.ids.next();
  db.act({ name: 'fees.charge-added', householdId, values: { name: input.what } }, (write) =>
    write.insert('fee_charge', {
      ...{ id, household_id: householdId, kind: 'other', source_id: id },
      ...{ day: input.day, what: input.what, quantity: 1 },
      net_pence: input.net,
      vat_pence: vatOf(input.net, terms.vat_rate),
      agreement_id: terms.agreement_id,
      invoice_id: null,
    }),
  );
  return id;
}

/** Takes something that was added by hand out again, while it is on no invoice. */
export function removeOther(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('fee_charge', id), householdId);
  if (row.invoice_id !== null || row.kind !== 'other') refuse('fees.charged-already');
  db.act({ name: 'fees.charge-removed', householdId, values: { name: row.what } }, (write) =>
    write.remove('fee_charge', id),
  );
}
