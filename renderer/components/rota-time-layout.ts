import type { RotaTimeBlock } from './rota-time';

export type TimeAxis = { readonly from: number; readonly to: number };

export type PlacedBlock = {
  readonly block: RotaTimeBlock;
  /** The row of blocks under one another, from 0. */
  readonly lane: number;
  /** Where the block and its words stand, as percent of the line of hours. */
  readonly left: number;
  readonly width: number;
  /** Where the time itself is, as percent of the block. */
  readonly barLeft: number;
  readonly barWidth: number;
  /** The words stand beside the bar where they don’t fit on it. */
  readonly beside: 'after' | 'before' | undefined;
};

const DAY = 1440;

/** The hours to show: from 7 am to 10 pm, and as far as any shift goes, in whole hours. */
export function axisOf(rows: readonly { readonly blocks: readonly RotaTimeBlock[] }[]): TimeAxis {
  const all = rows.flatMap((row) => row.blocks);
  const from = Math.min(7 * 60, ...all.map((block) => Math.max(0, block.from)));
  const to = Math.max(22 * 60, ...all.map((block) => Math.min(2 * DAY, block.to)));
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 };
}

/** The width that a block’s words need, in rem: about what its letters take. */
function wordsRems(block: RotaTimeBlock): number {
  const first = `${block.who === undefined ? '' : `${block.who} `}${block.time}`.length * 0.52;
  const marks = (block.marks?.length ?? 0) * 1.15;
  const second = `${block.detail ?? ''}${block.more === undefined ? '' : ` · ${block.more}`}`.length * 0.4;
  return 1.1 + Math.max(first, second + marks);
}

/**
 * Puts the blocks of a row under one another where they, or their words, would meet. What begins before the hours shown,
 * or ends after, is cut at their edge.
 */
export function layOut(
  blocks: readonly RotaTimeBlock[],
  axis: TimeAxis,
  pixelsPerMinute: number,
  rem: number,
): { readonly blocks: readonly PlacedBlock[]; readonly lanes: number } {
  const whole = axis.to - axis.from;
  const ends: number[] = [];
  const placed = blocks.map((block): PlacedBlock => {
    const from = Math.max(axis.from, block.from);
    const to = Math.max(from + 15, Math.min(axis.to, block.to));
    const words = Math.min(whole, (wordsRems(block) * rem) / pixelsPerMinute);
    const fits = to - from >= words;
    const room = axis.to - to >= words;
    const beside = fits
      ? undefined
      : room || from - axis.from < words
        ? ('after' as const)
        : ('before' as const);
    const first = beside === 'before' ? from - words : from;
    const last = Math.min(axis.to, beside === 'after' ? to + words : to);
    let lane = ends.findIndex((end) => end <= first);
    if (lane === -1) lane = ends.length;
    ends[lane] = last;
    return {
      block,
      lane,
      left: ((first - axis.from) / whole) * 100,
      width: ((last - first) / whole) * 100,
      barLeft: ((from - first) / (last - first)) * 100,
      barWidth: ((to - from) / (last - first)) * 100,
      beside,
    };
  });
  return { blocks: placed, lanes: Math.max(1, ends.length) };
}
