/** Calls for who could cover, who was asked, and what is known of them. */
export const coverContract = {};
