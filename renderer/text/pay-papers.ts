import { formatDay, type IsoDay } from '@shared/dates';

/** Words of the papers of a tax year: figures to copy, never HMRC's own forms. */
export const payPapers = {
  tools: 'Telling HMRC about this pay',
  toolsBody:
    'Type these figures into HMRC’s free Basic PAYE Tools, and send them from there. Mainstay sends nothing to HMRC.',
  toolsPdf: 'Save figures for Basic PAYE Tools (PDF)',
  p60: 'P60 figures',
  p60Body:
    'For each PA who worked for you on 5 April. HMRC’s P60 form needs approval: these are the figures for it.',
  p60Later: (from: IsoDay) => `The year is not over. You can save P60 figures from ${formatDay(from)}.`,
  p60None: 'No PA who was paid in this tax year worked for you on 5 April.',
  p60Save: (name: string) => `Save ${name}’s P60 figures (PDF)`,
  quarters: 'Your paper return each quarter',
  quartersBody:
    'Copy these figures onto HMRC’s paper form, and post it in time. Mainstay sends nothing to HMRC.',
  quarterBy: (sendBy: IsoDay) => `HMRC must have it by ${formatDay(sendBy)}`,
  quarterSpan: (from: IsoDay, to: IsoDay) => `${formatDay(from)} to ${formatDay(to)}`,
  quarterSave: (number: number) => `Save the figures of quarter ${number} (PDF)`,
} as const;
