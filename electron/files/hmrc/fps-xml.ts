import type {
  FpsAddress,
  FpsEmployee,
  FpsEmployeeDetails,
  FpsEmployment,
  FpsFiguresToDate,
  FpsMessage,
  FpsName,
  FpsNi,
  FpsStarter,
} from '@shared/payroll/rti/fps-types';
import { paymentXml } from './fps-payment-xml';
import { type WrittenMessage, writeGovTalk } from './govtalk';
import { finalXml, money, referencesXml } from './rti-xml';
import { element, optional, type XmlElement, yes } from './xml';

function nameXml(name: FpsName): XmlElement {
  return element('Name', [
    optional('Ttl', name.title),
    ...(name.forenames ?? []).map((forename) => element('Fore', forename)),
    optional('Initials', name.initials),
    element('Sur', name.surname),
  ]);
}

function addressXml(address: FpsAddress): XmlElement {
  return element('Address', [
    ...address.lines.map((line) => element('Line', line)),
    optional('UKPostcode', address.postcode),
    optional('ForeignCountry', address.foreignCountry),
  ]);
}

function detailsXml(details: FpsEmployeeDetails): XmlElement {
  return element('EmployeeDetails', [
    optional('NINO', details.niNumber),
    nameXml(details.name),
    details.address === undefined ? undefined : addressXml(details.address),
    optional('BirthDate', details.birthDate),
    element('Gender', details.gender),
    optional('PassportNumber', details.passportNumber),
    details.partner === undefined
      ? undefined
      : element('PartnerDetails', [
          optional('NINO', details.partner.niNumber),
          nameXml(details.partner.name),
        ]),
  ]);
}

const STAYS = {
  '183-days-or-more': 'Stay183DaysOrMore',
  'less-than-183-days': 'StayLessThan183Days',
  'in-and-out-of-uk': 'InOutUK',
} as const;

function starterXml(starter: FpsStarter): XmlElement {
  const { seconded, occupationalPension, statePension } = starter;
  return element('Starter', [
    optional('StartDate', starter.startDate),
    optional('StartDec', starter.declaration),
    yes('StudentLoan', starter.studentLoan),
    yes('PostgradLoan', starter.postgraduateLoan),
    seconded === undefined
      ? undefined
      : element('Seconded', [
          seconded.stay === undefined ? undefined : element(STAYS[seconded.stay], 'yes'),
          yes('EEACitizen', seconded.eeaCitizen),
          yes('EPM6', seconded.epm6),
        ]),
    occupationalPension === undefined
      ? undefined
      : element('OccPension', [
          yes('Bereaved', occupationalPension.bereaved),
          money('Amount', occupationalPension.amount),
        ]),
    statePension === undefined
      ? undefined
      : element('StatePension', [
          yes('Bereaved', statePension.bereaved),
          money('Amount', statePension.amount),
        ]),
  ]);
}

function toDateXml(toDate: FpsFiguresToDate): XmlElement {
  return element('FiguresToDate', [
    money('TaxablePay', toDate.taxablePay),
    money('TotalTax', toDate.tax),
    money('StudentLoansTD', toDate.studentLoans),
    money('PostgradLoansTD', toDate.postgraduateLoans),
    money('BenefitsTaxedViaPayrollYTD', toDate.benefitsTaxed),
    money('EmpeePenContribnsPaidYTD', toDate.pensionNetPay),
    money('EmpeePenContribnsNotPaidYTD', toDate.pensionAfterTax),
  ]);
}

function niXml(ni: FpsNi): XmlElement {
  return element('NIlettersAndValues', [
    element('NIletter', ni.letter),
    money('GrossEarningsForNICsInPd', ni.earnings),
    money('GrossEarningsForNICsYTD', ni.earningsToDate),
    money('AtLELYTD', ni.atLelToDate),
    money('LELtoPTYTD', ni.lelToPtToDate),
    money('PTtoUELYTD', ni.ptToUelToDate),
    money('TotalEmpNICInPd', ni.employer),
    money('TotalEmpNICYTD', ni.employerToDate),
    money('EmpeeContribnsInPd', ni.employee),
    money('EmpeeContribnsYTD', ni.employeeToDate),
  ]);
}

function employmentXml(employment: FpsEmployment): XmlElement {
  const { starter, payrollIdChanged, directorSinceTaxWeek } = employment;
  return element('Employment', [
    yes('OffPayrollWorker', employment.offPayrollWorker),
    yes('OccPenInd', employment.occupationalPensionPaid),
    optional('DirectorsNIC', employment.directorsNic),
    optional(
      'TaxWkOfApptOfDirector',
      directorSinceTaxWeek === undefined ? undefined : `${directorSinceTaxWeek}`,
    ),
    starter === undefined ? undefined : starterXml(starter),
    optional('EmployeeWorkplacePostcode', employment.workplacePostcode),
    optional('PayId', employment.payrollId),
    payrollIdChanged === undefined
      ? undefined
      : element('PayIdChgd', [
          element('PayrollIdChangedIndicator', 'yes'),
          optional('OldPayrollId', payrollIdChanged.oldPayrollId),
        ]),
    yes('PaymentToANonIndividual', employment.paymentToNonIndividual),
    yes('IrrEmp', employment.irregularEmployment),
    optional('LeavingDate', employment.leavingDate),
    toDateXml(employment.toDate),
    paymentXml(employment.payment),
    ...employment.nationalInsurance.map(niXml),
  ]);
}

function employeeXml(employee: FpsEmployee): XmlElement {
  return element('Employee', [detailsXml(employee.details), ...employee.employments.map(employmentXml)]);
}

/**
 * A Full Payment Submission as XML in the order of HMRC's schema for its year, with its IRmark. It writes what it is
 * given: check it first (`fpsFaults`). Writing is not sending.
 */
export function writeFps(message: FpsMessage): WrittenMessage {
  const fps = message.submission;
  return writeGovTalk(
    message,
    'FullPaymentSubmission',
    element('FullPaymentSubmission', [
      referencesXml(fps.references),
      element('RelatedTaxYear', fps.relatedTaxYear),
      ...fps.employees.map(employeeXml),
      finalXml(fps.finalSubmission),
    ]),
  );
}
