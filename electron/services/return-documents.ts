import words from '@resources/documents/return-words.json';
import type { LargeFileOut } from '@shared/api/common';
import type { ReturnView } from '@shared/api/returns';
import { daysBetween, formatDay, type IsoDay } from '@shared/dates';
import { addPence, formatPounds, negatePence, type Pence, pence } from '@shared/money';
import { employerOf, representativesOf, storedFile } from '../db/queries/household';
import { smallerPicture, storedKind } from '../db/queries/packs';
import { formatHoursShort } from '../files/documents/figures';
import { returnCsv } from '../files/documents/return-csv';
import type { ReturnDocument } from '../files/documents/return-document';
import { largeReturnPack, returnPackPdf } from '../files/documents/return-pack-pdf';
import { returnXlsx } from '../files/documents/return-xlsx';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { type LargeZipEntry, piecesOf, zipLargeFiles } from '../files/documents/zip';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import type { MadeFile } from './program-files';
import {
  accountsOfReturn,
  answersOfReturn,
  fundsOfReturn,
  markOfLine,
  signingOfReturn,
} from './return-document-parts';
import { type EvidenceFile, evidenceFiles } from './returns-evidence';
import { periodHours } from './returns-hours';
import { type MadeReturn, makeReturn, sentReturn, type WhichReturn } from './returns-make';
import { sha256OfPieces } from './stored-files';
import { workerName } from './worker-name';

/** What stands between the record and the statement that is no payment on its way: said as it is. */
const OWN_WORDS: ReadonlySet<string> = new Set([words.otherMoney, words.pool.owed, words.pool.owedToUs]);

/** A return's document with the files that prove it, in the order of their numbers. */
type Whole = { readonly document: ReturnDocument; readonly files: readonly EvidenceFile[] };

function missingOf(view: ReturnView): ReturnDocument['missing'] {
  const numbers = new Map(view.transactions.map((line) => [line.lineId, line.number]));
  const explained = view.problems.flatMap((problem) => {
    const lineId = problem.values['lineId'];
    if (problem.code !== 'return.line-not-explained' || typeof lineId !== 'string') return [];
    const number = numbers.get(lineId);
    const what = fill(words.missing['not-explained'], problem.values);
    return [{ what, ...(number === undefined ? {} : { transaction: number }) }];
  });
  const wanted = view.evidence.flatMap((item) => {
    if (item.ready || !item.code.startsWith('evidence.')) return [];
    const number = item.lineId === null ? undefined : numbers.get(item.lineId);
    const from = item.values['from'];
    const to = item.values['to'];
    const values = {
      ...item.values,
      ...(typeof from === 'string' ? { from: formatDay(from as IsoDay) } : {}),
      ...(typeof to === 'string' ? { to: formatDay(to as IsoDay) } : {}),
    };
    const sentence =
      item.code === 'evidence.line'
        ? words.missing.line
        : item.code === 'evidence.statements'
          ? words.missing.statements
          : words.missing.document;
    return [
      {
        what: fill(sentence, values),
        ...(item.reason === null || item.reason === '' ? {} : { why: item.reason }),
        ...(number === undefined ? {} : { transaction: number }),
      },
    ];
  });
  return [...explained, ...wanted];
}

function transactionsOf(view: ReturnView, files: readonly EvidenceFile[]): ReturnDocument['transactions'] {
  let balance: Pence = view.opening;
  return view.transactions.map((line) => {
    balance = addPence(balance, line.amount);
    return {
      number: line.number,
      day: line.day,
      payee: line.description,
      ...markOfLine(line),
      category: line.label,
      amount: line.amount,
      balance,
      evidence: files.flatMap((file, index) => (file.transactions.includes(line.number) ? [index + 1] : [])),
    };
  });
}

