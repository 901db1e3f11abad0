import type { RouteObject } from 'react-router';
import { AppointmentPage, NewAppointmentPage } from './appointment-page';
import { AppointmentsPage } from './appointments-page';
import { CalendarPage } from './calendar-page';
import { ReadCalendarPage } from './read-page';

/** Pages of the rota: appointments and calendar files. */
export const calendarRoutes: RouteObject[] = [
  { path: 'calendar', element: <CalendarPage /> },
  { path: 'calendar/appointments', element: <AppointmentsPage /> },
  { path: 'calendar/appointments/new', element: <NewAppointmentPage /> },
  { path: 'calendar/appointments/read', element: <ReadCalendarPage /> },
  { path: 'calendar/appointments/:id', element: <AppointmentPage /> },
];
