import common from '@resources/documents/common.json';
import words from '@resources/documents/rota.json';
import { type ClockTime, formatHours, minutesBetween } from '@shared/clock-time';
import { addDays, daysFromTo, formatDay, formatShortDay, type IsoDay, weekdayName } from '@shared/dates';
import { formatPeriod } from './figures';
import { type TableRow, writeTable } from './pdf-table';
import { PdfWriter } from './pdf-writer';
import { fill } from './words';

/** A shift on the printed rota. A shift without a worker is a gap that needs someone. */
export type RotaPrintShift = {
  readonly workerName?: string;
  readonly fromDay: IsoDay;
  readonly from: ClockTime;
  readonly toDay: IsoDay;
  readonly to: ClockTime;
  readonly kind: 'shift' | 'sleep-in' | 'training' | 'travel' | 'waking-night' | 'live-in';
  /** The others at the same work. */
  readonly withNames?: readonly string[];
  /** What the PA is to know. */
  readonly note?: string;
};

/** A day a PA is not there: the reason is not printed beyond holiday. */
export type RotaPrintAbsence = {
  readonly workerName: string;
  readonly day: IsoDay;
  readonly kind: 'holiday' | 'away';
};

export type RotaPrint = {
  readonly householdName: string;
  /** The first day of the seven. */
  readonly weekFrom: IsoDay;
  /** Everyone who has a row, in the order of the rota. */
  readonly workers: readonly string[];
  readonly shifts: readonly RotaPrintShift[];
  readonly absences: readonly RotaPrintAbsence[];
  readonly printedOn: IsoDay;
  readonly contact?: { readonly name: string; readonly phone: string };
};

/** What is to be known of a shift beside its times: what kind of work, with whom, and the note. */
function besideTimes(shift: RotaPrintShift): string[] {
  const { withNames = [], note = '' } = shift;
  return [
    words.kinds[shift.kind],
    withNames.length === 0 ? '' : fill(words.with, { names: withNames.join(', ') }),
    note,
  ].filter((part) => part !== '');
}

function shiftText(shift: RotaPrintShift): string {
  const over = shift.toDay > shift.fromDay;
  const times = fill(over ? words.fromToNextDay : words.fromTo, { from: shift.from, to: shift.to });
  const [kind = '', ...rest] = besideTimes(shift);
  return [kind === '' ? times : `${times} ${kind}`, ...rest].join('\n');
}

function minutesOfShift(shift: RotaPrintShift): number {
  return minutesBetween(shift.fromDay, shift.from, shift.toDay, shift.to);
}

/** Hours without sleep-ins, and how many of those there are, as the window counts them. */
function hoursTogether(shifts: readonly RotaPrintShift[]): string {
  const sleepIns = shifts.filter((shift) => shift.kind === 'sleep-in').length;
  const minutes = shifts
    .filter((shift) => shift.kind !== 'sleep-in')
    .reduce((sum, shift) => sum + minutesOfShift(shift), 0);
  if (sleepIns === 0) return formatHours(minutes);
  return `${formatHours(minutes)}\n${fill(sleepIns === 1 ? words.sleepIns : words.sleepInsMany, { count: sleepIns })}`;
}

