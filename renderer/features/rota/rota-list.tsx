import type { RotaView } from '@shared/api/rota';
import { EmptyState } from '../../components/empty-state';
import { rota } from '../../text/rota';
import { inOrder, namesOf, sentenceOf } from './rota-model';

/** The rota as sentences, one a shift: it reads well aloud. */
export function RotaList(props: {
  readonly view: RotaView;
  readonly caption: string;
  readonly onOpen: (shiftKey: string) => void;
}) {
  const { view } = props;
  const names = namesOf(view);
  const shifts = inOrder(view.shifts);
  if (shifts.length === 0) return <EmptyState title={rota.noneTitle}>{rota.noneBody}</EmptyState>;
  return (
    <ul className="rota-sentences" aria-label={props.caption}>
      {shifts.map((shift, index) => (
        <li key={shift.key} className={shift.day === shifts[index - 1]?.day ? undefined : 'new-day'}>
          <button
            type="button"
            className={`rota-sentence${shift.state === 'needs-someone' ? ' open' : ''}`}
            onClick={() => props.onOpen(shift.key)}
          >
            {sentenceOf(shift, names)}
          </button>
        </li>
      ))}
    </ul>
  );
}
