/** Fields that the figures of the return fill. */
const FIGURE_SOURCES = [
  'household.supported-name',
  'household.date-of-birth',
  'household.acting-for',
  'agreement.reference',
  'agreement.weekly',
  'agreement.yearly',
  'agreement.contribution-weekly',
  'period.from',
  'period.to',
  'period.made-on',
  'totals.opening',
  'totals.in',
  'totals.out',
  'totals.closing',
  'totals.contribution-paid',
  'totals.interest',
  /** How many lines of money in, and of money out, the return lists. */
  'lines.in',
  'lines.out',
  'statement.closing',
  'statement.unpresented',
  /** One field for each account: its balance by the statement, or as counted. */
  'accounts.each',
  'hours.planned',
  'hours.worked',
  'hours.covered',
  'hours.lost',
  'cover.cost',
  'owed.net-pay',
  'owed.hmrc',
  'owed.pension',
  'owed.holiday',
  'owed.bills',
  'owed.total',
  'earmarks.total',
  'earmarks.holiday',
  'earmarks.redundancy',
  'own-money',
  'over-contribution',
  'surplus.may-keep',
  'surplus.amount',
  'equipment.bought',
  /** How many withdrawals of cash have their slip. */
  'cash.slips',
] as const;

/** Fields that the record tells where it can, and the person otherwise. */
export const TOLD_SOURCES = [
  'period.last-monitored',
  'streams.ilf-weekly',
  'streams.ilf-yearly',
  'streams.total-weekly',
  'streams.total-yearly',
  'insurance.insurer',
  'insurance.premium',
  'insurance.renewal',
  'contracts.confirmed',
  'dbs.in-date',
  'payroll.provider',
  'agency.cqc-number',
  'outcomes.notes',
  'checks.net-pay-matches',
  'checks.hmrc-paid',
  'pension.records',
  'holiday.records',
] as const;
export type ToldSource = (typeof TOLD_SOURCES)[number];

/** Where a field's value comes from: the record itself, or an answer the person types. */
export const FIELD_SOURCES = [...FIGURE_SOURCES, ...TOLD_SOURCES, 'answer'] as const;
export type FieldSource = (typeof FIELD_SOURCES)[number];

/** Whether a field may be filled by what the record tells, or else by an answer. */
export function isToldSource(source: FieldSource): source is ToldSource {
  return TOLD_SOURCES.some((told) => told === source);
}
