/** A bank's text made comparable: lower case, letters and digits only, one space between words. */
export function normaliseLineText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘`]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * The same text without what changes from one payment to the next (long numbers, dates, week numbers), so that
 * a payee can be recognised: `HARBOUR INSURANCE 55501 DDR` and `HARBOUR INSURANCE 55640 DDR` are one.
 */
export function payeeText(text: string): string {
  return normaliseLineText(text)
    .split(' ')
    .filter((word) => !/\d/.test(word) && !/^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/.test(word))
    .join(' ');
}
