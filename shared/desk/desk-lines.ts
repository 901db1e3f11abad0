import { addDays, type IsoDay } from '../dates';

/** What an organisation may do for a household. */
export type ServiceLevel = 'payroll' | 'payroll-and-return' | 'managed-account';

/** By whom a thing waits. */
export const WAITS_FOR = ['us', 'household', 'worker', 'hmrc', 'council'] as const;
export type WaitsFor = (typeof WAITS_FOR)[number];

/** What a line of the desk is about, in the order in which it can be chosen. */
export const DESK_KINDS = [
  'hours',
  'pay',
  'hmrc',
  'tax-code',
  'return',
  'insurance',
  'surplus',
  'cover',
  'people',
  'away',
  'pension',
  'money',
  'year-end',
  'agreement',
  'follow-up',
  'set-up',
  'other',
] as const;
export type DeskKind = (typeof DESK_KINDS)[number];

/** The codes of each kind; codes that stand nowhere here are of the kind `other`. */
const CODES: Readonly<Record<Exclude<DeskKind, 'other'>, readonly string[]>> = {
  hours: ['confirm-hours'],
  pay: ['pay-due', 'pay-late', 'payments-to-make', 'put-right', 'wage-mismatch'],
  hmrc: ['hmrc-due', 'hmrc.fps-not-noted', 'hmrc.eps-not-noted', 'hmrc.paper-not-noted'],
  'tax-code': ['tax-code-waits'],
  return: ['return-due', 'return-late'],
  insurance: ['insurance-ends', 'insurance-missing'],
  surplus: ['surplus-near'],
  cover: ['gap'],
  people: ['right-to-work-ends', 'person-missing', 'rate-below-minimum', 'access-request'],
  away: ['fit-note-needed', 'fit-note-ends', 'holiday-asked', 'holiday-piles-up'],
  pension: [
    'pension-eligible',
    'pension-enrol',
    'pension-refund',
    'pension-rate-too-low',
    'pension-postponement-ends',
    'pension-write-enrolment',
    'pension-write-postponement',
    'pension-write-rights',
    'pension-declaration',
    'pension-redeclaration',
    'pension-re-enrolment',
    'pension-payment',
  ],
  money: ['lines-to-explain', 'receipts-missing'],
  'year-end': ['year-end', 'year-end-ready'],
  agreement: [
    'service-missing',
    'service-unsigned',
    'service-ends',
    'service-ended',
    'paper-filing-lost',
    'paper-filing-not-told',
  ],
  'follow-up': ['follow-up'],
  'set-up': ['set-up'],
};

/** What a code is about. */
export function kindOfCode(code: string): DeskKind {
  return DESK_KINDS.find((kind) => kind !== 'other' && CODES[kind].includes(code)) ?? 'other';
}

/** A pay day to come: in no list of what is due, only there so that households can be chosen by it. */
export const PAY_AHEAD = 'pay-ahead';
/** How far ahead pay days are noted. */
export const PAY_AHEAD_DAYS = 35;

/** The codes that a pay day is in. */
export const PAY_DAY_CODES: readonly string[] = ['pay-due', 'pay-late', PAY_AHEAD];

/** Pay days that can be chosen by a word. */
export const PAY_CHOICES = ['any', 'today', 'week', 'month'] as const;
export type PayChoice = (typeof PAY_CHOICES)[number] | IsoDay;

/** The first and last day of a choice of pay days; null for any. */
export function payDaysOf(
  choice: PayChoice,
  today: IsoDay,
): { readonly from: IsoDay; readonly to: IsoDay } | null {
  switch (choice) {
    case 'any':
      return null;
    case 'today':
      return { from: today, to: today };
    case 'week':
      return { from: today, to: addDays(today, 6) };
    case 'month':
      return { from: today, to: addDays(today, 30) };
    default:
      return { from: choice, to: choice };
  }
}

type Values = Readonly<Record<string, string | number>>;

