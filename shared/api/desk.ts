/** The desk of an organisation: all its households, what waits in each, and what is chosen to be seen. */
export const deskContract = {};
