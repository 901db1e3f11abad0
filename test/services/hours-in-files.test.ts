import type { HoursMapping, HoursState, PayDays } from '@shared/api/hours-in';
import { isoDay } from '@shared/dates';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clientOf } from '../support/client-of';
import { tablesOf } from '../support/small-household';
import {
  addTestHousehold,
  addTestPattern,
  addTestWorker,
  type TestWorkspace,
  testWorkspace,
} from '../support/workspace';

const PAY = { from: isoDay('2026-11-27'), to: isoDay('2026-11-27') };

let workspace: TestWorkspace;
let client: ReturnType<typeof clientOf>;
beforeAll(async () => {
  workspace = await testWorkspace('2026-11-22');
  client = clientOf(workspace.context);
});
afterAll(() => workspace.close());

type Home = { readonly id: string; readonly workers: Readonly<Record<string, string>> };
let turn = 0;
let ann: Home;
let raj: Home;

/** Two households: Ann Price with Maya Lewis and Jo Brand, Raj Patel with another Maya Lewis. All are paid by the week. */
beforeEach(() => {
  turn += 1;
  const { context } = workspace;
  const home = (supportedName: string, people: readonly (readonly [string, string])[]): Home => {
    const id = addTestHousehold(context, { supportedName: `${supportedName} ${turn}` });
    const workers = people.map(([firstNames, lastName]) => {
      const worker = addTestWorker(context, id, { startedOn: '2026-11-02', firstNames, lastName });
      return [firstNames, worker] as const;
    });
    return { id, workers: Object.fromEntries(workers) };
  };
  ann = home('Ann Price', [
    ['Maya', 'Lewis'],
    ['Jo', `Brand ${turn}`],
  ]);
  raj = home('Raj Patel', [['Maya', 'Lewis']]);
});

/** A file in which `#` is this test's number, so that each has households of its own. */
function fileOf(lines: readonly string[], name = 'hours.csv') {
  return { name, base64: Buffer.from(lines.join('\r\n').replaceAll('#', String(turn))).toString('base64') };
}

