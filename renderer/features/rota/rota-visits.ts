import type { Appointment } from '@shared/api/calendar';
import { formatWeekday } from '@shared/dates';
import type { RotaShift as Block } from '../../components/rota-block';
import { appointmentWords } from '../../text/calendar';
import { lower } from '../../text/common';
import { hoursWords, longTimes, shortTimes } from '../../text/rota-times';
import { rotaViews, standing } from '../../text/rota-views';
import { VISIT } from './rota-model';

/** The id of the row for appointments. */
export const VISITS_ROW = 'appointments';

const titleOf = (visit: Appointment): string => visit.title || appointmentWords.noTitle;

/** `10 am to 11 am, appointment, Hospital visit, with Maya Lewis`: an appointment without its day. */
export function visitWithoutDay(visit: Appointment): string {
  return [
    longTimes(visit),
    lower(rotaViews.marks.visit),
    titleOf(visit),
    visit.with.length === 0
      ? lower(appointmentWords.nobody)
      : standing.visitWith(visit.with.map((one) => one.name).sort()),
    ...(visit.with.length > 0 && visit.aloneMinutes > 0
      ? [standing.visitAlone(hoursWords(visit.aloneMinutes))]
      : []),
  ].join(', ');
}

/** An appointment as the rota shows it: beside the shifts, and of nobody’s hours. */
export function visitBlock(visit: Appointment): Block {
  return {
    id: `${VISIT}${visit.id}`,
    time: shortTimes(visit.start, visit.end),
    begins: visit.start,
    detail: titleOf(visit),
    more: visit.with.length === 0 ? appointmentWords.nobody : undefined,
    kind: 'visit',
    marks: ['visit'],
    name: `${formatWeekday(visit.day)}, ${visitWithoutDay(visit)}`,
  };
}
