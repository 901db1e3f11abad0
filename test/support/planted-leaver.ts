import { isoDay } from '@shared/dates';
import type { FinalTable, TrackedTable } from '../../electron/db/tables';
import type { ServiceContext } from '../../electron/services/context';
import { unpaidOfRuns } from '../../electron/services/payments-to-pay';
import { sha256 } from '../../electron/services/stored-files';
import { lloydsFile, type MoneyHousehold, openMoneyHousehold } from '../services/money-support';
import { clientOf } from './client-of';
import { addTestShift, addTestWorker } from './workspace';

/** What somebody is called, and in which ways others wrote it. */
export type LeaverName = {
  readonly first: string;
  readonly last: string;
  readonly called: string;
  /** As the bank writes it. */
  readonly onStatement: string;
};

export const QUILLFEATHER: LeaverName = {
  first: 'Zebedee',
  last: 'Quillfeather',
  called: 'Zebby',
  onStatement: 'QUILLFEATHER Z WAGES',
};

export type PlantedLeaver = {
  readonly home: MoneyHousehold;
  readonly householdId: string;
  readonly workerId: string;
  /** A PA who stays. */
  readonly otherId: string;
  /** Texts of the leaver that must be nowhere afterwards. */
  readonly planted: readonly string[];
};

type Row = Readonly<Record<string, unknown>>;

const LEFT_ON = '2026-08-16';

/**
 * A household with two PAs, of whom one was paid and left in August 2026, with the leaver’s name, numbers and notes in every
 * place that takes them: tables of their own, bank lines, a receipt and its reading, a diary, a return, the undo history.
 */
export async function plantedLeaver(name: LeaverName = QUILLFEATHER): Promise<PlantedLeaver> {
  const home = await openMoneyHousehold('2026-08-17');
  const { householdId, agreementId, context } = home;
  const client = clientOf(context);
  const db = context.workspace.database;
  const whole = `${name.first} ${name.last}`;
  const planted: string[] = [name.first, name.last, name.called, name.onStatement];
  const plant = (text: string): string => {
    planted.push(text);
    return text;
  };
  const put = (table: TrackedTable, row: Row): string => {
    const id = context.ids.next();
    db.act({ name: 'test.planted', householdId, values: { name: whole } }, (write) =>
      write.insert(table, { id, household_id: householdId, ...row } as never),
    );
    return id;
  };
  const otherId = addTestWorker(context, householdId, {
    firstNames: 'Grace',
    lastName: 'Okafor',
    startedOn: '2026-07-06',
  });
  const workerId = addTestWorker(context, householdId, {
    firstNames: name.first,
    lastName: name.last,
    startedOn: '2026-07-06',
    niNumber: plant('ZK123456C'),
    pension: {},
  });
  const own = { worker_id: workerId };
  db.act({ name: 'people.details-saved', householdId, values: { name: whole } }, (write) =>
    write.update('worker', workerId, { phone: plant('07700 900999'), email: plant('old@quill.example') }),
  );
  db.act({ name: 'people.details-saved', householdId, values: { name: name.called } }, (write) =>
    write.update('worker', workerId, {
      known_as: name.called,
      address_line_1: plant('71 Feathering Street'),
      address_line_2: plant('Topmost flat'),
      town: plant('Quilltown'),
      postcode: plant('QF7 1ZQ'),
      phone: plant('07700 900777'),
      email: plant('zeb@quill.example'),
      payroll_number: plant('PAY-ZQ-7'),
      bank_name_on_account: plant(`MR ${whole.toUpperCase()}`),
      account_number: plant('71727374'),
      emergency_name: plant('Hepzibah Inkwell'),
      emergency_phone: plant('07700 900555'),
      right_to_work_checked_on: isoDay('2026-07-01'),
    }),
  );
  for (const [day, who] of [
    ['2026-07-07', workerId],
    ['2026-07-09', workerId],
    ['2026-07-14', workerId],
    ['2026-07-15', otherId],
  ] as const)
    addTestShift(context, householdId, who, day, '09:00', '14:00');
  plantOwnRows(context, householdId, own, put, plant);
  await client.people.saveLeaving({ householdId, workerId, leftOn: isoDay(LEFT_ON) });
  for (;;) {
    const { open } = await client.pay.runs({ householdId });
    const run = open.toSorted((a, b) => (a.payDate < b.payDate ? -1 : 1)).find((one) => (one.net ?? 0) > 0);
    if (run === undefined || run.net === null) break;
    await client.pay.finish({ householdId, key: run.key, expectedNet: run.net });
  }
  const file = lloydsFile(
    [
      ['2026-07-06', 'ANYSHIRE COUNCIL DP4401', 144_480],
      ['2026-07-17', name.onStatement, -6_500],
      ['2026-07-17', `${name.onStatement} 2`, -6_500],
      ['2026-07-20', 'CORNER SHOP', -1_200],
    ],
    250_000,
  );
  await client.money.importStatement({
    householdId,
    accountId: home.accountId,
    file: { name: file.name, base64: Buffer.from(file.bytes).toString('base64') },
  });
  const lines = await client.money.lines({
    householdId,
    from: null,
    to: null,
    only: 'all',
    withProposals: false,
  });
  for (const line of lines) {
    const isWage = line.description.startsWith(name.onStatement);
    const note = isWage ? plant(`for ${whole} number ${line.description.length}`) : '';
    const part = {
      amount: line.amount,
      categoryId: null,
      agreementId,
      matchKind: 'by-hand' as const,
      matchKey: null,
    };
    const account = isWage ? 'wages' : line.amount > 0 ? 'direct-payment-income' : 'other-spending';
    await client.money.explain({
      householdId,
      lineId: line.id,
      parts: [{ ...part, ledgerAccount: account, workerId: isWage ? workerId : null, note }],
    });
  }
  await sendReturn(home);
  plantElsewhere(context, householdId, agreementId, whole, name, put, plant);
  payAll(context, householdId);
  return { home, householdId, workerId, otherId, planted };
}

