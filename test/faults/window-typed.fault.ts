import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault, FaultOutcome } from '../support/fault';
import { HOSTILE_RECEIPTS } from '../support/hostile-receipts';
import { PAGE_TEXTS } from '../support/hostile-text';
import { chance } from '../support/inputs-of';
import { idsOfTables } from '../support/small-household';
import { lloydsStatement } from '../support/statement-text';
import { TYPED_INTO, typedNext } from '../support/type-everywhere';
import { openWindowSession, recordOf, type WindowSession, whyNoWindow } from '../support/window-session';

const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64');

/** A bank statement whose memos are the texts, a calendar whose entries are, and receipts under their names. */
async function bringInFiles(session: WindowSession, texts: readonly string[]): Promise<void> {
  const { householdId, ask } = session;
  const accountId = String((await recordOf(session))['bank_account']?.[0]?.['id']);
  const plain = (text: string): string => `"${text.replace(/[\0\r\n]/g, ' ').replaceAll('"', '""')}"`;
  const statement = lloydsStatement({
    sortCode: '30-94-57',
    accountNumber: '12345678',
    opening: 100_000,
    lines: texts
      .map((text, index) => ({
        day: `2026-11-${String(1 + (index % 20)).padStart(2, '0')}`,
        type: 'DEB',
        text: plain(text),
        amount: -1 - index,
      }))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
  });
  await ask('money/importStatement', {
    householdId,
    accountId,
    file: { name: `${texts[0]}.csv`, base64: base64(statement) },
  });
  const events = texts
    .slice(0, 100)
    .map((text, index) =>
      [
        'BEGIN:VEVENT',
        `UID:${index}`,
        `DTSTART:202611${String(1 + (index % 28)).padStart(2, '0')}T100000`,
        'DURATION:PT1H',
        `SUMMARY:${text.replace(/[\0\r\n]/g, ' ').replace(/[\\;,]/g, '\\$&')}`,
        `LOCATION:${text.replace(/[\0\r\n\\;,]/g, ' ')}`,
        'END:VEVENT',
      ].join('\r\n'),
    );
  const calendar = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...events, 'END:VCALENDAR', ''].join(
    '\r\n',
  );
  await ask('calendar/readFile', { householdId, file: { name: 'calendar.ics', base64: base64(calendar) } });
  for (const [index, receipt] of HOSTILE_RECEIPTS.entries()) {
    const name = `${texts[index % texts.length]}.pdf`;
    await ask('receipts/add', {
      householdId,
      files: [{ name, base64: base64(await receipt.make()) }],
      lineId: null,
      keepLocked: true,
      read: false,
    });
  }
}

async function attempt(tries: number): Promise<FaultOutcome> {
  const home = mkdtempSync(join(tmpdir(), 'mainstay-typed-'));
  const session = await openWindowSession(home);
  const failures: string[] = [];
  try {
    const random = chance(20_261_122);
    let ids = idsOfTables(await recordOf(session));
    let taken = 0;
    for (let index = 0; index < TYPED_INTO.length * 4; index += 1) {
      if (index % 130 === 129) ids = idsOfTables(await recordOf(session));
      const typed = typedNext(index, { random, householdId: session.householdId, ids }, PAGE_TEXTS);
      const { status } = await session.ask(typed.call, typed.input);
      if (status >= 500) failures.push(`${typed.call}: ${status}`);
      if (status === 200) taken += 1;
    }
    await bringInFiles(session, PAGE_TEXTS);
    await session.page.reload();
    const visited = await session.crawl(tries);
    const ran = await session.page.evaluate(() => 'ranHere' in window);
    if (ran) failures.push('a text ran in the window');
    if (taken < 50) failures.push(`only ${taken} texts were taken`);
    return { tries: visited, failures: [...failures, ...session.problems] };
  } finally {
    await session.close();
    rmSync(home, { recursive: true, force: true });
  }
}

export const faults: readonly Fault[] = [
  {
    row: 22,
    promise: 'Nothing that is typed runs, in the window or on paper',
    how: 'three hundred texts of pages in every call that takes text, in a statement’s memos, a calendar, and the names of bad receipts; then page after page of the built window in a browser: no dialog, no request elsewhere, no broken policy',
    tries: 160,
    quick: 0,
    cannot: whyNoWindow,
    attempt,
  },
];
