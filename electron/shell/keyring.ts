import type { SafeStorage } from 'electron';
import type { Keyring, KeyringStore } from '../system/keyring';

/** Chromium's names for the stores of a Linux desktop. What it does not name here keeps nothing safe. */
const LINUX_STORES: Readonly<Record<string, KeyringStore>> = {
  gnome_libsecret: 'gnome-libsecret',
  kwallet: 'kwallet',
  kwallet5: 'kwallet',
  kwallet6: 'kwallet',
  basic_text: 'plain-text',
};

type Storage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
>;

/** The desktop's keyring, through Electron. Never asks it to make do with plain text (`setUsePlainTextEncryption`). */
export function desktopKeyring(storage: Storage, platform: NodeJS.Platform): Keyring {
  const store = async (): Promise<KeyringStore> => {
    if (platform === 'linux') {
      const named = LINUX_STORES[storage.getSelectedStorageBackend()] ?? 'none';
      if (named === 'plain-text') return named;
      return (await storage.isAsyncEncryptionAvailable()) ? named : 'none';
    }
    if (!(await storage.isAsyncEncryptionAvailable())) return 'none';
    return platform === 'darwin' ? 'keychain' : 'windows';
  };
  return {
    store,
    seal: (secret) => storage.encryptStringAsync(secret),
    open: async (sealed) => (await storage.decryptStringAsync(sealed)).result,
  };
}
