import type { Duty } from '@shared/api/today';
import type { IsoDay } from '@shared/dates';

/** One month of the year: what is open, and what is done. */
export type DutyMonth = {
  /** `2026-11`. */
  readonly month: string;
  readonly firstDay: IsoDay;
  readonly open: readonly Duty[];
  readonly done: readonly Duty[];
};

/** Duties by the month they are due, in the order of their days. */
export function dutyMonths(duties: readonly Duty[]): readonly DutyMonth[] {
  const sorted = [...duties].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const months = new Map<string, { firstDay: IsoDay; open: Duty[]; done: Duty[] }>();
  for (const duty of sorted) {
    const month = duty.dueOn.slice(0, 7);
    const found = months.get(month) ?? { firstDay: duty.dueOn, open: [], done: [] };
    (duty.doneOn === null ? found.open : found.done).push(duty);
    months.set(month, found);
  }
  return [...months].map(([month, found]) => ({ month, ...found }));
}
