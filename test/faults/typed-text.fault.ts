import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createRouterClient, ORPCError } from '@orpc/server';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { createRouter } from '../../electron/app';
import { csvForPeople, safeCsvText } from '../../electron/files/documents/csv';
import { returnXlsx } from '../../electron/files/documents/return-xlsx';
import { checkAll } from '../../electron/services/check-record';
import type { Fault, FaultOutcome } from '../support/fault';
import { DATABASE_TEXTS, FORMULA_TEXTS, PAGE_TEXTS } from '../support/hostile-text';
import { chance } from '../support/inputs-of';
import { addSmallHousehold, idsOf, tablesOf } from '../support/small-household';
import { tryMany } from '../support/try-many';
import { TYPED_INTO, type Typed, typedNext } from '../support/type-everywhere';
import { type TestWorkspace, testWorkspace } from '../support/workspace';
import { quarterReturn } from '../unit/documents/return-samples';

/** It comes without types of its own. */
const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  JSDOM: new (html: string) => { readonly window: { readonly document: Document } };
};

const SEED = Number(process.env['MAINSTAY_SEED'] ?? 20_261_122);

type AnyClient = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;

/** Types into every call in turn; what is not taken is refused with a code. */
async function typing(
  given: TestWorkspace,
  householdId: string,
  tries: number,
  texts: readonly string[],
  after: (typed: Typed, answer: unknown, index: number) => string | undefined,
): Promise<FaultOutcome> {
  const client = createRouterClient(createRouter(given.context)) as unknown as AnyClient;
  const random = chance(SEED);
  let ids = idsOf(given.context, householdId);
  return tryMany(tries, async (index) => {
    if (index % 200 === 199) ids = idsOf(given.context, householdId);
    const typed = typedNext(index, { random, householdId, ids }, texts);
    const [area = '', name = ''] = typed.call.split('/');
    let answer: unknown;
    try {
      answer = await client[area]?.[name]?.(typed.input);
    } catch (error) {
      if (error instanceof ORPCError && ['BAD_REQUEST', 'REFUSED'].includes(error.code)) return undefined;
      const why = error instanceof ORPCError && error.cause instanceof Error ? error.cause : error;
      return `${typed.call} ${JSON.stringify(typed.input).slice(0, 300)}: ${(why instanceof Error ? why.stack : String(why))?.slice(0, 400)}`;
    }
    return after(typed, answer, index);
  });
}

const add = (outcome: FaultOutcome, ...failures: readonly (string | undefined)[]): FaultOutcome => ({
  ...outcome,
  failures: [...outcome.failures, ...failures.filter((one) => one !== undefined)],
});

async function inWorkspace(
  seed: string,
  work: (given: TestWorkspace, householdId: string) => Promise<FaultOutcome>,
) {
  const given = await testWorkspace('2026-11-23', seed);
  try {
    return await work(given, addSmallHousehold(given.context, 'Home'));
  } finally {
    given.close();
  }
}

/** Row 21: another household stays as it was to the last byte, and what was typed stands as it was typed. */
function database(tries: number): Promise<FaultOutcome> {
  return inWorkspace('database texts', async (given, householdId) => {
    const other = addSmallHousehold(given.context, 'Next door');
    const before = JSON.stringify(tablesOf(given.context, other));
    const outcome = await typing(given, householdId, tries, DATABASE_TEXTS, (typed, _answer, index) => {
      if (existsSync('/tmp/mainstay-was-here.db')) return `${typed.call} made a file`;
      return index % 1_000 === 999 && JSON.stringify(tablesOf(given.context, other)) !== before
        ? `by ${typed.call} another household was changed`
        : undefined;
    });
    const after = JSON.stringify(tablesOf(given.context, other));
    const stored = JSON.stringify(tablesOf(given.context, householdId));
    const kept = DATABASE_TEXTS.filter((text) => stored.includes(JSON.stringify(text).slice(1, -1))).length;
    return add(
      outcome,
      after === before ? undefined : 'another household was changed',
      kept > Math.min(20, tries / 200) ? undefined : `only ${kept} texts were kept as they were typed`,
      checkAll(given.context).findings.map((finding) => JSON.stringify(finding))[0],
    );
  });
}

/** What would run in a page: nothing of it may be left in what Mainstay writes as a page. */
function pageBroke(html: string): string | undefined {
  const { document } = new JSDOM(html).window;
  for (const element of document.querySelectorAll('*')) {
    if (/^(script|iframe|object|embed|link|base|form|svg|math|video|img)$/i.test(element.tagName))
      return `a page holds ${element.outerHTML.slice(0, 120)}`;
    for (const { name, value } of element.attributes)
      if (/^on/i.test(name) || /^\s*(javascript|data|https?):/i.test(value))
        return `a page holds ${name}="${value.slice(0, 80)}"`;
  }
  return undefined;
}

const RUNS_IN_A_PDF =
  /\/(JavaScript|JS|Launch|SubmitForm|ImportData|GoToR|EmbeddedFiles?|AA|OpenAction|XFA)(?![A-Za-z])/;

/** A file Mainstay made, whatever call gave it: nothing in it runs. */
function fileBroke(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('base64' in answer) || !('mediaType' in answer))
    return undefined;
  const { base64, mediaType } = answer as { readonly base64: string; readonly mediaType: string };
  const bytes = Buffer.from(base64, 'base64');
  if (mediaType === 'text/html') return pageBroke(bytes.toString('utf8'));
  if (mediaType !== 'application/pdf') return undefined;
  const outside = bytes.toString('latin1').replace(/stream\r?\n[\s\S]*?endstream/g, '');
  return RUNS_IN_A_PDF.test(outside) ? `a PDF holds ${RUNS_IN_A_PDF.exec(outside)?.[0]}` : undefined;
}

