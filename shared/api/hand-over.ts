/** One household’s whole record as one file that another Mainstay opens. */
export const handOverContract = {};
