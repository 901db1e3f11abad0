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
  readonly kind: 'shift' | 'sleep-in' | 'training';
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

function shiftText(shift: RotaPrintShift): string {
  const times = fill(words.fromTo, { from: shift.from, to: shift.to });
  const kind = words.kinds[shift.kind];
  return kind === '' ? times : `${times} ${kind}`;
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
  const minutes = (name: string | undefined): number =>
    rota.shifts
      .filter((shift) => shift.workerName === name)
      .reduce((sum, shift) => sum + minutesBetween(shift.fromDay, shift.from, shift.toDay, shift.to), 0);
  const row = (name: string | undefined): TableRow => ({
    cells: [name ?? words.needsSomeone, ...days.map((day) => cell(name, day)), formatHours(minutes(name))],
    ...(name === undefined ? { bold: true } : {}),
  });
  const gaps = rota.shifts.some((shift) => shift.workerName === undefined);
  writeTable(writer, {
    summary: fill(words.heading, { household }),
    padding: 8,
    columns: [
      { heading: words.person, share: 1.2, least: 78 },
      ...days.map((day) => ({
        heading: `${weekdayName(day)}\n${formatShortDay(day)}`,
        share: 1,
        least: 68,
        figures: true,
      })),
      { heading: words.hoursOfWeek, align: 'right', figures: true, least: 36 },
    ],
    rows: [...rota.workers.map((name) => row(name)), ...(gaps ? [row(undefined)] : [])],
  });
  writer.gap(12);
  if (rota.contact !== undefined) writer.write('P', fill(words.contact, rota.contact), { size: 12 });
  writer.write('P', fill(words.printed, { day: formatDay(rota.printedOn) }));
  return writer.finish();
}
