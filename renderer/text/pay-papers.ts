import { formatDay, type IsoDay } from '@shared/dates';
import type { RefusalSentences } from './refusals';

/** Words of the papers of a tax year: figures to copy, never HMRC's own forms. */
export const payPapers = {
  payslipsBody: 'A web page is easier to read on a phone, in large text or with a screen reader.',
  payslip: (name: string) => `Save ${name}’s payslip`,
  payslipPdf: 'PDF',
  payslipLocked: 'PDF with a password',
  payslipPage: 'Web page',
  passwordTitle: (name: string) => `A password for ${name}’s payslip`,
  password: 'Password',
  passwordHint: 'At least 8 letters, figures or signs. Not £, and no letters with accents.',
  passwordKept:
    'Nobody can open the file without it. Mainstay does not keep it. If it is forgotten, save the payslip again.',
  passwordTell: (name: string) =>
    `Tell ${name} the password by another way than you send the file, such as by phone.`,
  passwordNeeded: 'Enter a password.',
  passwordSave: 'Save the PDF with this password',
  passwordSaved: (name: string) => `${name}’s payslip is saved with the password`,
  cost: 'What it cost you',
  costBody:
    'Pay, your National Insurance and pension, and the cost of an hour. For you alone: it is no part of a payslip.',
  costSave: 'Save the cost sheet (PDF)',
  costOfOne: 'Save the cost sheet of one PA',
  tools: 'Telling HMRC about this pay',
  toolsBody:
    'Type these figures into HMRC’s free Basic PAYE Tools, and send them from there. Mainstay sends nothing to HMRC.',
  toolsPdf: 'Save figures for Basic PAYE Tools (PDF)',
  toolsReport: 'See the report (FPS) of this pay',
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

/** Sentences for what the password of a payslip refuses. */
export const payPapersRefusals: RefusalSentences = {
  'password.too-short': 'Enter at least 8 letters, figures or signs.',
  'password.too-long': 'Enter 127 letters, figures or signs at the most.',
  'password.letters':
    'Use only letters, figures and signs that every keyboard has. £ and letters with accents don’t open everywhere.',
};
