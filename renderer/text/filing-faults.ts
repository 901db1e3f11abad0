import type { FilingFault } from '@shared/api/filing';
import type { FpsPersonProblem } from '@shared/payroll/rti/build-fps';
import type { FpsCrossCheck } from '@shared/payroll/rti/fps-cross-checks';
import type { HmrcField } from '@shared/payroll/rti/rti-fields';
import { said, type Values } from './values';

/** Where something is put right: a part of the PA’s record, the employer, or nowhere. */
type Mend = 'details' | 'tax' | 'starter' | 'leaving' | 'contract' | 'employer' | 'none';

type Fault = { readonly text: (name: string, values: Values) => string; readonly mend: Mend };

export type FaultWords = {
  readonly text: string;
  readonly link: { readonly to: string; readonly label: string } | undefined;
};

const on =
  (mend: Mend) =>
  (text: Fault['text']): Fault => ({ text, mend });
const details = on('details');
const tax = on('tax');
const starter = on('starter');
const leaving = on('leaving');
const employer = on('employer');
const none = on('none');

/** A part that Mainstay never fills in. It is said all the same, so that nothing fails without a word. */
const never = (what: string): Fault =>
  none(() => `The report has something about ${what}. Mainstay does not fill that in. Ask for help first.`);
const figures = (what: string): Fault =>
  none(
    (name) =>
      `The ${what} of ${name} does not fit HMRC’s box. Look at the payslip, and at figures from before.`,
  );

const lel = 'National Insurance letter X goes with no National Insurance at all.';
const window = none(
  () =>
    'HMRC takes these amounts for this month only near its end. Put them in the summary (EPS) of a later month.',
);
const noEmployeeNi = tax(
  (name) =>
    `${name}’s National Insurance letter goes with no employee National Insurance, yet some was taken. Check the letter.`,
);

/** By HMRC’s own number. */
const RULES: Readonly<Record<number, Fault>> = {
  5001: details((name) => `${name}’s birth date is in the future. Check it.`),
  5004: employer(() => 'The employer PAYE reference is missing.'),
  5005: employer(() => 'The employer PAYE reference is not the same everywhere. Check it.'),
  7821: employer(() => 'The first three figures of the employer PAYE reference are not right.'),
  7822: employer(() => 'What follows the slash in the employer PAYE reference is not right.'),
  7823: details(
    (name) => `${name} has no National Insurance number. HMRC then needs two lines of their address.`,
  ),
  7824: details((name) => `${name} needs a first name.`),
  7825: details((name) => `${name} lives abroad. HMRC needs two lines of the address.`),
  7826: details((name) => `${name}’s birth date is more than 130 years ago. Check the year.`),
  7828: details((name) => `${name}’s first day of work is more than 30 days ahead. Report the start later.`),
  7829: details((name) => `${name} is new. HMRC needs two lines of their address.`),
  7831: leaving((name) => `${name}’s last day is more than 30 days ahead. HMRC can’t be told yet.`),
  7837: never('another kind of message'),
  7838: never('another kind of message'),
  7844: never('another tax year'),
  7845: never('a partner'),
  7846: never('a partner'),
  7847: leaving((name) => `This is pay after leaving, and ${name}’s last day is not in the record.`),
  7849: tax(
    (name) =>
      `${name}’s National Insurance letter is only for some married women. Check the letter and the gender.`,
  ),
  7850: tax(
    (name) => `${name} has the same National Insurance letter twice. Check figures from other software.`,
  ),
  7852: tax(() => lel),
  7853: tax(() => lel),
  7854: tax(() => lel),
  7863: tax(() => lel),
  7864: tax(() => lel),
  7865: noEmployeeNi,
  7866: noEmployeeNi,
  7869: none(() => 'The time without pay ends before it starts.'),
  7871: none(() => 'A time without any pay can be a year at the most.'),
  7872: none(() => 'The time without any pay ends before it starts.'),
  7873: none(() => 'A time without any pay must start with the next tax month.'),
  7874: none(() => 'A time without any pay must end after today.'),
  7875: none(() => 'You said that the employer PAYE scheme has closed. Enter the day it closed.'),
  7876: none(() => 'The day that the scheme closed is in the future. Enter today or an earlier day.'),
  7877: none(() => 'There is nobody in this report.'),
  7878: starter((name) => `${name} is new. HMRC needs statement A, B or C of the starter checklist.`),
  7879: never('a pension that you pay as a former employer'),
  7880: never('work sent from abroad'),
  7881: starter((name) => `${name} is new. HMRC needs statement A, B or C of the starter checklist.`),
  7882: never('a taxpayer reference'),
  7883: never('company directors'),
  7884: never('work sent from abroad'),
  7885: never('small pensions paid out at once'),
  7889: never('another tax year'),
  7907: details((name) => `${name} has no birth date. HMRC needs it.`),
  7910: none(() => 'This tax month has not begun. HMRC can’t be told yet that nobody was paid.'),
  7911: none(() => 'This tax month is later than the one now. HMRC can’t be told yet that nobody was paid.'),
  7912: none(() => 'There is no amount to get back. Leave that part out.'),
  7913: none(() => 'There is nothing to say in this summary (EPS). Choose at least one part, or send none.'),
  7916: never('a pension that you pay as a former employer'),
  7918: window,
  7919: window,
  7920: window,
  7921: window,
  7922: window,
  7923: window,
  7924: window,
  7925: window,
  7926: window,
  7927: window,
  7928: window,
  7929: window,
  7931: never('work sent from abroad'),
  7932: details((name) => `${name}’s address is empty. Fill it in, or take it out.`),
  7933: none(() => 'Say why this is the last report: the end of the year, or a closed scheme.'),
  7934: starter((name) => `${name} is new, and nothing is said of the start. Fill in the starter checklist.`),
  7936: never('pension pots drawn down'),
  7937: never('company cars'),
  7938: never('company cars'),
  7939: never('company cars'),
  7952: never('a taxpayer reference'),
  7953: never('the construction industry'),
  7954: tax(
    (name) =>
      `${name}’s National Insurance letter is for freeports and investment zones. Homes use another. Check it.`,
  ),
  7955: tax((name) => `${name}’s National Insurance letter is for women born before 6 April 1961. Check it.`),
  7956: none(
    (name) =>
      `${name} had bereavement pay in Northern Ireland. Report it in HMRC’s tool, which asks more than Mainstay knows.`,
  ),
  7957: none(
    (name) =>
      `${name} had bereavement pay in Northern Ireland. Report it in HMRC’s tool, which asks more than Mainstay knows.`,
  ),
};

