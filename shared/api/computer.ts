/** Folders and disks of this computer, to choose a place from. */
export const computerContract = {};
