import type { EpsReason, FpsWorker, ReportHow, ReportState, SentReport } from '@shared/api/filing';
import { formatDay, formatWeekday, type IsoDay } from '@shared/dates';
import type { RefusalSentences } from './refusals';
import { said } from './values';

/** Why no file is made for HMRC, in words. */
const WHY: Readonly<Record<string, string>> = {
  'filing.not-registered':
    'Your record says that you are not registered with HMRC yet. Then there is nothing to report.',
  'filing.not-needed':
    'Your record says that you need not register with HMRC. Then there is nothing to report.',
  'filing.on-paper': 'Your record says that you report on paper. Then HMRC takes no file from you.',
  'filing.year-not-known':
    'Mainstay makes these files for the tax years 2025 to 2026 and 2026 to 2027. This pay is in another year.',
};

export function whyNoFileText(code: string): string {
  return WHY[code] ?? `No file can be made. Mainstay calls the reason “${code}”.`;
}

/** Sentences for what the filing services refuse. */
export const filingRefusals: RefusalSentences = {
  ...WHY,
  'filing.has-faults': 'Something must be put right before the file can be made. It is said on this page.',
  'filing.month-not-begun': (values) => `This tax month begins on ${said(values, 'day', 'a later day')}.`,
  'filing.sent-before': (values) =>
    `That is over a year before ${said(values, 'day', 'this pay')}. Check the year.`,
  'filing.mark-not-a-mark':
    'An IRmark is 32 letters and figures, or 28 that end with an equals sign. Copy it again, or leave it empty.',
  'filing.mark-of-one': 'An IRmark belongs to one report. Note the reports one by one to keep their marks.',
};

const HOW: Readonly<Record<ReportHow, string>> = {
  'basic-paye-tools': 'With HMRC’s Basic PAYE Tools',
  'other-software': 'With other payroll software',
  bureau: 'Through a payroll bureau or a support service',
  paper: 'On paper, by post',
};

const STATES: Readonly<Record<ReportState, { text: string; tone: 'done' | 'note' | 'attention' | 'plain' }>> =
  {
    noted: { text: 'Noted as sent', tone: 'done' },
    'noted-late': { text: 'Noted as sent late', tone: 'note' },
    due: { text: 'To send', tone: 'note' },
    missing: { text: 'Not noted yet', tone: 'attention' },
    later: { text: 'Not yet', tone: 'plain' },
    'not-needed': { text: 'Not needed', tone: 'plain' },
  };

const REASONS: Readonly<Record<EpsReason, string>> = {
  'nobody-paid': 'Nobody was paid in this tax month.',
  allowance: 'The first pay of the tax year: claim the Employment Allowance.',
  recovered: 'You get family pay back for this month.',
  'year-end': 'The tax year is over: say that this was the last report.',
};

