import type { PlanView } from '@shared/api/plan';
import { parsePence } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { MoneyField } from '../../../components/money-field';
import { Page } from '../../../components/page';
import { Tag } from '../../../components/tag';
import { TextField } from '../../../components/text-field';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { ruleKinds, ask as words } from '../../../text/plan';
import { PlanAnswer } from './plan-answer';
import { KIND_TONES, ruleWords } from './plan-words';
import { usePlan } from './use-plan';

/** “Can I spend on this?”: asked in the person’s own words, answered in the plan’s. */
export function SpendPage() {
  const householdId = useHouseholdId();
  const plan = usePlan();
  const [text, setText] = useState('');
  const [amountText, setAmountText] = useState('');
  const read = parsePence(amountText);
  const amount = amountText.trim() !== '' && read.ok ? read.value : null;
  const asked = text.trim();
  const answer = useQuery({
    ...api.plan.ask.queryOptions({ input: { householdId, text: asked.slice(0, 200), amount } }),
    enabled: asked !== '',
    throwOnError: true,
    placeholderData: (before) => before,
  }).data;
  const isEmpty =
    plan !== undefined && plan.rules.length === 0 && plan.agreements.every((one) => one.kinds.length === 0);
  return (
    <Page title={words.title} sub={words.sub} backTo="/money" backLabel={words.place}>
      {plan === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : isEmpty ? (
        <EmptyState
          title={words.nothingTitle}
          actions={
            <>
              <LinkButton kind="primary" to="/money/plan">
                {words.addRules}
              </LinkButton>
              <LinkButton to="/settings/agreements">{words.addKinds}</LinkButton>
            </>
          }
        >
          {words.nothingBody}
        </EmptyState>
      ) : (
        <div className="stack">
          <div className="plan-ask">
            <TextField
              label={words.field}
              hint={words.fieldHint}
              type="search"
              value={text}
              onChange={setText}
              large
            />
            <MoneyField label={words.amount} value={amountText} onChange={setAmountText} />
          </div>
          <div aria-live="polite" className="stack">
            {asked === '' || answer === undefined
              ? null
              : answer.answers.map((one) => (
                  <PlanAnswer
                    key={one.agreementId}
                    answer={one}
                    what={asked}
                    amount={amount}
                    name={answer.supportedName}
                    reference={plan.agreements.find((each) => each.id === one.agreementId)?.reference ?? ''}
                  />
                ))}
          </div>
          {plan.agreements.map((one) => (
            <AllOfPlan key={one.id} plan={plan} agreement={one} />
          ))}
          <section className="section" aria-labelledby="plan-more">
            <h2 id="plan-more">{words.links}</h2>
            <ul className="money-links">
              <li>
                <Link to="/money/plan">{words.rules}</Link>
                <span className="quiet">{words.rulesNote}</span>
              </li>
              <li>
                <Link to="/money/agreed">{words.agreed}</Link>
                <span className="quiet">{words.agreedNote}</span>
              </li>
            </ul>
          </section>
        </div>
      )}
    </Page>
  );
}

/** Everything one plan says: its rules and its kinds of spending. */
function AllOfPlan(props: { readonly plan: PlanView; readonly agreement: PlanView['agreements'][number] }) {
  const { plan, agreement } = props;
  const own = plan.rules.filter((rule) => rule.agreementId === agreement.id);
  if (own.length === 0 && agreement.kinds.length === 0) return null;
  const id = `plan-${agreement.id}`;
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{words.from(agreement.funderName)}</h2>
      <ul className="money-kinds">
        {own.map((rule) => (
          <li key={rule.id}>
            <span>
              <strong>{rule.what}</strong>
              <span className="quiet">{ruleWords(rule)}</span>
            </span>
            <Tag tone={KIND_TONES[rule.kind]}>{ruleKinds[rule.kind]}</Tag>
          </li>
        ))}
        {agreement.kinds.map((kind) => (
          <li key={kind.id}>
            <span>
              <strong>{kind.name}</strong>
              <span className="quiet">{kind.note}</span>
            </span>
            <Tag tone={KIND_TONES[kind.allowed ? 'allowed' : 'not-allowed']}>
              {ruleKinds[kind.allowed ? 'allowed' : 'not-allowed']}
            </Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}