async function settled(): Promise<HoursState> {
  for (;;) {
    const state = await client.hoursIn.state();
    if (state.doing !== 'looking' && state.doing !== 'taking') return state;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function look(
  lines: readonly string[],
  more: { pay?: PayDays | null; accept?: string[]; mapping?: (guess: HoursMapping) => HoursMapping } = {},
) {
  const file = fileOf(lines);
  const table = await client.hoursIn.table({ file, delimiter: null });
  const mapping = more.mapping?.(table.guess) ?? table.guess;
  await client.hoursIn.look({
    file,
    mapping,
    pay: more.pay === undefined ? PAY : more.pay,
    accept: more.accept ?? [],
  });
  const { look: found } = await settled();
  if (found === null) throw new Error('nothing was found');
  return found;
}

async function take() {
  await client.hoursIn.take();
  return (await settled()).outcome;
}

const codes = (found: Awaited<ReturnType<typeof look>>) =>
  found.problems.first.map((problem) => `${problem.line} ${problem.severity} ${problem.code}`);

const shiftsOf = ({ id }: Home) => tablesOf(workspace.context, id)['shift'] ?? [];

describe('A timesheet file', () => {
  test('of many households is read by its header, taken in household by household, and kept as read', async () => {
    addTestPattern(
      workspace.context,
      raj.id,
      raj.workers['Maya'] ?? '',
      '2026-11-16',
      [0, 1],
      '08:00',
      '14:00',
    );
    const found = await look([
      'Client,PA name,Week ending,Basic hours,Sleep-ins',
      'Ann Price #,Maya Lewis,22/11/2026,22.5,',
      'Ann Price #,Jo Brand #,22/11/2026,10:15,0',
      '"Patel #, Raj",Maya Lewis,22/11/2026,12,',
      'Total,,,44.75,0',
    ]);
    expect(codes(found)).toEqual([]);
    expect(found).toMatchObject({ rows: 3, taken: 3, here: 0, leftOut: 0, households: 2, nights: 0 });
    // 22:30 + 10:15 + 12:00
    expect(found.minutes).toBe(44 * 60 + 45);
    expect(found.people.first.map((one) => [one.household, one.name, one.how])).toEqual([
      [`Ann Price ${turn}`, 'Maya Lewis', 'hours'],
      [`Ann Price ${turn}`, `Jo Brand ${turn}`, 'hours'],
      [`Raj Patel ${turn}`, 'Maya Lewis', 'planned'],
    ]);
    expect(shiftsOf(ann)).toHaveLength(0);
    expect(await take()).toEqual({ households: 2, people: 3, minutes: 2685, nights: 0, refused: [] });
    expect(shiftsOf(ann)).toHaveLength(10);
    expect(shiftsOf(raj).map((row) => [row['status'], row['times_known']])).toEqual([
      ['confirmed', 'times'],
      ['confirmed', 'times'],
    ]);
    expect((await client.hoursIn.files())[0]).toMatchObject({ name: 'hours.csv', rows: 3 });
  });

  test('is one act a household, each alone to be undone', async () => {
    await look(['Household;PA;Hours', 'Ann Price #;Maya Lewis;10', 'Raj Patel #;Maya Lewis;12']);
    await take();
    const state = await client.workspace.undoState({ householdId: ann.id });
    expect(state.undo).toMatchObject({ name: 'rota.hours-taken-in', values: { name: 'Maya', count: 1 } });
    await client.workspace.undo({ householdId: ann.id });
    expect([shiftsOf(ann).length, shiftsOf(raj).length]).toEqual([0, 5]);
  });

  test('names in each row who is not known, who could be two, and who works elsewhere', async () => {
    const found = await look([
      'Household,PA,Hours',
      'Ann Price #,Zoe Adams,10',
      'Nobody #,Maya Lewis,10',
      'Raj Patel #,Jo Brand #,10',
      ',Maya Lewis,10',
      'Ann Price #,Jo,10',
    ]);
    expect(codes(found)).toEqual([
      '2 stop hours-in.unknown',
      '3 stop hours-in.household-not-known',
      '4 stop hours-in.other-household',
      '5 stop hours-in.ambiguous',
    ]);
    expect(found).toMatchObject({ rows: 5, taken: 1, leftOut: 4 });
    expect(found.problems.first[0]?.values).toMatchObject({
      name: 'Zoe Adams',
      people: `Maya Lewis, Jo Brand ${turn}`,
    });
  });

  test('finds PAs by their numbers, and asks where the name is another’s', async () => {
    const [row] = tablesOf(workspace.context, raj.id)['worker'] ?? [];
    const ni = String(row?.['ni_number']).toLowerCase().replace(/(..)/g, '$1 ');
    const lines = ['NI number,Name,Hours', `${ni},Someone Else,12`];
    const found = await look(lines);
    expect(codes(found)).toEqual(['2 ask hours-in.name-differs']);
    expect(found.taken).toBe(0);
    const taken = await look(lines, { accept: ['hours-in.name-differs'] });
    expect([taken.taken, taken.people.first[0]?.householdId]).toEqual([1, raj.id]);
  });

  test('asks about doubled rows: left out, or both counted', async () => {
    const lines = [
      'Household,PA,Hours',
      'Ann Price #,Maya Lewis,10',
      'Ann Price #,Maya Lewis,10',
      'Raj Patel #,Maya Lewis,10',
      'Raj Patel #,Maya Lewis,4',
    ];
    const found = await look(lines);
    expect(codes(found)).toEqual(['3 ask hours-in.doubled', '5 ask hours-in.again']);
    // Of the same row one is taken; of two that differ none, because nobody knows which is right.
    expect([found.taken, found.leftOut, found.minutes]).toEqual([1, 3, 600]);
    const both = await look(lines, { accept: ['hours-in.doubled', 'hours-in.again'] });
    expect([both.taken, both.leftOut, both.minutes]).toEqual([4, 0, 34 * 60]);
  });

  test('that is brought in twice is told, and what is here already is not doubled', async () => {
    const lines = ['Household,PA,Hours', 'Ann Price #,Maya Lewis,10'];
    await look(lines);
    await take();
    const again = await look(lines);
    expect(codes(again)).toEqual(['0 ask hours-in.same-file']);
    expect(again).toMatchObject({ blocked: true, taken: 0, here: 1 });
    await expect(client.hoursIn.take()).rejects.toMatchObject({ data: { code: 'hours-in.blocked' } });
    const changed = await look(['Household,PA,Hours', 'Ann Price #,Maya Lewis,11']);
    expect(codes(changed)).toEqual(['2 ask hours-in.other-here']);
    const lengths = await look(['Household,PA,Hours', 'Ann Price #,Maya Lewis,11'], {
      accept: ['hours-in.other-here'],
    });
    expect(lengths.taken).toBe(1);
    await take();
    expect(shiftsOf(ann)).toHaveLength(5);
    // 11 hours over five days: 132 minutes each.
    expect(new Set(shiftsOf(ann).map((row) => row['end_time']))).toEqual(new Set(['10:12']));
  });

  test('of other months is told row by row, with the pay that was chosen', async () => {
    const found = await look([
      'Household,PA,Date,Hours',
      'Ann Price #,Maya Lewis,16/11/2026,4',
      'Ann Price #,Maya Lewis,09/11/2026,4',
      'Ann Price #,Maya Lewis,16/10/2026,4',
      'Ann Price #,Maya Lewis,25/11/2026,4',
      'Ann Price #,Maya Lewis,31/11/2026,4',
    ]);
    expect(codes(found)).toEqual([
      '6 stop hours-in.bad-date',
      '3 ask hours-in.other-pay',
      '4 ask hours-in.other-pay',
      '5 ask hours-in.other-pay',
    ]);
    const anyway = await look(
      [
        'Household,PA,Date,Hours',
        'Ann Price #,Maya Lewis,16/10/2026,4',
        'Ann Price #,Maya Lewis,25/11/2026,4',
      ],
      { accept: ['hours-in.other-pay'] },
    );
    expect(codes(anyway).slice(0, 2)).toEqual(['2 stop hours-in.not-employed', '3 stop hours-in.not-yet']);
  });

  test('whose total does not add up is not taken before somebody says so', async () => {
    const lines = [
      'Household,PA,Hours',
      'Ann Price #,Maya Lewis,10',
      'Raj Patel #,Maya Lewis,12:30',
      'Total,,23',
    ];
    const found = await look(lines);
    expect(found.problems.first).toMatchObject([
      { line: 4, code: 'hours-in.total-differs', values: { said: '23', sum: '22.5' } },
    ]);
    expect(found.blocked).toBe(true);
    const right = await look([...lines.slice(0, 3), 'Total,,22.5']);
    expect(right.blocked).toBe(false);
    // A total after each household is of that household.
    const parts = await look([
      'Household,PA,Hours',
      'Ann Price #,Maya Lewis,10',
      'Subtotal,,10',
      'Raj Patel #,Maya Lewis,12.5',
      'Subtotal,,12.5',
      'Total,,22.50',
    ]);
    expect(parts).toMatchObject({ blocked: false, taken: 2 });
  });

  test('with days, times and kinds of work takes the times as they were', async () => {
    const found = await look([
      'Employer|Worker|Date|Start|Finish|Type',
      'Ann Price #|Maya Lewis|16 Nov 2026|09:00|13:30|Weekday',
      'Ann Price #|Maya Lewis|17 Nov 2026|9am|1pm|Basic',
      'Ann Price #|Maya Lewis|18 Nov 2026|22:00|07:00|Sleep in',
      'Ann Price #|Maya Lewis|19 Nov 2026|10:00|12:00|Ironing',
    ]);
    expect(codes(found)).toEqual(['5 stop hours-in.kind-not-known']);
    await take();
    expect(
      shiftsOf(ann)
        .map(
          (row) =>
            `${row['day']} ${row['start_time']}-${row['end_time']} ${row['kind_of_work']} ${row['times_known']}`,
        )
        .sort(),
    ).toEqual([
      '2026-11-16 09:00-13:30 weekday times',
      '2026-11-17 09:00-13:00 weekday times',
      '2026-11-18 22:00-07:00 sleep-in times',
    ]);
  });

  test('keeps how its columns are read, and finds them again where they stand elsewhere', async () => {
    const first = await client.hoursIn.table({
      file: fileOf(['X,Who,What,Much', 'Ann Price #,Maya Lewis,weekday,10']),
      delimiter: null,
    });
    const mapping: HoursMapping = {
      ...first.guess,
      names: ['X', 'Who', 'What', 'Much'],
      skip: 0,
      who: { household: 0, name: 1, lastName: null, payrollNumber: null, niNumber: null },
      when: { kind: 'pay-days' },
      hours: [{ column: 3, kind: null }],
      kind: 2,
    };
    await client.hoursIn.saveMapping({ name: 'Council export', mapping });
    const lines = ['Much,Note,What,Who,X', '10,,weekday,Maya Lewis,Ann Price #'];
    const again = await client.hoursIn.table({ file: fileOf(lines), delimiter: null });
    expect(again.kept?.name).toBe('Council export');
    expect((await look(lines, { mapping: () => mapping })).taken).toBe(1);
    await expect(look(['A,B,C', '1,2,3'], { mapping: () => mapping })).rejects.toMatchObject({
      data: { code: 'hours-in.mapping-does-not-fit', field: 'file' },
    });
  });

  test.each([
    ['a PDF', Buffer.from('%PDF-1.7 hello'), 'hours-in.file-is-pdf'],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004 [Content_Types].xml xl/'), 'hours-in.file-is-spreadsheet'],
    ['nothing', Buffer.from('  \n'), 'hours-in.file-empty'],
    ['a broken quotation', Buffer.from('Household,PA,Hours\n"Ann,Maya,10\n'), 'hours-in.file-broken-quotes'],
  ])('that is %s is refused by name', async (_what, bytes, code) => {
    await expect(
      client.hoursIn.table({
        file: { name: 'hours.csv', base64: bytes.toString('base64') },
        delimiter: null,
      }),
    ).rejects.toMatchObject({ data: { code } });
  });
});

describe('Hours from the rota', () => {
  test('are confirmed as planned for everybody whose pay period is over, household by household', async () => {
    const { context } = workspace;
    const maya = ann.workers['Maya'] ?? '';
    addTestPattern(context, ann.id, maya, '2026-11-16', [0, 1, 4], '08:00', '14:00');
    addTestPattern(context, raj.id, raj.workers['Maya'] ?? '', '2026-11-16', [2], '09:00', '12:00');
    await client.hoursIn.lookAtPlan({ pay: { from: PAY.from, to: isoDay('2026-12-04') } });
    const { look: found } = await settled();
    const mine = found?.people.first.filter((one) => [ann.id, raj.id].includes(one.householdId));
    // Three times 6 hours, and 3 hours; the week to come is not over.
    expect(mine?.map(({ minutes, how, to }) => [minutes, how, to])).toEqual([
      [1080, 'planned', '2026-11-22'],
      [180, 'planned', '2026-11-22'],
    ]);
    expect(found?.problems.first).toContainEqual(expect.objectContaining({ code: 'hours-in.not-over' }));
    expect(shiftsOf(ann)).toHaveLength(0);
    const files = (await client.hoursIn.files()).length;
    await take();
    expect(shiftsOf(ann).map((row) => [row['status'], row['times_known']])).toEqual(
      Array(3).fill(['confirmed', 'times']),
    );
    expect((await client.hoursIn.files()).length).toBe(files);
    await client.hoursIn.lookAtPlan({ pay: PAY });
    const again = (await settled()).look?.people.first ?? [];
    expect(again.filter((one) => [ann.id, raj.id].includes(one.householdId))).toEqual([]);
  });
});
