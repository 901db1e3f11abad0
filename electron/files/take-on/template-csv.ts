import words from '@resources/documents/take-on.json';
import { TAKE_ON_COLUMNS } from '@shared/desk/take-on-columns';
import { csvForPeople } from '../documents/csv';

/** The table with its headings. Under them, in rows that are not read: what goes into each column, and an example. */
export function takeOnTemplateCsv(): Uint8Array {
  const explained = TAKE_ON_COLUMNS.map(({ explain }, index) =>
    index === 0 ? `# ${explain} ${words.exampleNote}` : explain,
  );
  const example = TAKE_ON_COLUMNS.map(({ example: text }, index) =>
    index === 0 ? `${words.example}: ${text}` : text,
  );
  return csvForPeople(
    TAKE_ON_COLUMNS.map((one) => one.name),
    [explained, example],
  );
}
