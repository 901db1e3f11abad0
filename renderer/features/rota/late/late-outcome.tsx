import type { LateOutcome } from '@shared/api/pay-late';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import type { SummaryRow } from '../../../components/summary-list';
import { movedHours, signed, lateWords as words } from '../../../text/late-change';
import { warningSentence } from '../../../text/rota-sentences';

/** What a change comes to, for the check before it is kept. */
export function outcomeRows(
  outcome: LateOutcome,
  name: string,
  label: string,
  hasLeft = false,
): SummaryRow[] {
  const { minutes, amount, rate, ratePer, takenIn } = outcome;
  const at = rate === '' || amount === 0 ? '' : ` ${words.atRate(rate, ratePer)}`;
  const time = ratePer === 'hour' || amount === 0 ? `${movedHours(minutes)}${at}: ` : '';
  return [
    { label, value: `${time}${signed(amount)}` },
    ...(outcome.waits || hasNoPay(outcome, hasLeft)
      ? []
      : [{ label: words.inPay, value: takenIn === null ? words.noPay : words.payOn(takenIn.payDate) }]),
    ...(outcome.waits || takenIn === null || takenIn.net === null || takenIn.netBefore === null
      ? []
      : [{ label: words.gets(name), value: words.fromTo(takenIn.netBefore, takenIn.net) }]),
  ];
}

/** Too much was paid to somebody who has left: no pay will ever take it. It is asked back, and the payslip corrected. */
export function hasNoPay(outcome: Pick<LateOutcome, 'takenIn' | 'amount'>, hasLeft: boolean): boolean {
  return hasLeft && outcome.takenIn === null && outcome.amount < 0;
}

/** What is worth a look before a change is kept. */
export function OutcomeNotices(props: {
  readonly outcome: LateOutcome;
  readonly name: string;
  readonly hasLeft: boolean;
  /** The finished run that paid the hours. */
  readonly runId?: string;
}) {
  const { outcome, name, hasLeft, runId } = props;
  return (
    <>
      {outcome.waits ? (
        <Notice tone="attention" title={words.waitsTitle}>
          <p>{words.waits}</p>
        </Notice>
      ) : null}
      {hasNoPay(outcome, hasLeft) ? (
        <Notice
          tone="attention"
          title={words.noPayTitle}
          action={
            runId === undefined ? undefined : (
              <LinkButton to={`/pay/finished/${runId}`}>{words.toPay}</LinkButton>
            )
          }
        >
          <p>{words.noPayLeft(name)}</p>
        </Notice>
      ) : null}
      {outcome.warnings.map((one) => (
        <Notice key={one.code} tone="attention" title={warningSentence(one)} />
      ))}
    </>
  );
}
