import { addDays, type IsoDay, mondayOf } from '@shared/dates';
import { type DateText, dateText } from '../../../components/date-text';
import { readDate } from '../../../components/read-fields';
import type { Checked } from '../../../components/use-form';
import { shiftActions } from '../../../text/shift-actions';

/** The most copies that are made at once. */
const MOST_COPIES = 60;

/** Stands for the PA who has the shift. */
export const SAME = 'same';

/** Where copies of a shift go, as it is typed. */
export type CopyValues = {
  readonly first: DateText;
  readonly often: 'once' | 'daily' | 'weekly' | '';
  readonly last: DateText;
  readonly worker: string;
};

/** What copying a shift starts with: a week later. */
export function newCopy(day: IsoDay): CopyValues {
  return { first: dateText(addDays(day, 7)), often: 'once', last: dateText(undefined), worker: SAME };
}

/** The days that copies go to. */
export function readCopy(
  values: CopyValues,
): Checked<CopyValues, { readonly days: IsoDay[]; readonly worker: string }> {
  const words = shiftActions.copy;
  const first = readDate(values.first, shiftActions.said.first);
  if (!first.ok) return { ok: false, problems: { first: first.message } };
  if (values.often === '') return { ok: false, problems: { often: words.chooseOften } };
  if (values.often === 'once') return { ok: true, value: { days: [first.value], worker: values.worker } };
  const last = readDate(values.last, shiftActions.said.last);
  if (!last.ok) return { ok: false, problems: { last: last.message } };
  if (last.value < first.value) return { ok: false, problems: { last: words.lastBeforeFirst } };
  const step = values.often === 'daily' ? 1 : 7;
  const days: IsoDay[] = [];
  for (let day = first.value; day <= last.value; day = addDays(day, step)) {
    days.push(day);
    if (days.length > MOST_COPIES) return { ok: false, problems: { last: words.tooMany } };
  }
  return { ok: true, value: { days, worker: values.worker } };
}

/** Where a week is copied to, as it is typed. */
export type CopyWeekValues = {
  readonly to: 'next' | 'weeks' | 'other' | '';
  readonly weeks: number | null;
  readonly monday: DateText;
};

/** The Mondays that a week is copied to. */
export function readCopyWeek(values: CopyWeekValues, from: IsoDay): Checked<CopyWeekValues, IsoDay[]> {
  const words = shiftActions.copyWeek;
  switch (values.to) {
    case '':
      return { ok: false, problems: { to: words.chooseTo } };
    case 'next':
      return { ok: true, value: [addDays(from, 7)] };
    case 'weeks': {
      const { weeks } = values;
      if (weeks === null || !Number.isInteger(weeks) || weeks < 1 || weeks > 12)
        return { ok: false, problems: { weeks: words.wrongCount } };
      return { ok: true, value: Array.from({ length: weeks }, (_, at) => addDays(from, 7 * (at + 1))) };
    }
    case 'other': {
      const monday = readDate(values.monday, shiftActions.said.monday);
      if (!monday.ok) return { ok: false, problems: { monday: monday.message } };
      if (mondayOf(monday.value) !== monday.value)
        return { ok: false, problems: { monday: words.notMonday } };
      return { ok: true, value: [monday.value] };
    }
  }
}