/** The week on one landscape sheet: days across, people down, gaps in words, hours at the end. */
export function rotaPdf(rota: RotaPrint): Uint8Array {
  const days = daysFromTo(rota.weekFrom, addDays(rota.weekFrom, 6));
  const period = formatPeriod(rota.weekFrom, addDays(rota.weekFrom, 6), common.periodJoiner);
  const household = rota.householdName;
  const writer = new PdfWriter({
    title: fill(words.fileTitle, { household, period }),
    createdOn: rota.printedOn,
    orientation: 'landscape',
    footer: (page, pages) => fill(words.footer, { household, period, page, pages }),
  });
  writer.write('H1', fill(words.heading, { household }), { size: 20, weight: 'bold', after: 2 });
  writer.write('P', period, { size: 12, after: 10 });
  if (rota.shifts.length === 0) writer.write('P', words.empty, { size: 12, after: 10 });

  const cell = (name: string | undefined, day: IsoDay): string => {
    const away = rota.absences.filter((each) => each.workerName === name && each.day === day);
    const shifts = rota.shifts
      .filter((shift) => shift.workerName === name && shift.fromDay === day)
      .sort((a, b) => (a.from < b.from ? -1 : 1));
    const texts = [...away.map((each) => words.kinds[each.kind]), ...shifts.map(shiftText)];
    return texts.length === 0 ? words.noEntry : texts.join('\n');
  };
  const row = (name: string | undefined): TableRow => ({
    cells: [
      name ?? words.needsSomeone,
      ...days.map((day) => cell(name, day)),
      hoursTogether(rota.shifts.filter((shift) => shift.workerName === name)),
    ],
    ...(name === undefined ? { bold: true } : {}),
  });
  const gaps = rota.shifts.some((shift) => shift.workerName === undefined);
  writeTable(writer, {
    summary: fill(words.heading, { household }),
    padding: 8,
    columns: [
      { heading: words.person, share: 1, least: 72 },
      ...days.map((day) => ({
        heading: `${weekdayName(day)}\n${formatShortDay(day)}`,
        share: 1,
        least: 72,
        figures: true,
      })),
      { heading: words.hoursOfWeek, align: 'right', figures: true, share: 0.1, least: 52 },
    ],
    rows: [...rota.workers.map((name) => row(name)), ...(gaps ? [row(undefined)] : [])],
  });
  writer.gap(12);
  if (rota.contact !== undefined) writer.write('P', fill(words.contact, rota.contact), { size: 12 });
  writer.write('P', fill(words.printed, { day: formatDay(rota.printedOn) }));
  return writer.finish();
}

export type RotaPersonPrint = Omit<RotaPrint, 'workers'> & { readonly workerName: string };

/** One PA's week on a sheet of their own: a line a shift, with its note, and the hours together. */
export function rotaPersonPdf(rota: RotaPersonPrint): Uint8Array {
  const days = daysFromTo(rota.weekFrom, addDays(rota.weekFrom, 6));
  const period = formatPeriod(rota.weekFrom, addDays(rota.weekFrom, 6), common.periodJoiner);
  const { workerName: worker, householdName: household } = rota;
  const writer = new PdfWriter({
    title: fill(words.personFileTitle, { worker, household, period }),
    createdOn: rota.printedOn,
    footer: (page, pages) => fill(words.personFooter, { worker, household, period, page, pages }),
  });
  writer.write('H1', fill(words.personHeading, { worker, household }), {
    size: 20,
    weight: 'bold',
    after: 2,
  });
  writer.write('P', period, { size: 12, after: 10 });

  const own = rota.shifts.filter((shift) => shift.workerName === worker);
  const rows = days.flatMap((day): TableRow[] => {
    const name = `${weekdayName(day)} ${formatShortDay(day)}`;
    const away = rota.absences.filter((each) => each.workerName === worker && each.day === day);
    const shifts = own
      .filter((shift) => shift.fromDay === day)
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .map((shift): [string, string, string, string] => [
        shift.from,
        shift.toDay > shift.fromDay ? fill(words.nextDayEnd, { to: shift.to }) : shift.to,
        formatHours(minutesOfShift(shift)),
        besideTimes(shift).join('\n'),
      ]);
    const lines: readonly (readonly [string, string, string, string])[] = [
      ...away.map((each) => ['', '', '', words.kinds[each.kind]] as const),
      ...shifts,
    ];
    if (lines.length === 0) return [{ cells: [name, words.noEntry, words.noEntry, '', ''] }];
    return lines.map((line) => ({ cells: [name, ...line] }));
  });
  const [hours = '', nights = ''] = hoursTogether(own).split('\n');
  const columns = words.personColumns;
  writeTable(writer, {
    summary: fill(words.personHeading, { worker, household }),
    size: 12,
    padding: 7,
    columns: [
      { heading: columns.day, least: 130, figures: true },
      { heading: columns.from, figures: true, least: 46 },
      { heading: columns.to, figures: true, least: 46 },
      { heading: columns.hours, align: 'right', figures: true, least: 42 },
      { heading: columns.what, share: 1, least: 120 },
    ],
    rows: [
      ...rows,
      {
        bold: true,
        cells: [words.weekTotal, '', '', hours, nights],
      },
    ],
  });
  writer.gap(12);
  if (rota.contact !== undefined) writer.write('P', fill(words.contact, rota.contact), { size: 12 });
  writer.write('P', fill(words.printed, { day: formatDay(rota.printedOn) }));
  return writer.finish();
}