function pages(tries: number): Promise<FaultOutcome> {
  return inWorkspace('page texts', async (given, householdId) => {
    const client = createRouterClient(createRouter(given.context)) as unknown as AnyClient;
    const outcome = await typing(given, householdId, tries, PAGE_TEXTS, (_typed, answer) =>
      fileBroke(answer),
    );
    const slips = tablesOf(given.context, householdId)['payslip'] ?? [];
    const made: (string | undefined)[] = [];
    for (const slip of slips) {
      for (const name of ['payslipHtml', 'payslipPdf'])
        made.push(
          fileBroke(
            await client['pay']?.[name]?.({ householdId, payslipId: slip['id'] }).catch(() => undefined),
          ),
        );
    }
    return add(outcome, slips.length === 0 ? 'there was no payslip to make' : undefined, ...made);
  });
}

/** Whether a cell of a CSV would be run: it begins like a formula, also after what nobody sees, and is no plain number. */
function isFormula(cell: string): boolean {
  return (
    !/^-?\d+(\.\d+)?$/.test(cell) && (/^[\s\p{C}]*[=+\-@＝＋－＠−]/u.test(cell) || /^[\t\r\n]/.test(cell))
  );
}

function csvBroke(bytes: Uint8Array, name: string): string | undefined {
  const { data } = Papa.parse<string[]>(
    Buffer.from(bytes)
      .toString('utf8')
      .replace(/^\ufeff/, ''),
  );
  const found = data.flat().find(isFormula);
  return found === undefined ? undefined : `${name} holds the cell ${JSON.stringify(found.slice(0, 60))}`;
}

/** Row 20: text of a formula in every column of every table, and in every file that a spreadsheet opens. */
function exported(tries: number): Promise<FaultOutcome> {
  return inWorkspace('formula texts', async (given, householdId) => {
    const client = createRouterClient(createRouter(given.context)) as unknown as AnyClient;
    const outcome = await typing(given, householdId, tries, FORMULA_TEXTS, (typed, answer) => {
      if (typeof answer !== 'object' || answer === null || !('base64' in answer)) return undefined;
      const { base64, mediaType } = answer as { readonly base64: string; readonly mediaType?: string };
      return mediaType === 'text/csv' && !/payment|pension/i.test(typed.call)
        ? csvBroke(Buffer.from(base64, 'base64'), typed.call)
        : undefined;
    });
    const made = (await client['workspace']?.['openRecord']?.({ householdId })) as {
      readonly base64: string;
    };
    const files = Object.entries(unzipSync(new Uint8Array(Buffer.from(made.base64, 'base64')))).filter(
      ([name]) => name.endsWith('.csv'),
    );
    const typedAnywhere = files.filter(([, bytes]) =>
      /'=|'@|'\+|'-/.test(Buffer.from(bytes).toString('utf8')),
    ).length;
    return add(
      outcome,
      ...files.map(([name, bytes]) => csvBroke(bytes, name)),
      typedAnywhere > 0 ? undefined : 'no table held what was typed',
    );
  });
}

/** The writers themselves: each text in each column of a CSV and of a workbook. */
async function writers(tries: number): Promise<FaultOutcome> {
  const given = quarterReturn(6);
  return tryMany(tries, async (index) => {
    const text = FORMULA_TEXTS[index] ?? '';
    const csv = csvBroke(
      csvForPeople(
        [text, 'b'],
        [
          [text, `a ${text}`],
          [`${text}x`, text],
        ],
      ),
      'a CSV',
    );
    if (csv !== undefined) return csv;
    if (isFormula(safeCsvText(text))) return `${JSON.stringify(text)} stands bare`;
    const book = unzipSync(
      await returnXlsx({
        ...given,
        authorityName: text,
        transactions: given.transactions.map((line) => ({
          ...line,
          payee: text,
          detail: text,
          category: text,
        })),
        evidence: given.evidence.map((item) => ({ ...item, name: text, fileName: text })),
      }),
    );
    for (const [name, bytes] of Object.entries(book)) {
      const xml = Buffer.from(bytes).toString('utf8');
      if (/<f[ >]|t="str"|externalLink|ddeLink|<hyperlink/.test(xml))
        return `${name} of the workbook holds a formula or a link for ${JSON.stringify(text)}`;
    }
    return undefined;
  });
}

export const faults: readonly Fault[] = [
  {
    row: 20,
    promise: 'No spreadsheet runs what somebody typed',
    how: 'texts of formulas typed into every call, then every table of the open record and every CSV looked at cell by cell. No spreadsheet program is here: a cell counts as a formula when it begins like one',
    tries: TYPED_INTO.length * 10,
    quick: 12,
    attempt: exported,
  },
  {
    row: 20,
    promise: 'No spreadsheet runs what somebody typed',
    how: 'each text of a formula, plain and full-width, in every text column of a CSV and of a return’s workbook: no cell is a formula',
    tries: FORMULA_TEXTS.length,
    quick: 3,
    attempt: writers,
  },
  {
    row: 21,
    promise: 'Nothing that is typed becomes a command to the records',
    how: `two thousand texts of SQL spread over the text fields of ${TYPED_INTO.length} calls, each call twenty times with a text in each of its fields; the household next door stays the same to the byte, and the whole record is checked`,
    tries: TYPED_INTO.length * 20,
    quick: 20,
    attempt: database,
  },
  {
    row: 22,
    promise: 'Nothing that is typed runs, in the window or on paper',
    how: 'three hundred texts of pages typed into every call; every page and PDF that Mainstay then makes holds nothing that runs',
    tries: TYPED_INTO.length * 10,
    quick: 12,
    attempt: pages,
  },
];
