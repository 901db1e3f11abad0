import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAll } from '../../electron/services/check-record';
import { clientOf } from '../support/client-of';
import type { Fault } from '../support/fault';
import { everything, type LeaverName, plantedLeaver, QUILLFEATHER } from '../support/planted-leaver';
import { tryMany } from '../support/try-many';

const NAMES: readonly LeaverName[] = [
  QUILLFEATHER,
  {
    first: 'Siân',
    last: 'O’Quillan-Wrenfeather',
    called: 'Shanny',
    onStatement: 'S O QUILLAN-WRENFEATHER WAGE',
  },
  { first: 'Zofia', last: 'Quałęcka', called: 'Zosieńka', onStatement: 'QUAŁĘCKA ZOFIA' },
  { first: 'Xiu', last: 'Vuong', called: 'Xuxu', onStatement: 'VUONG X. FPO' },
  { first: 'Mary Zelda', last: 'Van der Quill', called: 'Zelly', onStatement: 'MARY VAN DER QUILL PAY' },
  { first: 'Zed (Bob)', last: 'Quix.Mc*Ray', called: 'Zeddo', onStatement: 'QUIX.MC*RAY ZED' },
];

/** Erases a PA on a day on which every rule lets go, and looks for what is left. */
async function eraseOne(name: LeaverName): Promise<string | undefined> {
  const { home, householdId, workerId, planted } = await plantedLeaver(name);
  try {
    const context = home.on('2040-06-15');
    const client = clientOf(context);
    const what = { kind: 'worker' as const, workerId };
    const balances = JSON.stringify(await client.ledger.accounts({ householdId }));
    const { perhaps, typed } = await client.erasure.preview({ householdId, what });
    await client.erasure.erase({ householdId, what, perhaps: perhaps.map((one) => one.key), typed });
    const whole = `${name.first} ${name.last}`;
    const left = everything(context).toLocaleLowerCase('en-GB');
    const found = planted.filter((one) => left.includes(one.toLocaleLowerCase('en-GB')));
    if (found.length > 0) return `${whole}: still in the file: ${found.join('; ')}`;
    const folder = context.folders.workspaceFolder;
    const raw = readdirSync(folder)
      .filter((file) => file.startsWith('mainstay.'))
      .map((file) => readFileSync(join(folder, file)).toString('latin1'))
      .join('');
    // Three letters come by chance in a megabyte of noise; five hardly ever do.
    const readable = planted.filter((one) => one.length >= 5 && raw.includes(one));
    if (readable.length > 0) return `${whole}: readable without the key: ${readable.join('; ')}`;
    const { findings } = checkAll(context);
    if (findings.length > 0) return `${whole}: the check finds ${JSON.stringify(findings[0])}`;
    if (JSON.stringify(await client.ledger.accounts({ householdId })) !== balances)
      return `${whole}: a balance has moved`;
    const { backups } = await client.erasure.view({ householdId });
    return backups.length > 0 ? undefined : `${whole}: no backup is named`;
  } finally {
    home.close();
  }
}

/** The day before the last rule lets go, and whatever is asked: nothing goes. */
async function eraseTooEarly(): Promise<string | undefined> {
  const { home, householdId, workerId } = await plantedLeaver();
  try {
    const context = home.on('2033-03-31');
    const before = everything(context);
    const asked = { householdId, perhaps: [], typed: 'Zebedee Quillfeather' };
    const what = { kind: 'worker' as const, workerId };
    const answer = await clientOf(context)
      .erasure.erase({ ...asked, what })
      .then(
        () => 'done',
        (error: { data?: { code?: string } }) => error.data?.code ?? 'failed',
      );
    if (answer !== 'erasure.kept') return `a day too early it answered ${answer}`;
    return everything(context) === before ? undefined : 'a refused erasure changed the file';
  } finally {
    home.close();
  }
}

export const faults: readonly Fault[] = [
  {
    row: 30,
    promise: 'Erase means erased: nothing of a PA is left once no rule keeps them, and not a day earlier',
    how: 'over forty values in every table, bank lines, files, a return and the undo history, under six names; each table, file and the raw bytes searched; balances and the check as before. `npm test` does one in test/services/erasure.test.ts',
    tries: NAMES.length + 1,
    quick: 0,
    attempt: (tries) =>
      tryMany(tries, (index) => {
        const name = NAMES[index % (NAMES.length + 1)];
        return name === undefined ? eraseTooEarly() : eraseOne(name);
      }),
  },
];
