import type { PayLine, PayRunView } from '@shared/api/pay';
import { formatPounds, type Pence } from '@shared/money';
import { useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { answerOf, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { ExplainedFigure } from '../../components/explained-figure';
import { announce } from '../../components/live-region';
import { SummaryList } from '../../components/summary-list';
import { showToast } from '../../components/toast';
import { addedName, payCheck as words } from '../../text/pay';
import { payRefusals } from '../../text/pay-problems';
import { sentenceFor } from '../../text/refusals';

/** Adds what is missing to the minimum wage to somebody’s pay, in one press. */
export function TopUp(props: {
  readonly run: PayRunView;
  readonly workerId: string;
  readonly name: string;
  readonly amount: Pence;
}) {
  const { run, workerId, name, amount } = props;
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const [pending, setPending] = useState(false);
  const add = async () => {
    setPending(true);
    const answer = await answerOf(
      client.pay.addLine({
        householdId,
        workerId,
        payDate: run.payDate,
        code: 'minimum-wage-top-up',
        amount,
        note: '',
      }),
    );
    if (answer.ok) announce(words.toppedUp(amount, name));
    else showToast(sentenceFor(answer, payRefusals));
    await queryClient.invalidateQueries();
    setPending(false);
  };
  return (
    <div className="pay-top-up">
      <Button
        kind="secondary"
        icon={Plus}
        pending={pending}
        onPress={() => void add()}
        name={words.topUpNamed(amount, name)}
      >
        {words.topUp(amount)}
      </Button>
    </div>
  );
}

/** How somebody’s pay was held to the minimum wage. */
export function WageCheck({ line }: { readonly line: PayLine }) {
  const explanation = line.explanations['minimumWage'];
  if (explanation === undefined || explanation.result.kind !== 'money') return null;
  const short = explanation.result.pence;
  return (
    <p className="quiet">
      {words.wageLabel}:{' '}
      <ExplainedFigure
        id={`${line.workerId}-wage`}
        text={short > 0 ? words.wageShort(short) : words.wageMet}
        what={words.wageWhat(line.shortName)}
        who={line.shortName}
        explanation={explanation}
      />
    </p>
  );
}

/** What else is taken off somebody’s pay: orders and deductions, each with what it is for. */
export function AlsoOff({ line }: { readonly line: PayLine }) {
  const { deductions = [] } = line;
  if (deductions.length === 0) return null;
  return (
    <div className="pay-off">
      <h4>{words.alsoOff(line.shortName)}</h4>
      <SummaryList
        rows={deductions.map((one, index) => {
          const label =
            one.code === 'attachment-of-earnings'
              ? words.orderFor(one.note, one.reference)
              : one.code === 'attachment-fee'
                ? words.orderCharge(one.note)
                : [addedName(one.code, one.purpose), one.note].filter((text) => text !== '').join(': ');
          return {
            label,
            value: (
              <ExplainedFigure
                id={`${line.workerId}-off-${index}`}
                text={formatPounds(one.amount)}
                what={label}
                who={line.shortName}
                explanation={one.figure === '' ? undefined : line.explanations[one.figure]}
              />
            ),
          };
        })}
      />
    </div>
  );
}
