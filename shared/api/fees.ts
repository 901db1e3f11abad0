/** What an organisation charges for its work. */
export const feesContract = {};
