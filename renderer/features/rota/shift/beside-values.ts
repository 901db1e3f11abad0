import { readHours } from '../../../components/read-fields';
import type { Checked } from '../../../components/use-form';
import { shiftActions } from '../../../text/shift-actions';

const words = shiftActions.beside;

/** Time beside a shift as it is typed. */
export type BesideValues = {
  readonly kindOfWork: 'travel' | 'training';
  readonly before: string;
  readonly after: string;
  readonly note: string;
};

export type Beside = {
  readonly kindOfWork: 'travel' | 'training';
  readonly minutesBefore: number;
  readonly minutesAfter: number;
  readonly note: string;
};

/** Reads time beside a shift; an empty field is none. */
export function readBeside(values: BesideValues): Checked<BesideValues, Beside> {
  const none = { ok: true, value: 0 } as const;
  const before = values.before.trim() === '' ? none : readHours(values.before, shiftActions.said.before);
  const after = values.after.trim() === '' ? none : readHours(values.after, shiftActions.said.after);
  if (!before.ok) return { ok: false, problems: { before: before.message } };
  if (!after.ok) return { ok: false, problems: { after: after.message } };
  if (before.value === 0 && after.value === 0) return { ok: false, problems: { before: words.noTime } };
  return {
    ok: true,
    value: {
      kindOfWork: values.kindOfWork,
      minutesBefore: before.value,
      minutesAfter: after.value,
      note: values.note.trim(),
    },
  };
}
