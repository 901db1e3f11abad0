import { basename, join } from 'node:path';
import type { Session } from 'electron';

/** Windows keeps these for itself, whatever their ending. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(\.|$)/i;

/**
 * A name for a document that no system trips over: one name, no folder, no control or reserved signs, not too long, never
 * empty.
 */
export function safeFileName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/'))
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*\u2044\u2215\u29f5\uff0f\uff3c]/gu, '')
    .replace(/^[.\s-]+|[.\s]+$/gu, '')
    .slice(-120);
  if (plain === '') return 'document';
  return RESERVED.test(plain) ? `document-${plain}` : plain;
}

/** Asks where to save what the window made (a payslip, a pack); anything it did not make itself is not saved. */
export function saveDownloads(session: Session, documentsFolder: string, title: string): void {
  session.on('will-download', (event, item) => {
    if (!/^(blob|data):/.test(item.getURL())) {
      event.preventDefault();
      return;
    }
    item.setSaveDialogOptions({
      title,
      defaultPath: join(documentsFolder, safeFileName(item.getFilename())),
    });
  });
}
