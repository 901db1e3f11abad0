import type {
  Agreement,
  Certificate,
  Employer,
  Nation,
  RepresentativeRole,
  SpendingAccount,
} from '@shared/api/household';

/** The role in which one acts, as the frame names it under the household. */
export const actingAs: Readonly<Record<RepresentativeRole, string>> = {
  self: 'You act for yourself',
  appointee: 'You act as appointee',
  attorney: 'You act as attorney',
  deputy: 'You act as deputy',
  'authorised-person': 'You act as authorised person',
  'suitable-person': 'You act as suitable person',
  'nominated-person': 'You act as nominated person',
  parent: 'You act as parent',
};
export const actingNotSaid = 'Who acts is not said yet';
export const forName = (name: string): string => `For ${name}`;

export const roles: readonly {
  readonly value: RepresentativeRole;
  readonly label: string;
  readonly note: string;
}[] = [
  { value: 'self', label: 'The person themselves', note: 'They look after their own direct payment.' },
  {
    value: 'nominated-person',
    label: 'Nominated person',
    note: 'They asked this person to look after the payment for them.',
  },
  {
    value: 'authorised-person',
    label: 'Authorised person',
    note: 'The council agreed, because they can’t decide this alone.',
  },
  {
    value: 'suitable-person',
    label: 'Suitable person',
    note: 'The same in Wales, and for NHS payments and children.',
  },
  { value: 'parent', label: 'Parent', note: 'The payment is for their child.' },
  { value: 'appointee', label: 'Appointee', note: 'DWP lets this person look after benefits.' },
  { value: 'attorney', label: 'Attorney', note: 'Under a lasting power of attorney.' },
  {
    value: 'deputy',
    label: 'Deputy',
    note: 'The Court of Protection made this person deputy (guardian in Scotland).',
  },
];

export const nations: Readonly<Record<Nation, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

/** Words of the form about the person supported. */
export const person = {
  title: 'The person supported',
  sub: 'Who the direct payment is for. Letters and returns use these details.',
  supportedName: 'Full name',
  supportedNameEmpty: 'Enter the full name.',
  knownAs: 'What they like to be called',
  knownAsHint: 'Mainstay uses this name in the window.',
  birthDate: 'Date of birth',
  addressLine1: 'Address',
  addressLine2: 'Address, second line',
  town: 'Town or city',
  postcode: 'Postcode',
  phone: 'Phone',
  email: 'Email',
  nation: 'Where they live',
  nationHint: 'This decides some rules on tax, holiday and returns.',
  userName: 'Your own first name',
  userNameHint: 'For the greeting on Today. You may not be the person supported.',
  save: 'Save these details',
} as const;

/** Words about those who act for the person. */
export const representative = {
  title: 'Who acts for them',
  addTitle: 'Add a person who acts',
  changeTitle: (name: string) => `Change ${name}`,
  sub: 'The person in charge of the direct payment. It may be the person supported.',
  name: 'Full name',
  nameEmpty: 'Enter the name of the person who acts.',
  role: 'In which role',
  roleEmpty: 'Choose the role.',
  mandate: 'The paper that says so',
  mandateHint: 'For example, letter from the council of 3 March 2026. Leave empty if there is none.',
  startsOn: 'From',
  endsOn: 'Until',
  endsOnHint: 'Leave empty while it goes on.',
  phone: 'Phone',
  email: 'Email',
  usesMainstay: 'This is me, at this computer',
  save: 'Save this person',
  add: 'Add a person who acts',
  remove: 'Remove this person',
  none: 'Nobody is in the record yet.',
  here: 'at this computer',
} as const;

