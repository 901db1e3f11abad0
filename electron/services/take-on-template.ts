import words from '@resources/documents/take-on.json';
import { takeOnTemplateCsv } from '../files/take-on/template-csv';
import { takeOnTemplateXlsx } from '../files/take-on/template-xlsx';
import type { MadeFile } from './program-files';

/** An empty table of households and their PAs to fill in, with what goes into each column. */
export async function takeOnTemplate(format: 'csv' | 'xlsx'): Promise<MadeFile> {
  return format === 'csv'
    ? { name: `${words.file}.csv`, mediaType: 'text/csv', bytes: takeOnTemplateCsv() }
    : {
        name: `${words.file}.xlsx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: await takeOnTemplateXlsx(),
      };
}