function hoursOf(context: ServiceContext, householdId: string, { facts, agreement }: MadeReturn) {
  const nameOf = (id: string): string => {
    const worker = databaseOf(context).byId('worker', id);
    return worker === undefined ? '' : workerName(worker);
  };
  const { byWorker } = periodHours(context, householdId, facts.from, facts.to);
  const days = daysBetween(facts.from, facts.to) + 1;
  return {
    lines: [...byWorker].map(([id, minutes]) => ({ name: nameOf(id), minutes })),
    ...(agreement.weekly_minutes === 0
      ? {}
      : { fundedMinutes: Math.floor((agreement.weekly_minutes * days) / 7) }),
  };
}

async function wholeOf(context: ServiceContext, householdId: string, made: MadeReturn): Promise<Whole> {
  const db = databaseOf(context);
  const { view, facts, agreement, profile } = made;
  const files = await evidenceFiles(context, householdId, view);
  const acting = representativesOf(db, householdId).find((one) => one.uses_mainstay === 1);
  const employer = employerOf(db, householdId);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const amountOf = (code: string): Pence =>
    view.moneyIn.find((line) => line.code === code)?.amount ?? pence(0);
  const { plannedMinutes, workedMinutes, coveredMinutes, lostMinutes, coverCost } = view.hours;
  const line = ({ label, code, amount, count }: ReturnView['moneyIn'][number]) => ({
    name: label ?? code,
    count,
    amount,
  });
  const spoken: Readonly<Record<string, string>> = words.spokenFor;
  const { funding } = facts;
  const net = pence(funding.gross - funding.clientContribution);
  const weeks = profile.surplus?.keepWeeks;
  const inCash = view.accounts.filter((one) => one.kind === 'cash' && one.statementClosing === null);
  const atBank = facts.accounts.filter((one) => !inCash.some((cash) => cash.id === one.id));
  const document: ReturnDocument = {
    authorityName: agreement.funder_name,
    recipientName: view.supportedName,
    ...(household.birth_date === null ? {} : { recipientDateOfBirth: household.birth_date }),
    ...(agreement.reference === '' ? {} : { agreementReference: agreement.reference }),
    ...(acting === undefined || acting.role === 'self'
      ? {}
      : { actingFor: { name: acting.name, role: words.roles[acting.role] } }),
    ...(employer === undefined || employer.paye_reference === ''
      ? {}
      : { payeReference: employer.paye_reference }),
    accountName: facts.accounts.map((account) => account.name).join(', '),
    period: { from: view.from, to: view.to },
    dueOn: view.dueOn,
    madeOn: todayOf(context),
    funding: [
      { name: agreement.funder_name, weekly: net, inPeriod: amountOf('direct-payment') },
      ...(funding.clientContribution === 0
        ? []
        : [
            {
              name: words.contribution,
              weekly: funding.clientContribution,
              inPeriod: amountOf('client-contribution'),
            },
          ]),
    ],
    opening: view.opening,
    moneyIn: view.moneyIn.map(line),
    moneyOut: view.moneyOut.map(line),
    closing: view.closing,
    ...(view.statementClosing === null
      ? {}
      : {
          statement: {
            accountName: atBank.map((account) => account.name).join(', '),
            balance: view.statementClosing,
            differences: [
              ...view.unpresented.map((item) => ({
                name: OWN_WORDS.has(item.description)
                  ? item.description
                  : fill(words.onItsWay, { name: item.description, day: formatDay(item.day) }),
                amount: pence(-item.amount),
              })),
              // Cash is in the record and on no statement.
              ...inCash
                .filter(({ expected }) => expected !== 0)
                .map(({ name, expected }) => ({
                  name: fill(words.inCash, { name }),
                  amount: negatePence(expected),
                })),
            ],
          },
        }),
    spokenFor: view.spokenFor.map(({ label, code, amount }) => ({
      name: label ?? spoken[code] ?? code,
      amount,
    })),
    ...(view.surplusLimit === null
      ? {}
      : {
          allowance: {
            amount: view.surplusLimit,
            ...(weeks === undefined ? {} : { weeks, weekly: funding.gross }),
          },
        }),
    hours: hoursOf(context, householdId, made),
    transactions: transactionsOf(view, files),
    evidence: files.map((file, index) => ({
      number: index + 1,
      kind: file.kind,
      name: file.name,
      ...(file.day === null ? {} : { day: file.day }),
      transactions: file.transactions,
      fileName: file.fileName,
      sha256: file.sha256,
      ...(file.pictures === undefined ? {} : { pictures: file.pictures }),
      ...(file.payslip === undefined ? {} : { payslip: file.payslip }),
      ...(file.lines === undefined ? {} : { lines: file.lines }),
    })),
    missing: missingOf(view),
    notes: [
      fill(words.notes.hours, {
        planned: formatHoursShort(plannedMinutes),
        worked: formatHoursShort(workedMinutes),
        covered: formatHoursShort(coveredMinutes),
        lost: formatHoursShort(lostMinutes),
      }),
      ...(coverCost === null || coverCost === 0
        ? []
        : [fill(words.notes.coverCost, { amount: formatPounds(coverCost) })]),
    ],
    ...(profile.declaration === undefined ? {} : { declaration: profile.declaration }),
    accounts: accountsOfReturn(view),
    funds: fundsOfReturn(view),
    answers: answersOfReturn(view),
    ...signingOfReturn(view),
  };
  return { document, files };
}

