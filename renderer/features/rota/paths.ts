import type { IsoDay } from '@shared/dates';

/** `week`: PAs by days. `time`: days by hours. */
export type RotaViewName = 'week' | 'time' | 'day' | 'month' | 'list';

/** Where the pages of the rota are. */
export const rotaPath = {
  /** The rota on a day, in one of its views, of everybody or of one PA. */
  rota: (day?: IsoDay, view?: RotaViewName, worker?: string): string =>
    `/rota${query({ day, view: view === 'week' ? undefined : view, worker })}`,
  cover: (key: string, day: IsoDay): string => `/rota/cover/${encodeURIComponent(key)}?day=${day}`,
  gaps: '/rota/cover',
  away: (known: { readonly day?: IsoDay; readonly worker?: string } = {}): string =>
    `/rota/away${query(known)}`,
  absence: (id: string, day: IsoDay): string => `/rota/away/${encodeURIComponent(id)}?day=${day}`,
  patterns: '/rota/patterns',
  newPattern: '/rota/patterns/new',
  pattern: (id: string): string => `/rota/patterns/${encodeURIComponent(id)}`,
  confirm: '/rota/confirm',
  confirmOf: (worker: string, from: IsoDay, to: IsoDay): string =>
    `/rota/confirm${query({ worker, from, to })}`,
  timesheet: '/rota/timesheet',
  addHours: (known: { readonly day?: IsoDay; readonly worker?: string } = {}): string =>
    `/rota/add-hours${query(known)}`,
  askCover: (
    key: string,
    who: { readonly kind: string; readonly id: string },
    span: { readonly day: IsoDay; readonly start: string; readonly endDay: IsoDay; readonly end: string },
  ): string =>
    `/rota/cover/${encodeURIComponent(key)}/ask/${who.kind}/${encodeURIComponent(who.id)}${query({ day: span.day, start: span.start, endDay: span.endDay, end: span.end })}`,
  outsideCover: (key: string, id: string): string =>
    `/rota/cover/${encodeURIComponent(key)}/outside/${encodeURIComponent(id)}`,
  coverContacts: '/rota/cover/contacts',
  coverContact: (id: string): string => `/rota/cover/contacts/${encodeURIComponent(id)}`,
  newCoverContact: '/rota/cover/contacts/new',
  coverPerson: (workerId: string): string => `/rota/cover/people/${encodeURIComponent(workerId)}`,
  coverMoney: '/rota/cover/money',
  coverTrainings: '/rota/cover/trainings',
  awayToday: '/rota/away-today',
  coverPlan: '/rota/cover/plan',
  coverClaim: '/rota/cover/claim',
  coverReport: '/rota/cover/report',
  coverPlanCase: (part: string): string => `/rota/cover/plan/${part}`,
  madeClaim: (id: string): string => `/rota/cover/claim/${encodeURIComponent(id)}`,
  timesheetOf: (workerId: string, from: IsoDay, to: IsoDay): string =>
    `/rota/timesheet/${encodeURIComponent(workerId)}${query({ from, to })}`,
  typeIn: (workerId: string, from: IsoDay, to: IsoDay): string =>
    `/rota/timesheet/${encodeURIComponent(workerId)}/type${query({ from, to })}`,
  paperTimesheet: (workerId: string, from: IsoDay, to: IsoDay): string =>
    `/rota/timesheet/${encodeURIComponent(workerId)}/paper${query({ from, to })}`,
  lateChange: (key: string): string => `/rota/late-change/${encodeURIComponent(key)}`,
  calendar: '/rota/calendar',
  appointments: '/rota/calendar/appointments',
  newAppointment: '/rota/calendar/appointments/new',
  newAppointmentOn: (day: IsoDay): string => `/rota/calendar/appointments/new?day=${day}`,
  readCalendar: '/rota/calendar/appointments/read',
  appointment: (id: string): string => `/rota/calendar/appointments/${encodeURIComponent(id)}`,
  coverAbsence: (id: string): string => `/rota/cover?absence=${encodeURIComponent(id)}`,
  absences: '/rota/away/list',
  holiday: '/rota/holiday',
  pools: '/rota/pools',
  newPool: '/rota/pools/new',
  pool: (id: string): string => `/rota/pools/${encodeURIComponent(id)}`,
  changePool: (id: string): string => `/rota/pools/${encodeURIComponent(id)}/change`,
  need: '/rota/need',
  askHoliday: '/rota/holiday/request',
  holidayRequest: (id: string): string => `/rota/holiday/request/${encodeURIComponent(id)}`,
  changeRequest: (id: string): string => `/rota/holiday/request/${encodeURIComponent(id)}/change`,
  late: '/rota/late',
} as const;

function query(parts: Readonly<Record<string, string | undefined>>): string {
  const known = Object.entries(parts).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return known.length === 0 ? '' : `?${known.join('&')}`;
}
