import type { PlanView, SavedRule } from '@shared/api/plan';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { NeedList } from '../../../components/need-list';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { ask, peopleWords, ruleKinds, rules as words } from '../../../text/plan';
import { KIND_TONES, ruleWords } from './plan-words';
import { usePlan } from './use-plan';

/** What the plans say about spending, and whom they may want asked about. */
export function RulesPage() {
  const plan = usePlan();
  return (
    <Page title={words.title} sub={words.sub} backTo="/money/spend" backLabel={ask.title}>
      {plan === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : plan.agreements.length === 0 ? (
        <EmptyState
          title={words.noAgreement}
          actions={
            <LinkButton kind="primary" to="/settings/agreements">
              {words.addAgreement}
            </LinkButton>
          }
        >
          {words.noAgreementBody}
        </EmptyState>
      ) : (
        <>
          {plan.rules.length === 0 ? (
            <EmptyState title={words.none}>{words.noneBody}</EmptyState>
          ) : (
            plan.agreements.map((one) => (
              <RulesOf
                key={one.id}
                funder={one.funderName}
                rules={plan.rules.filter((rule) => rule.agreementId === one.id)}
              />
            ))
          )}
          <People plan={plan} />
          <div className="actions">
            <LinkButton kind="primary" to="/money/plan/new">
              {words.add}
            </LinkButton>
            <LinkButton to="/money/plan/start">{words.start}</LinkButton>
          </div>
        </>
      )}
    </Page>
  );
}

function RulesOf({ funder, rules }: { readonly funder: string; readonly rules: readonly SavedRule[] }) {
  if (rules.length === 0) return null;
  return (
    <Table
      caption={words.caption(funder)}
      rows={rules}
      rowKey={(rule) => rule.id}
      tools={false}
      columns={[
        {
          id: 'what',
          heading: words.what,
          isName: true,
          cell: (rule) => (
            <div className="money-words">
              {rule.what}
              <small>{ruleWords(rule)}</small>
            </div>
          ),
        },
        {
          id: 'kind',
          heading: words.kind,
          cell: (rule) => <Tag tone={KIND_TONES[rule.kind]}>{ruleKinds[rule.kind]}</Tag>,
        },
        {
          id: 'change',
          heading: words.change,
          kind: 'action',
          cell: (rule) => (
            <LinkButton kind="quiet" to={`/money/plan/${rule.id}`} name={words.changeNamed(rule.what)}>
              {words.change}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}

/** PAs that seem to be family or of the household: some authorities want to be asked first. */
function People({ plan }: { readonly plan: PlanView }) {
  if (plan.people.length === 0) return null;
  return (
    <section className="section" aria-labelledby="plan-people">
      <h2 id="plan-people">{words.people}</h2>
      <p>{words.peopleBody}</p>
      <NeedList
        label={words.people}
        needs={plan.people.map((one) => ({
          id: one.workerId,
          tone: one.agreed ? 'done' : 'attention',
          title: peopleWords[one.code](one.name),
          ...(one.agreed ? { detail: words.peopleAgreed } : {}),
          ...(one.agreed
            ? {}
            : {
                action: (
                  <LinkButton
                    to={`/money/agreed/new?${new URLSearchParams({ what: words.peopleWhat(one.name) })}`}
                    name={words.peopleNoteNamed(one.name)}
                  >
                    {words.peopleNote}
                  </LinkButton>
                ),
              }),
        }))}
      />
    </section>
  );
}
