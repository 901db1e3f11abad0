import type { TodayView } from '@shared/api/today';
import { clockTime, minutesOf } from '@shared/clock-time';
import { addDays, daysFromTo } from '@shared/dates';
import { londonTime } from '../system/clock';
import { backupsOfToday } from './backups-needs';
import { databaseOf, type ServiceContext } from './context';
import { lookAt } from './household-look';
import { bankHolidayOn } from './rota-data';
import { openTimes } from './today-needs';

function greetingAt(nowIso: string): TodayView['greeting'] {
  const minutes = minutesOf(londonTime(Date.parse(nowIso)));
  return minutes < 12 * 60 ? 'morning' : minutes < 18 * 60 ? 'afternoon' : 'evening';
}

/** What needs the person, the next seven days, and the money in four figures. */
export function todayView(context: ServiceContext, householdId: string): TodayView {
  const db = databaseOf(context);
  const backups = backupsOfToday(context);
  const { household, today, needs, rota, shifts, names, runs, money, setUpLeft } = lookAt(
    context,
    householdId,
    backups.needs,
  );
  const kinds = new Map(rota.shifts.map((shift) => [shift.key, shift.kindOfWork]));
  const visits = rota.outside.map((one) => ({
    day: one.day,
    name: db.byId('cover_contact', one.contactId)?.name ?? null,
    start: one.start,
    end: one.end,
    kindOfWork: kinds.get(one.coversKey) ?? 'weekday',
    state: 'planned' as const,
  }));
  const payDays = new Set([...runs.open, ...runs.finished].map((run) => run.payDate));
  return {
    today,
    greeting: greetingAt(context.clock.nowIso()),
    userName: household.user_name,
    needs: [...needs],
    week: daysFromTo(addDays(today, 1), addDays(today, 7)).map((day) => ({
      day,
      bankHoliday: bankHolidayOn(household.nation, day),
      payDay: payDays.has(day),
      shifts: [
        ...shifts
          .filter((shift) => shift.day === day && shift.state !== 'off')
          .flatMap((shift) =>
            openTimes(shift).map(({ start, end }) => ({
              name: shift.state === 'needs-someone' ? null : (names.get(shift.workerId ?? '') ?? null),
              start: clockTime(start),
              end: clockTime(end),
              kindOfWork: shift.kindOfWork,
              state: shift.state,
            })),
          ),
        ...visits.filter((visit) => visit.day === day).map(({ day: _day, ...visit }) => visit),
      ].toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)),
    })),
    money:
      money === null
        ? null
        : {
            bank: money.bank,
            promised: money.promised,
            reallyYours: money.reallyYours,
            surplus:
              money.surplus === null
                ? { code: 'surplus.no-rule', values: {} }
                : {
                    code: money.surplus.code,
                    values: { amountPence: money.surplus.amount, day: money.surplus.onDay ?? '' },
                  },
          },
    lastBackup: backups.last,
    setUpLeft,
  };
}
