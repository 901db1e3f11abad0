/** Accounts, cash, lines written by hand, transfers, funds and closed periods. */
export const ledgerContract = {};
