/** Copies of the whole file: where they are kept, how long, whether each was opened and checked. */
export const backupsContract = {};
