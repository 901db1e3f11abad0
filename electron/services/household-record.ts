import type {
  Agreement,
  Employer,
  HouseholdDetails,
  HouseholdRecord,
  SetupTask,
} from '@shared/api/household';
import { readAgreementPeriod } from '@shared/returns/agreement-period';
import {
  accountsOf,
  agreementsOf,
  billsOf,
  categoriesOf,
  certificatesOf,
  employerOf,
  householdCards,
  representativesOf,
} from '../db/queries/household';
import { workersOf } from '../db/queries/people';
import { patternsOf } from '../db/queries/rota';
import type {
  BankAccountRow,
  CertificateRow,
  EmployerRow,
  FundingAgreementRow,
  HouseholdRow,
  PlanCategoryRow,
  RepresentativeRow,
} from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext } from './context';

export function listHouseholds(context: ServiceContext) {
  return householdCards(databaseOf(context)).map(({ id, name, role, employerId }) => ({
    id,
    name,
    role,
    setUp: employerId !== null,
  }));
}

function detailsFrom(row: HouseholdRow): HouseholdDetails {
  return {
    supportedName: row.supported_name,
    knownAs: row.known_as,
    birthDate: row.birth_date,
    addressLine1: row.address_line_1,
    addressLine2: row.address_line_2,
    town: row.town,
    postcode: row.postcode,
    phone: row.phone,
    email: row.email,
    nation: row.nation,
    userName: row.user_name,
  };
}

function representativeFrom(row: RepresentativeRow): HouseholdRecord['representatives'][number] {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    mandate: row.mandate,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    phone: row.phone,
    email: row.email,
    usesMainstay: row.uses_mainstay === 1,
  };
}

function employerFrom(row: EmployerRow): Employer {
  return {
    legalName: row.legal_name,
    payeStatus: row.paye_status,
    payeReference: row.paye_reference,
    accountsOfficeReference: row.accounts_office_reference,
    employmentAllowance: row.employment_allowance === 1,
    smallEmployersRelief: row.small_employers_relief === 1,
    filingRoute: row.filing_route,
    hmrcPayments: row.hmrc_payments,
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
  };
}

function categoryFrom(row: PlanCategoryRow): Agreement['categories'][number] {
  return {
    id: row.id,
    name: row.name,
    ledgerAccount: row.ledger_account as Agreement['categories'][number]['ledgerAccount'],
    allowed: row.allowed === 1,
    note: row.note,
  };
}

/** What is stored of an agreement's returns beside so many months or weeks. */
function periodFrom(row: FundingAgreementRow): Pick<Agreement, 'returnRule' | 'returnTier'> {
  const { rule, tier, sendsNothing } = readAgreementPeriod(row.return_period_json);
  return {
    ...(rule === undefined ? {} : { returnRule: rule }),
    ...(tier === undefined ? {} : { returnTier: { key: tier, sends: sendsNothing === undefined } }),
  };
}

function agreementFrom(
  row: FundingAgreementRow,
  categories: readonly PlanCategoryRow[],
): HouseholdRecord['agreements'][number] {
  return {
    id: row.id,
    funderName: row.funder_name,
    funderKind: row.funder_kind,
    reference: row.reference,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    amount: row.amount_pence,
    amountBasis: row.amount_basis,
    frequency: row.frequency,
    firstPaymentOn: row.first_payment_on,
    contribution: row.contribution_pence,
    weeklyMinutes: row.weekly_minutes,
    surplusWeeks: row.surplus_weeks,
    surplusTested: row.surplus_tested,
    returnProfile: row.return_profile,
    returnEvery:
      row.return_months !== null ? { months: row.return_months } : { weeks: row.return_weeks ?? 13 },
    ...periodFrom(row),
    returnStartsOn: row.return_starts_on,
    returnDueDays: row.return_due_days,
    receiptsOver: row.receipts_over_pence,
    categories: categories.filter((category) => category.agreement_id === row.id).map(categoryFrom),
  };
}

function accountFrom(row: BankAccountRow): HouseholdRecord['accounts'][number] {
  return {
    id: row.id,
    name: row.name,
    bank: row.bank,
    sortCode: row.sort_code,
    accountNumber: row.account_number,
    openedOn: row.opened_on,
    opening: row.opening_pence,
  };
}

function certificateFrom(row: CertificateRow): HouseholdRecord['certificates'][number] {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    fileHash: row.file_hash,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

/** Everything about a household but its people, rota, pay and money. Refuses with `not-found`. */
export function getHousehold(context: ServiceContext, householdId: string): HouseholdRecord {
  const db = databaseOf(context);
  const row = db.byId('household', householdId) ?? refuse('not-found');
  const employer = employerOf(db, householdId);
  const categories = categoriesOf(db, householdId);
  return {
    id: row.id,
    name: row.name,
    details: detailsFrom(row),
    representatives: representativesOf(db, householdId).map(representativeFrom),
    employer: employer === undefined ? null : employerFrom(employer),
    agreements: agreementsOf(db, householdId).map((one) => agreementFrom(one, categories)),
    accounts: accountsOf(db, householdId).map(accountFrom),
    bills: billsOf(db, householdId).map(({ id, name }) => ({ id, name })),
    certificates: certificatesOf(db, householdId).map(certificateFrom),
  };
}

/** How far set-up has come, task by task. */
export function setupProgress(context: ServiceContext, householdId: string): SetupTask[] {
  const db = databaseOf(context);
  const record = getHousehold(context, householdId);
  const workers = workersOf(db, householdId);
  const done = (yes: boolean, started = false): SetupTask['status'] =>
    yes ? 'done' : started ? 'started' : 'not-started';
  return [
    { key: 'household', status: done(record.details.supportedName !== '') },
    { key: 'representative', status: done(record.representatives.length > 0) },
    { key: 'employer', status: done(record.employer !== null) },
    {
      key: 'agreement',
      status: done(
        record.agreements.some((one) => one.categories.length > 0),
        record.agreements.length > 0,
      ),
    },
    { key: 'account', status: done(record.accounts.length > 0) },
    {
      key: 'workers',
      status: done(
        workers.some((worker) => worker.has_contract && worker.has_tax && worker.has_rates),
        workers.length > 0,
      ),
    },
    { key: 'rota', status: done(patternsOf(db, householdId).length > 0) },
  ];
}
