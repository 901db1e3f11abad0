import file from '@resources/returns/ending-steps.json';
import { z } from 'zod';
import { addDays, addMonths, type IsoDay, isoDay, laterDay } from '../dates';

export const ENDING_KINDS = ['ended', 'death', 'moved', 'other-funding'] as const;
export type EndingKind = (typeof ENDING_KINDS)[number];

const NEEDS = [
  'pas',
  'registered',
  'pension',
  'redundancy',
  'insurance',
  'payroll-service',
  'contribution',
  'no-other',
] as const;
export type EndingNeed = (typeof NEEDS)[number];

const BASES = ['ended', 'notice', 'final-pay', 'hmrc-due', 'return-due', 'records'] as const;

const stepSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  kinds: z.array(z.enum(ENDING_KINDS)).min(1),
  needs: z.array(z.enum(NEEDS)),
  base: z.enum(BASES),
  days: z.int(),
  /** The step in words, with `{funder}` and `{name}`. */
  title: z.string(),
  why: z.string(),
  source: z.string().min(1),
  mark: z.enum(['SEEN', 'RECALLED']),
});
export type EndingStep = z.infer<typeof stepSchema>;

const STEPS: readonly EndingStep[] = z
  .strictObject({ about: z.string(), steps: z.array(stepSchema) })
  .parse(file).steps;

export const ENDING_STEP_IDS: ReadonlySet<string> = new Set(STEPS.map((step) => step.id));

/** The days that the steps of an ending count from. */
export type EndingDays = {
  readonly endedOn: IsoDay;
  /** By when notice has to be given, so that it ends on the last day. */
  readonly noticeBy: IsoDay;
  /** The last pay day. */
  readonly finalPayOn: IsoDay;
  readonly returnDueOn: IsoDay;
  /** The day to which records are kept, where it is known. */
  readonly recordsUntil: IsoDay | null;
};

/** The 22nd of the month after a pay day's tax month: by then HMRC is paid electronically. */
export function hmrcDueAfter(payDay: IsoDay): IsoDay {
  const fifth = isoDay(`${payDay.slice(0, 7)}-05`);
  const monthEnd = payDay <= fifth ? fifth : addMonths(fifth, 1);
  return isoDay(`${monthEnd.slice(0, 7)}-22`);
}

export type DatedStep = { readonly step: EndingStep; readonly by: IsoDay | null };

/** The steps that close an agreement, for its kind of end and what is in the record, each with the day it is due by. */
export function endingSteps(kind: EndingKind, has: ReadonlySet<EndingNeed>, days: EndingDays): DatedStep[] {
  const dayOf = (base: EndingStep['base']): IsoDay | null => {
    switch (base) {
      case 'ended':
        return days.endedOn;
      case 'notice':
        return days.noticeBy;
      case 'final-pay':
        return days.finalPayOn;
      case 'hmrc-due':
        return hmrcDueAfter(laterDay(days.finalPayOn, days.endedOn));
      case 'return-due':
        return laterDay(days.returnDueOn, hmrcDueAfter(laterDay(days.finalPayOn, days.endedOn)));
      case 'records':
        return days.recordsUntil;
    }
  };
  return STEPS.filter((step) => step.kinds.includes(kind) && step.needs.every((need) => has.has(need))).map(
    (step) => {
      const base = dayOf(step.base);
      return { step, by: base === null ? null : addDays(base, step.days) };
    },
  );
}
