import type { RefusalSentences } from '../refusals';
import { many, said } from '../values';

/** Sentences for refusals of taking on. */
export const takeOnRefusals: RefusalSentences = {
  'take-on.file-empty': 'This table has no rows to read. Fill in at least one household.',
  'take-on.file-too-large': 'This file is too large. Split it into smaller tables.',
  'take-on.file-not-a-table': 'This is no table. Choose an Excel workbook (.xlsx) or a CSV file.',
  'take-on.file-old-spreadsheet':
    'This is an older kind of spreadsheet, or one with a password. Save it as .xlsx without a password.',
  'take-on.file-damaged': 'This workbook can’t be opened. Save it again in Excel, then choose it here.',
  'take-on.file-broken-quotes': (values) =>
    `The quotation marks near line ${said(values, 'line', '1')} don’t match. Save the file as .xlsx instead.`,
  'take-on.too-many-rows': (values) =>
    `This table has more than ${said(values, 'most', 'the most')} rows. Split it into smaller tables.`,
  'take-on.no-heading':
    'No row of this table has the headings. One column must be headed “Household”. Start from our table.',
  'take-on.column-twice': (values) =>
    `Two columns say the same: ${said(values, 'column', 'one of them')}. Remove one of them.`,
  'take-on.busy': 'Households are being taken on. Wait until that is done.',
  'take-on.not-looked': 'Read a table first.',
  'take-on.none-ready': 'No household is ready to be taken on.',
  'take-on.changed-since': 'This household changed since the table was read. Read the table again.',
};

/** What taking on is called in the list of what was done. */
export const takeOnActions: Readonly<
  Record<string, (values: Readonly<Record<string, string | number>>) => string>
> = {
  'take-on.household-taken': (values) =>
    `took this household on from ${said(values, 'file', 'a spreadsheet')}`,
  'take-on.people-taken': (values) =>
    `took on ${many(Number(values['count'] ?? 1), 'PA', 'PAs')} from ${said(values, 'file', 'a spreadsheet')}`,
};
