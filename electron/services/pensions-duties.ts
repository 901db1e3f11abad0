import type { PensionTask } from '@shared/api/pensions';
import type { Need } from '@shared/api/today';
import { addDays, type IsoDay } from '@shared/dates';
import { addPence, NO_MONEY, negatePence, type Pence, pence, takePence } from '@shared/money';
import { reDeclarationFor } from '@shared/payroll/pension-duties';
import type { ServiceContext } from './context';
import { todayOf } from './context';
import { pensionsOwedNow } from './pay-payments';
import { householdPensions } from './pensions-standing';

/** How far ahead each kind of need is told, and how long a letter that is late is asked for. */
const ENROL_AHEAD = 42;
const LETTER_AHEAD = 14;
const LETTER_LATE = 30;
const PAYMENT_AHEAD = 14;
const DECLARE_AHEAD = 28;
const DECLARE_LATE = 62;

/** Something about pensions that has its day, and the day it is noted as done. */
export type PensionDutyDay = {
  readonly code: string;
  readonly dueOn: IsoDay;
  readonly values: Readonly<Record<string, string | number>>;
  readonly doneOn: IsoDay | null;
  /** Tells apart what falls on one day. */
  readonly name: string;
  readonly target: Need['target'];
};

const HOUSEHOLD: Need['target'] = { place: 'duties', values: { part: 'pensions' } };

function ofPerson(workerId: string): Need['target'] {
  return { place: 'person', values: { workerId, part: 'pension' } };
}

/** What the regulator is told: the declaration, and after a re-enrolment the next one. */
function declarations(
  context: ServiceContext,
  householdId: string,
): Pick<PensionDutyDay, 'code' | 'dueOn' | 'doneOn'>[] {
  const { days, suggestedDutiesOn, declareBy, reEnrolment } = householdPensions(context, householdId);
  const starts = days.dutiesOn ?? suggestedDutiesOn;
  if (starts === null || declareBy === null || reEnrolment === null) return [];
  const { declaredOn, reEnrolledOn } = days;
  const isToldAgain = reEnrolledOn !== null && declaredOn !== null && declaredOn >= reEnrolledOn;
  return [
    { code: 'pension-declaration', dueOn: declareBy, doneOn: declaredOn },
    ...(reEnrolledOn === null
      ? []
      : [
          {
            code: 'pension-redeclaration',
            dueOn: reDeclarationFor(starts, reEnrolledOn).day,
            doneOn: isToldAgain ? declaredOn : null,
          },
        ]),
    { code: 'pension-re-enrolment', dueOn: reEnrolment.to, doneOn: null },
    { code: 'pension-redeclaration', dueOn: reEnrolment.declareBy, doneOn: null },
  ];
}

const TASK_DUTIES: Readonly<Record<string, string>> = {
  enrol: 'pension-enrol',
  'enrol-soon': 'pension-enrol',
  refund: 'pension-refund',
  'postponement-ends': 'pension-postponement-ends',
  'write-enrolment': 'pension-write-enrolment',
  'write-postponement': 'pension-write-postponement',
  'write-rights': 'pension-write-rights',
};

/** Every day about pensions that the calendar of duties shows. */
export function pensionDutyDays(context: ServiceContext, householdId: string): PensionDutyDay[] {
  const { workers } = householdPensions(context, householdId);
  const ofPeople = workers.flatMap(({ workerId, tasks }) =>
    tasks.flatMap((task): PensionDutyDay[] => {
      const code = TASK_DUTIES[task.code];
      return code === undefined || task.by === null
        ? []
        : [
            {
              code,
              dueOn: task.by,
              values: task.values,
              doneOn: null,
              name: workerId,
              target: ofPerson(workerId),
            },
          ];
    }),
  );
  return [
    ...ofPeople,
    ...declarations(context, householdId).map((one) => ({
      ...one,
      values: {},
      name: '',
      target: HOUSEHOLD,
    })),
    ...toPay(context, householdId).map(
      ({ provider, dueOn, amount, target }): PensionDutyDay => ({
        code: 'pension-payment',
        dueOn,
        values: { amountPence: amount, provider },
        doneOn: null,
        name: provider,
        target,
      }),
    ),
  ];
}

