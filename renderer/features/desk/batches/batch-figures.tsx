import type { BatchHead, BatchLineState } from '@shared/api/batches';
import { formatPounds } from '@shared/money';
import { FigureRow } from '../../../components/figure-row';
import { stateNames, batch as words } from '../../../text/desk/batches';

/** Lines that are neither finished nor left out. */
export function leftToDo({ counts }: Pick<BatchHead, 'counts'>): number {
  return counts.waiting.lines + counts.ready.lines + counts.look.lines + counts.refused.lines;
}

const SHOWN: readonly BatchLineState[] = ['ready', 'look', 'refused', 'finished', 'left-out'];

/** How many households stand how, and what the ready and the finished ones come to. */
export function BatchFigures({ counts }: Pick<BatchHead, 'counts'>) {
  return (
    <section aria-label={words.figures} className="section">
      <FigureRow
        figures={SHOWN.filter((state) => state !== 'left-out' || counts[state].lines > 0).map((state) => ({
          label: stateNames[state],
          value: counts[state].lines,
          note:
            state === 'ready' || state === 'finished' || state === 'look'
              ? formatPounds(counts[state].net)
              : undefined,
        }))}
      />
    </section>
  );
}