/** Words of the pages about what HMRC was told. */
export const filing = {
  title: 'What has been reported to HMRC',
  back: 'Back to HMRC',
  backToReports: 'Back to what has been reported',
  link: 'See what has been reported to HMRC',
  linkBody: 'Note each report you sent, and save the figures as a file for those who send it.',
  intro:
    'Mainstay sends nothing to HMRC. This page keeps what you say you sent, so that you can find it again.',
  waiting: 'Looking at what was reported',
  none: 'Nothing to report yet',
  noneBody: 'Once you have finished a pay run, its report shows here.',
  notNow: 'No reports to HMRC',
  employer: 'Change the employer’s details',
  month: (number: number, from: IsoDay, to: IsoDay) =>
    `Tax month ${number}: ${formatDay(from)} to ${formatDay(to)}`,
  payDay: (day: IsoDay) => `Pay on ${formatWeekday(day)}`,
  correction: (day: IsoDay) => `Correction of pay on ${formatWeekday(day)}`,
  due: (day: IsoDay) => `Send the report (FPS) on or before ${formatWeekday(day)}.`,
  wasDue: (day: IsoDay) => `The report (FPS) was due by ${formatWeekday(day)}.`,
  allNoted: (count: number) =>
    count === 1 ? 'One pay day, noted as sent.' : `${count} pay days, all noted as sent.`,
  show: (month: number) => `Show the reports of month ${month}`,
  summary: 'Monthly summary (EPS)',
  summaryDue: (day: IsoDay) => `HMRC wants it by ${formatDay(day)}.`,
  summaryNot: 'No monthly summary (EPS) is needed for this month.',
  summaryAnyway: (month: number) => `Make one for month ${month} all the same`,
  state: (state: ReportState) => STATES[state],
  reason: (reason: EpsReason) => REASONS[reason],
  open: 'See the report',
  openEps: (month: number) => `See the report of month ${month}`,
  note: 'Note that you sent it',
  noteFps: (day: IsoDay) => `Note that you sent it: pay on ${formatWeekday(day)}`,
  noteEps: (month: number) => `Note that you sent it: summary (EPS) of month ${month}`,
  noteQuarter: (number: number) => `Note that you sent it: quarter ${number}`,
  noteAll: (count: number, month: number) => `Note all ${count} reports (FPS) of month ${month} as sent`,
  sent: (report: SentReport) =>
    [
      `You noted: sent on ${formatDay(report.sentOn)}. ${HOW[report.how]}.`,
      report.receipt === '' ? '' : `HMRC’s receipt: ${report.receipt}.`,
    ]
      .filter(Boolean)
      .join(' '),
  mark: {
    none: '',
    same: 'The IRmark is that of the file Mainstay made.',
    different:
      'The IRmark is not that of Mainstay’s file. That is right where other software made its own report.',
    unknown: 'The IRmark could not be compared: no file can be made here.',
  } satisfies Record<SentReport['mark'], string>,
  quarter: (number: number, from: IsoDay, to: IsoDay) =>
    `Quarter ${number}: ${formatDay(from)} to ${formatDay(to)}`,
  quarterDue: (day: IsoDay, nobody: boolean) =>
    nobody
      ? `Nobody was paid: form RT5 says so. HMRC must have it by ${formatDay(day)}.`
      : `One form RT2 for each PA you paid. HMRC must have them by ${formatDay(day)}.`,
  quarterSave: (number: number) => `Save the figures of quarter ${number} (PDF)`,
  whatSent: 'What you sent',
  nothingSent: 'Nothing is noted yet.',
  change: 'Change',
  changeNamed: (day: IsoDay) => `Change the note of ${formatDay(day)}`,
  remove: 'Remove',
  removeNamed: (day: IsoDay) => `Remove the note of ${formatDay(day)}`,
  removeTitle: 'Remove this note?',
  removeBody: 'Only the note goes. What HMRC was told stays as it is. You can undo this.',
  removeDo: 'Remove the note',
  removed: 'The note is removed.',
} as const;

