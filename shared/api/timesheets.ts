/** Calls for hours worked, agreed and locked. */
export const timesheetsContract = {};
