/** Pay of many households in one go. */
export const batchesContract = {};
