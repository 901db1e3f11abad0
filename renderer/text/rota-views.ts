import { formatWeekday, type IsoDay, partsOf } from '@shared/dates';
import { hoursWords } from './rota-times';

/** `Maya`, `Maya and Dev`, `Maya, Dev and Joe`. */
function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** What a sentence says of how a shift stands, after who, when and what kind of work. */
export const standing = {
  uncovered: 'uncovered',
  uncoveredFor: (times: readonly string[]) => `uncovered from ${listed(times)}`,
  away: (name: string, within: string) => `${name} is ${within}`,
  coveredBy: (name: string) => `covered by ${name}`,
  coverFor: (name: string) => `for ${name}`,
  sharedWith: (names: readonly string[]) => `shared with ${listed(names)}`,
  sharedOpen: 'shared, one more is needed',
  overlap: 'at the same time as another of their shifts',
  confirmed: 'hours confirmed',
  onlyHours: 'only the hours are known',
  paid: 'paid',
  visitWith: (names: readonly string[]) => `with ${listed(names)}`,
  visitAlone: (hours: string) => `nobody is there for ${hours}`,
  part: (which: number, times: string) => `part ${which}, ${times}`,
  again: (which: number) => `number ${which}`,
  dayOfAbsence: (count: number) => `day ${count}`,
} as const;

/** Words of the ways to look at the rota. */
export const rotaViews = {
  withYear: (title: string, year: number) => `${title} ${year}`,
  everyone: 'Everyone',
  whose: (who: string) => `Whose shifts: ${who}`,
  whoseAll: 'everyone’s',
  /** `Grace Okafor, week of 23 November`; a month or weekday keeps its capital. */
  ofPerson: (name: string, title: string) => `${name}, ${title.replace(/^Week/, 'week')}`,
  /** Small words on a block, under its times. */
  with: (names: readonly string[]) => `With ${listed(names)}`,
  timeHeading: 'Day',
  personHeading: 'Who',
  times: 'Times',
  midnight: 'midnight',
  nightBefore: (weekday: string) => `from ${weekday}`,
  legend: 'What the signs mean',
  marks: {
    confirmed: 'Hours confirmed',
    paid: 'Paid, so it can’t change here',
    shared: 'Two or more PAs together',
    overlap: 'One PA on two shifts at once',
    sleep: 'Sleep-in',
    visit: 'Appointment',
    open: 'Needs someone',
    off: 'Not working',
  },
  addVisit: (day: IsoDay) => `Add an appointment on ${formatWeekday(day)}`,
  addOn: (day: IsoDay) => `Add a shift on ${formatWeekday(day)}`,
  dayLink: (day: IsoDay, shifts: number, open: number) =>
    `${partsOf(day).dayOfMonth}, ${formatWeekday(day)}, ${shifts === 0 ? 'no shifts' : shifts === 1 ? '1 shift' : `${shifts} shifts`}${open === 0 ? '' : `, ${open} ${open === 1 ? 'needs' : 'need'} someone`}`,
  dayTotal: (minutes: number, shortMinutes: number, holiday: string | null) =>
    [
      hoursWords(minutes),
      ...(shortMinutes === 0 ? [] : [`${hoursWords(shortMinutes)} short`]),
      ...(holiday === null ? [] : [holiday]),
    ].join(', '),
  away: 'away',
  printPerson: (name: string) => `Print ${name}’s week`,
} as const;
