import words from '@resources/documents/outputs.json';
import type { OutputKind, OutputNotMade, OutputsWanted } from '@shared/api/outputs';
import type { HmrcListLine } from '../files/documents/hmrc-list';
import { type Letter, letterPdf } from '../files/documents/letter-pdf';
import type { PayslipDocument } from '../files/documents/payslip-document';
import { payslipPdf } from '../files/documents/payslip-pdf';
import { fill } from '../files/documents/words';
import { Refusal, refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { paperQuarterFile } from './filing-paper';
import { letterFor } from './outputs-letters';
import { keptPensionHeader } from './outputs-pensions';
import type { OutputHousehold, OutputScope } from './outputs-scope';
import { hmrcRecordFile, paymentSheetFile } from './pay-documents';
import { hmrcView } from './pay-hmrc';
import { payslipDocument } from './pay-payslip';
import { pensionFile } from './pay-pension-file';
import { loadPayRecord, type PayRecord, workerOfRecord } from './pay-record';
import { basicPayeToolsFile, p60FiguresFile, yearPapers } from './pay-year-papers';
import type { MadeFile } from './program-files';
import { workerName } from './worker-name';
import { yearFile } from './year-file';

/** A file for a household’s own folder, or for a folder that all households share. */
export type OutputFile = {
  readonly folders: readonly string[];
  /** Whether it belongs to the household’s own folder. */
  readonly own: boolean;
  readonly name: string;
  readonly bytes: Uint8Array;
};

/** A paper for the print run, with what it is sorted by. */
export type PrintPaper = {
  readonly household: OutputHousehold;
  readonly paper:
    | { readonly kind: 'payslip'; readonly payslip: PayslipDocument }
    | { readonly kind: 'letter'; readonly letter: Letter };
};

/** One thing that came of a household’s papers. */
export type OutputPiece =
  | { readonly kind: 'file'; readonly file: OutputFile; readonly isPayslip: boolean }
  | { readonly kind: 'print'; readonly paper: PrintPaper }
  | { readonly kind: 'hmrc'; readonly lines: readonly HmrcListLine[] }
  | { readonly kind: 'not-made'; readonly notMade: OutputNotMade };

type Maker = {
  readonly context: ServiceContext;
  readonly household: OutputHousehold;
  readonly scope: OutputScope;
  readonly wanted: OutputsWanted;
  readonly record: PayRecord;
  readonly letter: { readonly name: string; readonly body: string } | null;
};

/**
 * Every paper and file of one household, one after the other, by the same functions that its own pages use. What can’t be
 * made is named with why, and the others go on; a fault of ours is logged and named `outputs.fault`.
 */
export function* papersOfHousehold(
  context: ServiceContext,
  household: OutputHousehold,
  scope: OutputScope,
  wanted: OutputsWanted,
  letter: { readonly name: string; readonly body: string } | null,
): Generator<OutputPiece> {
  const notMade = (kind: OutputKind, about: string, error: unknown): OutputPiece => {
    if (!(error instanceof Refusal)) context.log.error('outputs.fault', error);
    const { code, details } =
      error instanceof Refusal ? error : { code: 'outputs.fault', details: {} as Refusal['details'] };
    return {
      kind: 'not-made',
      notMade: {
        kind,
        householdId: household.id,
        household: household.name,
        about,
        code,
        values: { ...details },
      },
    };
  };
  let record: PayRecord;
  try {
    record = loadPayRecord(databaseOf(context), household.id, todayOf(context));
  } catch (error) {
    yield notMade(wanted.kinds[0] ?? 'payslips', '', error);
    return;
  }
  const maker: Maker = { context, household, scope, wanted, record, letter };
  for (const kind of wanted.kinds)
    for (const job of jobsOf(kind, maker)) {
      let pieces: readonly OutputPiece[];
      try {
        pieces = job.make();
      } catch (error) {
        pieces = [notMade(kind, job.about, error)];
      }
      yield* pieces;
    }
}

type Job = { readonly about: string; make(): readonly OutputPiece[] };

function jobsOf(kind: OutputKind, maker: Maker): Iterable<Job> {
  switch (kind) {
    case 'payslips':
      return payslipJobs(maker);
    case 'print-run':
      return printJobs(maker);
    case 'payment-sheets':
      return maker.household.runs.map(({ id, payDate }) => ({
        about: payDate,
        make: () => [
          own(paymentSheetFile(maker.context, maker.household.id, id, 'pdf'), words.files.paymentSheetPdf, {
            day: payDate,
          }),
          own(paymentSheetFile(maker.context, maker.household.id, id, 'csv'), words.files.paymentSheetCsv, {
            day: payDate,
          }),
        ],
      }));
    case 'report-figures':
      return maker.household.runs.map(({ id, payDate }) => ({
        about: payDate,
        make: () => [
          own(basicPayeToolsFile(maker.context, maker.household.id, id), words.files.reportFigures, {
            day: payDate,
          }),
        ],
      }));
    case 'hmrc-list':
      return [{ about: '', make: () => [{ kind: 'hmrc', lines: hmrcLines(maker) }] }];
    case 'p32':
      return maker.scope.taxYears.filter((year) => hasPay(maker, year)).map((year) => p32Job(maker, year));
    case 'pension-files':
      return pensionJobs(maker);
    case 'letters':
      return letterJobs(maker);
    case 'year-end':
      return yearEndJobs(maker);
  }
}

function own(file: MadeFile, name: string, values: Readonly<Record<string, string | number>>): OutputPiece {
  return {
    kind: 'file',
    isPayslip: false,
    file: { folders: [], own: true, name: fill(name, values), bytes: file.bytes },
  };
}

function payslipsOf({ household, record }: Maker): PayRecord['payslips'] {
  const runs = new Set(household.runs.map((run) => run.id));
  return record.payslips.filter((row) => runs.has(row.pay_run_id));
}

function payslipJobs(maker: Maker): Job[] {
  const { record } = maker;
  return payslipsOf(maker).map((row) => ({
    about: nameOfWorker(record, row.worker_id),
    make: () => {
      const document = payslipDocument(record, row);
      const name = row.corrects_id === null ? words.files.payslip : words.files.correctedPayslip;
      return [
        {
          kind: 'file',
          isPayslip: true,
          file: {
            folders: [],
            own: true,
            name: fill(name, { day: row.pay_date, worker: document.workerName }),
            bytes: payslipPdf(document),
          },
        },
      ];
    },
  }));
}

/** The papers of the print run; a household’s letter lies before its payslips, where it is sorted by household. */
function printJobs(maker: Maker): Job[] {
  const { context, household, scope, wanted, record, letter } = maker;
  const payslips = payslipsOf(maker).map(
    (row): Job => ({
      about: nameOfWorker(record, row.worker_id),
      make: () => [
        {
          kind: 'print',
          paper: { household, paper: { kind: 'payslip', payslip: payslipDocument(record, row) } },
        },
      ],
    }),
  );
  if (letter === null || wanted.sort !== 'household' || !wanted.kinds.includes('letters')) return payslips;
  const before: Job = {
    about: letter.name,
    make: () => {
      try {
        const paper = { kind: 'letter', letter: letterFor(context, household, scope, letter) } as const;
        return [{ kind: 'print', paper: { household, paper } }];
      } catch (error) {
        // Among the letters it is named once, with why.
        if (error instanceof Refusal) return [];
        throw error;
      }
    },
  };
  return [before, ...payslips];
}

function letterJobs({ context, household, scope, letter }: Maker): Job[] {
  if (letter === null) return [];
  return [
    {
      about: letter.name,
      make: () => {
        const bytes = letterPdf(letterFor(context, household, scope, letter));
        const name = fill(words.files.letter, { day: todayOf(context), name: letter.name });
        return [{ kind: 'file', isPayslip: false, file: { folders: [], own: true, name, bytes } }];
      },
    },
  ];
}

function hasPay({ record }: Maker, taxYear: string): boolean {
  return record.payslips.some((row) => row.tax_year === taxYear);
}

function p32Job({ context, household }: Maker, year: string): Job {
  return {
    about: year,
    make: () => [
      own(hmrcRecordFile(context, household.id, year, 'pdf'), words.files.p32Pdf, { year }),
      own(hmrcRecordFile(context, household.id, year, 'csv'), words.files.p32Csv, { year }),
    ],
  };
}

/** The tax months that the pay days are in; of a whole tax year, all that have pay. */
function hmrcLines({ context, household, scope, record }: Maker): HmrcListLine[] {
  const { employer } = record;
  return scope.taxYears.flatMap((year) =>
    hmrcView(context, household.id, year)
      .months.filter(
        (month) =>
          (scope.wholeYear !== null && (month.owed !== 0 || month.tax !== 0)) ||
          household.runs.some((run) => month.from <= run.payDate && run.payDate <= month.to),
      )
      .map((month) => ({
        household: household.name,
        employer: employer?.legal_name ?? household.name,
        payeReference: employer?.paye_reference ?? '',
        accountsOfficeReference: employer?.accounts_office_reference ?? '',
        reference: month.reference,
        from: month.from,
        to: month.to,
        tax: month.tax,
        loans: month.studentLoans,
        employeeNi: month.employeeNi,
        employerNi: month.employerNi,
        allowance: month.employmentAllowance,
        recovered: month.statutoryRecovered,
        owed: month.owed,
        due: month.dueElectronic,
        paidOn: month.paidOn,
      })),
  );
}

/** A file for each pension of each run. Who needs what the provider asks for gets none, and is told once. */
function* pensionJobs(maker: Maker): Iterable<Job> {
  const { context, household, record } = maker;
  const toldOf = new Set<string>();
  for (const run of household.runs) {
    const providers = new Set(
      record.payslips
        .filter((row) => row.pay_run_id === run.id)
        .map((row) => record.stored(row.id).input)
        .filter(({ input }) => input.worker.pension.kind !== 'none')
        .map((stored) => stored.pensionProvider),
    );
    for (const provider of providers) {
      if (toldOf.has(provider)) continue;
      yield {
        about: provider,
        make: () => {
          const file = keptPensionHeader(context, household.id, provider);
          if (file === null) {
            toldOf.add(provider);
            refuse('outputs.no-pension-header', { provider });
          }
          const made = pensionFile(context, household.id, { runId: run.id, provider, file });
          const name = fill(words.files.pensionFile, { household: household.folder, name: made.name });
          return [
            {
              kind: 'file',
              isPayslip: false,
              file: {
                folders: [words.folders.pensions, provider],
                own: false,
                name,
                bytes: made.bytes,
              },
            },
          ];
        },
      };
    }
  }
}

function* yearEndJobs(maker: Maker): Iterable<Job> {
  const { context, household, scope } = maker;
  const year = scope.wholeYear;
  if (year === null) return;
  const papers = yearPapers(context, household.id, year);
  for (const { workerId, name } of papers.p60)
    yield {
      about: name,
      make: () => [
        own(p60FiguresFile(context, household.id, year, workerId), words.files.p60, { year, worker: name }),
      ],
    };
  if (hasPay(maker, year))
    yield {
      about: year,
      make: () => [own(yearFile(context, household.id, year), words.files.yearCsv, { year })],
    };
  for (const { number } of papers.quarters)
    yield {
      about: year,
      make: () => [
        own(paperQuarterFile(context, household.id, year, number), words.files.paperQuarter, {
          year,
          number,
        }),
      ],
    };
}

function nameOfWorker(record: PayRecord, workerId: string): string {
  return workerName(workerOfRecord(record, workerId));
}
