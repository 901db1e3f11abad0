/** Calls for the standing plan, claims and reports of cover. */
export const coverPapersContract = {};
