/** What the plan says about spending, and who agreed to what. */
export const planContract = {};
