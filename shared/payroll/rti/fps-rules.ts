import { addDays, type IsoDay } from '../../dates';
import { employmentRules } from './fps-employment-rules';
import { niRules } from './fps-ni-rules';
import type { Fps, FpsEmployee, FpsMessage } from './fps-types';
import { commonRules, type HmrcRule, isUtr, messageRule, yearsBefore } from './hmrc-rule';

const KIND = 'FullPaymentSubmission';
const EMPLOYEE = `${KIND}/Employee`;

function employeeRule(
  hmrcError: number,
  path: string,
  broken: (employee: FpsEmployee, today: IsoDay) => boolean,
): HmrcRule<FpsMessage> {
  return {
    hmrcError,
    element: `${EMPLOYEE}${path}`,
    broken: (message, today) =>
      message.submission.employees.flatMap((employee, index) =>
        broken(employee, today) ? [{ employee: index }] : [],
      ),
  };
}

/** Whether an employee has the two lines of address that HMRC asks for in some cases. */
function hasTwoLines(employee: FpsEmployee): boolean {
  return (employee.details.address?.lines.length ?? 0) >= 2;
}

const EMPLOYEE_RULES: readonly HmrcRule<FpsMessage>[] = [
  employeeRule(
    7825,
    '/EmployeeDetails/Address/ForeignCountry',
    (employee) => employee.details.address?.foreignCountry !== undefined && !hasTwoLines(employee),
  ),
  employeeRule(
    5001,
    '/EmployeeDetails/BirthDate',
    ({ details }, today) => (details.birthDate ?? today) > today,
  ),
  employeeRule(
    7826,
    '/EmployeeDetails/BirthDate',
    ({ details }, today) => details.birthDate !== undefined && details.birthDate <= yearsBefore(today, 130),
  ),
  employeeRule(
    7846,
    '/EmployeeDetails/PartnerDetails',
    ({ details: { partner } }) =>
      partner !== undefined &&
      (partner.name.forenames ?? []).length === 0 &&
      partner.name.initials === undefined,
  ),
  employeeRule(
    7823,
    '/EmployeeDetails',
    (employee) => employee.details.niNumber === undefined && !hasTwoLines(employee),
  ),
  employeeRule(
    7824,
    '/EmployeeDetails',
    ({ details: { name } }) => (name.forenames ?? []).length === 0 && name.initials === undefined,
  ),
  // HMRC's number for a start date without an address names the start date, though the address is the employee's.
  {
    hmrcError: 7829,
    element: `${EMPLOYEE}/Employment/Starter/StartDate`,
    broken: ({ submission }) =>
      submission.employees.flatMap((one, employee) =>
        one.employments.flatMap(({ starter }, employment) =>
          starter?.startDate !== undefined && !hasTwoLines(one) ? [{ employee, employment }] : [],
        ),
      ),
  },
  employeeRule(
    7845,
    '',
    ({ details, employments }) =>
      details.partner !== undefined &&
      !employments.some(({ payment }) => payment.statutoryPay?.shpp !== undefined),
  ),
  employeeRule(
    7907,
    '',
    ({ details, employments }) =>
      details.birthDate === undefined && !employments.some((one) => one.paymentToNonIndividual === true),
  ),
  employeeRule(
    7932,
    '',
    ({ details: { address } }) =>
      address !== undefined && address.lines.length === 0 && address.postcode === undefined,
  ),
];

const CLASSES = ['HMRC-PAYE-RTI-FPS', 'HMRC-PAYE-RTI-FPS-TIL'];

/** HMRC's 54 business rules for an FPS of 2026-27. Those of 2025-26 are the same less the two for Northern Ireland. */
export const HMRC_FPS_RULES: readonly HmrcRule<FpsMessage>[] = [
  ...commonRules<Fps>(KIND),
  messageRule(7882, `${KIND}/EmpRefs/SAUTR`, ({ submission: { references } }) => {
    const reference = references.selfAssessmentUtr;
    return reference !== undefined && !isUtr(reference);
  }),
  messageRule(
    7952,
    `${KIND}/EmpRefs/SAUTR`,
    ({ submission: { references } }) =>
      references.selfAssessmentUtr !== undefined && references.corporationTaxReference !== undefined,
  ),
  messageRule(7837, KIND, ({ envelope }) => !CLASSES.includes(envelope.messageClass)),
  messageRule(
    7877,
    KIND,
    ({ submission }) => submission.employees.length === 0 && submission.finalSubmission === undefined,
  ),
  ...EMPLOYEE_RULES,
  ...employmentRules(EMPLOYEE, (today) => addDays(today, 30)),
  ...niRules(EMPLOYEE),
];