function plantOwnRows(
  context: ServiceContext,
  householdId: string,
  own: Row,
  put: (table: TrackedTable, row: Row) => string,
  plant: (text: string) => string,
): void {
  const db = context.workspace.database;
  const absence = put('absence', {
    ...own,
    kind: 'unpaid',
    first_day: '2026-07-21',
    last_day: '2026-07-21',
    note: plant('bad knee, told us at noon'),
  });
  put('holiday_request', {
    ...own,
    first_day: '2026-07-22',
    last_day: '2026-07-22',
    asked_on: '2026-07-08',
    answer: 'refused',
    absence_id: absence,
    note: plant('wants the sea festival'),
  });
  put('cannot_work', {
    ...own,
    first_day: '2026-07-30',
    last_day: '2026-07-30',
    note: plant('choir on Thursday'),
  });
  put('worker_cover', { ...own, willing: 'ask', note: plant('rather not at night') });
  put('training', { ...own, name: plant('Peg feeding with Mr Ploog'), done_on: '2026-07-03' });
  put('accommodation', { ...own, from_day: '2026-07-06', ended_on: '2026-07-07' });
  put('letter', { ...own, kind: 'contract', about: plant('about-zq-letter'), made_on: '2026-07-06' });
  put('access_request', { ...own, asked_on: '2026-08-01', note: plant('asked by post in August') });
  put('timesheet_agreement', {
    ...own,
    from_day: '2026-07-06',
    to_day: '2026-07-12',
    how: 'typed',
    name: plant('Z. Q. the younger'),
    agreed_on: '2026-07-12',
    content: plant('five hours and no break'),
  });
  put('cover_ask', {
    who_kind: 'worker',
    who_id: own['worker_id'],
    shift_key: 'shift:gone',
    day: '2026-07-10',
    start_time: '09:00',
    end_day: '2026-07-10',
    end_time: '10:00',
    asked_on: '2026-07-09',
    asked_at: '12:00',
    how: 'text',
    answer: 'no',
    note: plant('had the plumber in'),
  });
  const shift = db
    .all({
      compile: () => ({ sql: 'SELECT id FROM shift WHERE worker_id = ?', parameters: [own['worker_id']] }),
    } as never)
    .map((row) => (row as { id: string }).id)[0];
  if (shift === undefined) throw new Error('The leaver has no shift');
  put('lateness', { shift_id: shift, minutes_late: 5, reason: plant('missed bus 42B'), paid: 'whole-shift' });
  put('shift_stretch', {
    shift_id: shift,
    kind: 'rest',
    start_time: '11:00',
    end_time: '11:15',
    note: plant('tea in the shed'),
  });
  const order = put('attachment_order', {
    ...own,
    kind: 'fixed',
    payee: plant('Court of Lower Quill'),
    reference: plant('ORD-QQ-81'),
    issued_on: '2026-07-01',
    from_day: '2026-07-01',
    ended_on: '2026-07-02',
  });
  const removed = put('pay_line_draft', {
    ...own,
    pay_date: '2026-07-17',
    code: 'bonus',
    amount_pence: 1,
    note: plant('for the harvest supper'),
  });
  db.act({ name: 'test.removed', householdId }, (write) => write.remove('pay_line_draft', removed));
  db.act({ name: 'test.removed', householdId }, (write) => write.remove('attachment_order', order));
}

