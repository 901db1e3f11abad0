/** How the window looks and behaves on this computer. Nothing of the record. */
export const preferencesContract = {};