const BY_HOUSEHOLD: readonly string[] = [
  'gap',
  'confirm-hours',
  'insurance-ends',
  'insurance-missing',
  'surplus-near',
  'receipts-missing',
  'right-to-work-ends',
  'person-missing',
  'rate-below-minimum',
  'access-request',
  'holiday-asked',
  'holiday-piles-up',
  'service-unsigned',
];
/** Whoever moves the money does these. */
const BY_WHO_PAYS: readonly string[] = [
  'payments-to-make',
  'hmrc-due',
  'pension-payment',
  'lines-to-explain',
];
const BY_WHO_RETURNS: readonly string[] = ['return-due', 'return-late'];
const BY_WORKER: readonly string[] = ['fit-note-needed', 'fit-note-ends'];

/**
 * By whom a line waits, by what the organisation may do for the household: money is moved by the organisation only where it
 * keeps the account, a return is made by it unless it does payroll alone. Null: nothing is agreed yet.
 */
export function waitsFor(code: string, values: Values, level: ServiceLevel | null): WaitsFor {
  // Pay waits until everybody's hours are in.
  if (code === 'pay-due' || code === 'pay-late')
    return Number(values['hoursIn'] ?? 0) < Number(values['of'] ?? 0) ? 'household' : 'us';
  if (code === 'tax-code-waits') return 'hmrc';
  if (BY_WORKER.includes(code)) return 'worker';
  if (BY_HOUSEHOLD.includes(code)) return 'household';
  if (BY_WHO_PAYS.includes(code)) return level === 'managed-account' ? 'us' : 'household';
  if (BY_WHO_RETURNS.includes(code)) return level === 'payroll' ? 'household' : 'us';
  return 'us';
}

/** A line of the desk beside those of a household's own Today. */
export type DeskNeed = {
  readonly code: string;
  readonly urgency: 'wrong' | 'attention' | 'note' | 'later';
  readonly by: IsoDay | null;
  readonly values: Values;
  readonly target: { readonly place: string; readonly values: Readonly<Record<string, string>> };
};

/** One agreement about what the organisation may do. */
export type ServiceTerms = {
  readonly level: ServiceLevel;
  readonly startsOn: IsoDay;
  readonly endsOn: IsoDay | null;
  readonly signedOn: IsoDay | null;
  readonly paperFilingToldOn: IsoDay | null;
};

export type CaseFacts = {
  readonly today: IsoDay;
  readonly services: readonly ServiceTerms[];
  /** How the household's employer tells HMRC; null without an employer. */
  readonly filingRoute: 'basic-paye-tools' | 'paper' | 'bureau' | null;
  /** Notes to come back to that are not done. */
  readonly followUps: readonly { readonly id: string; readonly text: string; readonly on: IsoDay }[];
  /** PAs whose tax code is one to begin with, until HMRC sends another. */
  readonly taxCodesWaited: readonly {
    readonly workerId: string;
    readonly name: string;
    readonly taxCode: string;
    readonly basis: string;
  }[];
  /** Pay days that are open. */
  readonly payDays: readonly { readonly key: string; readonly payDate: IsoDay; readonly people: number }[];
};

/** How far ahead the end of an agreement and something to come back to are told. */
const ENDS_AHEAD = 28;
const FOLLOW_UP_AHEAD = 7;
/** So much of a note stands in a list. */
const MOST_TEXT = 120;

/** The agreement in force on a day. */
export function serviceOn(services: readonly ServiceTerms[], day: IsoDay): ServiceTerms | undefined {
  return services.findLast((one) => one.startsOn <= day && (one.endsOn === null || one.endsOn >= day));
}

/** What an organisation has to see to for a household beside the household's own needs, and the pay days to come. */
export function caseLines(facts: CaseFacts): readonly DeskNeed[] {
  return [...agreementLines(facts), ...followUpLines(facts), ...taxCodeLines(facts), ...payDayLines(facts)];
}