function plantElsewhere(
  context: ServiceContext,
  householdId: string,
  agreementId: string,
  whole: string,
  name: LeaverName,
  put: (table: TrackedTable, row: Row) => string,
  plant: (text: string) => string,
): void {
  const db = context.workspace.database;
  const bytes = Buffer.from(`%PDF-1.4 a timesheet of ${plant(`${whole} in July`)}`);
  const file = { hash: sha256(bytes), media_type: 'application/pdf', size: bytes.length, bytes };
  db.act({ name: 'test.planted', householdId }, (write) =>
    write.append('stored_file' as FinalTable, file as never),
  );
  const receipt = put('receipt', {
    file_hash: file.hash,
    file_name: 'timesheet.pdf',
    day: '2026-07-16',
    supplier: plant(`Timesheet ${whole}`),
    added_on: '2026-07-20',
  });
  db.noteAside('receipt_reading', {
    id: context.ids.next(),
    household_id: householdId,
    receipt_id: receipt,
    state: 'read',
    reason: '',
    day: null,
    total_pence: null,
    supplier: '',
    text: plant(`hours of ${name.last}, ${name.first}`),
    read_at: '2026-07-20T08:00:00.000Z',
  });
  put('appointment', {
    day: '2026-07-23',
    start_time: '10:00',
    end_day: '2026-07-23',
    end_time: '11:00',
    title: plant(`Review with ${whole}`),
  });
  put('outcome_note', {
    agreement_id: agreementId,
    day: '2026-07-24',
    text: plant(`Sang all day with ${name.called} at the piano`),
  });
  put('cover_plan', {
    cases_json: JSON.stringify([{ note: plant(`Ring ${whole} first`) }]),
    to_know: plant(`Only ${name.first} has the key`),
  });
  put('certificate', { kind: 'other', name: plant(`Check of ${whole}`), file_hash: null });
}

async function sendReturn(home: MoneyHousehold): Promise<void> {
  const client = clientOf(home.on('2026-10-05'));
  await client.returns.markSent({
    householdId: home.householdId,
    agreementId: home.agreementId,
    from: isoDay('2026-07-01'),
    to: isoDay('2026-09-30'),
    sentOn: isoDay('2026-10-04'),
    sentHow: 'By e-mail',
  });
}

/** Ticks all that finished pay asks for as paid. */
export function payAll(context: ServiceContext, householdId: string): void {
  const db = context.workspace.database;
  const runs = db.all({
    compile: () => ({ sql: 'SELECT id FROM pay_run', parameters: [] }),
  } as never) as { id: string }[];
  const unpaid = unpaidOfRuns(context, householdId, new Set(runs.map((row) => row.id)));
  db.act({ name: 'test.paid', householdId }, (write) => {
    for (const key of new Set(unpaid.map((one) => one.key)))
      write.insert('payment_tick', {
        id: context.ids.next(),
        household_id: householdId,
        payment_key: key,
        paid_on: isoDay('2026-08-17'),
      });
  });
}

/** Every value of every table as one text, files included: what somebody with the passphrase could find. */
export function everything(context: ServiceContext): string {
  const db = context.workspace.database;
  const all = (sql: string): Row[] => db.all({ compile: () => ({ sql, parameters: [] }) } as never) as Row[];
  return all("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .flatMap(({ name }) => all(`SELECT * FROM "${String(name)}"`))
    .flatMap((row) => Object.values(row))
    .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
    .join('\n');
}
