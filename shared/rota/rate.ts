import type { IsoDay } from '../dates';
import { type Pence, pence } from '../money';
import { ok, type Result, refused } from '../result';
import type { KindOfWork, PaidPer } from './kind-of-work';

/** What a worker is paid for a kind of work, from a day on. */
export type WorkerRate = {
  readonly workerId: string;
  readonly kindOfWork: KindOfWork;
  readonly per: PaidPer;
  /** Pounds, exact text with at most four decimals: `13.25`. */
  readonly pounds: string;
  readonly from: IsoDay;
  /** Last day, where it ends without a later rate. */
  readonly to?: IsoDay | null;
};

export type RateProblem = 'rate.not-a-rate' | 'rate.too-many-decimals' | 'rate.too-large';

/** Reads pounds as people type a rate (`13.25`, `£13.2575`) into whole ten-thousandths of a pound. */
export function parseRate(text: string): Result<number, RateProblem> {
  const match = /^£?(\d+)(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return refused('rate.not-a-rate');
  const decimals = match[2] ?? '';
  if (decimals.length > 4) return refused('rate.too-many-decimals');
  const whole = match[1] ?? '';
  if (whole.replace(/^0+/, '').length > 4) return refused('rate.too-large');
  return ok(Number(whole) * 10_000 + Number(decimals.padEnd(4, '0')));
}

/** The exact text of a rate: two decimals, more only where there are more (`13.2500` is `13.25`). */
export function rateText(tenThousandths: number): string {
  const digits = String(tenThousandths).padStart(5, '0');
  const decimals = digits.slice(-4).replace(/0{1,2}$/, '');
  return `${digits.slice(0, -4)}.${decimals}`;
}

/** Rounds a fraction of whole numbers to a whole penny, halves up. Both parts are safe whole numbers. */
function halfUp(numerator: number, denominator: number): Pence {
  return pence(Math.floor((2 * numerator + denominator) / (2 * denominator)));
}

/**
 * Pay of one line at one rate: minutes of an hourly rate, or shifts of a rate a shift. Worked exactly, then rounded once
 * to the penny, halves up: our choice, since no rule says how a line of pay is rounded. Throws for a rate that cannot be read.
 */
export function payAtRate(
  rate: { readonly per: PaidPer; readonly pounds: string },
  minutes: number,
  shifts: number,
): Pence {
  const read = parseRate(rate.pounds);
  if (!read.ok) throw new Error(`Not a rate: ${rate.pounds}`);
  // Ten-thousandths of a pound are hundredths of a penny.
  return rate.per === 'hour' ? halfUp(read.value * minutes, 6000) : halfUp(read.value * shifts, 100);
}

/** Rates in order, so that each look-up is quick. */
export type RateBook = {
  /** The rate in force on a day: the latest that has begun, unless it has ended. Null when there is none. */
  readonly find: (workerId: string, kindOfWork: KindOfWork, day: IsoDay) => WorkerRate | null;
};

/** Opens a book of rates. Two rates of one worker and kind that begin on the same day are our bug: it throws. */
export function openRateBook(rates: readonly WorkerRate[]): RateBook {
  const byKind = new Map<string, WorkerRate[]>();
  for (const rate of rates) {
    const key = `${rate.kindOfWork} ${rate.workerId}`;
    const list = byKind.get(key);
    if (list) list.push(rate);
    else byKind.set(key, [rate]);
  }
  for (const [key, list] of byKind) {
    list.sort((a, b) => (a.from > b.from ? -1 : 1));
    list.forEach((rate, at) => {
      if (rate.from === list[at + 1]?.from) throw new Error(`Two rates begin on ${rate.from}: ${key}`);
    });
  }
  return {
    find: (workerId, kindOfWork, day) => {
      const rate = byKind.get(`${kindOfWork} ${workerId}`)?.find((each) => each.from <= day);
      return rate === undefined || (rate.to != null && rate.to < day) ? null : rate;
    },
  };
}
