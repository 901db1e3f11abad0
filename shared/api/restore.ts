/** Bringing a backup back: what differs, the swap, and taking it back. */
export const restoreContract = {};
