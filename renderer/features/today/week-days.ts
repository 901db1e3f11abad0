import type { TodayView } from '@shared/api/today';
import type { WeekStripDay } from '../../components/week-strip';
import { dayHeading, shortTimes } from '../../text/rota-times';
import { today as words } from '../../text/today';

/** The next seven days as the strip shows them: what needs someone first, then pay day, holidays and who comes. */
export function weekDays(week: TodayView['week']): readonly WeekStripDay[] {
  return week.map(({ day, bankHoliday, payDay, shifts }) => {
    const open = shifts.filter((shift) => shift.state === 'needs-someone');
    const planned = shifts.filter((shift) => shift.state !== 'needs-someone' && shift.state !== 'off');
    const lines = [
      ...open.flatMap((shift) => [
        { text: words.needsSomeone, open: true },
        { text: shortTimes(shift.start, shift.end), open: true },
      ]),
      ...(bankHoliday === null ? [] : [{ text: bankHoliday }]),
      ...(payDay ? [{ text: words.payDay }] : []),
      ...planned.map((shift) => ({
        text:
          shift.kindOfWork === 'sleep-in'
            ? words.sleepsIn(shift.name ?? words.needsSomeone)
            : words.shift(shift.name ?? words.needsSomeone, shortTimes(shift.start, shift.end)),
      })),
    ];
    return { day, heading: dayHeading(day), lines: lines.length === 0 ? [{ text: words.nothing }] : lines };
  });
}