function agreementLines({ today, services, filingRoute }: CaseFacts): DeskNeed[] {
  const line = (
    code: string,
    urgency: DeskNeed['urgency'],
    by: IsoDay | null = null,
    values: Values = {},
  ): DeskNeed => ({ code, urgency, by, values, target: { place: 'card', values: { part: 'services' } } });
  const now = serviceOn(services, today);
  if (now === undefined) {
    if (services.some((one) => one.startsOn > today)) return [];
    const last = services.at(-1);
    return last?.endsOn == null
      ? [line('service-missing', 'note')]
      : [line('service-ended', 'note', null, { day: last.endsOn })];
  }
  const lines: DeskNeed[] = [];
  if (now.signedOn === null) lines.push(line('service-unsigned', 'attention'));
  const goesOn = services.some((one) => now.endsOn !== null && one.startsOn > now.endsOn);
  if (now.endsOn !== null && !goesOn && now.endsOn <= addDays(today, ENDS_AHEAD))
    lines.push(line('service-ends', 'attention', now.endsOn, { day: now.endsOn }));
  // A care and support employer may file on paper only by their own hand: an agent's filing ends that (HMRC's NIM11565).
  if (filingRoute === 'paper')
    lines.push(
      now.paperFilingToldOn === null
        ? line('paper-filing-not-told', 'attention')
        : line('paper-filing-lost', 'note', null, { day: now.paperFilingToldOn }),
    );
  return lines;
}

function followUpLines({ today, followUps }: CaseFacts): DeskNeed[] {
  return followUps
    .filter((one) => one.on <= addDays(today, FOLLOW_UP_AHEAD))
    .map((one) => ({
      code: 'follow-up',
      urgency: one.on <= today ? 'attention' : 'note',
      by: one.on,
      values: { text: shortText(one.text), day: one.on },
      target: { place: 'card', values: { part: 'notes', noteId: one.id } },
    }));
}

function shortText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MOST_TEXT ? line : `${line.slice(0, MOST_TEXT - 1).trimEnd()}…`;
}

function taxCodeLines({ taxCodesWaited }: CaseFacts): DeskNeed[] {
  return taxCodesWaited.map(({ workerId, name, taxCode, basis }) => ({
    code: 'tax-code-waits',
    urgency: 'note',
    by: null,
    values: { name, taxCode, basis },
    target: { place: 'person', values: { workerId } },
  }));
}

function payDayLines({ today, payDays }: CaseFacts): DeskNeed[] {
  return payDays
    .filter((one) => one.payDate >= today && one.payDate <= addDays(today, PAY_AHEAD_DAYS))
    .map(({ key, payDate, people }) => ({
      code: PAY_AHEAD,
      urgency: 'later',
      by: payDate,
      values: { people, payDate },
      target: { place: 'pay-run', values: { key } },
    }));
}

const ORDER: Readonly<Record<DeskNeed['urgency'], number>> = { wrong: 0, attention: 1, note: 2, later: 3 };

/** All lines of a household in one order: what is wrong first, then by the day it must be done. */
export function orderLines<Line extends Pick<DeskNeed, 'urgency' | 'by'>>(lines: readonly Line[]): Line[] {
  return lines.toSorted(
    (a, b) =>
      ORDER[a.urgency] - ORDER[b.urgency] ||
      ((a.by ?? '9999') < (b.by ?? '9999') ? -1 : (a.by ?? '9999') > (b.by ?? '9999') ? 1 : 0),
  );
}

/** How a household stands: its most urgent line, `clear` where nothing waits. */
export function deskState(
  lines: readonly Pick<DeskNeed, 'urgency'>[],
): 'wrong' | 'attention' | 'note' | 'clear' {
  for (const state of ['wrong', 'attention', 'note'] as const)
    if (lines.some((line) => line.urgency === state)) return state;
  return 'clear';
}

/** A text as it is searched: small letters without accents and signs, words apart by one space. */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f’'.-]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A number or reference as it is searched: letters and figures alone. */
export function plainNumber(text: string): string {
  return plainText(text).replaceAll(' ', '');
}
