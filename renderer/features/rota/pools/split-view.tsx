import type { PoolSplitView } from '@shared/api/pools';
import { formatPounds, type Pence, sumPence } from '@shared/money';
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { answerOf, client } from '../../../api/client';
import { saveFile } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { Amount } from '../../../components/amounts';
import { Button } from '../../../components/button';
import { type Column, Table } from '../../../components/table';
import { showToast } from '../../../components/toast';
import { pools as words } from '../../../text/pools';
import { sentenceFor } from '../../../text/refusals';
import { hoursWords } from '../../../text/rota-times';

type Part = PoolSplitView['parts'][number];

/** One pay of a shared PA: everybody's part, and why it is that. */
export function SplitView({
  split,
  level = 'h3',
}: {
  readonly split: PoolSplitView;
  readonly level?: 'h2' | 'h3';
}) {
  const Heading = level;
  const money = (id: string, heading: string, of: (part: Part) => Pence): Column<Part>[] => {
    // A cost that nobody has is no column; wages and the whole always are.
    if (id !== 'wages' && id !== 'total' && split.parts.every((part) => of(part) === 0)) return [];
    const total = sumPence(split.parts.map(of));
    return [
      {
        id,
        heading,
        kind: 'figure',
        cell: (part) => <Amount pence={of(part)} />,
        text: (part) => formatPounds(of(part)),
        total: <Amount pence={total} />,
        totalText: formatPounds(total),
      },
    ];
  };
  return (
    <article className="pool-split">
      <Heading>{words.split(split)}</Heading>
      <p className="quiet">{words.splitFor(split)}</p>
      <Table
        caption={words.split(split)}
        hideCaption
        tools={false}
        rows={split.parts}
        rowKey={(part) => part.householdId}
        totalLabel={words.all}
        columns={[
          {
            id: 'who',
            heading: words.who,
            isName: true,
            cell: (part) => (part.isEmployer ? words.employer(part.name) : part.name),
          },
          { id: 'hours', heading: words.hours, kind: 'figure', cell: (part) => hoursWords(part.minutes) },
          ...money('wages', words.wages, (part) => part.wages),
          ...money('ni', words.ni, (part) => part.employerNi),
          ...money('pension', words.pension, (part) => part.pension),
          ...money('expenses', words.expenses, (part) => part.expenses),
          ...money('recovered', words.recovered, (part) => part.recovered),
          ...money('total', words.total, (part) => part.total),
        ]}
      />
      {split.parts
        .filter((part) => part.isMoved)
        .map((part) => (
          <p key={part.householdId}>{words.moved(part.name, part.entryDay)}</p>
        ))}
      <Why split={split} />
      {split.payslipId === null ? null : <SheetButton split={split} payslipId={split.payslipId} />}
    </article>
  );
}

/** The same as a sheet of paper, for each of those who share. */
function SheetButton({ split, payslipId }: { readonly split: PoolSplitView; readonly payslipId: string }) {
  const householdId = useHouseholdId();
  const fetchSheet = async () => {
    const answer = await answerOf(client.pools.sheet({ householdId, id: split.poolId, payslipId }));
    if (answer.ok) saveFile(answer.value);
    else showToast(sentenceFor(answer));
  };
  return (
    <Button
      kind="quiet"
      flush
      icon={Printer}
      onPress={() => void fetchSheet()}
      name={`${words.print}: ${words.split(split)}`}
    >
      {words.print}
    </Button>
  );
}

/** The shifts with the rule of each, and what else decided. */
function Why({ split }: { readonly split: PoolSplitView }): ReactNode {
  const { shifts, usualPay } = split;
  if (shifts.length === 0 && usualPay === 0) return null;
  return (
    <details>
      <summary>{words.whyTitle}</summary>
      <ul className="pool-why">
        {shifts.map((shift, index) => {
          const [only] = shift.supported;
          const worth = formatPounds(shift.worth);
          return (
            <li key={`${shift.day} ${index}`}>
              {shift.supported.length === 1 && only !== undefined
                ? words.shiftAlone(shift.day, worth, only.name)
                : words.shiftShared(shift.day, worth, shift.rule, shift.supported)}
            </li>
          );
        })}
        {usualPay === 0 ? null : <li>{words.usual(formatPounds(usualPay))}</li>}
        <li>{words.onTop}</li>
      </ul>
    </details>
  );
}