/** Words about the employer of record. */
export const employer = {
  title: 'The employer',
  sub: 'In law, the person whose name is on the PAs’ contracts.',
  legalName: 'The employer’s full name',
  legalNameHint: 'Most often the person supported. It is printed on payslips.',
  legalNameEmpty: 'Enter the employer’s full name.',
  payeStatus: 'Is the employer registered with HMRC?',
  payeStatusEmpty: 'Choose whether the employer is registered with HMRC.',
  test: {
    title: 'Must I register?',
    intro: 'You must register with HMRC before the first pay day if any PA:',
    points: (weekly: string | undefined) => [
      weekly === undefined
        ? 'is paid enough a week that HMRC must know (ask HMRC for this year’s amount)'
        : `is paid ${weekly} a week or more`,
      'has another job',
      'gets a pension',
      'has had other taxable benefits, such as Jobseeker’s Allowance, this tax year',
    ],
    source: 'From GOV.UK: “Register as an employer”. If you are not sure, register. It is free.',
  },
  registered: 'Yes, it has an employer PAYE reference',
  notYet: 'Not yet, but it will',
  notNeeded: 'No, it need not be',
  payeReference: 'Employer PAYE reference',
  payeReferenceHint: 'On HMRC’s first letter, like 123/AB456.',
  accountsOffice: 'Accounts Office reference',
  accountsOfficeHint: 'On the same letter, like 123PA00012345. You need it to pay HMRC.',
  employmentAllowance: 'Claim Employment Allowance',
  employmentAllowanceNote:
    'Takes off the employer’s National Insurance up to a yearly limit. People who employ a care or support worker can claim, even with one PA.',
  smallEmployersRelief: 'Small employer’s relief',
  smallEmployersReliefNote:
    'You can claim back statutory family pay in full, and a little more. Most households can.',
  filingRoute: 'How do you tell HMRC about pay?',
  routes: {
    'basic-paye-tools': [
      'HMRC’s own free program (Basic PAYE Tools)',
      'Mainstay gives you each figure to type in.',
    ],
    paper: ['On paper, each quarter', 'HMRC lets care and support employers do this if they ask first.'],
    bureau: ['A payroll service does it', 'Mainstay gives you the hours and figures to send.'],
  } as Readonly<Record<Employer['filingRoute'], readonly [string, string]>>,
  hmrcPayments: 'How often do you pay HMRC?',
  monthly: 'Every month',
  quarterly: 'Every quarter',
  quarterlyNote: 'Allowed if you usually owe less than HMRC’s limit a month.',
  contactName: 'Who HMRC should ask for',
  contactPhone: 'Their phone',
  save: 'Save the employer',
} as const;

export const funderKinds: Readonly<Record<Agreement['funderKind'], string>> = {
  council: 'Council',
  icb: 'NHS (integrated care board, ICB)',
  'hsc-trust': 'Health and Social Care Trust',
  ilf: 'Independent Living Fund',
  'access-to-work': 'Access to Work',
  'own-money': 'Own money',
};
export const frequencies: Readonly<Record<Agreement['frequency'], string>> = {
  weekly: 'Every week',
  'two-weekly': 'Every 2 weeks',
  'four-weekly': 'Every 4 weeks',
  monthly: 'Every month',
};
export const spendingAccounts: Readonly<Record<SpendingAccount, string>> = {
  wages: 'Wages, tax and pension',
  agency: 'Agency staff',
  insurance: 'Insurance',
  equipment: 'Equipment',
  training: 'Training',
  expenses: 'PA expenses',
  'payroll-service': 'Payroll service',
  'bank-charges': 'Bank charges',
  'other-spending': 'Other spending',
};

/** What a sentence about a field calls it: “Enter the day the agreement starts.” */
export const asked = {
  startsOn: 'the day the agreement starts',
  amount: 'how much they pay each time',
  firstPaymentOn: 'the date of the first payment',
  contribution: 'what you pay in each time',
  weeklyMinutes: 'the hours a week',
  returnStartsOn: 'the day the first return starts',
  receiptsOver: 'the amount from which receipts are needed',
  openedOn: 'the day to start counting',
  opening: 'the balance at the start of that day',
} as const;

