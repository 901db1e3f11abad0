import { addDays, addMonths, type IsoDay, isoDay } from '../../dates';
import type { Eps, EpsMessage } from './eps-types';
import { commonRules, type HmrcRule, messageRule } from './hmrc-rule';

const KIND = 'EmployerPaymentSummary';
const RECOVERABLE = `${KIND}/RecoverableAmountsYTD`;
const CLASSES = ['HMRC-PAYE-RTI-EPS', 'HMRC-PAYE-RTI-EPS-TIL'];

/** The 5th on which the tax month of a day ends. */
function endOfTaxMonth(day: IsoDay): IsoDay {
  const inMonth = isoDay(`${day.slice(0, 8)}05`);
  return day <= inMonth ? inMonth : addMonths(inMonth, 1);
}

/**
 * When amounts for a tax month may be sent: from the 6th a month before it starts to the 19th after it has ended;
 * month 12 has no last day.
 */
export function recoverableWindow(
  startYear: number,
  taxMonth: number,
): { readonly from: IsoDay; readonly to: IsoDay | null } {
  const firstDay = addMonths(isoDay(`${startYear}-04-06`), taxMonth - 1);
  const end = addMonths(isoDay(`${startYear}-05-19`), taxMonth - 1);
  return { from: addMonths(firstDay, -1), to: taxMonth === 12 ? null : end };
}

const MONTH_RULES: readonly HmrcRule<EpsMessage>[] = Array.from({ length: 12 }, (_, index) =>
  messageRule<EpsMessage>(7918 + index, `${RECOVERABLE}/TaxMonth`, ({ year, submission }, today) => {
    if (submission.recoverable?.taxMonth !== index + 1) return false;
    const { from, to } = recoverableWindow(Number(year.slice(0, 4)), index + 1);
    return today < from || (to !== null && today > to);
  }),
);

/** HMRC's 33 business rules for an EPS of 2026-27. */
export const HMRC_EPS_RULES: readonly HmrcRule<EpsMessage>[] = [
  ...commonRules<Eps>(KIND),
  messageRule(7910, `${KIND}/NoPaymentDates/From`, ({ submission }, today) => {
    return submission.noPayment !== undefined && submission.noPayment.from > today;
  }),
  messageRule(7869, `${KIND}/NoPaymentDates/From`, ({ submission: { noPayment } }) => {
    return noPayment !== undefined && noPayment.from >= noPayment.to;
  }),
  messageRule(7911, `${KIND}/NoPaymentDates/To`, ({ submission }, today) => {
    return submission.noPayment !== undefined && submission.noPayment.to > endOfTaxMonth(today);
  }),
  messageRule(7872, `${KIND}/PeriodOfInactivity/From`, ({ submission: { inactivity } }) => {
    return inactivity !== undefined && inactivity.from >= inactivity.to;
  }),
  messageRule(7873, `${KIND}/PeriodOfInactivity/From`, ({ submission: { inactivity } }, today) => {
    return inactivity !== undefined && inactivity.from !== addDays(endOfTaxMonth(today), 1);
  }),
  messageRule(7874, `${KIND}/PeriodOfInactivity/To`, ({ submission: { inactivity } }, today) => {
    return inactivity !== undefined && inactivity.to <= today;
  }),
  messageRule(7871, `${KIND}/PeriodOfInactivity`, ({ submission: { inactivity } }) => {
    return inactivity !== undefined && inactivity.to >= addMonths(inactivity.from, 12);
  }),
  ...MONTH_RULES,
  messageRule(7953, `${RECOVERABLE}/CISDeductionsSuffered`, ({ submission }) => {
    return (
      (submission.recoverable?.cisDeductionsSuffered ?? 0) > 0 &&
      submission.references.corporationTaxReference === undefined
    );
  }),
  messageRule(7912, RECOVERABLE, ({ submission: { recoverable } }) => {
    if (recoverable === undefined) return false;
    const { taxMonth: _, ...amounts } = recoverable;
    return Object.values(amounts).every((amount) => amount === undefined);
  }),
  messageRule(7838, KIND, ({ envelope }) => !CLASSES.includes(envelope.messageClass)),
  messageRule(
    7913,
    KIND,
    ({ submission: eps }) =>
      eps.noPayment === undefined &&
      eps.inactivity === undefined &&
      eps.employmentAllowance === undefined &&
      eps.recoverable === undefined &&
      eps.apprenticeshipLevy === undefined &&
      eps.account === undefined &&
      eps.finalSubmission === undefined,
  ),
];
