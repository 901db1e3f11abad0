/** Calls for appointments, and calendar files that keep their entries. */
export const calendarContract = {};
