/** Pension duties, letters and files. */
export const pensionsContract = {};
