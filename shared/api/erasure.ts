/** Taking away for good what need no longer be kept. */
export const erasureContract = {};
