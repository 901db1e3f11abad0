import type { LateOutcome } from '@shared/api/pay-late';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import type { SummaryRow } from '../../../components/summary-list';
import { movedHours, signed, lateWords as words } from '../../../text/late-change';
import { warningSentence } from '../../../text/rota-sentences';

/** What a change comes to, for the check before it is kept. */
export function outcomeRows(outcome: LateOutcome, name: string, label: string): SummaryRow[] {
  const { minutes, amount, rate, ratePer, takenIn } = outcome;
  const at = rate === '' || amount === 0 ? '' : ` ${words.atRate(rate, ratePer)}`;
  const time = ratePer === 'hour' || amount === 0 ? `${movedHours(minutes)}${at}: ` : '';
  return [
    { label, value: `${time}${signed(amount)}` },
    ...(outcome.waits
      ? []
      : [{ label: words.inPay, value: takenIn === null ? words.noPay : words.payOn(takenIn.payDate) }]),
    ...(outcome.waits || takenIn === null || takenIn.net === null || takenIn.netBefore === null
      ? []
      : [{ label: words.gets(name), value: words.fromTo(takenIn.netBefore, takenIn.net) }]),
  ];
}

/** What is worth a look before a change is kept. */
export function OutcomeNotices(props: {
  readonly outcome: LateOutcome;
  readonly name: string;
  /** The finished run that paid the hours. */
  readonly runId?: string;
}) {
  const { outcome, name, runId } = props;
  const noPay = outcome.takenIn === null && outcome.amount < 0;
  return (
    <>
      {outcome.waits ? (
        <Notice tone="attention" title={words.waitsTitle}>
          <p>{words.waits}</p>
        </Notice>
      ) : null}
      {noPay ? (
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
