import {
  listAppointments,
  oneAppointment,
  removeAppointment,
  saveAppointment,
} from '../services/calendar-appointments';
import { calendarView, makeCalendar } from '../services/calendar-files';
import { previewCalendar, readCalendar } from '../services/calendar-read';
import type { ServiceContext } from '../services/context';
import { programFile } from '../services/program-files';
import { fileFrom } from './files-in';
import { calls, REMOVED } from './implementer';

export function calendarApi(context: ServiceContext) {
  const on = calls.calendar;
  return {
    view: on.view.handler(({ input }) => calendarView(context, input.householdId)),
    make: on.make.handler(({ input }) => {
      const { file, ...counts } = makeCalendar(context, input.householdId, input.workerId);
      return { file: programFile(file), ...counts };
    }),
    appointments: on.appointments.handler(({ input }) =>
      listAppointments(context, input.householdId, input.from, input.to),
    ),
    appointment: on.appointment.handler(({ input }) => oneAppointment(context, input.householdId, input.id)),
    saveAppointment: on.saveAppointment.handler(({ input }) =>
      saveAppointment(context, input.householdId, input.appointment, input.alsoOn),
    ),
    removeAppointment: on.removeAppointment.handler(({ input }) => {
      removeAppointment(context, input.householdId, input.id);
      return REMOVED;
    }),
    previewFile: on.previewFile.handler(({ input }) =>
      previewCalendar(context, input.householdId, fileFrom(input.file).bytes),
    ),
    readFile: on.readFile.handler(({ input }) =>
      readCalendar(context, input.householdId, fileFrom(input.file).bytes),
    ),
  };
}