const partnerName = never('a partner');
const monthly = never('a tax month that there is not');

/** By the field that is not in HMRC’s form. */
const FIELDS: Readonly<Record<HmrcField, Fault>> = {
  'EmployeeDetails/Name/Ttl': never('a title'),
  'EmployeeDetails/Name/Fore': details((name) => `HMRC can’t hold ${name}’s first name as it is. Check it.`),
  'EmployeeDetails/Name/Initials': never('initials'),
  'EmployeeDetails/Name/Sur': details((name) => `HMRC can’t hold ${name}’s last name as it is. Check it.`),
  'EmployeeDetails/PartnerDetails/Name/Ttl': partnerName,
  'EmployeeDetails/PartnerDetails/Name/Fore': partnerName,
  'EmployeeDetails/PartnerDetails/Name/Initials': partnerName,
  'EmployeeDetails/PartnerDetails/Name/Sur': partnerName,
  'EmployeeDetails/PartnerDetails/NINO': partnerName,
  'EmployeeDetails/NINO': details((name) => `${name}’s National Insurance number is not one HMRC gives out.`),
  'EmployeeDetails/Address/Line': details(
    (name) => `A line of ${name}’s address is longer than 35 letters, or has signs HMRC can’t hold.`,
  ),
  'EmployeeDetails/Address/UKPostcode': details((name) => `${name}’s postcode is not right. Check it.`),
  'EmployeeDetails/Address/ForeignCountry': never('a country abroad'),
  'EmployeeDetails/PassportNumber': never('a passport'),
  Employment: none((name) => `${name} has too many jobs in one report.`),
  'Employment/EmployeeWorkplacePostcode': never('a workplace postcode'),
  'Employment/LeavingDate': leaving((name) => `${name}’s last day of work is before April 2019. Check it.`),
  'Employment/PayId': details(
    (name) => `${name}’s payroll number is longer than 35 letters, or has signs HMRC can’t hold.`,
  ),
  'Employment/PayIdChgd': never('a changed payroll number'),
  'Employment/TaxWkOfApptOfDirector': never('company directors'),
  'FiguresToDate/TaxablePay': figures('pay to date'),
  'FiguresToDate/StudentLoansTD': figures('student loan to date'),
  'FiguresToDate/PostgradLoansTD': figures('postgraduate loan to date'),
  'FiguresToDate/EmpeePenContribnsPaidYTD': figures('pension to date'),
  'FiguresToDate/EmpeePenContribnsNotPaidYTD': figures('pension to date'),
  'Payment/PmtDate': none(() => 'The pay day is not in this tax year.'),
  'Payment/WeekNo': none(() => 'The tax week or month of this pay is not one that HMRC has.'),
  'Payment/PeriodsCovered': none(() => 'The number of pay periods is not right.'),
  'Payment/TaxCode': tax((name) => `${name}’s tax code is not one that HMRC can read. Check it.`),
  'Payment/StudentLoanRecovered': tax(
    (name) => `${name}’s student loan does not fit HMRC’s box. Check the plan.`,
  ),
  'Payment/PostgradLoanRecovered': figures('postgraduate loan'),
  'Payment/SMPYTD': figures('maternity pay (SMP)'),
  'Payment/SPPYTD': figures('paternity pay (SPP)'),
  'Payment/SAPYTD': figures('adoption pay (SAP)'),
  'Payment/ShPPYTD': figures('shared parental pay (ShPP)'),
  'Payment/SPBPYTD': figures('bereavement pay (SPBP)'),
  'Payment/SNCPYTD': figures('neonatal care pay (SNCP)'),
  'Payment/SPBPNIREYTD': figures('bereavement pay (SPBP)'),
  'Payment/TrivialCommutationPayment': never('small pensions paid out at once'),
  NIlettersAndValues: tax((name) => `${name} has more than four National Insurance letters in one year.`),
  'NIlettersAndValues/NIletter': tax(
    (name) => `${name}’s National Insurance letter is not one that HMRC has. Check it.`,
  ),
  'NIlettersAndValues/GrossEarningsForNICsYTD': figures('pay for National Insurance'),
  'NIlettersAndValues/AtLELYTD': figures('pay up to the lower earnings limit'),
  'NIlettersAndValues/LELtoPTYTD': figures('pay up to the primary threshold'),
  'NIlettersAndValues/PTtoUELYTD': figures('pay up to the upper earnings limit'),
  'NIlettersAndValues/TotalEmpNICYTD': figures('employer’s National Insurance'),
  'NIlettersAndValues/EmpeeContribnsYTD': figures('employee’s National Insurance'),
  'ChannelRouting/Channel/URI': never('who made the program'),
  'EmpRefs/OfficeNo': employer(
    () => 'The employer PAYE reference is missing or not right. It looks like 123/AB456.',
  ),
  'EmpRefs/PayeRef': employer(
    () => 'The employer PAYE reference is missing or not right. It looks like 123/AB456.',
  ),
  'EmpRefs/AORef': employer(
    () => 'The Accounts Office reference is missing or not right. It looks like 123PA00012345.',
  ),
  'EmpRefs/SAUTR': never('a taxpayer reference'),
  'EmpRefs/COTAXRef': never('a company'),
  'IRheader/Keys/Key': employer(() => 'The employer PAYE reference has signs that HMRC can’t hold.'),
  'FinalSubmission/DateSchemeCeased': none(() => 'The day that the scheme closed is not in this tax year.'),
  'NoPaymentDates/From': none(() => 'The time without pay must start on a 6th, in this tax year.'),
  'NoPaymentDates/To': none(() => 'The time without pay must end on a 5th, in this tax year.'),
  'PeriodOfInactivity/From': never('a long time without pay'),
  'PeriodOfInactivity/To': never('a long time without pay'),
  RecoverableAmountsYTD: none(() => 'An amount to get back is below nothing or too large for HMRC’s box.'),
  'RecoverableAmountsYTD/TaxMonth': monthly,
  'RecoverableAmountsYTD/SPBPRecoveredInNorthernIreland': never('Northern Ireland before April 2026'),
  ApprenticeshipLevy: never('the apprenticeship levy'),
  'Account/AccountHoldersName': never('a bank account'),
  'Account/AccountNo': never('a bank account'),
  'Account/SortCode': never('a bank account'),
  'Account/BuildingSocRef': never('a bank account'),
};

