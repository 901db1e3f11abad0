import type { TimesheetLine, TimesheetSteps } from '@shared/api/timesheets';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import type { Tone } from '../../../components/notice';
import { hoursWords } from '../../../text/rota-times';
import { timesheetWords as words } from '../../../text/timesheets';

export type State = { readonly text: string; readonly tone: Tone | 'plain' };

/** What of the hours is confirmed. */
export function confirmedState(steps: TimesheetSteps): State {
  const { states } = words;
  if (steps.shifts === 0) return { text: words.noShifts, tone: 'plain' };
  if (steps.toConfirm > 0) return { text: states.toConfirm(steps.toConfirm), tone: 'attention' };
  if (steps.toCome > 0) return { text: states.toCome(steps.toCome), tone: 'plain' };
  return { text: states.confirmed, tone: 'done' };
}

/** Whether the PA has agreed. */
export function agreedState(steps: TimesheetSteps): State {
  const { states } = words;
  if (steps.agreed === 'yes') return { text: states.agreed, tone: 'done' };
  if (steps.agreed === 'changed') return { text: states.changed, tone: 'attention' };
  return { text: states.notYet, tone: 'plain' };
}

export function paidState(steps: TimesheetSteps): State {
  const { states } = words;
  if (steps.paid === 'all') return { text: states.paid, tone: 'done' };
  if (steps.paid === 'some') return { text: states.partPaid, tone: 'plain' };
  return { text: states.notYet, tone: 'plain' };
}

/** `7 h 30`, or `1 night` in a sleep-in: as a line counts. */
export function lineHours(line: TimesheetLine): string {
  if (line.worked === null) return words.notWorked;
  const isNight = kindOfWorkFacts(line.kindOfWork).maySleep;
  if (!isNight) return hoursWords(line.workedMinutes);
  return line.awakeMinutes === 0
    ? words.night
    : `${words.night}, ${words.awake(hoursWords(line.awakeMinutes))}`;
}

/** How what was worked stands against the plan: `1 h 30 more: Stayed for the doctor`. Nothing while it is open. */
export function lineDifference(line: TimesheetLine): string {
  const { worked, planned, differenceMinutes: minutes, reason } = line;
  if (worked === null || line.timesKnown !== undefined) return '';
  const isSame =
    worked.start === planned.start && worked.end === planned.end && worked.endDay === planned.endDay;
  if (isSame) return reason === '' ? words.asPlanned : reason;
  const what =
    minutes === 0
      ? words.otherTimes
      : minutes > 0
        ? words.more(hoursWords(minutes))
        : words.less(hoursWords(-minutes));
  return `${what}: ${reason === '' ? words.noReason : reason}`;
}

/** The state of one line; a shift that is still to come is not to be confirmed yet. */
export function lineState(line: TimesheetLine): State {
  const { standings } = words;
  switch (line.standing) {
    case 'to-confirm':
      return line.isPast
        ? { text: standings['to-confirm'], tone: 'attention' }
        : { text: standings['to-come'], tone: 'plain' };
    case 'confirmed':
    case 'locked':
      return { text: standings[line.standing], tone: 'done' };
    case 'away':
    case 'cancelled':
      return { text: standings[line.standing], tone: 'plain' };
  }
}