/** Words of one report: an FPS or an EPS. */
export const filingReport = {
  fps: (day: IsoDay) => `Report of pay on ${formatWeekday(day)}`,
  fpsCorrection: (day: IsoDay) => `Report of a correction to ${formatWeekday(day)}`,
  fpsSub: (day: IsoDay) => `Full Payment Submission (FPS). Send it on or before ${formatDay(day)}.`,
  eps: (month: number) => `Monthly summary for tax month ${month}`,
  epsSub: (from: IsoDay, to: IsoDay, due: IsoDay) =>
    `Employer Payment Summary (EPS), ${formatDay(from)} to ${formatDay(to)}. HMRC wants it by ${formatDay(due)}.`,
  reportTitle: 'Report to HMRC',
  wrong: (count: number) =>
    count === 1 ? 'One thing to put right before the file' : `${count} things to put right before the file`,
  unlikely: (count: number) => (count === 1 ? 'One thing to look at' : `${count} things to look at`),
  fine: 'The report passes HMRC’s checks and ours',
  fineBody: 'That is no promise that HMRC takes it.',
  now: 'This pay',
  nowCaption: (day: IsoDay) => `Paid on ${formatDay(day)}`,
  toDateCaption: (day: IsoDay) => `With the pay of ${formatDay(day)}`,
  nowCorrection: 'What changes',
  nowCorrectionBody: 'HMRC wants the difference, and the year to date put right.',
  yearOver: 'That tax year is over. HMRC wants nothing in the period, and the year to date put right.',
  toDate: 'So far this tax year',
  name: 'PA',
  taxablePay: 'Taxable pay',
  tax: 'Tax',
  employeeNi: 'Employee’s National Insurance',
  employerNi: 'Employer’s National Insurance',
  loans: 'Loans',
  total: 'Together',
  more: 'What else HMRC is told',
  code: (worker: FpsWorker) =>
    `${worker.name}: tax code ${worker.taxCode}, ${worker.niLetters === '' ? 'no National Insurance' : `National Insurance letter ${worker.niLetters}`}, ${HOURS[worker.hoursBand]}.`,
  start: (day: IsoDay, declaration: string | null) =>
    `New: started on ${formatDay(day)}, statement ${declaration ?? 'not known'}.`,
  left: (day: IsoDay, after: boolean) =>
    after ? `Left on ${formatDay(day)}. This is pay after leaving.` : `Left on ${formatDay(day)}.`,
  statutory: (amount: string) => `Family pay so far this tax year: ${amount}.`,
  irregular: 'Works now and then, and may go three months without pay.',
  late: 'Why does this report come late?',
  lateHint: 'HMRC asks when a report comes after the pay day.',
  lateNone: 'It is not late, or there is no reason',
  lateNoneNote: 'You sent it in time, or you forgot.',
  lateF: 'I could not know the hours on the day (F)',
  lateG: 'Something that could not be helped (G)',
  lateGNote: 'Illness, a broken computer, and the like.',
  lateH: 'The reason given is H: a correction to an earlier report.',
  file: 'The file for HMRC',
  fileIs:
    'It holds this report in HMRC’s own form (XML), with a mark that shows if it was changed later (IRmark).',
  fileNotTitle: 'Saving this file tells HMRC nothing',
  fileNot:
    'Somebody must still send it: a bureau, or payroll software that takes in such files. Ask them first.',
  fileTools: 'Basic PAYE Tools does not read files. Type the figures in there instead.',
  fileNoPassword:
    'There is no user name, password or software number in it. Whoever sends it puts in their own.',
  fileSave: 'Save the report file (FPS, XML)',
  fileSaveEps: 'Save the summary file (EPS, XML)',
  firstMend: 'The file can be made once what is said above is put right.',
  nothingToSay: 'There is nothing to say in this summary. Choose a part above, or send none.',
  parts: 'What this summary says',
  partNobody: 'Nobody was paid in this tax month',
  partAllowance: 'I claim the Employment Allowance',
  partAllowanceNote: 'Once a tax year is enough.',
  partRecovered: 'I get family pay back',
  partRecoveredNote: 'All of the tax year so far, as HMRC asks.',
  final: 'Is this the last report?',
  finalNone: 'No',
  finalYear: 'Yes, for this tax year',
  finalCeased: 'Yes, I no longer employ anybody',
  ceasedOn: 'The day your employer PAYE scheme closed',
  recovered: 'Family pay you get back, so far this tax year',
  kind: 'Kind of pay',
  recoveredAmount: 'Got back',
  compensation: 'National Insurance compensation',
  kinds: {
    'statutory-maternity-pay': 'Maternity pay (SMP)',
    'statutory-paternity-pay': 'Paternity pay (SPP)',
    'statutory-adoption-pay': 'Adoption pay (SAP)',
    'statutory-shared-parental-pay': 'Shared parental pay (ShPP)',
    'statutory-parental-bereavement-pay': 'Bereavement pay (SPBP)',
    'statutory-neonatal-care-pay': 'Neonatal care pay (SNCP)',
  } as Readonly<Record<string, string>>,
} as const;

const HOURS: Readonly<Record<FpsWorker['hoursBand'], string>> = {
  A: 'under 16 hours a week',
  B: '16 to 23.99 hours a week',
  C: '24 to 29.99 hours a week',
  D: '30 hours a week or more',
  E: 'no fixed hours',
};

/** Words of the form for what was sent. */
export const filingNote = {
  title: 'Note what you sent to HMRC',
  changeTitle: 'Change what you noted',
  sub: 'Mainstay keeps what you say. It does not ask HMRC.',
  aboutLabel: 'What this note is about',
  gone: 'Mainstay can’t find what this note is about. Go back and choose it again.',
  sentOn: 'When did you send it?',
  sentOnMissing: 'Enter the day you sent it.',
  how: 'How did you send it?',
  howMissing: 'Choose how you sent it.',
  ways: (['basic-paye-tools', 'other-software', 'bureau', 'paper'] as const).map((value) => ({
    value,
    label: HOW[value],
  })),
  receipt: 'HMRC’s receipt',
  receiptHint: 'A correlation ID or another number from the answer that HMRC gave.',
  irMark: 'IRmark of the receipt',
  irMarkHint: 'If the answer shows one. Mainstay compares it with its own file.',
  note: 'Your note',
  save: 'Keep this note',
  saved: 'The note is kept.',
} as const;
