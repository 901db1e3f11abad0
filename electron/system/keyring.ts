/**
 * Where a desktop keeps secrets. `none`: it has no such place, or it is locked; `plain-text`: it would only pretend, with a key
 * that every program knows.
 */
export type KeyringStore = 'none' | 'plain-text' | 'gnome-libsecret' | 'kwallet' | 'keychain' | 'windows';

/** The keyring of the desktop: seals a text so that only the same person on the same computer opens it. */
export interface Keyring {
  /** The store that is in use now. */
  store(): Promise<KeyringStore>;
  /** Rejects when the store says no. */
  seal(secret: string): Promise<Buffer>;
  /** Rejects when the store says no, or did not seal it. */
  open(sealed: Buffer): Promise<string>;
}

/** Whether a store keeps secrets in earnest. */
export function isSafeStore(store: KeyringStore): boolean {
  return store !== 'none' && store !== 'plain-text';
}

/** No keyring: the browser door and the terminal have none. */
export const noKeyring: Keyring = {
  store: async () => 'none',
  seal: async () => {
    throw new Error('no keyring');
  },
  open: async () => {
    throw new Error('no keyring');
  },
};
