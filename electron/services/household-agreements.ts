import type { Agreement } from '@shared/api/household';
import { readAgreementPeriod, writeAgreementPeriod } from '@shared/returns/agreement-period';
import { agreementIsUsed, agreementsOf, categoriesOf, categoryIsUsed } from '../db/queries/household';
import { needLinesOf } from '../db/queries/need';
import { refuse } from '../refusal';
import { bit, databaseOf, ownedRow, type ServiceContext } from './context';

function agreementRow(input: Agreement) {
  return {
    funder_name: input.funderName,
    funder_kind: input.funderKind,
    reference: input.reference,
    starts_on: input.startsOn,
    ends_on: input.endsOn,
    amount_pence: input.amount,
    amount_basis: input.amountBasis,
    frequency: input.frequency,
    first_payment_on: input.firstPaymentOn,
    contribution_pence: input.contribution,
    weekly_minutes: input.weeklyMinutes,
    surplus_weeks: input.surplusWeeks,
    surplus_tested: input.surplusTested,
    return_profile: input.returnProfile,
    return_months: 'months' in input.returnEvery ? input.returnEvery.months : null,
    return_weeks: 'weeks' in input.returnEvery ? input.returnEvery.weeks : null,
    return_starts_on: input.returnStartsOn,
    return_due_days: input.returnDueDays,
    receipts_over_pence: input.receiptsOver,
  };
}

/** The agreement's own rule and tier for its returns; the days that were asked for stay as they are. */
function periodJson(input: Agreement, existing: string | null): string | null {
  const { returnRule, returnTier } = input;
  return writeAgreementPeriod({
    ...(returnRule === undefined ? {} : { rule: returnRule }),
    ...(returnTier === undefined ? {} : { tier: returnTier.key }),
    ...(returnTier?.sends === false ? { sendsNothing: true as const } : {}),
    asked: readAgreementPeriod(existing).asked,
  });
}

export function saveAgreement(context: ServiceContext, householdId: string, input: Agreement): string {
  const db = databaseOf(context);
  if (input.endsOn !== null && input.endsOn < input.startsOn) refuse('day.end-before-start', {}, 'endsOn');
  const names = new Set(input.categories.map((category) => category.name.toLowerCase()));
  if (names.size < input.categories.length) refuse('agreement.category-twice', {}, 'categories');
  const id = input.id ?? context.ids.next();
  const existing = input.id === null ? undefined : ownedRow(db.byId('funding_agreement', id), householdId);
  const before = categoriesOf(db, householdId).filter((category) => category.agreement_id === id);
  const kept = new Set(input.categories.map((category) => category.id));
  for (const category of before) {
    if (!kept.has(category.id) && categoryIsUsed(db, category.id))
      refuse('agreement.category-used', { name: category.name }, 'categories');
  }
  const row = {
    id,
    household_id: householdId,
    position: existing?.position ?? agreementsOf(db, householdId).length + 1,
    ...agreementRow(input),
    return_period_json: periodJson(input, existing?.return_period_json ?? null),
  };
  db.act({ name: 'household.agreement-saved', householdId, values: { name: input.funderName } }, (write) => {
    if (existing === undefined) write.insert('funding_agreement', { ...row, surplus_rule_json: null });
    else write.update('funding_agreement', id, row);
    for (const category of before) if (!kept.has(category.id)) write.remove('plan_category', category.id);
    for (const [index, category] of input.categories.entries()) {
      const categoryRow = {
        id: category.id ?? context.ids.next(),
        household_id: householdId,
        agreement_id: id,
        position: index + 1,
        name: category.name,
        ledger_account: category.ledgerAccount,
        allowed: bit(category.allowed),
        note: category.note,
      };
      if (before.some((one) => one.id === category.id))
        write.update('plan_category', categoryRow.id, categoryRow);
      else write.insert('plan_category', { ...categoryRow, id: context.ids.next() });
    }
  });
  return id;
}

/** Takes an agreement away, unless money has been put to it: then it refuses with `agreement.used` (end it instead). */
export function removeAgreement(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('funding_agreement', id), householdId);
  if (agreementIsUsed(db, id)) refuse('agreement.used', { name: row.funder_name });
  db.act({ name: 'household.agreement-removed', householdId, values: { name: row.funder_name } }, (write) => {
    for (const category of categoriesOf(db, householdId))
      if (category.agreement_id === id) write.remove('plan_category', category.id);
    for (const line of needLinesOf(db, householdId))
      if (line.agreement_id === id) write.remove('need_line', line.id);
    write.remove('funding_agreement', id);
  });
}