/** Words about funding agreements. */
export const agreement = {
  title: 'Agreements',
  newTitle: 'The agreement',
  changeTitle: (name: string) => `Agreement with ${name}`,
  sub: 'What the funder pays and asks for. It is in the letter or contract they sent you.',
  partFunder: 'Who pays',
  funderName: 'Name of the funder',
  funderNameHint: 'For example, the council’s name.',
  funderNameEmpty: 'Enter who pays.',
  funderKind: 'What kind of funder',
  reference: 'Their reference for you',
  startsOn: 'The agreement starts on',
  endsOn: 'It ends on',
  endsOnHint: 'Leave empty if no end is given.',
  partMoney: 'The money',
  amount: 'How much they pay each time',
  amountBasis: 'Is your own contribution already taken off?',
  net: 'Yes, they pay the amount that is left (net)',
  gross: 'No, they pay the whole amount (gross)',
  frequency: 'How often they pay',
  firstPaymentOn: 'Date of the first payment',
  firstPaymentHint: 'Of any payment to count from. The others follow from it.',
  contribution: 'What you pay in each time (client contribution)',
  contributionHint: 'Enter 0 if you pay nothing.',
  weeklyMinutes: 'Hours a week that it pays for',
  weeklyHint: 'Enter 0 if no hours are named.',
  partPlan: 'What it may be spent on',
  partPlanSub: 'Kinds of spending in your support plan. You can change them later.',
  categoryName: (index: number) => `Spending ${index}`,
  categoryNameEmpty: (index: number) => `Enter a name for spending ${index}, or remove it.`,
  categoryAccount: (index: number) => `Spending ${index} counts as`,
  categoryAllowed: (index: number) => `Spending ${index} is allowed`,
  categoryNone: 'Add at least one kind of spending.',
  addCategory: 'Add a kind of spending',
  removeCategory: (index: number) => `Remove spending ${index}`,
  usual: 'Use the usual ones',
  usualCategories: [
    { name: 'PA wages', ledgerAccount: 'wages' },
    { name: 'Agency cover', ledgerAccount: 'agency' },
    { name: 'Employer’s liability insurance', ledgerAccount: 'insurance' },
    { name: 'Payroll service', ledgerAccount: 'payroll-service' },
    { name: 'Training', ledgerAccount: 'training' },
    { name: 'PA expenses', ledgerAccount: 'expenses' },
  ] as readonly { readonly name: string; readonly ledgerAccount: SpendingAccount }[],
  partSurplus: 'Money left over (surplus)',
  surplus: 'Can they ask for money back?',
  surplusNo: 'No such rule, or I don’t know',
  surplusYes: 'Yes, above a number of weeks of payments',
  surplusWeeks: 'Number of weeks you may keep',
  surplusWeeksEmpty: 'Enter the number of weeks, from 1 to 52.',
  surplusTested: 'When they look',
  periodEnd: 'At the end of each return',
  yearEnd: 'At the end of each year',
  partReturn: 'The return they want',
  partReturnSub: 'The form that shows how the money was spent (monitoring return).',
  returnProfile: 'Whose form',
  returnProfileEmpty: 'Choose whose form the return is.',
  returnProfileHint:
    'If yours is not here, choose “Everything any council asked for”. You can make your own under Returns.',
  profileOwn: 'Made here',
  profileSays: (name: string) => `What we know of ${name}`,
  saysPeriod: (period: string) => `How often: ${period}.`,
  saysDue: (after: 'period-end' | 'request' | 'told', days: number) =>
    after === 'told'
      ? 'Due: on the day they tell you.'
      : `Due: ${days} days after ${after === 'request' ? 'they ask' : 'the last day'}.`,
  saysReceipts: (amount: string) =>
    amount === '' ? 'Receipts: no lowest amount is known.' : `Receipts: for more than ${amount}.`,
  saysSurplus: (weeks: number) => `Money left over: up to ${weeks} weeks may be kept.`,
  saysNoSurplus: 'Money left over: no rule is known. Ask them.',
  saysSeen: (day: string) => `Seen on ${day}. Your own letter counts more.`,
  takeOver: 'Use these',
  taken: (name: string) => `The fields now say what is known of ${name}.`,
  lookAtProfile: 'See all it asks for',
  tier: 'Which way did they put you on?',
  tierNotKnown: 'None, or I don’t know',
  returnStartsOn: 'The first return starts on',
  returnDueDays: 'Days after the end until it is due',
  returnDueEmpty: 'Enter the number of days, from 0 to 365.',
  receiptsOver: 'Receipts are needed from this amount',
  receiptsHint: 'Enter 0 if they want all receipts.',
  save: 'Save the agreement',
  add: 'Add an agreement',
  remove: 'Remove this agreement',
  removeTitle: (name: string) => `Remove the agreement with ${name}?`,
  removeBody: 'Its kinds of spending go too. You can undo this. If money was put to it, it can’t be removed.',
  none: 'No agreement is in the record yet.',
  paid: (amount: string, often: string) => `${amount}, ${often}`,
} as const;

