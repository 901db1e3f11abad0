import type { ContractTerms } from '@shared/api/people';
import type { ContractOutcome } from '@shared/api/people-life';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Notice } from '../../components/notice';
import { lifeWords as words } from '../../text/people-life';

function sentencesOf(outcome: ContractOutcome): readonly string[] {
  const { lastOld, firstNew } = outcome;
  if (!outcome.changes || lastOld === null) return [words.outcomeSame];
  return [
    words.outcomeLast(lastOld.from, lastOld.to, lastOld.payDate),
    words.outcomeFirst(firstNew.from, firstNew.to, firstNew.payDate),
    words.outcomeEachDay,
    words.outcomeTax,
    ...(outcome.sharesNiPeriod ? [words.outcomeNi] : []),
  ];
}

/** What new terms do to the pay periods, before they are saved. */
export function ContractOutcomeNotice(props: {
  readonly workerId: string;
  readonly contract: ContractTerms | undefined;
}) {
  return (
    <Notice title={words.outcome} spoken>
      {props.contract === undefined ? (
        <p>{words.outcomeWait}</p>
      ) : (
        <Known workerId={props.workerId} contract={props.contract} />
      )}
    </Notice>
  );
}

function Known(props: { readonly workerId: string; readonly contract: ContractTerms }) {
  const householdId = useHouseholdId();
  const outcome = useQuery(
    api.people.contractOutcome.queryOptions({ input: { householdId, ...props } }),
  ).data;
  const sentences = outcome === undefined ? [words.outcomeWait] : sentencesOf(outcome);
  return (
    <>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}
