/** What is taken as a receipt. Endings too: not every browser knows a HEIC photo. The host looks at the bytes itself. */
export const RECEIPT_FILES = [
  'image/jpeg',
  'image/png',
  'image/heic',
  'image/heif',
  'application/pdf',
  '.heic',
  '.heif',
] as const;
