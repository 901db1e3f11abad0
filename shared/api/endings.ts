/** The end of an agreement, reviews, the outcome diary, and how long records are kept. */
export const endingsContract = {};
