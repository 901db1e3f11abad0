/** Calls for time away: what it does to pay, requests for holiday, fit notes, lateness. */
export const absencesContract = {};
