/** A pay year: what each figure came to, closing it and starting the next. */
export const yearContract = {};