/** The pack of a return that is being sealed, with its evidence as files and what is kept of its document. */
export async function sealedPack(context: ServiceContext, householdId: string, made: MadeReturn) {
  const { document, files } = await wholeOf(context, householdId, made);
  return {
    bytes: await returnPackPdf(document),
    files,
    // Pages of evidence are in the pack and in the files: only what names them is kept with the figures.
    document: {
      ...document,
      evidence: document.evidence.map(
        ({ pictures: _pictures, payslip: _payslip, lines: _lines, ...item }) => item,
      ),
    } satisfies ReturnDocument,
  };
}

/** The return as it was sealed, else as the record stands, with its files. */
async function documentOf(context: ServiceContext, householdId: string, which: WhichReturn): Promise<Whole> {
  const sent = sentReturn(context, householdId, which);
  if (sent === undefined) return wholeOf(context, householdId, makeReturn(context, householdId, which));
  const db = databaseOf(context);
  const { document } = sent.sealed;
  return {
    document,
    files: document.evidence.map((item) => {
      const mediaType = storedKind(db, item.sha256) ?? refuse('not-found');
      return {
        kind: item.kind,
        name: item.name,
        fileName: item.fileName,
        day: item.day ?? null,
        transactions: item.transactions,
        mediaType,
        sha256: item.sha256,
        read: () => storedFile(db, item.sha256)?.bytes ?? refuse('not-found'),
      };
    }),
  };
}

function nameOf(template: string, { authorityName, period }: ReturnDocument): string {
  return safeFileName(fill(template, { funder: authorityName, from: period.from, to: period.to }));
}

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PDF = 'application/pdf';

/** A file that may be large. */
type LargeFile = { readonly name: string; readonly content: Uint8Array | Blob };

/** The pack of what was gathered; of a return that was sent, the very one that was sealed. */
async function packOf(
  context: ServiceContext,
  householdId: string,
  which: WhichReturn,
  document: ReturnDocument,
): Promise<LargeFile> {
  const hash = sentReturn(context, householdId, which)?.row.pack_hash ?? null;
  const sealed = hash === null ? undefined : storedFile(databaseOf(context), hash);
  return {
    name: nameOf(words.packName, document),
    content: sealed?.bytes ?? (await largeReturnPack(document)),
  };
}

async function sheetOf(document: ReturnDocument): Promise<MadeFile> {
  return {
    name: nameOf(words.xlsxName, document),
    mediaType: SHEET,
    bytes: await returnXlsx(document),
  };
}

function listOf(document: ReturnDocument): MadeFile {
  return { name: nameOf(words.csvName, document), mediaType: 'text/csv', bytes: returnCsv(document) };
}

