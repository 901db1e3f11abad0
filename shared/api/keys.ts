/** What opens the records: passphrase, recovery code, this computer’s keyring, and when they lock. */
export const keysContract = {};