type OwnCode =
  | 'filing.gender-missing'
  | 'filing.start-left-out'
  | 'filing.statement-not-known'
  | 'filing.recovered-before';

/** Mainstay’s own checks. */
const OWN: Readonly<Record<FpsCrossCheck | FpsPersonProblem | OwnCode, Fault>> = {
  'rti.to-date-below-period': none(
    (name) => `${name}’s year to date is less than this pay. Check figures from other software.`,
  ),
  'rti.period-not-for-date': none(() => 'The tax week or month does not go with the pay day.'),
  'rti.period-kind-not-for-frequency': none(
    () => 'A weekly pay has a tax month, or a monthly one a tax week.',
  ),
  'rti.ni-not-as-worked-out': none(
    (name) => `${name}’s National Insurance is not what the tables give for this pay. Look at the payslip.`,
  ),
  'rti.ni-bands-above-earnings': none(
    (name) =>
      `${name}’s National Insurance bands come to more than the pay. Check figures from other software.`,
  ),
  'rti.ni-missing': tax(
    (name) => `${name} was paid enough for National Insurance, and none is in the report.`,
  ),
  'rti.ni-letter-not-for-age': tax(
    (name) => `${name}’s National Insurance letter does not go with their age. Check it.`,
  ),
  'rti.same-worker-twice': none((name) => `${name} is in this report twice.`),
  'rti.net-above-gross': none(
    (name) => `${name} has more left after tax than was paid. Look at the payslip.`,
  ),
  'rti.start-implausible': details(
    (name) => `${name} was under 13 at the start, or started over a year before this pay. Check the dates.`,
  ),
  'rti.leaving-before-start': leaving((name) => `${name}’s last day is before the first. Check the dates.`),
  'rti.late-without-reason': none(
    () => 'This pay day has passed. If you have not sent the report yet, say why it is late.',
  ),
  'rti.text-empty': details(
    (name) => `A name or a line of ${name}’s address has no letters that HMRC can hold.`,
  ),
  'rti.text-not-latin': details(
    (name) => `${name}’s name or address is not in Latin letters. HMRC needs it as in a passport.`,
  ),
  'rti.text-too-long': details((name) => `A name or a line of ${name}’s address is longer than 35 letters.`),
  'rti.address-too-many-lines': details((name) => `${name}’s address has more than four lines.`),
  'rti.postcode-not-valid': details((name) => `${name}’s postcode is not right. Check it.`),
  'filing.gender-missing': details(
    (name) => `HMRC asks for ${name}’s gender as they know it: female or male. Fill it in.`,
  ),
  'filing.start-left-out': starter(
    (name, values) =>
      `This is ${name}’s first pay here. The start on ${said(values, 'day')} is left out: it was long ago.`,
  ),
  'filing.statement-not-known': none(
    (name) => `${name} is new, and no starter checklist is kept. The report says statement C.`,
  ),
  'filing.recovered-before': none(
    () => 'Other software paid family pay this year. Add what it got back by hand.',
  ),
};

