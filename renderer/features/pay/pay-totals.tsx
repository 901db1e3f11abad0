import type { PayRunView } from '@shared/api/pay';
import { addPence, negatePence, type Pence, sumPence } from '@shared/money';
import { Amount } from '../../components/amounts';
import { FigureRow } from '../../components/figure-row';
import { payDone, payCheck as words } from '../../text/pay';

/** The amount without its sign: the words beside it say which way it goes. */
export const sizeOf = (amount: Pence): Pence => (amount < 0 ? negatePence(amount) : amount);

/** What the money for HMRC is made of, where that is not plain. */
function hmrcNote(totals: PayRunView['totals']): string | undefined {
  const parts = [
    totals.employerNi === 0 ? undefined : words.forHmrcNote(totals.employerNi, totals.employmentAllowance),
    totals.statutoryRecovered === 0 ? undefined : words.forHmrcBack(totals.statutoryRecovered),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('. ');
}

/** What else was taken off, where anything was: with what of it goes to somebody else. */
function otherFigures(run: PayRunView) {
  const off = sumPence(run.lines.map((line) => line.otherDeductions));
  if (off === 0) return [];
  const sentOn = sentOnOf(run);
  return [
    {
      label: words.otherOff,
      value: <Amount pence={off} />,
      note: sentOn === 0 ? undefined : words.otherOffNote(sentOn),
    },
  ];
}

/** What was taken off people’s pay to be sent on: to the payees of orders, and for bills of their own. */
export function sentOnOf(run: PayRunView): Pence {
  return sumPence(
    run.lines.flatMap((line) =>
      (line.deductions ?? [])
        .filter((one) => one.code === 'attachment-of-earnings' || one.purpose === 'passed-on')
        .map((one) => one.amount),
    ),
  );
}

/** The figures of a run: to people, to HMRC, to the pension, to others, and what it all costs. */
export function PayTotals({ run }: { readonly run: PayRunView }) {
  const { totals } = run;
  if (run.kind === 'correction') return <Difference run={run} />;
  return (
    <div className="pay-totals">
      <FigureRow
        figures={[
          { label: words.youPay, value: <Amount pence={totals.net} /> },
          {
            label: totals.forHmrc < 0 ? words.fromHmrc : words.forHmrc,
            value: <Amount pence={sizeOf(totals.forHmrc)} />,
            note: hmrcNote(totals),
          },
          {
            label: words.forPension,
            value: <Amount pence={totals.forPension} />,
            note: totals.pensionEmployer === 0 ? undefined : words.forPensionNote(totals.pensionEmployer),
          },
          ...otherFigures(run),
          { label: words.costs(run.frequency), value: <Amount pence={totals.cost} /> },
        ]}
      />
    </div>
  );
}

/** What people got before a correction, and what they get now. The totals of a correction are what it moves. */
export function netOfCorrection({ lines, totals }: PayRunView): {
  readonly before: Pence;
  readonly now: Pence;
} {
  const before = sumPence(lines.flatMap((line) => (line.replaces === null ? [] : [line.replaces.net])));
  return { before, now: addPence(before, totals.net) };
}

/** What a correction moves: what was paid before, what it comes to now, and the difference. */
function Difference({ run }: { readonly run: PayRunView }) {
  const { before, now } = netOfCorrection(run);
  const { net, forHmrc, forPension, cost } = run.totals;
  const moved = (label: (amount: Pence) => string, amount: Pence) =>
    amount === 0 ? [] : [{ label: label(amount), value: <Amount pence={sizeOf(amount)} /> }];
  return (
    <div className="pay-totals">
      <FigureRow
        figures={[
          { label: payDone.before, value: <Amount pence={before} /> },
          { label: payDone.now, value: <Amount pence={now} /> },
          { label: payDone.moves, value: payDone.difference(net) },
          ...moved(payDone.movesHmrc, forHmrc),
          ...moved(payDone.movesPension, forPension),
          ...moved(payDone.movesCost, cost),
        ]}
      />
    </div>
  );
}
