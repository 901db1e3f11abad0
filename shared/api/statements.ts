/** Statement files: reading, mapping and keeping them. */
export const statementsContract = {};
