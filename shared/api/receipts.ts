/** Receipts read on this computer, looked at safely, and found twice. */
export const receiptsContract = {};
