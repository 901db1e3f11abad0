/** The law on a PA’s data: notice, list of data, what a PA may ask to see, the policy. */
export const privacyContract = {};