/** Words about bank accounts. */
export const account = {
  title: 'Bank accounts',
  newTitle: 'The bank account',
  changeTitle: (name: string) => `Account ${name}`,
  sub: 'The account that the direct payment goes into. Mainstay never connects to your bank.',
  name: 'What you call it',
  nameHint: 'For example, direct payment account.',
  nameEmpty: 'Enter a name for the account.',
  bank: 'Bank',
  sortCode: 'Sort code',
  sortCodeHint: 'Six figures, like 30-90-12.',
  accountNumber: 'Account number',
  accountNumberHint: 'Eight figures.',
  openedOn: 'Start counting on',
  openedOnHint: 'The day your records begin. Choose the first day of a bank statement.',
  opening: 'Balance at the start of that day',
  openingHint: 'From the bank statement. Put a minus in front if it was overdrawn.',
  save: 'Save the account',
  add: 'Add an account',
  none: 'No account is in the record yet.',
} as const;

/** Words about bills that are known beforehand, for the way to them. */
export const bill = { title: 'Bills to come' } as const;

export const certificateKinds: Readonly<Record<Certificate['kind'], string>> = {
  'employers-liability-insurance': 'Employer’s liability insurance',
  'agreement-letter': 'Letter about the agreement',
  other: 'Another document',
};

/** Words about certificates and letters. */
export const certificate = {
  title: 'Certificates and letters',
  newTitle: 'Add a certificate or letter',
  changeTitle: (name: string) => `Document ${name}`,
  sub: 'Every employer must be insured. Keep the certificate here, and Mainstay tells you before it ends.',
  kind: 'What it is',
  kindEmpty: 'Choose what it is.',
  name: 'What you call it',
  nameEmpty: 'Enter a name for it.',
  validFrom: 'It starts on',
  validTo: 'It ends on',
  validToHint: 'Leave empty if it does not end.',
  file: 'The file',
  fileHint: 'A photo (JPEG or PNG) or a PDF. You can add it later.',
  fileKept: 'A file is kept with it. Choose another one to replace it.',
  save: 'Save this document',
  add: 'Add a certificate or letter',
  none: 'No certificate is in the record yet.',
  noFile: 'no file yet',
  hasFile: 'file kept',
  until: (day: string) => `until ${day}`,
} as const;

/** Words about several households. */
export const households = {
  title: 'Households',
  sub: 'Each household has its own money, PAs and returns. They are never mixed.',
  caption: 'Households in this workspace',
  name: 'For',
  role: 'Your role',
  open: 'Open',
  openNamed: (name: string) => `Open the household of ${name}`,
  isOpen: 'Open now',
  back: 'All settings',
  forMany: 'Work for many households',
  toDesk: 'Go to all households',
  atDesk: 'The households of your organisation are in one list, with what waits in each.',
  add: 'Add a household',
  addTitle: 'Add a household',
  addSub: 'For another person whose direct payment you look after.',
  addLabel: 'Full name of the person supported',
  addGo: 'Add it and set it up',
} as const;
