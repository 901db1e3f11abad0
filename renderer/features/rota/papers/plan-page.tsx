import type { CoverPlanView } from '@shared/api/cover-papers';
import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { showToast } from '../../../components/toast';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import {
  paperRefusals,
  planCases,
  planMissing,
  planSteps,
  planWords as words,
} from '../../../text/cover-papers';
import { sentenceFor } from '../../../text/refusals';
import { rotaPath } from '../paths';
import { useWritten } from '../use-rota';
import { SavePaper } from './save-paper';

/** The standing cover plan: who to ring in each case, what is missing, and the page to hang up. */
export function CoverPlanPage() {
  const householdId = useHouseholdId();
  const view = useQuery({
    ...api.coverPapers.plan.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  return (
    <Page title={words.title} sub={words.sub} backTo={rotaPath.gaps} backLabel={words.back}>
      {view === undefined ? <WaitingLine>{common.loading}</WaitingLine> : <Plan view={view} />}
    </Page>
  );
}

type PlanCase = CoverPlanView['pages'][number];

function Plan({ view }: { readonly view: CoverPlanView }) {
  const { plan, pages, missing } = view;
  const householdId = useHouseholdId();
  const written = useWritten();
  const check = async () => {
    const answer = await answerOf(client.coverPapers.checkPlan({ householdId }));
    if (answer.ok) await written(words.checkedNow);
    else showToast(sentenceFor(answer, paperRefusals));
  };
  return (
    <>
      <Table
        caption={words.sub}
        hideCaption
        tools={false}
        least={44}
        rows={pages}
        rowKey={(row) => row.case}
        columns={[
          {
            id: 'case',
            heading: words.when,
            isName: true,
            cell: (row) => (
              <>
                {planCases[row.case]}
                {row.from === null ? null : <small>{words.sameAs(row.from)}</small>}
              </>
            ),
          },
          ...(['first', 'second', 'last-resort'] as const).map((step) => ({
            id: step,
            heading: planSteps[step],
            cell: (row: PlanCase) => <Contact line={row.lines.find((line) => line.step === step)} />,
          })),
          {
            id: 'change',
            heading: words.change,
            kind: 'action' as const,
            cell: (row: PlanCase) => (
              <LinkButton
                kind="quiet"
                to={rotaPath.coverPlanCase(row.case)}
                name={words.changeCase(row.case)}
              >
                {words.change}
              </LinkButton>
            ),
          },
        ]}
      />
      <section className="section" aria-labelledby="plan-know">
        <h2 id="plan-know">{words.toKnowTitle}</h2>
        {plan.toKnow === '' ? (
          <p className="quiet">{words.noToKnow}</p>
        ) : (
          <p className="as-typed">{plan.toKnow}</p>
        )}
        {pages.map((page) =>
          page.toKnow === '' ? null : (
            <p key={page.case}>
              <strong>{planCases[page.case]}:</strong> {page.toKnow}
            </p>
          ),
        )}
        <p>
          <LinkButton kind="quiet" flush to={rotaPath.coverPlanCase('to-know')}>
            {words.changeToKnow}
          </LinkButton>
        </p>
      </section>
      {missing.length === 0 ? (
        <Notice tone="done" title={words.whole} />
      ) : (
        <Notice tone="attention" title={words.missingTitle}>
          <ul>
            {missing.map((one) => (
              <li key={`${one.code} ${JSON.stringify(one.values)}`}>
                {planMissing[one.code]?.(one.values) ?? one.code}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p className="quiet">
        {plan.checkedOn === null ? words.neverChecked : words.checked(plan.checkedOn)}. {words.printHint}
      </p>
      <div className="actions">
        <SavePaper kind="primary" make={() => client.coverPapers.planPdf({ householdId })}>
          {words.print}
        </SavePaper>
        <Button icon={Check} onPress={() => void check()}>
          {words.checkNow}
        </Button>
      </div>
      <nav className="section rota-more" aria-label={words.more}>
        <LinkButton kind="quiet" flush to={rotaPath.coverReport}>
          {words.report}
        </LinkButton>
        <LinkButton kind="quiet" flush to={rotaPath.coverClaim}>
          {words.claim}
        </LinkButton>
      </nav>
    </>
  );
}

function Contact({ line }: { readonly line: PlanCase['lines'][number] | undefined }) {
  if (line === undefined) return <span className="quiet">{words.nobody}</span>;
  return (
    <>
      {line.name}{' '}
      <small>
        {line.phone === null ? (
          words.noPhone
        ) : (
          <a href={`tel:${line.phone.replace(/[^+\d]/g, '')}`}>{line.phone}</a>
        )}
      </small>
    </>
  );
}
