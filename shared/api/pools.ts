/** Calls for shifts that support several households. */
export const poolsContract = {};
