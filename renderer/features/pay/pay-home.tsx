import type { RunSummary } from '@shared/api/pay';
import { formatDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { Banknote, Users } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Amount } from '../../components/amounts';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { More } from '../../components/more';
import type { Tone } from '../../components/notice';
import { Page } from '../../components/page';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { people, periodName, payHome as words } from '../../text/pay';
import { payYear } from '../../text/pay-year';
import { PayAnswer } from './pay-answer';
import { useToday } from './use-pay';

const FEW = 12;

function stateOf(run: RunSummary, today: string | undefined): { readonly tone: Tone; readonly text: string } {
  if (today !== undefined && run.payDate < today) return { tone: 'attention', text: words.overdue };
  return run.hoursIn < run.people
    ? { tone: 'attention', text: words.hoursMissing }
    : { tone: 'note', text: words.ready };
}

/** Pay: what is to do next, what is finished, and where HMRC and payments are. */
export function PayHome() {
  const householdId = useHouseholdId();
  const runs = useQuery(api.pay.runs.queryOptions({ input: { householdId } }));
  return (
    <PayAnswer query={runs} title={words.title}>
      {({ open, finished }) => (
        <Page title={words.title} sub={words.sub}>
          {open.length === 0 && finished.length === 0 ? (
            <EmptyState
              icon={Users}
              title={words.none}
              actions={
                <LinkButton kind="primary" to="/people">
                  {words.addPeople}
                </LinkButton>
              }
            >
              {words.noneBody}
            </EmptyState>
          ) : (
            <>
              <Open runs={open} />
              <More>
                <Finished runs={finished} />
                <OtherPages finished={finished} />
              </More>
            </>
          )}
        </Page>
      )}
    </PayAnswer>
  );
}

function Open({ runs }: { readonly runs: readonly RunSummary[] }) {
  const today = useToday();
  const [next, ...later] = runs;
  if (next === undefined)
    return (
      <section className="section" aria-labelledby="pay-next">
        <h2 id="pay-next">{words.next}</h2>
        <p className="quiet">{words.noneOpen}</p>
      </section>
    );
  const state = stateOf(next, today);
  return (
    <>
      <section className="pay-next" aria-labelledby="pay-next">
        <h2 id="pay-next">{words.nextPay(next)}</h2>
        <p className="pay-state">
          <Tag tone={state.tone}>{state.text}</Tag>
          <span>{next.hoursIn < next.people ? words.someMissing(next) : words.allIn}</span>
        </p>
        <LinkButton kind="primary" icon={Banknote} to={`/pay/run/${next.key}`}>
          {words.start(next)}
        </LinkButton>
      </section>
      {later.length === 0 ? null : (
        <section className="section" aria-labelledby="pay-later">
          <h2 id="pay-later">{words.later}</h2>
          <ul className="tasks" aria-labelledby="pay-later">
            {later.map((run) => {
              const its = stateOf(run, today);
              return (
                <li className="task" key={run.key}>
                  <Link to={`/pay/run/${run.key}`}>{words.openRun(run)}</Link>
                  <span className="task-status">
                    <Tag tone={its.tone === 'note' ? 'plain' : its.tone}>{its.text}</Tag>
                  </span>
                  <span className="task-hint">
                    {words.payDay(run.payDate)}. {people(run.people)}. {words.hoursIn(run)}.
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}

function Finished({ runs }: { readonly runs: readonly RunSummary[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? runs : runs.slice(0, FEW);
  return (
    <section className="section" aria-labelledby="pay-finished">
      <h2 id="pay-finished">{words.finished}</h2>
      {runs.length === 0 ? (
        <p className="quiet">{words.noneFinished}</p>
      ) : (
        <Table
          caption={words.caption}
          hideCaption
          tools={false}
          rows={shown}
          rowKey={(run) => run.runId ?? run.key}
          columns={[
            {
              id: 'period',
              heading: words.period,
              isName: true,
              cell: (run) => (
                <>
                  <Link to={`/pay/finished/${run.runId ?? ''}`}>{nameOf(run)}</Link>
                </>
              ),
            },
            { id: 'payDate', heading: words.paidOn, cell: (run) => formatDay(run.payDate) },
            { id: 'people', heading: words.who, kind: 'figure', cell: (run) => run.people },
            {
              id: 'net',
              heading: words.theyGot,
              kind: 'figure',
              cell: (run) => (run.net === null ? '' : <Amount pence={run.net} />),
            },
          ]}
        />
      )}
      {all || runs.length <= FEW ? null : (
        <Button kind="quiet" flush onPress={() => setAll(true)}>
          {words.more(runs.length)}
        </Button>
      )}
    </section>
  );
}

function nameOf(run: RunSummary): string {
  const name = periodName(run.frequency, run.periodTo, true);
  if (run.kind === 'correction') return words.putRight(run.payDate, name);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function OtherPages({ finished }: { readonly finished: readonly RunSummary[] }) {
  const last = finished[0];
  return (
    <section className="section" aria-labelledby="pay-more">
      <h2 id="pay-more">{words.links}</h2>
      <ul className="pay-links">
        <li>
          <Link to="/pay/hmrc">{words.hmrc}</Link>
          <span>{words.hmrcHint}</span>
        </li>
        <li>
          <Link to="/pay/year">{payYear.link}</Link>
          <span>{payYear.linkHint}</span>
        </li>
        {last?.runId === undefined || last.runId === null ? null : (
          <li>
            <Link to={`/pay/finished/${last.runId}/payments`}>{words.payments}</Link>
            <span>{words.paymentsHint(last)}</span>
          </li>
        )}
      </ul>
    </section>
  );
}
