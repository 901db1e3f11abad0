import type { EpsMessage } from './eps-types';
import type { FpsEmployee, FpsEmployment, FpsMessage, FpsName, FpsPayment } from './fps-types';
import type { HmrcField } from './rti-fields';
import {
  type EmployerReferences,
  type FinalSubmission,
  type RtiFault,
  type RtiMessage,
  type RtiPlace,
  rtiYearDays,
} from './rti-types';

const NAME = /^[A-Za-z][A-Za-z '-]{0,34}$/;
const TITLE = /^[A-Za-z][A-Za-z .'-]{0,34}$/;
const INITIALS = /^[A-Za-z][A-Za-z ]{0,4}$/;
const FREE_TEXT = /^[A-Za-z0-9 .,\-()/=!"%&*;<>'+:?]{1,35}$/;
const LINE = /^(?=[A-Za-z0-9])[A-Za-z0-9 .,\-()/=!"%&*;<>'+:?]{1,35}$/;
const NI_NUMBER =
  /^([ACEHJLMOPRSWXY][A-CEGHJ-NPR-TW-Z]|B[A-CEHJ-NPR-TW-Z]|G[ACEGHJ-NPR-TW-Z]|[KT][A-CEGHJ-MPR-TW-Z]|N[A-CEGHJL-NPR-SW-Z]|Z[A-CEGHJ-NPR-TW-Y])[0-9]{6}[A-D ]$/;
const TAX_CODE = /^(?=.{2,7}$)([1-9][0-9]{0,5}[LMNPTY]|BR|0T|NT|D[0-8]|K[1-9][0-9]{0,5})$/;
const WORKPLACE =
  /^[A-Z]([0-9]|[0-9]{2}|([A-HJ-Y][0-9]{1,2})|([0-9][A-Z])|([A-HJ-Y][0-9]?[A-Z])) [0-9][ABD-HJLNP-UW-Z]{2}$/;
const WORKPLACE_NI = /^BT[0-9]{1,2} [0-9][ABD-HJLNP-UW-Z]{2}$/;
const EARLIEST_LEAVING = '2019-04-06';

/** Largest amounts in pence, as the schemas have them. */
const MOST = {
  pay: 99_999_999_999,
  loan: 9_999_900,
  atLel: 999_900,
  lelToPt: 999_999,
  ptToUel: 9_999_999,
  statutory: 99_999_999,
};

/** One field: HMRC's element, and whether what it holds has HMRC's form. */
type Field = readonly [element: HmrcField, fits: boolean];

const fits = (value: string | undefined, shape: RegExp): boolean => value === undefined || shape.test(value);
const within = (amount: number | undefined, least: number, most: number): boolean =>
  amount === undefined || (amount >= least && amount <= most);
const whole = (amount: number | undefined, least: number, most: number): boolean =>
  within(amount, least, most) && (amount === undefined || amount % 100 === 0);

function faults(fields: readonly Field[], place: RtiPlace = {}): readonly RtiFault[] {
  return fields.flatMap(([element, right]) =>
    right
      ? []
      : [{ ...place, code: 'rti.not-in-hmrc-form', hmrcError: null, severity: 'wrong' as const, element }],
  );
}

function headerFields(message: RtiMessage<unknown>, references: EmployerReferences): readonly Field[] {
  const { envelope } = message;
  return [
    ['ChannelRouting/Channel/URI', /^[0-9]{4}$/.test(envelope.vendorId)],
    ['EmpRefs/OfficeNo', /^[0-9]{3}$/.test(references.officeNumber)],
    ['EmpRefs/PayeRef', /^(?! )[A-Za-z0-9 .,\-()/=!"%&*;<>'+:?]{1,10}$/.test(references.payeReference)],
    ['EmpRefs/AORef', /^[0-9]{3}P[A-Z][0-9]{7}[0-9X]$/.test(references.accountsOfficeReference)],
    ['EmpRefs/SAUTR', fits(references.selfAssessmentUtr, /^[0-9]{10}$/)],
    ['EmpRefs/COTAXRef', fits(references.corporationTaxReference, /^[0-9]{10}$/)],
    // What stands beside these in the header: HMRC's plain characters only.
    ['IRheader/Keys/Key', message.header.keys.every(({ value }) => /^[A-Za-z0-9 &'()*,\-./]*$/.test(value))],
  ];
}

function finalFields(message: RtiMessage<unknown>, final: FinalSubmission | undefined): readonly Field[] {
  const { first, last } = rtiYearDays(message.year);
  const ceased = final?.dateSchemeCeased;
  return [['FinalSubmission/DateSchemeCeased', ceased === undefined || (ceased >= first && ceased <= last)]];
}

function nameFields(
  name: FpsName,
  path: 'EmployeeDetails/Name' | 'EmployeeDetails/PartnerDetails/Name',
): readonly Field[] {
  const forenames = name.forenames ?? [];
  return [
    [`${path}/Ttl`, fits(name.title, TITLE)],
    [`${path}/Fore`, forenames.length <= 2 && forenames.every((one) => NAME.test(one))],
    [`${path}/Initials`, fits(name.initials, INITIALS)],
    [`${path}/Sur`, NAME.test(name.surname)],
  ];
}

function employeeFields({ details, employments }: FpsEmployee): readonly Field[] {
  const { address, partner } = details;
  return [
    ['EmployeeDetails/NINO', fits(details.niNumber, NI_NUMBER)],
    ...nameFields(details.name, 'EmployeeDetails/Name'),
    [
      'EmployeeDetails/Address/Line',
      (address?.lines.length ?? 0) <= 4 && (address?.lines ?? []).every((line) => LINE.test(line)),
    ],
    ['EmployeeDetails/Address/UKPostcode', fits(address?.postcode, /^(?! )[A-Za-z0-9 ]{1,10}$/)],
    [
      'EmployeeDetails/Address/ForeignCountry',
      fits(address?.foreignCountry, /^(?=[A-Za-z])[A-Za-z0-9 .,\-()/=!"%&*;<>'+:?]{1,35}$/) &&
        (address?.foreignCountry === undefined || address.postcode === undefined),
    ],
    ['EmployeeDetails/PassportNumber', fits(details.passportNumber, FREE_TEXT)],
    ['EmployeeDetails/PartnerDetails/NINO', fits(partner?.niNumber, NI_NUMBER)],
    ...(partner === undefined ? [] : nameFields(partner.name, 'EmployeeDetails/PartnerDetails/Name')),
    ['Employment', employments.length >= 1 && employments.length <= 15],
  ];
}

function isPeriod(period: FpsPayment['period']): boolean {
  if ('month' in period) return Number.isInteger(period.month) && period.month >= 1 && period.month <= 12;
  const { week } = period;
  return Number.isInteger(week) && ((week >= 1 && week <= 54) || week === 56);
}

function paymentFields(payment: FpsPayment, message: FpsMessage): readonly Field[] {
  const { first, last } = rtiYearDays(message.year);
  const { studentLoan, statutoryPay: statutory } = payment;
  const isNew = message.year !== '2025-26';
  const covered = payment.periodsCovered;
  const forNorthernIreland = [
    statutory?.spbpNorthernIreland,
    statutory?.miscarriageNorthernIreland,
    statutory?.workplacePostcodeNorthernIreland,
  ];
  return [
    ['Payment/PmtDate', payment.paymentDate >= first && payment.paymentDate <= last],
    ['Payment/WeekNo', isPeriod(payment.period)],
    ['Payment/PeriodsCovered', Number.isInteger(covered) && covered >= 1 && covered <= 99],
    ['Payment/TaxCode', TAX_CODE.test(payment.taxCode)],
    [
      'Payment/StudentLoanRecovered',
      studentLoan === undefined ||
        (whole(studentLoan.amount, -MOST.loan, MOST.loan) && (isNew || studentLoan.plan !== '05')),
    ],
    ['Payment/PostgradLoanRecovered', whole(payment.postgraduateLoan, -MOST.loan, MOST.loan)],
    ['Payment/SMPYTD', within(statutory?.smp, 0, MOST.statutory)],
    ['Payment/SPPYTD', within(statutory?.spp, 0, MOST.statutory)],
    ['Payment/SAPYTD', within(statutory?.sap, 0, MOST.statutory)],
    ['Payment/ShPPYTD', within(statutory?.shpp, 0, MOST.statutory)],
    ['Payment/SPBPYTD', within(statutory?.spbp, 0, MOST.statutory)],
    ['Payment/SNCPYTD', within(statutory?.sncp, 0, MOST.statutory)],
    [
      'Payment/SPBPNIREYTD',
      within(statutory?.spbpNorthernIreland, 0, MOST.statutory) &&
        fits(statutory?.workplacePostcodeNorthernIreland, WORKPLACE_NI) &&
        (isNew || forNorthernIreland.every((one) => one === undefined)),
    ],
    [
      'Payment/TrivialCommutationPayment',
      (payment.trivialCommutation ?? []).every(({ amount }) => whole(amount, -MOST.loan, MOST.loan)),
    ],
  ];
}

function employmentFields(employment: FpsEmployment, message: FpsMessage): readonly Field[] {
  const { toDate, nationalInsurance: blocks, directorSinceTaxWeek: week } = employment;
  return [
    ['Employment/TaxWkOfApptOfDirector', week === undefined || isPeriod({ week })],
    ['Employment/EmployeeWorkplacePostcode', fits(employment.workplacePostcode, WORKPLACE)],
    ['Employment/PayId', fits(employment.payrollId, FREE_TEXT) && fits(employment.payrollId, /^[^ ]/)],
    ['Employment/PayIdChgd', fits(employment.payrollIdChanged?.oldPayrollId, FREE_TEXT)],
    [
      'Employment/LeavingDate',
      employment.leavingDate === undefined || employment.leavingDate >= EARLIEST_LEAVING,
    ],
    ['FiguresToDate/TaxablePay', within(toDate.taxablePay, 0, MOST.pay)],
    ['FiguresToDate/StudentLoansTD', whole(toDate.studentLoans, 0, MOST.loan)],
    ['FiguresToDate/PostgradLoansTD', whole(toDate.postgraduateLoans, 0, MOST.loan)],
    ['FiguresToDate/EmpeePenContribnsPaidYTD', within(toDate.pensionNetPay, 0, MOST.pay)],
    ['FiguresToDate/EmpeePenContribnsNotPaidYTD', within(toDate.pensionAfterTax, 0, MOST.pay)],
    ...paymentFields(employment.payment, message),
    ['NIlettersAndValues', blocks.length <= 4],
    ...blocks.flatMap((ni): readonly Field[] => [
      ['NIlettersAndValues/NIletter', /^[A-NP-TV-Z]$/.test(ni.letter)],
      ['NIlettersAndValues/GrossEarningsForNICsYTD', within(ni.earningsToDate, 0, MOST.pay)],
      ['NIlettersAndValues/AtLELYTD', whole(ni.atLelToDate, 0, MOST.atLel)],
      ['NIlettersAndValues/LELtoPTYTD', within(ni.lelToPtToDate, 0, MOST.lelToPt)],
      ['NIlettersAndValues/PTtoUELYTD', within(ni.ptToUelToDate, 0, MOST.ptToUel)],
      ['NIlettersAndValues/TotalEmpNICYTD', within(ni.employerToDate, 0, MOST.pay)],
      ['NIlettersAndValues/EmpeeContribnsYTD', within(ni.employeeToDate, 0, MOST.pay)],
    ]),
  ];
}

/** Where an FPS is not in the form of HMRC's schema for its year: characters, lengths, largest amounts, whole pounds. */
export function fpsShapeFaults(message: FpsMessage): readonly RtiFault[] {
  const fps = message.submission;
  return [
    ...faults(headerFields(message, fps.references)),
    ...faults(finalFields(message, fps.finalSubmission)),
    ...fps.employees.flatMap((one, employee) => [
      ...faults(employeeFields(one), { employee }),
      ...one.employments.flatMap((employment, index) =>
        faults(employmentFields(employment, message), { employee, employment: index }),
      ),
    ]),
  ];
}

/** Where an EPS is not in the form of HMRC's schema for its year. */
export function epsShapeFaults(message: EpsMessage): readonly RtiFault[] {
  const { references, noPayment, inactivity, recoverable, apprenticeshipLevy, account, finalSubmission } =
    message.submission;
  const { first, last } = rtiYearDays(message.year);
  const isMonth = (month: number | undefined): boolean =>
    month === undefined || (Number.isInteger(month) && month >= 1 && month <= 12);
  const { taxMonth, ...amounts } = recoverable ?? {};
  const text = /^(?! )[A-Za-z0-9 &'()*,\-./]+$/;
  const isNew = message.year !== '2025-26';
  return faults([
    ...headerFields(message, references),
    ['EmpRefs/SAUTR', references.selfAssessmentUtr === undefined],
    [
      'NoPaymentDates/From',
      noPayment === undefined || (noPayment.from.endsWith('-06') && noPayment.from >= first),
    ],
    ['NoPaymentDates/To', noPayment === undefined || (noPayment.to.endsWith('-05') && noPayment.to <= last)],
    ['PeriodOfInactivity/From', inactivity === undefined || inactivity.from.endsWith('-06')],
    ['PeriodOfInactivity/To', inactivity === undefined || inactivity.to.endsWith('-05')],
    ['RecoverableAmountsYTD/TaxMonth', isMonth(taxMonth)],
    ['RecoverableAmountsYTD', Object.values(amounts).every((amount) => within(amount, 0, 9_999_999_999))],
    [
      'RecoverableAmountsYTD/SPBPRecoveredInNorthernIreland',
      isNew || (amounts.spbpNorthernIreland === undefined && amounts.nicOnSpbpNorthernIreland === undefined),
    ],
    [
      'ApprenticeshipLevy',
      apprenticeshipLevy === undefined ||
        (isMonth(apprenticeshipLevy.taxMonth) &&
          whole(apprenticeshipLevy.dueToDate, 0, 9_999_999_900) &&
          within(apprenticeshipLevy.annualAllowance, 0, 1_500_000)),
    ],
    [
      'Account/AccountHoldersName',
      account === undefined || (text.test(account.holder) && account.holder.length <= 28),
    ],
    ['Account/AccountNo', account === undefined || /^[0-9]{8}$/.test(account.number)],
    ['Account/SortCode', account === undefined || /^[0-9]{6}$/.test(account.sortCode)],
    [
      'Account/BuildingSocRef',
      account?.buildingSocietyReference === undefined ||
        (text.test(account.buildingSocietyReference) && account.buildingSocietyReference.length <= 18),
    ],
    ...finalFields(message, finalSubmission),
  ]);
}
