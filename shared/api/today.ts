import { z } from 'zod';
import { call, coded, day, fileIn, id, pence, time } from './common';

const inHousehold = z.object({ householdId: id });

/** Where a need's button leads: a place of the window with what it needs to open at the right spot. */
export const needTarget = z.object({
  place: z.enum([
    'cover',
    'rota',
    'confirm-hours',
    'pay-run',
    'payments',
    'hmrc',
    'year-end',
    'return',
    'money',
    'receipt',
    'person',
    'settings',
    'duties',
    'set-up',
  ]),
  values: z.record(z.string(), z.string()),
});

export const need = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  urgency: z.enum(['wrong', 'attention', 'note']),
  by: day.nullable(),
  target: needTarget,
});
export type Need = z.infer<typeof need>;

export const todayView = z.object({
  today: day,
  greeting: z.enum(['morning', 'afternoon', 'evening']),
  userName: z.string(),
  needs: z.array(need),
  week: z.array(
    z.object({
      day,
      bankHoliday: z.string().nullable(),
      payDay: z.boolean(),
      shifts: z.array(
        z.object({
          name: z.string().nullable(),
          start: time,
          end: time,
          kindOfWork: z.string(),
          state: z.string(),
        }),
      ),
    }),
  ),
  money: z
    .object({
      bank: pence,
      promised: pence,
      reallyYours: pence,
      surplus: coded,
    })
    .nullable(),
  /** The newest good backup; `places` are those chosen for copies, `copied` those that have it. */
  lastBackup: z
    .object({ at: z.string(), day, time, checked: z.boolean(), places: z.int(), copied: z.int() })
    .nullable(),
  setUpLeft: z.int(),
});
export type TodayView = z.infer<typeof todayView>;

export const duty = z.object({
  key: z.string(),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  dueOn: day,
  doneOn: day.nullable(),
  /** Done by what is in the record (a payment ticked, a return sent), so it is taken back there and not here. */
  doneElsewhere: z.boolean(),
  target: needTarget.nullable(),
});
export type Duty = z.infer<typeof duty>;

export const rateFact = z.object({
  taxYear: z.string(),
  from: day,
  to: day,
  checkedOn: z.string(),
  /** The file that the figures were added from; null for the program's own. */
  addedFile: z.object({ name: z.string(), addedOn: day }).nullable(),
  sources: z.array(z.object({ key: z.string(), title: z.string(), address: z.string() })),
});

/** What a rates file changes, by the figure's place in the file. */
export const ratesComparison = z.object({
  taxYear: z.string(),
  against: z.string().nullable(),
  replaces: z.boolean(),
  changes: z
    .array(
      z.object({
        path: z.string(),
        kind: z.enum(['amount', 'percent', 'number', 'text']),
        before: z.union([z.string(), z.number()]).nullable(),
        after: z.union([z.string(), z.number()]).nullable(),
      }),
    )
    .readonly(),
});
export type RatesComparison = z.infer<typeof ratesComparison>;

export const todayContract = {
  view: call.input(inHousehold).output(todayView),
  duties: call.input(inHousehold).output(z.array(duty)),
  markDuty: call
    .input(inHousehold.extend({ key: z.string().min(1), doneOn: day.nullable() }))
    .output(z.object({ saved: z.literal(true) })),
  rates: call.output(z.array(rateFact)),
  /** What a rates file would change; nothing is changed yet. Refuses a wrong file, with where in it. */
  checkRates: call.input(z.object({ file: fileIn })).output(ratesComparison),
  /** Adds a rates file for every household. */
  addRates: call.input(z.object({ file: fileIn })).output(ratesComparison),
  /** Takes the last file added for a tax year back. Refuses when pay was finished with it. */
  removeRates: call
    .input(z.object({ taxYear: z.string().max(7) }))
    .output(z.object({ saved: z.literal(true) })),
  /** Everything that can be found by name, for "What do you want to do?". */
  find: call.input(inHousehold).output(
    z.array(
      z.object({
        kind: z.enum(['person', 'payslip', 'return', 'statement']),
        label: z.string(),
        id: z.string(),
        values: z.record(z.string(), z.string()),
      }),
    ),
  ),
};
