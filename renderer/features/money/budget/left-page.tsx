import type { SurplusTest, SurplusView } from '@shared/api/budget';
import type { HouseholdRecord } from '@shared/api/household';
import { formatDay } from '@shared/dates';
import { formatPounds, pence } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { Mail, Scale } from 'lucide-react';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { EmptyState } from '../../../components/empty-state';
import { FigureRow } from '../../../components/figure-row';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { WaitingLine } from '../../../components/waiting-line';
import { ahead, ruleSentences, left as words } from '../../../text/budget';
import { common } from '../../../text/common';
import { ExplainedAmount } from '../explained-amount';
import { AgreementChoice, AgreementPage } from './use-agreement';

/** The rule for money left of an agreement, held against its money, and what follows from it. */
export function LeftPage() {
  return (
    <AgreementPage title={words.title}>
      {(agreement, record) => (
        <Left key={agreement.id} agreementId={agreement.id} name={agreement.funderName} record={record} />
      )}
    </AgreementPage>
  );
}

function Left(props: {
  readonly agreementId: string;
  readonly name: string;
  readonly record: HouseholdRecord;
}) {
  const { agreementId, name, record } = props;
  const householdId = useHouseholdId();
  const view = useQuery({
    ...api.budget.surplus.queryOptions({ input: { householdId, agreementId } }),
    throwOnError: true,
  }).data;
  return (
    <Page title={words.title} sub={words.sub(name)} backTo="/money" backLabel={ahead.back}>
      <AgreementChoice record={record} agreementId={agreementId} to="/money/left" />
      {view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : view.rule === null ? (
        <EmptyState
          icon={Scale}
          title={words.noRule}
          actions={
            <LinkButton kind="primary" to={`/money/left/${agreementId}/rule`}>
              {words.enterRule}
            </LinkButton>
          }
        >
          {words.noRuleBody}
        </EmptyState>
      ) : (
        <Held view={view} rule={view.rule} />
      )}
    </Page>
  );
}

function Held({
  view,
  rule,
}: {
  readonly view: SurplusView;
  readonly rule: NonNullable<SurplusView['rule']>;
}) {
  const { now, first, tests, agreementId } = view;
  return (
    <>
      {first === null ? (
        <Notice tone="done" title={words.none} />
      ) : (
        <Notice
          tone="attention"
          title={words.first(formatDay(first.testedOn), formatPounds(first.toAuthority))}
        >
          <p>
            {rule.collected.how === 'from-card'
              ? words.firstCard
              : rule.collected.how === 'from-next-payment'
                ? words.firstNext
                : first.payBackBy === null
                  ? null
                  : words.firstBody(formatDay(first.payBackBy))}{' '}
            {view.waitsForReasons ? words.reasons : null}
          </p>
        </Notice>
      )}
      <div className="actions">
        <LinkButton kind="primary" to={`/money/left/${agreementId}/letter`} icon={Mail}>
          {words.write}
        </LinkButton>
        <LinkButton to={`/money/left/${agreementId}/rule`}>{words.changeRule}</LinkButton>
      </div>
      {now === null ? null : (
        <section className="section" aria-labelledby="left-now">
          <h2 id="left-now">{words.now}</h2>
          <Now test={now} />
        </section>
      )}
      <section className="section" aria-labelledby="left-rule">
        <h2 id="left-rule">{words.ruleTitle}</h2>
        {view.from === 'weeks' ? <p className="quiet">{words.fromWeeks}</p> : null}
        <ul className="money-notes">
          {ruleSentences(rule, view.weekly, (amount) => formatPounds(pence(amount))).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      {tests.length === 0 ? null : (
        <section className="section" aria-labelledby="left-tests">
          <h2 id="left-tests">{words.tests}</h2>
          <Tests tests={tests} />
          {rule.lessLiabilities ? null : <p className="quiet">{words.owedNote}</p>}
        </section>
      )}
    </>
  );
}

function Now({ test }: { readonly test: SurplusTest }) {
  return (
    <FigureRow
      figures={[
        { label: words.available, value: formatPounds(test.available) },
        ...(test.mayKeep === null ? [] : [{ label: words.mayKeep, value: formatPounds(test.mayKeep) }]),
        ...(test.toPerson === 0 ? [] : [{ label: words.toPerson, value: formatPounds(test.toPerson) }]),
        ...(test.shortOfFloor === 0
          ? []
          : [{ label: words.missing, value: formatPounds(test.shortOfFloor) }]),
        {
          label: words.asked,
          value: (
            <ExplainedAmount
              id="left-now-asked"
              amount={test.toAuthority}
              what={words.asked}
              explanation={test.explanation}
            />
          ),
        },
      ]}
    />
  );
}

function Tests({ tests }: { readonly tests: readonly SurplusTest[] }) {
  return (
    <Table
      caption={words.testsCaption}
      hideCaption
      rows={tests}
      rowKey={(one) => one.testedOn}
      tools={false}
      least={44}
      columns={[
        { id: 'day', heading: words.testedOn, isName: true, cell: (one) => formatDay(one.testedOn) },
        {
          id: 'available',
          heading: words.available,
          kind: 'figure',
          cell: (one) => formatPounds(one.available),
        },
        {
          id: 'keep',
          heading: words.mayKeep,
          kind: 'figure',
          cell: (one) => (one.mayKeep === null ? '' : formatPounds(one.mayKeep)),
        },
        {
          id: 'asked',
          heading: words.asked,
          kind: 'figure',
          cell: (one) => (
            <ExplainedAmount
              id={`left-${one.testedOn}`}
              amount={one.toAuthority}
              what={`${words.asked}, ${formatDay(one.testedOn)}`}
              explanation={one.explanation}
            />
          ),
        },
        {
          id: 'by',
          heading: words.payBy,
          cell: (one) => (one.payBackBy === null ? '' : formatDay(one.payBackBy)),
        },
      ]}
    />
  );
}
