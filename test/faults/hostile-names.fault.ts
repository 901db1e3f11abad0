import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { zipFiles } from '../../electron/files/documents/zip';
import { sha256 } from '../../electron/services/stored-files';
import { safeFileName as savedName } from '../../electron/shell/downloads';
import { lloydsFile, openMoneyHousehold } from '../services/money-support';
import { clientOf } from '../support/client-of';
import type { Fault } from '../support/fault';
import { HOSTILE_NAMES } from '../support/hostile-names';
import { plainPdf } from '../support/receipt-files';
import { tryMany } from '../support/try-many';

/** What a name must not hold on any system, or show on any screen. */
const NEVER =
  /[/\\:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|^[.\-~\s]|[.\s]$|^(con|prn|aux|nul|com\d|lpt\d|conin\$)(\.|$)/iu;

function nameBroke(given: string, shown: string): string | undefined {
  if (NEVER.test(shown) || shown.length === 0 || shown.length > 120)
    return `${JSON.stringify(given)} is shown as ${JSON.stringify(shown)}`;
  // What is shown is what was given: letters and figures in their order, none from elsewhere.
  const letters = [...given.normalize('NFC')].filter((one) => /[\p{L}\p{N}\p{So}]/u.test(one)).join('');
  const kept = [...shown].filter((one) => /[\p{L}\p{N}\p{So}]/u.test(one)).join('');
  if (letters === '')
    return /^(receipt|file)$/.test(shown)
      ? undefined
      : `${JSON.stringify(given)} became ${JSON.stringify(shown)}`;
  if (given.length <= 100 && letters !== kept)
    return `of ${JSON.stringify(given)} only ${JSON.stringify(shown)} is shown`;
  return letters.startsWith(kept.slice(0, 40))
    ? undefined
    : `${JSON.stringify(given)} became ${JSON.stringify(shown)}`;
}

/** Everything in a folder, however deep. */
const inside = (folder: string): string => readdirSync(folder, { recursive: true }).toSorted().join('\n');

async function attempt(tries: number) {
  const outer = mkdtempSync(join(tmpdir(), 'mainstay-names-'));
  const kept = process.env['TMPDIR'];
  process.env['TMPDIR'] = outer;
  const home = await openMoneyHousehold('2026-11-21');
  if (kept === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = kept;
  try {
    const client = clientOf(home.context);
    const { householdId, accountId } = home;
    const around = (): string => [inside(outer), existsSync('/tmp/mainstay-was-here.pdf')].join('\n');
    const before = around();
    return await tryMany(tries, async (index) => {
      const name = HOSTILE_NAMES[index] ?? '';
      const bytes = Buffer.from(plainPdf(`Total ${index}.00`));
      const base64 = bytes.toString('base64');
      const { files } = await client.receipts.add({
        householdId,
        files: [{ name, base64 }],
        lineId: null,
        keepLocked: false,
        read: false,
      });
      const id = files[0]?.id;
      if (id === undefined || id === null)
        return `${JSON.stringify(name)} was refused: ${files[0]?.refused?.code}`;
      const receipt = await client.receipts.get({ householdId, id });
      if (receipt.hash !== sha256(bytes)) return `${JSON.stringify(name)} is not kept by its hash`;
      const back = await client.money.receiptFile({ householdId, id });
      const statement = lloydsFile(
        [[`2026-08-${String((index % 28) + 1).padStart(2, '0')}`, `SHOP ${index}`, -100 - index]],
        250_000,
      );
      const file = { name, base64: Buffer.from(statement.bytes).toString('base64') };
      await client.money.importStatement({ householdId, accountId, file });
      const statements = await client.statements.list({ householdId });
      const original = await client.statements.original({
        householdId,
        id: statements.find((one) => one.hash === sha256(statement.bytes))?.id ?? '',
      });
      for (const shown of [
        receipt.fileName,
        back.name,
        original.name,
        ...statements.map((one) => one.fileName).filter((one) => one === original.name),
      ]) {
        const broke = nameBroke(name, shown);
        if (broke !== undefined) return broke;
      }
      const saved = savedName(name);
      if (NEVER.test(saved)) return `${JSON.stringify(name)} would be saved as ${JSON.stringify(saved)}`;
      const packed = Object.keys(
        unzipSync(
          zipFiles([
            { folders: [name], name, bytes },
            { folders: [name], name, bytes },
          ]),
        ),
      );
      if (
        packed.length !== 2 ||
        packed.some(
          (path) => path.split('/').length !== 2 || path.split('/').some((part) => NEVER.test(part)),
        )
      )
        return `${JSON.stringify(name)} is packed as ${JSON.stringify(packed)}`;
      if (around() !== before) return `${JSON.stringify(name)} made a file`;
      return undefined;
    });
  } finally {
    home.close();
    rmSync(outer, { recursive: true, force: true });
  }
}

export const faults: readonly Fault[] = [
  {
    row: 19,
    promise:
      'A file’s name is only ever a name: files are kept by what they hold, and the name is shown as it reads',
    how: 'fifty names with folders, reserved words, line ends, marks that turn writing round and three hundred letters, for receipts, statements, downloads and packs',
    tries: HOSTILE_NAMES.length,
    quick: 4,
    attempt,
  },
];
