import cast from '@resources/example/household.json';
import money from '@resources/example/money.json';
import photo from '@resources/example/receipt-photo.json';
import type { BankLine, LineExplanation } from '@shared/api/money';
import { addDays, type IsoDay, mondayOf } from '@shared/dates';
import { pence } from '@shared/money';
import { categoriesOf } from '../../db/queries/household';
import { fixedClock } from '../../system/clock';
import { seededIds } from '../../system/ids';
import { databaseOf, type ServiceContext } from '../context';
import { acceptProposals, bankLines, explainLine } from '../money-lines';
import { addReceipt } from '../money-receipts';
import { importStatement } from '../money-statements';
import { hmrcView } from '../pay-hmrc';
import { payments, tickPayment } from '../pay-payments';
import { finishRun, payRun, payRuns } from '../pay-run';
import { ratesBookOf } from '../rates';
import { listReturns, markSent } from '../returns';
import { type Movement, statementFiles, steadyMovements, wageMovement } from './example-bank';
import { keepCover } from './example-cover';
import { type ExampleDays, exampleDays } from './example-days';
import { finishDiary, keepDiary } from './example-diary';
import {
  addOtherAccounts,
  type ExampleMoney,
  livelyMovements,
  savingsMovements,
  settleTold,
  writeCheque,
  writeNewestCheque,
} from './example-money';
import { keepPapers, keepPlan, logAnswers } from './example-papers';
import { devLeaves, type ExampleRecord, makeExamplePeople } from './example-people';
import { receiptPdf } from './example-receipts';
import { noteReports } from './example-reports';
import { confirmWorked, noteAbsences, openShift, shareOutShifts } from './example-rota';
import { keepTheYears } from './example-year';

/** A wage of this many pence less was once sent by mistake. */
const SLIP = 1_000;

/** The same context on another day. */
function on(context: ServiceContext, day: IsoDay): ServiceContext {
  return { ...context, clock: fixedClock(day) };
}

/**
 * Makes the invented household in the open workspace by living its thirteen months: each week its rota, its absences, its
 * pay; each month its statement; each quarter its return. The same day gives the same household, to the id.
 */
export async function makeExample(given: ServiceContext): Promise<string> {
  const days = exampleDays(given.clock.today(), ratesBookOf(databaseOf(given)));
  const context: ServiceContext = { ...given, ids: seededIds(`example ${days.today}`) };
  const db = databaseOf(context);
  const record = await db.withoutWaiting(async () => {
    const made = makeExamplePeople(on(context, days.start), days);
    const checkedOn = on(context, addDays(days.today, -60));
    const outside = keepCover(on(context, days.start), made, days, checkedOn);
    const wages = liveTheWeeks(context, made, days);
    await keepTheMoney(context, made, days, wages);
    finishDiary(context, made, days, outside);
    noteReports(on(context, days.today), made.householdId, days.today);
    keepTheYears(on(context, days.today), made.householdId, days.start, days.today);
    return made;
  });
  // What an example did is not somebody's to undo.
  db.act({ name: 'example.made', householdId: record.householdId, undoable: false }, () => undefined);
  return record.householdId;
}

type Wage = { readonly day: IsoDay; readonly key: string; readonly movement: Movement };

/** Every week from the first Monday on: who is away, what was worked, and the pay that has come due. */
function liveTheWeeks(context: ServiceContext, record: ExampleRecord, days: ExampleDays): Wage[] {
  const { householdId } = record;
  const wages: Wage[] = [];
  const thisMonday = mondayOf(days.today);
  for (let monday = days.firstMonday; monday <= addDays(thisMonday, 14); monday = addDays(monday, 7)) {
    const planned = on(context, monday < days.today ? monday : days.today);
    if (monday <= days.leftOn && addDays(monday, 7) > days.leftOn) devLeaves(planned, record, days);
    shareOutShifts(planned, record, days, monday);
    keepDiary(planned, record, days, monday);
    noteAbsences(planned, record, days, monday);
    const sunday = addDays(monday, 6);
    if (sunday >= days.today) {
      // The week that is running: some hours are in, some not yet.
      if (monday <= days.today)
        confirmWorked(on(context, days.today), record, days, monday, addDays(days.today, -2), 'grace');
      continue;
    }
    confirmWorked(on(context, addDays(monday, 7)), record, days, monday, sunday);
    for (const run of payRuns(on(context, addDays(monday, 7)), householdId).open) {
      if (run.periodTo > sunday || run.payDate > days.today) continue;
      const payDay = on(context, addDays(monday, 7));
      const view = payRun(payDay, householdId, run.key);
      if (view.lines.length === 0) continue;
      const runId = finishRun(payDay, householdId, run.key, view.totals.net);
      for (const payment of payments(payDay, householdId, runId)) {
        if (payment.payee !== 'worker' || payment.amount <= 0) continue;
        wages.push({
          day: run.payDate,
          key: payment.key,
          movement: wageMovement(run.payDate, payment.name, payment.amount),
        });
      }
    }
  }
  openShift(on(context, days.today), record, days);
  return wages;
}

