import { formatDay, formatWeekday, type IsoDay, isIsoDay, isoDay } from '@shared/dates';
import type { RefusalSentences, RefusalValues } from './refusals';
import { rotaRefusals } from './rota-sentences';

const line = (values: RefusalValues): string =>
  values['line'] === undefined ? '' : ` Look at line ${String(values['line'])} of the file.`;
const titled = (values: RefusalValues, other: string): string => {
  const title = String(values['title'] ?? '');
  return title === '' ? other : `“${title}”`;
};
const until = (values: RefusalValues): string => {
  const to = values['to'];
  return typeof to === 'string' && isIsoDay(to) ? formatDay(isoDay(to)) : 'a year from now';
};
const count = (values: RefusalValues): number => Number(values['count'] ?? 0);

/** Why an appointment or a calendar file would not be taken. */
export const calendarRefusals: RefusalSentences = {
  ...rotaRefusals,
  'appointment.no-title': 'Say what it is, like “Hospital visit”.',
  'shift.too-long': 'That is longer than 24 hours. Check the times.',
  'shift.very-long': 'That is longer than 16 hours. Check that the times are right.',
  'calendar.same-day': 'One of the other days is the day itself. Take it out.',
  'calendar.window-too-long': 'That is too long to show at once. Choose a year or less.',
  'calendar.empty': 'This file is empty. Choose another one.',
  'calendar.too-large': 'This file is larger than 5 MB. Save fewer days from your calendar.',
  'calendar.too-many-lines': 'This file is too long. Save fewer days from your calendar.',
  'calendar.not-utf-8': (values) =>
    `Some letters in this file can’t be read.${line(values)} Save it from your calendar again.`,
  'calendar.not-a-calendar':
    'What is in this file is not a calendar. If it came as a ZIP file, unpack it first, then choose the .ics file.',
  'calendar.broken-line': (values) => `This file is damaged.${line(values)} Nothing was taken from it.`,
  'calendar.cut-off': 'The end of this file is missing. Save it from your calendar again.',
  'calendar.ends-do-not-match': (values) => `This file is damaged.${line(values)} Nothing was taken from it.`,
  'calendar.too-deep': (values) => `This file is put together in an odd way.${line(values)}`,
  'calendar.too-many-events': 'There are more than 5,000 entries in this file. Save fewer days.',
  'calendar.event-without-start': (values) => `An entry has no start.${line(values)} Nothing was taken.`,
  'calendar.bad-time': (values) =>
    `The time of ${titled(values, 'an entry')} can’t be read.${line(values)} Nothing was taken.`,
  'calendar.bad-rule': (values) =>
    `How ${titled(values, 'an entry')} repeats can’t be read.${line(values)} Nothing was taken.`,
  'calendar.ends-before-it-starts': (values) =>
    `${titled(values, 'An entry')} ends before it starts.${line(values)} Nothing was taken.`,
};

/** What is good to know of a calendar file that was read. */
export const calendarNotes: RefusalSentences = {
  'calendar.repeats-for-ever': (values) =>
    `${titled(values, 'One entry')} repeats for ever. It is taken up to ${until(values)}. Read the file again later for more.`,
  'calendar.repeats-past-window': (values) =>
    `${titled(values, 'One entry')} repeats for longer. It is taken up to ${until(values)}.`,
  'calendar.rule-too-long': (values) =>
    `${titled(values, 'One entry')} repeats in a way that takes too long to work out. Add it by hand.`,
  'calendar.not-understood': (values) =>
    `Part of ${titled(values, 'one entry')} is not understood. Check its days after.`,
  'calendar.zone-not-known': (values) =>
    `${titled(values, 'One entry')} is in another time zone, so it is left out. Add it by hand.`,
  'calendar.more-than-shown': 'There are more entries than can be taken at once. The first ones are taken.',
  'calendar.more-notes': (values) => `There are ${count(values)} more notes like these.`,
  'calendar.whole-days-left-out': (values) =>
    count(values) === 1
      ? '1 entry is for a whole day, so it is left out. Appointments have times.'
      : `${count(values)} entries are for whole days, so they are left out. Appointments have times.`,
  'calendar.no-length-left-out': (values) =>
    count(values) === 1
      ? '1 entry has no end, so it is left out.'
      : `${count(values)} entries have no end, so they are left out.`,
  'calendar.too-long-left-out': (values) =>
    count(values) === 1
      ? '1 entry is longer than a day, so it is left out.'
      : `${count(values)} entries are longer than a day, so they are left out.`,
  'calendar.no-zone': (values) =>
    count(values) === 1
      ? '1 entry names no time zone. Its times are taken as UK times.'
      : `${count(values)} entries name no time zone. Their times are taken as UK times.`,
};

