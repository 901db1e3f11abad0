/** What an organisation notes about a household, what it may do for it, and what it did. */
export const caseworkContract = {};
