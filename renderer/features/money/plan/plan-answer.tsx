import type { PlanAnswerView } from '@shared/api/plan';
import { formatPounds, type Pence } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { announce } from '../../../components/live-region';
import { Notice } from '../../../components/notice';
import { SummaryList } from '../../../components/summary-list';
import { showToast } from '../../../components/toast';
import { ruleKinds, verdicts, ask as words } from '../../../text/plan';
import { agreedWords, ruleWords } from './plan-words';

const TONES = { yes: 'done', 'ask-first': 'attention', no: 'wrong', 'not-said': 'note' } as const;

/** What one plan says about a question, what was agreed before, what is left, and a message to ask with. */
export function PlanAnswer(props: {
  readonly answer: PlanAnswerView;
  readonly what: string;
  readonly amount: Pence | null;
  readonly name: string;
  readonly reference: string;
}) {
  const { answer, what, amount, name, reference } = props;
  const householdId = useHouseholdId();
  const yours = useQuery(api.money.overview.queryOptions({ input: { householdId } })).data?.reallyYours;
  const message = words.messageText({
    what,
    amount: amount === null ? undefined : formatPounds(amount),
    reference,
    name,
    rule: answer.rules[0]?.what,
  });
  const copy = () => {
    navigator.clipboard.writeText(message).then(
      () => announce(words.copied),
      () => showToast(words.notCopied),
    );
  };
  const asks = answer.verdict === 'ask-first' || answer.verdict === 'not-said';
  const query = new URLSearchParams({ what, agreement: answer.agreementId });
  if (amount !== null) query.set('amount', formatPounds(amount).replace('£', ''));
  return (
    <section className="plan-answer" aria-label={`${answer.funderName}: ${verdicts[answer.verdict]}`}>
      <Notice
        tone={TONES[answer.verdict]}
        title={`${verdicts[answer.verdict]}${answer.funderName === '' ? '' : ` (${answer.funderName})`}`}
      >
        {answer.by === 'agreed' && answer.verdict === 'yes' ? <p>{words.agreedBefore}</p> : null}
        {answer.by === 'near' ? <p>{words.near}</p> : null}
        {answer.over === null ? null : <p>{words.onlyOver(formatPounds(answer.over))}</p>}
        {answer.verdict === 'not-said' ? <p>{words.notSaidBody}</p> : null}
      </Notice>
      <SummaryList
        rows={[
          ...answer.rules.map((rule) => ({
            label: words.saysTitle,
            value: (
              <>
                “{rule.what}”: {ruleKinds[rule.kind].toLowerCase()}
                {ruleWords(rule) === '' ? null : <span className="quiet"> {ruleWords(rule)}</span>}
              </>
            ),
          })),
          ...answer.kinds.map((kind) => ({
            label: words.kind,
            value: (
              <>
                {kind.name}: {ruleKinds[kind.allowed ? 'allowed' : 'not-allowed'].toLowerCase()}
                <span className="quiet"> {words.spent(formatPounds(kind.spent))}</span>
              </>
            ),
          })),
          ...answer.agreed.map((one) => ({
            label: words.before,
            value: (
              <>
                <Link to={`/money/agreed/${one.id}`}>{one.what}</Link>
                <span className="quiet"> {agreedWords(one)}</span>
              </>
            ),
          })),
          ...(yours === undefined ? [] : [{ label: words.left, value: formatPounds(yours) }]),
        ]}
      />
      {asks || answer.verdict === 'no' ? (
        <details open={asks}>
          <summary>{words.message(answer.funderName)}</summary>
          <p className="quiet">{words.messageFor}</p>
          <pre className="plan-message">{message}</pre>
          <div className="actions">
            <Button name={words.copyNamed(answer.funderName)} onPress={copy}>
              {words.copy}
            </Button>
            <LinkButton to={`/money/agreed/new?${query}`} name={words.noteItNamed(answer.funderName)}>
              {words.noteIt}
            </LinkButton>
          </div>
        </details>
      ) : null}
    </section>
  );
}
