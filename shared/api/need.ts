/** Calls for the hours of the plan against the rota. */
export const needContract = {};
