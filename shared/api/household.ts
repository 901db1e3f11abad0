import { z } from 'zod';
import { periodRuleSchema } from '../returns/profile';
import { call, day, id, line, minutes, pence, penceFromZero, requiredLine } from './common';

const inHousehold = z.object({ householdId: id });

export const nation = z.enum(['england', 'wales', 'scotland', 'northern-ireland']);
export type Nation = z.infer<typeof nation>;

export const householdDetails = z.object({
  /** Who the direct payment is for. */
  supportedName: requiredLine,
  knownAs: line,
  birthDate: day.nullable(),
  addressLine1: line,
  addressLine2: line,
  town: line,
  postcode: line,
  phone: line,
  email: line,
  nation,
  /** The first name of whoever sits at this computer, for the greeting. */
  userName: line,
});
export type HouseholdDetails = z.infer<typeof householdDetails>;

export const representativeRole = z.enum([
  'self',
  'appointee',
  'attorney',
  'deputy',
  'authorised-person',
  'suitable-person',
  'nominated-person',
  'parent',
]);
export type RepresentativeRole = z.infer<typeof representativeRole>;
export const representative = z.object({
  id: id.nullable(),
  name: requiredLine,
  role: representativeRole,
  mandate: line,
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  phone: line,
  email: line,
  usesMainstay: z.boolean(),
});
export type Representative = z.infer<typeof representative>;

export const employer = z.object({
  legalName: requiredLine,
  payeStatus: z.enum(['registered', 'not-registered-yet', 'not-needed']),
  payeReference: line.regex(/^$|^\d{3}\/[A-Za-z0-9]{1,10}$/, { message: 'employer.paye-reference' }),
  accountsOfficeReference: line.regex(/^$|^\d{3}P[A-Za-z]\d{7}[\dXx]$/, {
    message: 'employer.accounts-office-reference',
  }),
  employmentAllowance: z.boolean(),
  smallEmployersRelief: z.boolean(),
  filingRoute: z.enum(['basic-paye-tools', 'paper', 'bureau']),
  hmrcPayments: z.enum(['monthly', 'quarterly']),
  contactName: line,
  contactPhone: line,
});
export type Employer = z.infer<typeof employer>;

/** Where spending of a category lands in the ledger. */
export const spendingAccount = z.enum([
  'wages',
  'agency',
  'insurance',
  'equipment',
  'training',
  'expenses',
  'payroll-service',
  'bank-charges',
  'other-spending',
]);
export type SpendingAccount = z.infer<typeof spendingAccount>;

export const planCategory = z.object({
  id: id.nullable(),
  name: requiredLine,
  ledgerAccount: spendingAccount,
  allowed: z.boolean(),
  note: line,
});

export const agreement = z.object({
  id: id.nullable(),
  funderName: requiredLine,
  funderKind: z.enum(['council', 'icb', 'hsc-trust', 'ilf', 'access-to-work', 'own-money']),
  reference: line,
  startsOn: day,
  endsOn: day.nullable(),
  amount: penceFromZero,
  amountBasis: z.enum(['gross', 'net']),
  frequency: z.enum(['weekly', 'two-weekly', 'four-weekly', 'monthly']),
  firstPaymentOn: day,
  /** What the person pays in themselves, each time the funder pays. */
  contribution: penceFromZero,
  weeklyMinutes: minutes,
  /** Money above so many weeks of payments may be asked back; null when there is no such rule. */
  surplusWeeks: z.int().min(1).max(52).nullable(),
  surplusTested: z.enum(['period-end', 'year-end']),
  returnProfile: z.string().min(1),
  returnEvery: z.union([
    z.object({ months: z.int().min(1).max(12) }),
    z.object({ weeks: z.int().min(1).max(52) }),
  ]),
  /** How long returns are, where it is more than so many months or weeks; without it, `returnEvery` says so. */
  returnRule: periodRuleSchema.optional(),
  /** Which tier of the profile the funder put it in. */
  returnTier: z.object({ key: z.string().min(1).max(60), sends: z.boolean() }).optional(),
  returnStartsOn: day,
  returnDueDays: z.int().min(0).max(365),
  receiptsOver: penceFromZero,
  categories: z.array(planCategory).max(40),
});
export type Agreement = z.infer<typeof agreement>;

export const bankAccount = z.object({
  id: id.nullable(),
  name: requiredLine,
  bank: line,
  sortCode: line.regex(/^$|^\d{2}-?\d{2}-?\d{2}$/, { message: 'account.sort-code' }),
  accountNumber: line.regex(/^$|^\d{8}$/, { message: 'account.account-number' }),
  openedOn: day,
  opening: pence,
});
export type BankAccount = z.infer<typeof bankAccount>;

export const certificate = z.object({
  id: id.nullable(),
  kind: z.enum(['employers-liability-insurance', 'agreement-letter', 'other']),
  name: requiredLine,
  fileHash: z.string().nullable(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
});
export type Certificate = z.infer<typeof certificate>;

export const setupTask = z.object({
  key: z.enum(['household', 'representative', 'employer', 'agreement', 'account', 'workers', 'rota']),
  status: z.enum(['not-started', 'started', 'done']),
});
export type SetupTask = z.infer<typeof setupTask>;

export const householdRecord = z.object({
  id,
  name: z.string(),
  // Empty until set-up has asked for it.
  details: householdDetails.extend({ supportedName: line }),
  representatives: z.array(representative.extend({ id })),
  employer: employer.nullable(),
  agreements: z.array(agreement.extend({ id })),
  accounts: z.array(bankAccount.extend({ id })),
  /** What comes back, by name; they are kept with the money (`budget.bills`). */
  bills: z.array(z.object({ id, name: z.string() })),
  certificates: z.array(certificate.extend({ id })),
});
export type HouseholdRecord = z.infer<typeof householdRecord>;

export const householdContract = {
  list: call.output(
    z.array(z.object({ id, name: z.string(), role: representativeRole.nullable(), setUp: z.boolean() })),
  ),
  get: call.input(inHousehold).output(householdRecord),
  setup: call.input(inHousehold).output(z.array(setupTask)),
  saveDetails: call
    .input(inHousehold.extend({ details: householdDetails }))
    .output(z.object({ saved: z.literal(true) })),
  saveRepresentative: call.input(inHousehold.extend({ representative })).output(z.object({ id })),
  removeRepresentative: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  saveEmployer: call.input(inHousehold.extend({ employer })).output(z.object({ saved: z.literal(true) })),
  saveAgreement: call.input(inHousehold.extend({ agreement })).output(z.object({ id })),
  removeAgreement: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  saveAccount: call.input(inHousehold.extend({ account: bankAccount })).output(z.object({ id })),
  saveCertificate: call
    .input(
      inHousehold.extend({
        certificate,
        file: z.object({ name: z.string().max(400), base64: z.string().max(40_000_000) }).nullable(),
      }),
    )
    .output(z.object({ id })),
};