/** The bank accounts: what came in and went out, month by month, and what the person made of it. */
async function keepTheMoney(
  context: ServiceContext,
  record: ExampleRecord,
  days: ExampleDays,
  wages: readonly Wage[],
): Promise<void> {
  const { householdId, accountId } = record;
  const until = addDays(days.today, -2);
  const categories = categoriesOf(databaseOf(context), householdId).map((category) => category.id);
  const first = on(context, days.start);
  keepPlan(first, record, days, categories);
  const accounts = addOtherAccounts(first, record, days);
  const held: ExampleMoney = { record, days, ...accounts, categories, seen: new Map() };
  const paid = wages.filter((wage) => wage.day <= until);
  const slipped = [...paid].reverse().find((wage) => wage.movement.text.includes('GRACE'));
  const lively = livelyMovements(days, until);
  const movements: Movement[] = [
    ...steadyMovements(days, until),
    ...lively,
    ...paid.map(({ movement, ...wage }) =>
      wage.key === slipped?.key ? { ...movement, amount: pence(movement.amount + SLIP) } : movement,
    ),
    ...owedMovements(context, record, days, until),
  ];
  const aside = savingsMovements(days, lively, until);
  for (const wage of wages) tickPayment(on(context, wage.day), householdId, wage.key, wage.day);
  const files = statementFiles(days, movements, until, cast.account);
  const asideFiles = statementFiles(days, aside, until, { ...money.savings, opening: 0 });
  const all = [...movements, ...aside];
  for (const [index, file] of files.entries()) {
    const last = index === files.length - 1;
    const day = last ? days.today : addDays(file.to, 2);
    const then = on(context, day < days.today ? day : days.today);
    importStatement(then, householdId, accountId, file);
    const asideFile = asideFiles.find((one) => one.to === file.to);
    if (asideFile !== undefined) importStatement(then, householdId, held.savingsId, asideFile);
    writeCheque(then, held, file.from, file.to);
    if (last) {
      // The newest days wait for the person: what Mainstay thinks they are is shown, not accepted.
      settleMonth(then, held, all, file.from, addDays(days.today, -10), false);
      continue;
    }
    settleMonth(then, held, all, file.from, file.to, index === files.length - 3);
    await sendReturns(then, record, days);
  }
  const today = on(context, days.today);
  writeNewestCheque(today, held);
  keepPapers(today, record, days);
}

/** HMRC and the pension provider are paid a few days before they are due. */
function owedMovements(
  context: ServiceContext,
  record: ExampleRecord,
  days: ExampleDays,
  until: IsoDay,
): Movement[] {
  const movements: Movement[] = [];
  for (const { taxYear } of ratesBookOf(databaseOf(context)).years) {
    for (const month of hmrcView(on(context, days.today), record.householdId, taxYear).months) {
      const day = addDays(month.dueElectronic, -3);
      if (month.owed > 0 && month.to < days.today && day <= until) {
        movements.push({
          day,
          type: 'FPO',
          text: `${cast.statementText.hmrc} ${month.reference}`,
          amount: pence(-month.owed),
        });
      }
    }
  }
  for (const run of payRuns(on(context, days.today), record.householdId).finished) {
    if (run.runId === null) continue;
    for (const payment of payments(on(context, days.today), record.householdId, run.runId)) {
      const day = addDays(payment.dueOn, -6);
      if (payment.payee === 'pension' && payment.amount > 0 && day <= until) {
        movements.push({
          day,
          type: 'DD',
          text: `${cast.statementText.pension} ${payment.reference}`,
          amount: pence(-payment.amount),
        });
      }
    }
  }
  return movements;
}

