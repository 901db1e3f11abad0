import type { EarningsLine, PayLine } from '@shared/api/pay';
import { formatPounds } from '@shared/money';
import { Amount, Hours } from '../../components/amounts';
import { ExplainedFigure } from '../../components/explained-figure';
import { LinkButton } from '../../components/link-button';
import { Table } from '../../components/table';
import { figureText } from '../../text/explain/figure-text';
import { earningsName, many } from '../../text/explain/words';
import { lateWords } from '../../text/late-change';
import { lowerFirst, payTable, payHours as words } from '../../text/pay';

function rateText(line: EarningsLine): string {
  if (line.rate === null) return words.notOf;
  return figureText({ kind: 'rate', pounds: line.rate, per: perOf(line) });
}

function unitsText(line: EarningsLine): string {
  if (line.units === null) return words.notOf;
  return many(line.units, perOf(line) === 'day' ? 'day' : 'shift');
}

function perOf(line: EarningsLine): 'hour' | 'shift' | 'day' {
  if (line.code.startsWith('statutory-')) return 'day';
  return line.minutes === null || (line.units !== null && line.units > 0) ? 'shift' : 'hour';
}

/** Under which name a line of its own sum keeps how it was worked out. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'statutory-sick-pay': 'sickPay',
  'holiday-pay': 'holiday',
  'holiday-on-leaving': 'holidayOnLeaving',
  'paid-time-off': 'keptPay',
  'rolled-up-holiday-pay': 'rolledUpHoliday',
};

/** The lines that make up somebody’s pay: what, how long, at which rate, how much. */
export function EarningsTable(props: {
  readonly caption: string;
  readonly line: PayLine;
  /** Whether a correction of hours can still change. */
  readonly canChange?: boolean;
  readonly totalLabel?: string;
  readonly total?: EarningsLine['amount'];
}) {
  const { line: pay } = props;
  return (
    <Table
      caption={props.caption}
      hideCaption
      compact
      tools={false}
      least={24}
      rows={pay.earnings.map((line, index) => ({ ...line, index }))}
      rowKey={(line) => String(line.index)}
      totalLabel={props.totalLabel}
      columns={[
        {
          id: 'what',
          heading: words.what,
          isName: true,
          cell: (line) => (
            <>
              {earningsName(line.code, line.kindOfWork)}
              {line.days === undefined ? null : <small>{lateWords.ofDays(line.days)}</small>}
              {line.note === '' ? null : <small>{line.note}</small>}
              {line.shiftId === undefined || !props.canChange ? null : (
                <small>
                  <LinkButton
                    kind="quiet"
                    flush
                    to={`/rota/late-change/${line.shiftId}`}
                    name={lateWords.changeShiftNamed(pay.shortName, line.days?.[0] ?? pay.periodFrom)}
                  >
                    {lateWords.changeShift}
                  </LinkButton>
                </small>
              )}
            </>
          ),
        },
        {
          id: 'hours',
          heading: words.hours,
          kind: 'figure',
          cell: (line) =>
            line.minutes === null || line.minutes === 0 ? unitsText(line) : <Hours minutes={line.minutes} />,
        },
        { id: 'rate', heading: words.rate, kind: 'figure', cell: rateText },
        {
          id: 'amount',
          heading: words.amount,
          kind: 'figure',
          cell: (line) => (
            <ExplainedFigure
              id={`${pay.workerId}-line-${line.index}`}
              text={formatPounds(line.amount)}
              what={payTable.whose(pay.shortName, lowerFirst(earningsName(line.code, line.kindOfWork)))}
              who={pay.shortName}
              explanation={pay.explanations[line.figure ?? EXPLAINED[line.code] ?? line.code]}
            />
          ),
          total: props.total === undefined ? undefined : <Amount pence={props.total} />,
        },
      ]}
    />
  );
}
