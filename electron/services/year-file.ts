import words from '@resources/documents/pay-year.json';
import { payYearCsv } from '../files/documents/pay-year-csv';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { loadPayRecord } from './pay-record';
import type { MadeFile } from './program-files';
import { yearLines } from './year-view';

/** Every payment of a tax year, for a spreadsheet. Refuses with `not-found`. */
export function yearFile(context: ServiceContext, householdId: string, taxYear: string): MadeFile {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const record = loadPayRecord(db, householdId, todayOf(context));
  return {
    name: safeFileName(fill(words.fileName, { year: taxYear, household: household.name })),
    mediaType: 'text/csv',
    bytes: payYearCsv(yearLines(record, taxYear)),
  };
}
