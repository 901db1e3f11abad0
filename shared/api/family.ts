/** Family leave and the statutory pay for it. */
export const familyContract = {};
