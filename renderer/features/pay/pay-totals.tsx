import type { PayRunView } from '@shared/api/pay';
import { Amount } from '../../components/amounts';
import { FigureRow } from '../../components/figure-row';
import { payCheck as words } from '../../text/pay';

/** The four figures of a run: to people, to HMRC, to the pension, and what it all costs. */
export function PayTotals({ run }: { readonly run: PayRunView }) {
  const { totals } = run;
  return (
    <div className="pay-totals">
      <FigureRow
        figures={[
          { label: words.youPay, value: <Amount pence={totals.net} /> },
          {
            label: words.forHmrc,
            value: <Amount pence={totals.forHmrc} />,
            note:
              totals.employerNi === 0
                ? undefined
                : words.forHmrcNote(totals.employerNi, totals.employmentAllowance),
          },
          {
            label: words.forPension,
            value: <Amount pence={totals.forPension} />,
            note: totals.pensionEmployer === 0 ? undefined : words.forPensionNote(totals.pensionEmployer),
          },
          { label: words.costs(run.frequency), value: <Amount pence={totals.cost} /> },
        ]}
      />
    </div>
  );
}