const PARTS: Readonly<Record<Exclude<Mend, 'employer' | 'none'>, (name: string) => string>> = {
  details: (name) => `Change ${name}’s details`,
  tax: (name) => `Change ${name}’s tax details`,
  starter: (name) => `Look at ${name}’s starter checklist`,
  leaving: (name) => `Change ${name}’s last day`,
  contract: (name) => `Look at ${name}’s contract`,
};

function faultOf(fault: Pick<FilingFault, 'code' | 'hmrcError' | 'element'>): Fault | undefined {
  if (fault.code === 'rti.hmrc-rule') return RULES[fault.hmrcError ?? 0];
  if (fault.code === 'rti.not-in-hmrc-form') return FIELDS[fault.element as HmrcField];
  return OWN[fault.code as keyof typeof OWN];
}

/** Whether a fault has its own sentence. */
export function hasFaultSentence(fault: Pick<FilingFault, 'code' | 'hmrcError' | 'element'>): boolean {
  return faultOf(fault) !== undefined;
}

/** What is not right with a report, in words, and where it is put right. */
export function faultWords(fault: FilingFault): FaultWords {
  const name = said(fault.values, 'name', 'this PA');
  const known = faultOf(fault);
  if (known === undefined)
    return {
      text: `Something in this report needs a look. Mainstay calls it “${fault.hmrcError ?? fault.code}”.`,
      link: undefined,
    };
  return { text: known.text(name, fault.values), link: linkOf(known.mend, fault.workerId, name) };
}

function linkOf(mend: Mend, workerId: string | null, name: string): FaultWords['link'] {
  if (mend === 'none') return undefined;
  if (mend === 'employer') return { to: '/settings/employer', label: 'Change the employer’s details' };
  return workerId === null ? undefined : { to: `/people/${workerId}/${mend}`, label: PARTS[mend](name) };
}
