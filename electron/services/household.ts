import type {
  Agreement,
  BankAccount,
  Bill,
  Certificate,
  Employer,
  HouseholdDetails,
  HouseholdRecord,
  Representative,
  SetupTask,
} from '@shared/api/household';
import { pence } from '@shared/money';
import {
  accountHasStatements,
  accountsOf,
  agreementIsUsed,
  agreementsOf,
  billsOf,
  categoriesOf,
  categoryIsUsed,
  certificatesOf,
  employerOf,
  householdCards,
  households,
  representativesOf,
} from '../db/queries/household';
import { workersOf } from '../db/queries/people';
import { patternsOf } from '../db/queries/rota';
import { refuse } from '../refusal';
import { bit, databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { keepFile, mediaTypeOf } from './stored-files';

/** Makes an empty household and answers its id. */
export function addHousehold(context: ServiceContext, name: string): string {
  const db = databaseOf(context);
  const id = context.ids.next();
  const position = households(db).length + 1;
  db.act({ name: 'household.added', householdId: id, undoable: false }, (write) => {
    write.insert('household', {
      id,
      position,
      name,
      supported_name: '',
      known_as: '',
      birth_date: null,
      address_line_1: '',
      address_line_2: '',
      town: '',
      postcode: '',
      phone: '',
      email: '',
      nation: 'england',
      user_name: '',
      created_on: todayOf(context),
    });
  });
  return id;
}

export function listHouseholds(context: ServiceContext) {
  return householdCards(databaseOf(context)).map(({ id, name, role, employerId }) => ({
    id,
    name,
    role,
    setUp: employerId !== null,
  }));
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
    details: {
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
    },
    representatives: representativesOf(db, householdId).map((one) => ({
      id: one.id,
      name: one.name,
      role: one.role,
      mandate: one.mandate,
      startsOn: one.starts_on,
      endsOn: one.ends_on,
      phone: one.phone,
      email: one.email,
      usesMainstay: one.uses_mainstay === 1,
    })),
    employer:
      employer === undefined
        ? null
        : {
            legalName: employer.legal_name,
            payeStatus: employer.paye_status,
            payeReference: employer.paye_reference,
            accountsOfficeReference: employer.accounts_office_reference,
            employmentAllowance: employer.employment_allowance === 1,
            smallEmployersRelief: employer.small_employers_relief === 1,
            filingRoute: employer.filing_route,
            hmrcPayments: employer.hmrc_payments,
            contactName: employer.contact_name,
            contactPhone: employer.contact_phone,
          },
    agreements: agreementsOf(db, householdId).map((one) => ({
      id: one.id,
      funderName: one.funder_name,
      funderKind: one.funder_kind,
      reference: one.reference,
      startsOn: one.starts_on,
      endsOn: one.ends_on,
      amount: one.amount_pence,
      amountBasis: one.amount_basis,
      frequency: one.frequency,
      firstPaymentOn: one.first_payment_on,
      contribution: one.contribution_pence,
      weeklyMinutes: one.weekly_minutes,
      surplusWeeks: one.surplus_weeks,
      surplusTested: one.surplus_tested,
      returnProfile: one.return_profile,
      returnEvery:
        one.return_months !== null ? { months: one.return_months } : { weeks: one.return_weeks ?? 13 },
      returnStartsOn: one.return_starts_on,
      returnDueDays: one.return_due_days,
      receiptsOver: one.receipts_over_pence,
      categories: categories
        .filter((category) => category.agreement_id === one.id)
        .map((category) => ({
          id: category.id,
          name: category.name,
          ledgerAccount: category.ledger_account as Agreement['categories'][number]['ledgerAccount'],
          allowed: category.allowed === 1,
          note: category.note,
        })),
    })),
    accounts: accountsOf(db, householdId).map((one) => ({
      id: one.id,
      name: one.name,
      bank: one.bank,
      sortCode: one.sort_code,
      accountNumber: one.account_number,
      openedOn: one.opened_on,
      opening: one.opening_pence,
    })),
    bills: billsOf(db, householdId).map((one) => ({
      id: one.id,
      name: one.name,
      amount: one.amount_pence,
      dueOn: one.due_on,
      everyMonths: one.every_months,
      ledgerAccount: one.ledger_account as Bill['ledgerAccount'],
    })),
    certificates: certificatesOf(db, householdId).map((one) => ({
      id: one.id,
      kind: one.kind,
      name: one.name,
      fileHash: one.file_hash,
      validFrom: one.valid_from,
      validTo: one.valid_to,
    })),
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

export function saveDetails(context: ServiceContext, householdId: string, details: HouseholdDetails): void {
  const db = databaseOf(context);
  const row = db.byId('household', householdId) ?? refuse('not-found');
  if (details.birthDate !== null && details.birthDate > todayOf(context))
    refuse('day.in-the-future', {}, 'birthDate');
  const known = details.knownAs || details.supportedName.split(' ')[0] || row.name;
  db.act({ name: 'household.details-saved', householdId }, (write) =>
    write.update('household', householdId, {
      name: known,
      supported_name: details.supportedName,
      known_as: details.knownAs,
      birth_date: details.birthDate,
      address_line_1: details.addressLine1,
      address_line_2: details.addressLine2,
      town: details.town,
      postcode: details.postcode,
      phone: details.phone,
      email: details.email,
      nation: details.nation,
      user_name: details.userName,
    }),
  );
}

export function saveRepresentative(
  context: ServiceContext,
  householdId: string,
  input: Representative,
): string {
  const db = databaseOf(context);
  if (input.startsOn !== null && input.endsOn !== null && input.endsOn < input.startsOn)
    refuse('day.end-before-start', {}, 'endsOn');
  const id = input.id ?? context.ids.next();
  const row = {
    id,
    household_id: householdId,
    name: input.name,
    role: input.role,
    mandate: input.mandate,
    starts_on: input.startsOn,
    ends_on: input.endsOn,
    phone: input.phone,
    email: input.email,
    uses_mainstay: bit(input.usesMainstay),
  };
  db.act({ name: 'household.representative-saved', householdId, values: { name: input.name } }, (write) => {
    // One person at a time sits at this computer for a household.
    if (input.usesMainstay) {
      for (const other of representativesOf(db, householdId)) {
        if (other.id !== id && other.uses_mainstay === 1)
          write.update('representative', other.id, { uses_mainstay: 0 });
      }
    }
    if (input.id === null) write.insert('representative', row);
    else {
      ownedRow(db.byId('representative', id), householdId);
      write.update('representative', id, row);
    }
  });
  return id;
}

export function removeRepresentative(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('representative', id), householdId);
  db.act({ name: 'household.representative-removed', householdId, values: { name: row.name } }, (write) =>
    write.remove('representative', id),
  );
}

/** Keeps the employer of record. A registered employer has a PAYE reference: without one it refuses with `employer.paye-reference-needed`. */
export function saveEmployer(context: ServiceContext, householdId: string, input: Employer): void {
  const db = databaseOf(context);
  if (input.payeStatus === 'registered' && input.payeReference === '')
    refuse('employer.paye-reference-needed', {}, 'payeReference');
  const existing = employerOf(db, householdId);
  const row = {
    id: existing?.id ?? context.ids.next(),
    household_id: householdId,
    legal_name: input.legalName,
    paye_status: input.payeStatus,
    paye_reference: input.payeReference.toUpperCase(),
    accounts_office_reference: input.accountsOfficeReference.toUpperCase(),
    employment_allowance: bit(input.employmentAllowance),
    small_employers_relief: bit(input.smallEmployersRelief),
    filing_route: input.filingRoute,
    hmrc_payments: input.hmrcPayments,
    contact_name: input.contactName,
    contact_phone: input.contactPhone,
  };
  db.act({ name: 'household.employer-saved', householdId }, (write) => {
    if (existing === undefined) write.insert('employer', row);
    else write.update('employer', existing.id, row);
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
  db.act({ name: 'household.agreement-saved', householdId, values: { name: input.funderName } }, (write) => {
    if (existing === undefined) write.insert('funding_agreement', row);
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
    write.remove('funding_agreement', id);
  });
}

export function saveAccount(context: ServiceContext, householdId: string, input: BankAccount): string {
  const db = databaseOf(context);
  const id = input.id ?? context.ids.next();
  const existing = input.id === null ? undefined : ownedRow(db.byId('bank_account', id), householdId);
  if (
    existing !== undefined &&
    accountHasStatements(db, id) &&
    (existing.opening_pence !== input.opening || existing.opened_on !== input.openedOn)
  ) {
    refuse('account.opening-settled', {}, 'opening');
  }
  const row = {
    id,
    household_id: householdId,
    position: existing?.position ?? accountsOf(db, householdId).length + 1,
    name: input.name,
    bank: input.bank,
    sort_code: input.sortCode.replace(/-/g, ''),
    account_number: input.accountNumber,
    opened_on: input.openedOn,
    opening_pence: input.opening,
  };
  db.act({ name: 'household.account-saved', householdId, values: { name: input.name } }, (write) => {
    if (existing === undefined) write.insert('bank_account', row);
    else write.update('bank_account', id, row);
  });
  return id;
}

export function saveBill(context: ServiceContext, householdId: string, input: Bill): string {
  const db = databaseOf(context);
  const id = input.id ?? context.ids.next();
  const row = {
    id,
    household_id: householdId,
    name: input.name,
    amount_pence: pence(input.amount),
    due_on: input.dueOn,
    every_months: input.everyMonths,
    ledger_account: input.ledgerAccount,
    ends_on: null,
  };
  db.act({ name: 'household.bill-saved', householdId, values: { name: input.name } }, (write) => {
    if (input.id === null) write.insert('bill', row);
    else {
      ownedRow(db.byId('bill', id), householdId);
      write.update('bill', id, row);
    }
  });
  return id;
}

export function removeBill(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('bill', id), householdId);
  db.act({ name: 'household.bill-removed', householdId, values: { name: row.name } }, (write) =>
    write.remove('bill', id),
  );
}

/** Keeps a certificate or a letter with its dates and, when given, its file (JPEG, PNG or PDF; else `file.kind-not-taken`). */
export function saveCertificate(
  context: ServiceContext,
  householdId: string,
  input: Certificate,
  file: { readonly name: string; readonly base64: string } | null,
): string {
  const db = databaseOf(context);
  if (input.validFrom !== null && input.validTo !== null && input.validTo < input.validFrom)
    refuse('day.end-before-start', {}, 'validTo');
  const id = input.id ?? context.ids.next();
  const bytes = file === null ? undefined : Buffer.from(file.base64, 'base64');
  const mediaType =
    bytes === undefined ? undefined : (mediaTypeOf(bytes) ?? refuse('file.kind-not-taken', {}, 'file'));
  db.act({ name: 'household.certificate-saved', householdId, values: { name: input.name } }, (write) => {
    const hash =
      bytes !== undefined && mediaType !== undefined ? keepFile(db, write, bytes, mediaType) : input.fileHash;
    const row = {
      id,
      household_id: householdId,
      kind: input.kind,
      name: input.name,
      file_hash: hash,
      valid_from: input.validFrom,
      valid_to: input.validTo,
    };
    if (input.id === null) write.insert('certificate', row);
    else {
      ownedRow(db.byId('certificate', id), householdId);
      write.update('certificate', id, row);
    }
  });
  return id;
}
