import type { MainstayClient } from '@shared/api/contract';
import { endReceiptThread } from '../../electron/files/receipts/receipt-thread';
import { openMoneyHousehold } from '../services/money-support';
import { clientOf } from '../support/client-of';
import type { Fault } from '../support/fault';
import { HOSTILE_RECEIPTS, type HostileReceipt } from '../support/hostile-receipts';
import { networkAskedBy } from '../support/network-asked';
import { tryMany } from '../support/try-many';

/** The thread that unpacks files is ended after five seconds. */
const LONGEST_MS = 7_000;

/** What a picture drawn anew must not hold: the camera’s notes, and words of a page or a script. */
const LEFT_OVER = /Exif|GPS|<script|<html|JavaScript|evil\.example/i;

/** Adds a file, looks at each page of it, and takes it back; a sentence when that broke what is promised. */
async function addBroke(
  client: MainstayClient,
  householdId: string,
  receipt: HostileReceipt,
): Promise<string | undefined> {
  const bytes = Buffer.from(await receipt.make());
  const started = performance.now();
  const { files } = await client.receipts.add({
    householdId,
    files: [{ name: receipt.name, base64: bytes.toString('base64') }],
    lineId: null,
    keepLocked: false,
    read: false,
  });
  const took = performance.now() - started;
  if (took > LONGEST_MS) return `${receipt.what}: ${Math.round(took)} ms`;
  const [added] = files;
  if (added === undefined) return `${receipt.what}: no answer`;
  if (!receipt.kept) return added.refused === null ? `${receipt.what} was kept` : undefined;
  // What takes too long or too much may be refused too.
  if (added.id === null)
    return receipt.told === undefined ? undefined : `${receipt.what} was refused: ${added.refused?.code}`;
  if (receipt.told !== undefined && !added.told.includes(receipt.told))
    return `${receipt.what} was kept without a word`;
  const of = { householdId, id: added.id };
  const shown = await client.receipts
    .page({ ...of, page: 1, large: false })
    .catch((error: { readonly code?: string }) => {
      if (error.code === 'REFUSED') return { picture: null };
      throw error;
    });
  if (shown.picture !== null) {
    const picture = Buffer.from(shown.picture.base64, 'base64');
    if (shown.picture.mediaType !== 'image/jpeg' || picture.readUInt16BE(0) !== 0xffd8)
      return `${receipt.what} was shown as something else than a picture`;
    if (LEFT_OVER.test(picture.toString('latin1')))
      return `${receipt.what}: its picture holds more than a picture`;
  }
  const back = await client.money.receiptFile(of);
  if (!Buffer.from(back.base64, 'base64').equals(bytes))
    return `${receipt.what} did not come back as it came`;
  return ['image/jpeg', 'image/png', 'image/heic', 'application/pdf'].includes(back.mediaType)
    ? undefined
    : `${receipt.what} came back as ${back.mediaType}`;
}

export const faults: readonly Fault[] = [
  {
    row: 18,
    promise:
      'A bad receipt can’t run anything: it is refused, or shown as a picture that Mainstay drew itself',
    how: 'pages, drawings and programs under other names, PDFs with scripts, files and addresses, plain and packed, places in photos, pictures and PDFs that unpack to far more',
    tries: HOSTILE_RECEIPTS.length,
    quick: 7,
    attempt: async (tries) => {
      const home = await openMoneyHousehold('2026-11-21');
      let outcome = { tries: 0, failures: [] as readonly string[] };
      try {
        const client = clientOf(home.context);
        const asked = await networkAskedBy(async () => {
          outcome = await tryMany(tries, (index) => {
            const receipt = HOSTILE_RECEIPTS[index];
            return receipt === undefined ? undefined : addBroke(client, home.householdId, receipt);
          });
        });
        return {
          tries: outcome.tries,
          failures: [...outcome.failures, ...asked.map((one) => `asked the network: ${one}`)],
        };
      } finally {
        home.close();
        await endReceiptThread();
      }
    },
  },
];
