import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** The names Chromium gives the stores of a Linux desktop. */
export type FakeStore = 'basic_text' | 'gnome_libsecret' | 'kwallet' | 'kwallet5' | 'kwallet6' | 'unknown';

export type FakeStorage = ReturnType<typeof fakeStorage>;

/**
 * Stands in for Electron's safe storage: each store has a key of its own, as each desktop has. `unknown` has none, like a desktop
 * without a keyring or with a locked one.
 */
export function fakeStorage(first: FakeStore) {
  let store = first;
  let keys = new Map<FakeStore, Buffer>();
  const keyOf = (name: FakeStore): Buffer => {
    const key = keys.get(name) ?? randomBytes(32);
    keys.set(name, key);
    return key;
  };
  const available = (): boolean => store !== 'unknown';
  return {
    plainTextAsked: 0,
    use(name: FakeStore): void {
      store = name;
    },
    /** What the desktop knew is gone: another computer, or an emptied keyring. */
    forgetAll(): void {
      keys = new Map();
    },
    setUsePlainTextEncryption(): void {
      this.plainTextAsked += 1;
    },
    isAsyncEncryptionAvailable: async (): Promise<boolean> => available(),
    getSelectedStorageBackend: (): FakeStore => store,
    encryptStringAsync: async (text: string): Promise<Buffer> => {
      if (!available()) throw new Error('no store');
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyOf(store), nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    decryptStringAsync: async (sealed: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }> => {
      if (!available()) throw new Error('no store');
      const decipher = createDecipheriv('aes-256-gcm', keyOf(store), sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(12, 28));
      const text = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
      return { shouldReEncrypt: false, result: text };
    },
  };
}
