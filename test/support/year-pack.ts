import { performance } from 'node:perf_hooks';
import { createCanvas } from '@napi-rs/canvas';
import { isoDay } from '@shared/dates';
import { databaseOf } from '../../electron/services/context';
import { keepFile } from '../../electron/services/stored-files';
import { type MoneyYears, yearsOfMoney } from './years-of-money';

const RECEIPTS = 250;
const WHOLE_YEAR = { from: isoDay('2025-10-01'), to: isoDay('2026-09-30') } as const;

/** A picture as large as those Mainstay draws of a photo: 1,200 by 1,600 dots with noise, some 500 kB. */
function photo(at: number): Uint8Array {
  const canvas = createCanvas(1_200, 1_600);
  const draw = canvas.getContext('2d');
  let seed = at + 1;
  const next = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  for (let spot = 0; spot < 9_000; spot += 1) {
    draw.fillStyle = `rgb(${Math.floor(next() * 256)}, ${Math.floor(next() * 256)}, ${Math.floor(next() * 256)})`;
    draw.fillRect(next() * 1_200, next() * 1_600, 24, 16);
  }
  return new Uint8Array(canvas.toBuffer('image/jpeg', 82));
}

/** Gives the receipts of a year pictures as large as real ones. */
async function withPhotos(of: MoneyYears): Promise<void> {
  const db = databaseOf(of.context);
  for (let at = 0; at < RECEIPTS; at += 1) {
    const bytes = photo(at);
    db.act({ name: 'money.receipt-turned', householdId: of.householdId }, (write) => {
      const hash = keepFile(db, write, bytes, 'image/jpeg');
      write.update('receipt', `receipt-${at * 10 + 1}`, { file_hash: hash, picture_hash: hash });
    });
  }
}

/** A year's return with 3,000 lines and 250 photos as a pack, with how long it took (ms) and the most memory it added (MB). */
export async function packYear(): Promise<{
  readonly ms: number;
  readonly mb: number;
  readonly size: number;
}> {
  const of = await yearsOfMoney(1);
  await withPhotos(of);
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  const started = performance.now();
  const file = await of.client.returns.zip({
    householdId: of.householdId,
    agreementId: of.agreementId,
    ...WHOLE_YEAR,
  });
  const ms = performance.now() - started;
  clearInterval(watch);
  most = Math.max(most, process.memoryUsage.rss());
  return { ms, mb: most / 1024 / 1024, size: file.blob.size };
}
