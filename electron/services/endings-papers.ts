import words from '@resources/documents/ending-letters.json';
import names from '@resources/documents/file-names.json';
import type { EndingView } from '@shared/api/endings';
import { addDays, formatDay, laterDay } from '@shared/dates';
import { formatPounds, NO_MONEY } from '@shared/money';
import { statutoryNoticeWeeks } from '@shared/payroll/redundancy';
import { employerOf } from '../db/queries/household';
import { contractsOf } from '../db/queries/people';
import { finalAccountPdf } from '../files/documents/final-account-pdf';
import { type LetterPart, type LetterParty, letterPdf } from '../files/documents/letter-pdf';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill, fillCount } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { endingView, loadedEnding } from './endings-view';
import type { MadeFile } from './program-files';
import { workerName, workerShortName } from './worker-name';

const PDF = 'application/pdf';

/** The final account on paper. Refuses with `not-found`. */
export function finalAccountFile(
  context: ServiceContext,
  householdId: string,
  agreementId: string,
): MadeFile {
  const { agreement } = loadedEnding(context, householdId, agreementId);
  const view = endingView(context, householdId, agreementId);
  return {
    name: safeFileName(fill(names.finalAccount, { funder: agreement.funder_name, day: view.asOf })),
    mediaType: PDF,
    bytes: finalAccountPdf({ view, reference: agreement.reference }),
  };
}

const text = (line: string): LetterPart => ({ kind: 'text', text: line });

function addressOf(row: {
  readonly address_line_1: string;
  readonly address_line_2: string;
  readonly town: string;
  readonly postcode: string;
}): string[] {
  return [row.address_line_1, row.address_line_2, row.town, row.postcode].filter((line) => line !== '');
}

type Written = {
  readonly to: LetterParty;
  readonly what: string;
  readonly fileTitle: string;
  readonly heading: string;
  readonly parts: readonly LetterPart[];
};

function toWorker(
  context: ServiceContext,
  householdId: string,
  view: EndingView,
  kind: 'notice' | 'job-ends',
  workerId: string,
): Written {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const name = workerName(worker);
  const given = view.ending.toldOn ?? todayOf(context);
  const contract = contractsOf(db, householdId).findLast((one) => one.worker_id === workerId);
  const weeks = Math.max(statutoryNoticeWeeks(worker.started_on, given), contract?.notice_weeks ?? 0);
  const values = {
    name,
    short: workerShortName(worker),
    supported: view.supportedName,
    day: formatDay(view.ending.endedOn),
    weeks: fillCount(words.weeks, weeks),
    noticeEnds: formatDay(laterDay(view.ending.endedOn, addDays(given, weeks * 7))),
  };
  const own = words[kind];
  return {
    to: { name, lines: addressOf(worker) },
    what: fill(own.what, values),
    fileTitle: fill(own.fileTitle, values),
    heading: own.heading,
    parts: own.text.map((line) => text(fill(line, values))),
  };
}

function toFunder(view: EndingView, reference: string): Written {
  const own = words.funder;
  const { ending } = view;
  const values = { name: view.funderName, supported: view.supportedName, day: formatDay(ending.endedOn) };
  return {
    to: { name: view.funderName, lines: [] },
    what: fill(own.what, values),
    fileTitle: fill(own.fileTitle, values),
    heading: own.heading,
    parts: [
      text(fill(own[ending.kind], values)),
      ...(reference === '' ? [] : [text(fill(own.reference, { reference }))]),
      ...own.text.map(text),
      ...(view.shortfall > 0
        ? [text(fill(own.shortfall, { amount: formatPounds(view.shortfall) }))]
        : view.surplus > 0
          ? [text(fill(own.surplus, { amount: formatPounds(view.surplus) }))]
          : []),
      ...(ending.executorName === ''
        ? []
        : [text(fill(own.executor, { name: ending.executorName, contact: ending.executorContact }))]),
    ],
  };
}

function toExecutor(view: EndingView): Written {
  const own = words.executor;
  const { ending } = view;
  const over = view.owes.find((line) => line.code === 'contribution-over')?.amount ?? NO_MONEY;
  const values = {
    supported: view.supportedName,
    funder: view.funderName,
    day: formatDay(ending.endedOn),
    over: formatPounds(over),
  };
  return {
    to: {
      name: ending.executorName || own.noName,
      lines: ending.executorContact === '' ? [] : [ending.executorContact],
    },
    what: own.what,
    fileTitle: own.fileTitle,
    heading: fill(own.heading, values),
    parts: own.text.map((line) => text(fill(line, values))),
  };
}

/** A letter that goes with an ending. Refuses with `not-found` where it is not one of the ending's letters. */
export function endingLetter(
  context: ServiceContext,
  householdId: string,
  agreementId: string,
  kind: string,
  workerId: string | null,
): MadeFile {
  const db = databaseOf(context);
  const { agreement } = loadedEnding(context, householdId, agreementId);
  const view = endingView(context, householdId, agreementId);
  const known = view.letters.some((one) => one.kind === kind && one.workerId === workerId);
  if (!known) refuse('not-found');
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const written =
    (kind === 'notice' || kind === 'job-ends') && workerId !== null
      ? toWorker(context, householdId, view, kind, workerId)
      : kind === 'executor'
        ? toExecutor(view)
        : toFunder(view, agreement.reference);
  const employerName = employerOf(db, householdId)?.legal_name || view.supportedName;
  // Whoever has died signs nothing.
  const from = view.ending.kind === 'death' && employerName === view.supportedName ? '' : employerName;
  return {
    name: safeFileName(fill(names.endingLetter, { what: written.what, day: todayOf(context) })),
    mediaType: PDF,
    bytes: letterPdf({
      fileTitle: written.fileTitle,
      day: todayOf(context),
      from: { name: from || household.user_name || household.name, lines: addressOf(household) },
      to: written.to,
      heading: written.heading,
      parts: written.parts,
      signature: from || household.user_name || household.name,
    }),
  };
}
