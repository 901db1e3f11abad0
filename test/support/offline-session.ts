import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FaultOutcome } from './fault';
import { HOSTILE_RECEIPTS } from './hostile-receipts';
import { lloydsStatement } from './statement-text';
import { openWindowSession, recordOf } from './window-session';

/**
 * A month’s main work in the built window: pages, a statement, receipts good and bad with their words read, pay finished, papers and
 * the open record made. Answers how many things were done and what went wrong.
 */
export async function main(pages: string | undefined): Promise<FaultOutcome> {
  const home = mkdtempSync(join(tmpdir(), 'mainstay-offline-'));
  const session = await openWindowSession(home);
  const failures: string[] = [];
  let done = 0;
  const ask = async (call: string, input: object): Promise<unknown> => {
    const { status, json } = await session.ask(call, { householdId: session.householdId, ...input });
    done += 1;
    if (status !== 200) failures.push(`${call}: ${status} ${JSON.stringify(json).slice(0, 200)}`);
    return json;
  };
  try {
    const accountId = (await recordOf(session))['bank_account']?.[0]?.['id'];
    const lines = [{ day: '2026-11-03', type: 'DEB', text: 'MORGANS PHARMACY', amount: -1_250 }];
    const statement = lloydsStatement({
      sortCode: '30-94-57',
      accountNumber: '12345678',
      opening: 100_000,
      lines,
    });
    await ask('money/importStatement', {
      accountId,
      file: { name: 'statement.csv', base64: Buffer.from(statement).toString('base64') },
    });
    for (const receipt of HOSTILE_RECEIPTS) {
      const base64 = Buffer.from(await receipt.make()).toString('base64');
      await ask('receipts/add', {
        files: [{ name: receipt.name, base64 }],
        lineId: null,
        keepLocked: true,
        read: true,
      });
    }
    const view = (await ask('rota/view', { from: '2026-11-09', to: '2026-11-15' })) as {
      readonly shifts: readonly { readonly key: string; readonly state: string }[];
    };
    const shifts = view.shifts
      .filter((one) => one.state === 'planned')
      .map(({ key }) => ({ key, actual: null }));
    await ask('rota/confirm', { shifts });
    const key = 'weekly:2026-11-09';
    const run = (await ask('pay/run', { key })) as { readonly totals?: { readonly net: number } };
    await ask('pay/finish', { key, expectedNet: run.totals?.net ?? 0 });
    for (const { id } of (await recordOf(session))['payslip'] ?? []) {
      await ask('pay/payslipPdf', { payslipId: id });
      await ask('pay/payslipHtml', { payslipId: id });
    }
    await ask('workspace/openRecord', {});
    done += await session.crawl(Number(pages ?? 80));
    return { tries: done, failures: [...failures, ...session.problems] };
  } finally {
    await session.close();
    rmSync(home, { recursive: true, force: true });
  }
}
