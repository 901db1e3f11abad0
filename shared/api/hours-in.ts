/** Hours that come from timesheet files, or are typed for many PAs at once. */
export const hoursInContract = {};
