/** What is handed over with a return: the pack, the authority’s own form, and the log of what was sent. */
export const packsContract = {};
