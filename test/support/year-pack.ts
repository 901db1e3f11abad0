import { createCanvas } from '@napi-rs/canvas';
import { isoDay } from '@shared/dates';
import { databaseOf } from '../../electron/services/context';
import { keepFile } from '../../electron/services/stored-files';
import { type MoneyYears, makeYearsOfMoney } from './years-of-money';

const RECEIPTS = 250;
const WHOLE_YEAR = { from: isoDay('2025-10-01'), to: isoDay('2026-09-30') } as const;

/** One for all: what a canvas holds is let go late. */
const canvas = createCanvas(1_200, 1_600);

/** A picture as large as those Mainstay draws of a photo: 1,200 by 1,600 dots, some 250 kB. */
function photo(at: number): Uint8Array {
  const draw = canvas.getContext('2d');
  draw.fillStyle = '#eeeeee';
  draw.fillRect(0, 0, 1_200, 1_600);
  let seed = at + 1;
  const next = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  for (let spot = 0; spot < 1_500; spot += 1) {
    draw.fillStyle = `rgb(${Math.floor(next() * 256)}, ${Math.floor(next() * 90)}, 60)`;
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

/**
 * A year of 3,000 lines and 250 photos in a workspace that is locked again, and the return of all of it. The passphrase is
 * that of every test's workspace.
 */
export async function yearToPack() {
  const of = await makeYearsOfMoney(1);
  await withPhotos(of);
  of.context.workspace.lock();
  const { folder, householdId, agreementId } = of;
  return { folder, which: { householdId, agreementId, ...WHOLE_YEAR } };
}