const PLACES: Readonly<
  Record<NonNullable<Movement['shop']>, { readonly category: number; readonly account: string }>
> = {
  agency: { category: 1, account: 'agency' },
  insurance: { category: 2, account: 'insurance' },
  training: { category: 3, account: 'training' },
  chemist: { category: 4, account: 'equipment' },
  supplies: { category: 4, account: 'equipment' },
};

/** The person goes through a month's lines: accepts what is certain, says what the rest was, files receipts for most. */
function settleMonth(
  context: ServiceContext,
  held: ExampleMoney,
  movements: readonly Movement[],
  from: IsoDay,
  to: IsoDay,
  withPhoto: boolean,
): void {
  const { householdId, agreementId } = held.record;
  const movementOf = (line: BankLine): Movement | undefined =>
    movements.find(
      (one) => one.day === line.day && one.text === line.description && one.amount === line.amount,
    );
  const lines = bankLines(context, householdId, { from, to, only: 'needs-a-look', withProposals: true });
  const certain = lines
    .filter(
      (line) =>
        line.proposal?.certain &&
        line.proposal.parts[0]?.matchKind !== 'regular' &&
        movementOf(line)?.told === undefined,
    )
    .map((line) => line.id);
  if (certain.length > 0) acceptProposals(context, householdId, certain);
  for (const line of [...lines].reverse()) {
    const movement = movementOf(line);
    if (movement?.told !== undefined) settleTold(context, held, line, movement, lines);
  }
  for (const line of bankLines(context, householdId, {
    from,
    to,
    only: 'needs-a-look',
    withProposals: true,
  })) {
    const movement = movementOf(line);
    const place = movement?.shop === undefined ? undefined : PLACES[movement.shop];
    if (movement === undefined || place === undefined) {
      if (line.proposal !== null) acceptProposals(context, householdId, [line.id]);
      continue;
    }
    const part: LineExplanation = {
      amount: line.amount,
      ledgerAccount: place.account,
      categoryId: held.categories[place.category] ?? null,
      agreementId,
      workerId: null,
      matchKind: 'by-hand',
      matchKey: null,
      note: '',
    };
    explainLine(context, householdId, line.id, [part]);
    if (movement.shop === 'supplies') held.seen.set('supplies', line.id);
    fileReceipt(context, householdId, line, movement, withPhoto);
  }
}

function fileReceipt(
  context: ServiceContext,
  householdId: string,
  line: { id: string; day: IsoDay; amount: number; description: string },
  movement: Movement,
  withPhoto: boolean,
): void {
  const supplier =
    [...cast.shops, { payee: cast.agency.payee, name: cast.agency.name }, cast.training].find(
      (one) => one.payee === movement.text,
    )?.name ?? cast.insurance.name;
  const total = pence(-line.amount);
  if (movement.shop === 'chemist') {
    if (!withPhoto) return;
    const bytes = new Uint8Array(Buffer.from(photo.base64, 'base64'));
    addReceipt(context, householdId, {
      file: { name: `${supplier} ${line.day}.jpg`, bytes },
      day: line.day,
      total,
      supplier,
      lineId: line.id,
    });
    return;
  }
  // One agency invoice has not come yet: the return will ask for it.
  if (
    movement.shop === 'agency' &&
    line.day > addDays(context.clock.today(), -120) &&
    line.day.slice(5) > '06'
  )
    return;
  const bytes = receiptPdf({ supplier, what: movement.shop ?? '', day: line.day, total });
  addReceipt(context, householdId, {
    file: { name: `${supplier} ${line.day}.pdf`, bytes },
    day: line.day,
    total,
    supplier,
    lineId: line.id,
  });
}

/** Each quarter's return is sent three weeks after its end, but for the newest. */
async function sendReturns(context: ServiceContext, record: ExampleRecord, days: ExampleDays): Promise<void> {
  for (const one of listReturns(context, record.householdId)) {
    if (one.state !== 'due' || one.to > addDays(days.today, -100)) continue;
    const sentOn = context.clock.today();
    const returnId = await markSent(context, record.householdId, {
      agreementId: one.agreementId,
      from: one.from,
      to: one.to,
      sentOn,
      sentHow: cast.sentHow,
      sentTo: money.sentTo,
    });
    logAnswers(on(context, days.today), record.householdId, returnId, sentOn);
  }
}
