/** Papers and files of many households in one go. */
export const outputsContract = {};
