import type { ShareWith } from '@shared/api/shifts';
import { readTime } from '../../../components/read-fields';
import type { Checked } from '../../../components/use-form';
import { shiftActions } from '../../../text/shift-actions';
import { NOBODY } from '../shift-values';

const words = shiftActions.share;

/** One more PA as it is typed. */
export type ShareValues = {
  readonly workerId: string;
  readonly times: 'same' | 'other' | '';
  readonly start: string;
  readonly end: string;
  readonly nextDay: boolean;
};

/** Reads who works too, and when. */
export function readShare(values: ShareValues): Checked<ShareValues, ShareWith> {
  if (values.workerId === '') return { ok: false, problems: { workerId: words.chooseWho } };
  if (values.times === '') return { ok: false, problems: { times: words.chooseTimes } };
  const workerId = values.workerId === NOBODY ? null : values.workerId;
  if (values.times === 'same') return { ok: true, value: { workerId, hours: null } };
  const start = readTime(values.start, shiftActions.said.start);
  const end = readTime(values.end, shiftActions.said.end);
  if (!start.ok || !end.ok)
    return {
      ok: false,
      problems: {
        ...(start.ok ? {} : { start: start.message }),
        ...(end.ok ? {} : { end: end.message }),
      },
    };
  // An end that is not after the start is asked about, unless it was said already.
  const endsNextDay = end.value > start.value ? false : values.nextDay ? true : null;
  return { ok: true, value: { workerId, hours: { start: start.value, end: end.value, endsNextDay } } };
}