/** What one pension is to be paid by one day, for one run or several. */
type ToPay = {
  readonly provider: string;
  readonly dueOn: IsoDay;
  readonly amount: Pence;
  readonly target: Need['target'];
};

/** What is to be paid to pensions by each day, with what is to come back from each taken off the earliest of it. */
function toPay(context: ServiceContext, householdId: string): ToPay[] {
  const owed = pensionsOwedNow(context, householdId).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const back = new Map<string, Pence>();
  for (const one of owed)
    if (one.left < 0)
      back.set(one.provider, addPence(back.get(one.provider) ?? NO_MONEY, negatePence(one.left)));
  const byDay = new Map<string, ToPay>();
  for (const { provider, dueOn, left, runId } of owed) {
    if (left <= 0) continue;
    const less = pence(Math.min(left, back.get(provider) ?? 0));
    back.set(provider, takePence(back.get(provider) ?? NO_MONEY, less));
    if (less === left) continue;
    const known = byDay.get(`${dueOn} ${provider}`);
    byDay.set(`${dueOn} ${provider}`, {
      provider,
      dueOn,
      amount: addPence(known?.amount ?? NO_MONEY, takePence(left, less)),
      target:
        known === undefined ? { place: 'payments', values: { runId } } : { place: 'payments', values: {} },
    });
  }
  return [...byDay.values()];
}

function isTold(task: PensionTask, today: IsoDay): boolean {
  const { by, code } = task;
  if (code === 'refund' || code === 'rate-too-low') return true;
  if (by === null) return false;
  if (code === 'enrol') return by <= addDays(today, ENROL_AHEAD);
  if (code === 'enrol-soon') return false;
  return by <= addDays(today, LETTER_AHEAD) && by >= addDays(today, -LETTER_LATE);
}

/** What about pensions needs the person now. */
export function pensionNeeds(context: ServiceContext, householdId: string): Need[] {
  const today = todayOf(context);
  const view = householdPensions(context, householdId);
  const needs: Need[] = view.workers.flatMap(({ workerId, tasks }) =>
    tasks
      .filter((task) => isTold(task, today))
      .map(
        (task): Need => ({
          code: TASK_DUTIES[task.code] ?? `pension-${task.code}`,
          urgency: task.late ? 'wrong' : 'attention',
          by: task.by,
          values: { ...task.values, ...(task.by === null ? {} : { by: task.by }) },
          target: ofPerson(workerId),
        }),
      ),
  );
  const { reEnrolment, days } = view;
  for (const one of declarations(context, householdId)) {
    if (one.doneOn !== null || one.code === 'pension-re-enrolment') continue;
    if (one.dueOn > addDays(today, DECLARE_AHEAD) || one.dueOn < addDays(today, -DECLARE_LATE)) continue;
    needs.push({
      code: one.code,
      urgency: one.dueOn < today ? 'wrong' : 'attention',
      by: one.dueOn,
      values: { by: one.dueOn },
      target: HOUSEHOLD,
    });
  }
  const wasDone = reEnrolment !== null && days.reEnrolledOn !== null && days.reEnrolledOn >= reEnrolment.from;
  if (reEnrolment !== null && !wasDone && reEnrolment.from <= today && today <= reEnrolment.to)
    needs.push({
      code: 'pension-re-enrolment',
      urgency: 'attention',
      by: reEnrolment.to,
      values: { from: reEnrolment.from, to: reEnrolment.to, people: view.toReEnrol.length },
      target: HOUSEHOLD,
    });
  for (const { provider, dueOn, amount, target } of toPay(context, householdId)) {
    if (dueOn > addDays(today, PAYMENT_AHEAD)) continue;
    needs.push({
      code: 'pension-payment',
      urgency: dueOn < today ? 'wrong' : 'attention',
      by: dueOn,
      values: { amountPence: amount, provider, by: dueOn },
      target,
    });
  }
  return needs;
}
