/** Who is paid what: the sheet, the bank’s file, and the paper for when a card or bank is down. */
export const paymentsContract = {};
