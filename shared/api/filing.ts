/** What was reported to HMRC, and the messages for it. */
export const filingContract = {};