/** The whole pack as a PDF; of a return that was sent, the very one that was sealed. */
export async function packFile(
  context: ServiceContext,
  householdId: string,
  which: WhichReturn,
): Promise<LargeFileOut> {
  const { document } = await documentOf(context, householdId, which);
  const { name, content } = await packOf(context, householdId, which, document);
  const blob = content instanceof Blob ? content : new Blob([new Uint8Array(content)], { type: PDF });
  return { name, mediaType: PDF, blob };
}

/** The return as a workbook. */
export async function xlsxFile(
  context: ServiceContext,
  householdId: string,
  which: WhichReturn,
): Promise<MadeFile> {
  return sheetOf((await documentOf(context, householdId, which)).document);
}

/** Every transaction of the return as a CSV file. */
export async function csvFile(
  context: ServiceContext,
  householdId: string,
  which: WhichReturn,
): Promise<MadeFile> {
  return listOf((await documentOf(context, householdId, which)).document);
}

const FOLDERS: Readonly<Record<string, string>> = {
  'bank-statement': words.folders.statements,
  payslip: words.folders.payslips,
  receipt: words.folders.receipts,
  insurance: words.folders.certificates,
};

/** Above this a photo goes along as the smaller picture Mainstay drew of it: hundreds of them must fit into an email. */
const MOST_HANDED = 1_000_000;

type Handed = LargeZipEntry & {
  readonly sha256: string;
  /** The check number of the file that is kept, where a smaller picture of it goes along. */
  readonly of?: string;
};

/** A piece of evidence as it goes along. */
function handedFile(context: ServiceContext, householdId: string, file: EvidenceFile): Handed {
  const db = databaseOf(context);
  const folders = [FOLDERS[file.kind] ?? words.folders.certificates];
  const smaller = file.mediaType.startsWith('image/')
    ? smallerPicture(db, householdId, file.sha256, MOST_HANDED)
    : undefined;
  if (smaller === undefined) return { folders, name: file.fileName, sha256: file.sha256, read: file.read };
  return {
    folders,
    name: file.fileName.replace(/\.[^.]*$/, '.jpg'),
    sha256: smaller,
    of: file.sha256,
    read: () => storedFile(db, smaller)?.bytes ?? refuse('not-found'),
  };
}

function manifestLines(entries: readonly Handed[]): string[] {
  return entries.flatMap(({ folders = [], name, sha256: hash, of }) => [
    `${hash}  ${[...folders, name].join('/')}`,
    ...(of === undefined ? [] : [fill(words.manifestSmaller, { hash: of })]),
  ]);
}

/** The pack, the sheets and every piece of evidence as named files, with a manifest of their SHA-256. */
export async function zipFile(
  context: ServiceContext,
  householdId: string,
  which: WhichReturn,
): Promise<LargeFileOut> {
  const { document, files } = await documentOf(context, householdId, which);
  const made = async ({ name, content }: LargeFile): Promise<Handed> => ({
    name,
    sha256: await sha256OfPieces(piecesOf(content)),
    read: () => content,
  });
  const small = ({ name, bytes }: MadeFile) => made({ name, content: bytes });
  const entries: Handed[] = [
    await made(await packOf(context, householdId, which, document)),
    await small(await sheetOf(document)),
    await small(listOf(document)),
    ...files.map((file) => handedFile(context, householdId, file)),
  ];
  const { authorityName, period } = document;
  const heading = fill(words.manifestHeading, {
    funder: authorityName,
    from: formatDay(period.from),
    to: formatDay(period.to),
  });
  const manifest = new TextEncoder().encode(`${heading}\r\n\r\n${manifestLines(entries).join('\r\n')}\r\n`);
  const name = nameOf(words.zipName, document);
  const blob = await zipLargeFiles([...entries, { name: words.manifestName, read: () => manifest }]);
  return { name, mediaType: 'application/zip', blob };
}
