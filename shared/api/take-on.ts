/** Taking on households from a spreadsheet. */
export const takeOnContract = {};