/** Words of the calendar files. */
export const calendarWords = {
  title: 'Send to calendars',
  sub: 'A file for each PA, and one for your own phone.',
  help: 'Each file holds the shifts. It never says why somebody is away.',
  household: 'Everybody’s shifts',
  householdNote: 'For you: who comes, what needs someone, and who is away.',
  never: 'Not made yet',
  madeOn: (day: IsoDay) => `Last made on ${formatDay(day)}`,
  holds: (entries: number) =>
    entries === 1 ? 'It would hold 1 entry.' : `It would hold ${entries} entries.`,
  same: 'Nothing has changed since then.',
  changed: (changes: number) =>
    changes === 1 ? '1 thing has changed since then' : `${changes} things have changed since then`,
  changedTag: 'Changed',
  sameTag: 'Up to date',
  make: (name: string) => `Make the file for ${name}`,
  makeAgain: (name: string) => `Make the file for ${name} again`,
  makeHousehold: 'Make the file of everybody',
  makeHouseholdAgain: 'Make the file of everybody again',
  made: (name: string, parts: string) => `The file for ${name} is made. ${parts}`,
  madeHousehold: (parts: string) => `The file of everybody is made. ${parts}`,
  parts: (added: number, changed: number, takenOff: number) =>
    `${added} new, ${changed} changed, ${takenOff} taken off.`,
  changesOf: (name: string) => `Changes for ${name}`,
  moreChanges: (more: number) => `and ${more} more`,
  kinds: {
    shift: 'shift',
    'sleep-in': 'sleep-in',
    training: 'training',
    'needs-someone': 'needs someone',
    away: 'away',
  },
  change: {
    added: (what: string, when: string) => `New: ${what}, ${when}`,
    changed: (what: string, when: string, before: string | undefined) =>
      before === undefined ? `Changed: ${what}, ${when}` : `Moved: ${what}, ${when} (was ${before})`,
    'taken-off': (what: string, when: string) => `Taken off: ${what}, ${when}`,
  },
  ofPerson: (name: string | null, kind: string) => (name === null ? kind : `${name}, ${kind}`),
  days: (from: IsoDay, to: IsoDay) =>
    from === to ? formatWeekday(from) : `${formatWeekday(from)} to ${formatWeekday(to)}`,
  howTitle: 'How to get it onto a phone',
  how: [
    'Make the file. Send it to your PA by email or message, as you would send a photo.',
    'Your PA opens the file on the phone. The calendar asks whether to add the shifts.',
    'When shifts change, make the file again and send it. The calendar changes what it has.',
    'A shift that is taken off goes from most calendars. Some keep it and write “Cancelled” before it.',
  ],
  privacyTitle: 'What is not in the files',
  privacy: 'No notes, no reasons for time off, and no appointments. A calendar can be seen by others.',
  window: (from: IsoDay, to: IsoDay) =>
    `The files hold the rota from ${formatDay(from)} to ${formatDay(to)}.`,
  toAppointments: 'Appointments',
} as const;

/** Words of appointments. */
export const appointmentWords = {
  title: 'Appointments',
  sub: 'Visits, classes and trips, and who is with you.',
  back: 'Back to appointments',
  list: 'Appointments to come',
  columns: { when: 'Day', times: 'Time', what: 'What', who: 'Who is with you', action: 'What you can do' },
  noTitle: 'No name',
  fromFile: 'From a calendar file',
  nobody: 'Nobody is with you',
  alone: (hours: string, times: string) => `Nobody for ${hours}: ${times}`,
  change: 'Change',
  changeName: (title: string, day: IsoDay) => `Change ${title}, ${formatWeekday(day)}`,
  none: 'No appointments yet',
  noneBody: 'Add one, or read them from a calendar file. Mainstay then says when nobody is with you.',
  showYear: 'Show a whole year',
  shownTo: (day: IsoDay) => `Up to ${formatDay(day)}.`,
  noneSoon: 'No appointments in the next 3 months',
  add: 'Add an appointment',
  read: 'Read a calendar file',
  newTitle: 'Add an appointment',
  editTitle: 'Change this appointment',
  what: 'What is it?',
  whatHint: 'For example, Hospital visit or Art class',
  day: 'Day',
  start: 'Start',
  end: 'End',
  nextDay: 'It ends the next day',
  nextDayAsk: 'The end is before the start. Tick “It ends the next day”, or change the times.',
  place: 'Where',
  note: 'Note',
  noteHint: 'Only you see this',
  said: { day: 'the day', start: 'the start', end: 'the end', other: 'the other day' },
  repeat: 'Is it on other days too?',
  repeatNo: 'No, only that day',
  repeatWeekly: 'Yes, every week',
  repeatFortnightly: 'Yes, every 2 weeks',
  repeatFourWeekly: 'Yes, every 4 weeks',
  howOften: 'How many times in all?',
  howOftenHint: 'From 2 to 52',
  howOftenProblem: 'Enter a number from 2 to 52.',
  save: 'Save this appointment',
  remove: 'Remove this appointment',
  saved: (made: number) => (made === 1 ? 'The appointment is saved.' : `${made} appointments are saved.`),
  removed: 'The appointment is removed.',
  fileNote:
    'It came from a calendar file. If you read that file again, it changes back to what the file says.',
  gone: 'This appointment is no longer here',

  readTitle: 'Read a calendar file',
  readSub: 'Appointments from your phone or computer calendar.',
  file: 'Calendar file',
  fileHint: 'It ends in .ics. In your calendar, look for “Export”.',
  fileMissing: 'Choose a calendar file.',
  look: 'Look at this file',
  previewTitle: (entries: number) =>
    entries === 1 ? 'This file holds 1 entry' : `This file holds ${entries} entries`,
  window: (from: IsoDay, to: IsoDay) => `What is between ${formatDay(from)} and ${formatDay(to)} is taken.`,
  nothing: 'Nothing in this file is new',
  nothingBody: 'All that can be taken from it is here already.',
  noneFits: 'There is nothing to take from this file',
  noneFitsBody: 'Taken are entries of the next year that have a start and an end on a clock.',
  standings: { new: 'New', changed: 'Changed', same: 'As it is', 'taken-off': 'Taken off' },
  standing: 'State',
  notes: 'Good to know',
  previewList: 'What would change',
  more: (more: number) => `and ${more} more`,
  times: (more: number) => (more === 1 ? 'and 1 more time' : `and ${more} more times`),
  take: (made: number) => (made === 1 ? 'Take over this change' : `Take over these ${made} changes`),
  otherFile: 'Choose another file',
  taken: (added: number, changed: number, takenOff: number) =>
    `${added} added, ${changed} changed, ${takenOff} taken off.`,
} as const;
