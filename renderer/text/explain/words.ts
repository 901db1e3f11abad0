import type { Figure } from '@shared/explain';
import { kindsOfWork } from '../kinds-of-work';
import { figureText } from './figure-text';

/** The values of a step or an explanation, by name. */
export type Values = Readonly<Record<string, Figure>>;

/** What one step says: a short label, and under it where the figure comes from. */
export type StepWords = { readonly label: string; readonly detail?: string | undefined };

/** The sentence of a step, from its values and its result. */
export type StepSentence = (values: Values, result: Figure) => StepWords;

/** Steps by code. */
export type StepSentences = Readonly<Record<string, StepSentence>>;

/** A title: what the figure is, and the rule it follows in one line. */
export type TitleSentence = {
  readonly name: string;
  /** The name with whose it is, where `Grace’s …` would be no English. */
  readonly of?: (who: string) => string;
  readonly rule?: (values: Values) => string | undefined;
};
export type TitleSentences = Readonly<Record<string, TitleSentence>>;

/** A value as it is read; empty where it was not given. */
export function say(values: Values, name: string): string {
  const figure = values[name];
  return figure === undefined ? '' : figureText(figure);
}

/** A value that is a text, as it stands. */
export function textOf(values: Values, name: string): string {
  const figure = values[name];
  return figure?.kind === 'text' ? figure.text : '';
}

/** A value in pence; nothing where it was not given. */
export function penceOf(values: Values, name: string): number {
  const figure = values[name];
  return figure?.kind === 'money' ? figure.pence : 0;
}

/** A value that counts; nothing where it was not given. */
export function countOf(values: Values, name: string): number {
  const figure = values[name];
  return figure?.kind === 'count' ? figure.count : 0;
}

/** `1 week`, `34 weeks`. */
export function many(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

const KINDS: Readonly<Record<string, string>> = kindsOfWork;

/** A kind of work in words: the household’s own name where it gave one. */
export function kindOfWorkName(kind: string): string {
  return KINDS[kind] ?? kind;
}

const EARNINGS: Readonly<Record<string, string>> = {
  hours: 'Work',
  'fixed-pay': 'Fixed pay',
  'sleep-in': 'Sleep-in',
  'on-call': 'On call',
  'holiday-pay': 'Holiday pay',
  'rolled-up-holiday-pay': 'Holiday pay, paid with wages',
  'statutory-sick-pay': 'Sick pay (SSP)',
  'statutory-maternity-pay': 'Maternity pay (SMP)',
  'statutory-paternity-pay': 'Paternity pay (SPP)',
  'statutory-adoption-pay': 'Adoption pay (SAP)',
  'statutory-shared-parental-pay': 'Shared parental pay (ShPP)',
  'statutory-parental-bereavement-pay': 'Bereavement pay (SPBP)',
  'statutory-neonatal-care-pay': 'Neonatal care pay (SNCP)',
  'holiday-on-leaving': 'Holiday not taken, paid on leaving',
  'cover-premium': 'On top for covering',
  'paid-time-off': 'Time off that you pay',
  bonus: 'Bonus',
  'minimum-wage-top-up': 'Top-up to the minimum wage',
  correction: 'Hours from before, paid late',
  'late-hours': 'Hours from before, paid late',
  'late-change': 'Correction',
  mileage: 'Mileage',
  expenses: 'Money back for things bought',
  deduction: 'Taken off',
  'own-spending': 'Spent on the job, not paid back',
  other: 'Other pay',
};

/** What a line of pay is for: the kind of work where it has one. */
export function earningsName(code: string, kindOfWork?: string | null): string {
  if (kindOfWork !== undefined && kindOfWork !== null && kindOfWork !== '') {
    const kind = kindOfWorkName(kindOfWork);
    if (code === 'hours' || EARNINGS[code] === kind) return kind;
    return `${EARNINGS[code] ?? code}, ${kind.toLowerCase()}`;
  }
  return EARNINGS[code] ?? code;
}
