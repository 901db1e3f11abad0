/** What authorities ask for, as data: ready ones and the household’s own. */
export const profilesContract = {};
