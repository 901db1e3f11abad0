import type { FilingFault } from '@shared/api/filing';
import { type IsoDay, isoDay } from '@shared/dates';
import {
  type EmployerReferences,
  type RtiFault,
  type RtiMessage,
  type RtiYear,
  rtiYearDays,
} from '@shared/payroll/rti/rti-types';
import { refuse } from '../refusal';
import type { ServiceContext } from './context';
import type { PayRecord } from './pay-record';

const YEARS: ReadonlySet<string> = new Set<RtiYear>(['2025-26', '2026-27']);

/** Mainstay has no number of a software maker from HMRC: whoever sends a file puts in their own. */
const NO_VENDOR = '0000';

function isRtiYear(taxYear: string): taxYear is RtiYear {
  return YEARS.has(taxYear);
}

/** How an employer reports to HMRC: online (by themselves or through somebody), on paper, or not at all. */
export function reportingRoute(record: PayRecord): 'online' | 'paper' | 'none' {
  if (record.employer?.paye_status !== 'registered') return 'none';
  return record.employer.filing_route === 'paper' ? 'paper' : 'online';
}

/** Why no FPS or EPS of a tax year is made for an employer; null where one can be. */
export function whyNoFile(record: PayRecord, taxYear: string): string | null {
  const { employer } = record;
  if (employer === undefined || employer.paye_status === 'not-registered-yet') return 'filing.not-registered';
  if (employer.paye_status === 'not-needed') return 'filing.not-needed';
  if (employer.filing_route === 'paper') return 'filing.on-paper';
  return isRtiYear(taxYear) ? null : 'filing.year-not-known';
}

/** The tax year of a message. Refuses with what `whyNoFile` says. */
export function rtiYear(record: PayRecord, taxYear: string): RtiYear {
  const why = whyNoFile(record, taxYear);
  if (why !== null) refuse(why, { year: taxYear });
  return isRtiYear(taxYear) ? taxYear : refuse('filing.year-not-known', { year: taxYear });
}

/** The employer's references, as both messages begin. */
export function employerReferences(record: PayRecord): EmployerReferences {
  const [officeNumber = '', payeReference = ''] = (record.employer?.paye_reference ?? '')
    .toUpperCase()
    .split('/');
  return {
    officeNumber,
    payeReference,
    accountsOfficeReference: (record.employer?.accounts_office_reference ?? '').toUpperCase(),
  };
}

/** A message around a submission, without anybody's user name or password: whoever sends it has their own. */
export function messageOf<Submission extends { readonly references: EmployerReferences }>(
  context: ServiceContext,
  year: RtiYear,
  kind: 'FPS' | 'EPS',
  submission: Submission,
): RtiMessage<Submission> {
  const keys = [
    { type: 'TaxOfficeNumber', value: submission.references.officeNumber },
    { type: 'TaxOfficeReference', value: submission.references.payeReference },
  ];
  return {
    year,
    envelope: {
      messageClass: `HMRC-PAYE-RTI-${kind}`,
      isTest: false,
      userId: '',
      password: '',
      keys,
      vendorId: NO_VENDOR,
      product: 'Mainstay',
      version: context.version,
    },
    header: { keys, periodEnd: isoDay(rtiYearDays(year).last), sender: 'Employer' },
    submission,
  };
}

/** A fault as it is shown, with who it is about. */
export function shownFault(
  fault: RtiFault,
  people: readonly { readonly workerId: string; readonly name: string }[],
): FilingFault {
  const person = fault.employee === undefined ? undefined : people[fault.employee];
  return {
    code: fault.code,
    severity: fault.severity,
    hmrcError: fault.hmrcError,
    element: fault.element,
    workerId: person?.workerId ?? null,
    values: person === undefined ? {} : { name: person.name },
  };
}

/** A fault that Mainstay itself finds. */
export function ownFault(
  code: string,
  severity: FilingFault['severity'],
  person: { readonly workerId: string; readonly name: string } | null,
  values: FilingFault['values'] = {},
): FilingFault {
  return {
    code,
    severity,
    hmrcError: null,
    element: '',
    workerId: person?.workerId ?? null,
    values: person === null ? values : { name: person.name, ...values },
  };
}

/** Whether a day lies in a span, both ends in it. */
export function isWithin(day: IsoDay, from: IsoDay, to: IsoDay): boolean {
  return from <= day && day <= to;
}
