import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { visit } from '../support/at-rest';
import type { Fault, FaultOutcome } from '../support/fault';
import { photoOf } from '../support/hostile-files';
import { plainPdf } from '../support/receipt-files';
import { lloydsStatement } from '../support/statement-text';
import { openWindowSession, recordOf, type WindowSession, whyNoWindow } from '../support/window-session';

const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64');

/** Words that stand nowhere else on a computer, forty of them. */
const WORDS: readonly string[] = Array.from(
  { length: 40 },
  (_, index) => `Qv${(index + 10).toString(36)}zx${((index + 3) * 7919).toString(36)}Plant`,
);
const word = (index: number): string => WORDS[index] ?? '';
/** A National Insurance number, a sort code, an account and a phone number that were never anybody’s else here. */
const FIGURES = {
  niNumber: 'JT738291D',
  accountNumber: '83920174',
  phone: '07700 900481',
  utr: '120PA00938271',
} as const;

/** Puts every word somewhere: names, addresses, notes on care and health, bank lines, a receipt, a file’s name, an unsaved form. */
async function plant(session: WindowSession): Promise<void> {
  const { householdId, ask, page } = session;
  const saved = async (call: string, input: object): Promise<unknown> => {
    const { status, json } = await ask(call, input);
    if (status !== 200) throw new Error(`${call}: ${status} ${JSON.stringify(json)}`);
    return json;
  };
  const tables = await recordOf(session);
  const accountId = String(tables['bank_account']?.[0]?.['id']);
  const { workerId } = (await saved('people/add', {
    householdId,
    details: {
      firstNames: word(0),
      lastName: word(1),
      knownAs: word(2),
      birthDate: '1990-05-14',
      gender: 'female',
      niNumber: FIGURES.niNumber,
      addressLine1: word(3),
      addressLine2: word(4),
      town: word(5),
      postcode: 'AN1 1AA',
      phone: FIGURES.phone,
      email: `${word(6)}@b.example`,
      payrollNumber: '',
      startedOn: '2026-10-05',
      bankNameOnAccount: word(7),
      sortCode: '20-00-00',
      accountNumber: FIGURES.accountNumber,
      emergencyName: word(8),
      emergencyPhone: '',
      rightToWorkCheckedOn: null,
      rightToWorkUntil: null,
      dbsOn: null,
      covers: true,
    },
  })) as { readonly workerId: string };
  const lines = WORDS.slice(9, 24).map((text, index) => ({
    day: `2026-11-${String(index + 1).padStart(2, '0')}`,
    type: 'DEB',
    text,
    amount: -100 - index,
  }));
  await saved('money/importStatement', {
    householdId,
    accountId,
    file: {
      name: `${word(24)}.csv`,
      base64: base64(
        lloydsStatement({ sortCode: '30-94-57', accountNumber: '12345678', opening: 100_000, lines }),
      ),
    },
  });
  await saved('receipts/add', {
    householdId,
    lineId: null,
    keepLocked: false,
    read: true,
    files: [
      { name: `${word(25)}.pdf`, base64: base64(plainPdf(`Total 12.50 ${word(26)}`)) },
      {
        name: `${word(27)}.jpg`,
        base64: base64(Buffer.concat([photoOf(['TOTAL 4.00', word(28)]), Buffer.from(word(29))])),
      },
    ],
  });
  await saved('absences/save', {
    householdId,
    absence: {
      id: null,
      workerId,
      kind: 'sickness',
      firstDay: '2026-11-09',
      lastDay: '2026-11-10',
      holidayMinutes: null,
      note: `${word(30)} after the operation`,
    },
  }).catch(() => undefined);
  for (let index = 31; index < 36; index += 1)
    await saved('calendar/saveAppointment', {
      householdId,
      appointment: {
        id: null,
        title: word(index),
        place: `${word(index)} ward`,
        note: `${word(index)} catheter`,
        day: '2026-11-26',
        start: '10:00',
        endDay: '2026-11-26',
        end: '11:00',
      },
    }).catch(() => undefined);
  await page.reload();
  await session.crawl(70);
  // What is typed and not saved, and what is looked for, lies in the browser’s own hands.
  await visit(page, '/people/new');
  const fields = page.locator('main input[type="text"], main input:not([type])');
  for (let index = 36; index < 40; index += 1)
    await fields
      .nth(index - 36)
      .fill(word(index))
      .catch(() => undefined);
  await page.goBack().catch(() => undefined);
}

const spellings = (text: string): readonly Buffer[] => [
  Buffer.from(text, 'utf8'),
  Buffer.from(text, 'utf16le'),
  Buffer.from(Buffer.from(text).toString('base64').slice(0, -4)),
];
const HUNTED = [...WORDS, ...Object.values(FIGURES), 'kettle marble yellow train'];

/** Where any of them stands in plain sight, in any file of a folder. */
function found(folder: string): string[] {
  const hits: string[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name);
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat === undefined || !stat.isFile()) continue;
    const bytes = readFileSync(file);
    for (const text of HUNTED)
      if (spellings(text).some((one) => bytes.includes(one)))
        hits.push(`${name.replace(/^[^/]*\//, (top) => top)} holds ${text}`);
  }
  return hits;
}

async function attempt(): Promise<FaultOutcome> {
  const home = mkdtempSync(join(tmpdir(), 'mainstay-thief-'));
  const failures: string[] = [];
  let planted = 0;
  try {
    const session = await openWindowSession(home);
    try {
      await plant(session);
      const record = JSON.stringify(await recordOf(session));
      planted = HUNTED.filter((text) => record.includes(text)).length;
      failures.push(...found(home).map((hit) => `while it is open, ${hit}`));
      // The laptop is taken as it is: nothing gets to tidy up.
      session.host.process.kill('SIGKILL');
    } finally {
      await session.close();
    }
    failures.push(...found(home).map((hit) => `after it was killed, ${hit}`));
    if (planted < 25) failures.push(`only ${planted} of the words were in the record at all`);
    return { tries: HUNTED.length, failures: [...new Set(failures)] };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

export const faults: readonly Fault[] = [
  {
    row: 9,
    promise: 'Whoever takes the computer reads nothing',
    how: 'names, numbers, notes, bank lines, receipts and an unsaved form, forty-five values in all, looked for in every file of a person’s home while the records are open and after a kill: records and their log, logs, temporary files, and the browser’s cache, history, sessions and storage. Electron keeps its own in memory',
    tries: HUNTED.length,
    quick: 0,
    cannot: whyNoWindow,
    attempt,
  },
];
