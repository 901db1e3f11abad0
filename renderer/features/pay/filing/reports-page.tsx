import type { FilingView, PayDayReport, ReportMonth, ReportQuarter, ReportState } from '@shared/api/filing';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Tag } from '../../../components/tag';
import { whyNoFileText, filing as words } from '../../../text/filing';
import { payHmrc } from '../../../text/pay';
import { SaveFileButton } from '../save-file-button';
import { FilingAnswer } from './filing-answer';
import { epsPath, fpsPath, notePath, REPORTS } from './filing-paths';
import { SentNotes } from './sent-notes';

/** What the person says HMRC was told, by tax month; for paper filers by quarter. */
export function ReportsPage() {
  const householdId = useHouseholdId();
  const [search] = useSearchParams();
  const query = useQuery(
    api.filing.view.queryOptions({ input: { householdId, taxYear: search.get('year') } }),
  );
  const back = { backTo: '/pay/hmrc', backLabel: words.back };
  return (
    <FilingAnswer query={query} title={words.title} {...back}>
      {(view) => (
        <Page title={words.title} sub={payHmrc.sub(view.taxYear)} {...back}>
          {view.years.length < 2 ? null : (
            <nav aria-label={payHmrc.years} className="pay-years">
              {view.years.map((year) => (
                <Link
                  key={year}
                  to={`${REPORTS}?year=${year}`}
                  aria-current={year === view.taxYear ? 'page' : undefined}
                >
                  {payHmrc.year(year)}
                </Link>
              ))}
            </nav>
          )}
          <p>{words.intro}</p>
          <Reports view={view} />
        </Page>
      )}
    </FilingAnswer>
  );
}

function Reports({ view }: { readonly view: FilingView }) {
  if (view.route === 'none')
    return (
      <Notice title={words.notNow} action={<LinkButton to="/settings/employer">{words.employer}</LinkButton>}>
        <p>{whyNoFileText(view.whyNoFile ?? '')}</p>
      </Notice>
    );
  if (view.months.length === 0 && view.quarters.length === 0)
    return <EmptyState title={words.none}>{words.noneBody}</EmptyState>;
  return view.route === 'paper'
    ? view.quarters.map((quarter) => (
        <Quarter key={quarter.number} taxYear={view.taxYear} quarter={quarter} />
      ))
    : view.months.map((month, index) => (
        <Month
          key={month.taxMonth}
          taxYear={view.taxYear}
          month={month}
          isOpen={index < OPEN_MONTHS || hasOpen(month)}
        />
      ));
}

function State({ state }: { readonly state: ReportState }) {
  const { text, tone } = words.state(state);
  return <Tag tone={tone}>{text}</Tag>;
}

function isOpen(state: ReportState): boolean {
  return state === 'missing' || state === 'due';
}

/** How many of the newest months are shown whole; older ones only where something is not noted. */
const OPEN_MONTHS = 2;

function hasOpen({ payDays, summary }: ReportMonth): boolean {
  return isOpen(summary.state) || payDays.some((one) => isOpen(one.state));
}

function Month(props: { readonly taxYear: string; readonly month: ReportMonth; readonly isOpen: boolean }) {
  const { taxYear, month } = props;
  const { taxMonth } = month;
  const [shown, setShown] = useState(false);
  const heading = `month-${taxMonth}`;
  return (
    <section className="section" aria-labelledby={heading}>
      <h2 id={heading}>{words.month(taxMonth, month.from, month.to)}</h2>
      {props.isOpen || shown ? (
        <MonthReports taxYear={taxYear} month={month} />
      ) : (
        <p className="row">
          <span className="quiet">{words.allNoted(month.payDays.length)}</span>
          <Button kind="quiet" onPress={() => setShown(true)}>
            {words.show(taxMonth)}
          </Button>
        </p>
      )}
    </section>
  );
}

function MonthReports({ taxYear, month }: { readonly taxYear: string; readonly month: ReportMonth }) {
  const { taxMonth, summary } = month;
  const open = month.payDays.filter((one) => isOpen(one.state));
  return (
    <>
      <ul className="payslips">
        {month.payDays.map((one) => (
          <PayDay key={one.runId} taxYear={taxYear} payDay={one} />
        ))}
        {summary.state === 'not-needed' ? (
          <li>
            <div>
              <span className="quiet">{words.summaryNot}</span>
            </div>
            <LinkButton kind="quiet" to={epsPath(taxYear, taxMonth)}>
              {words.summaryAnyway(taxMonth)}
            </LinkButton>
          </li>
        ) : (
          <li>
            <div>
              <strong>{words.summary}</strong> <State state={summary.state} />
              <span className="quiet">
                {summary.reasons.map(words.reason).join(' ')}{' '}
                {summary.reports[0] === undefined
                  ? words.summaryDue(summary.dueOn)
                  : words.sent(summary.reports[0])}
              </span>
            </div>
            <div className="payslip-actions">
              <LinkButton kind="quiet" to={epsPath(taxYear, taxMonth)} name={words.openEps(taxMonth)}>
                {words.open}
              </LinkButton>
              {isOpen(summary.state) ? (
                <LinkButton
                  to={notePath(taxYear, 'eps', [`${taxYear}:${taxMonth}`])}
                  name={words.noteEps(taxMonth)}
                >
                  {words.note}
                </LinkButton>
              ) : null}
            </div>
          </li>
        )}
      </ul>
      {open.length < 2 ? null : (
        <p>
          <LinkButton
            to={notePath(
              taxYear,
              'fps',
              open.map((one) => one.runId),
            )}
          >
            {words.noteAll(open.length, taxMonth)}
          </LinkButton>
        </p>
      )}
    </>
  );
}

function PayDay({ taxYear, payDay }: { readonly taxYear: string; readonly payDay: PayDayReport }) {
  const isCorrection = payDay.kind === 'correction';
  const [report] = payDay.reports;
  return (
    <li>
      <div>
        <strong>{isCorrection ? words.correction(payDay.payDate) : words.payDay(payDay.payDate)}</strong>{' '}
        <State state={payDay.state} />
        <span className="quiet">
          {payDay.names.join(', ')}.{' '}
          {report !== undefined
            ? words.sent(report)
            : payDay.state === 'missing'
              ? words.wasDue(payDay.dueOn)
              : words.due(payDay.dueOn)}
        </span>
      </div>
      <div className="payslip-actions">
        <LinkButton
          kind="quiet"
          to={fpsPath(payDay.runId)}
          name={`${words.open}: ${payDay.names.join(', ')}, ${isCorrection ? words.correction(payDay.payDate) : words.payDay(payDay.payDate)}`}
        >
          {words.open}
        </LinkButton>
        {isOpen(payDay.state) ? (
          <LinkButton
            to={notePath(taxYear, 'fps', [payDay.runId])}
            name={`${words.noteFps(payDay.payDate)}, ${payDay.names.join(', ')}`}
          >
            {words.note}
          </LinkButton>
        ) : null}
      </div>
    </li>
  );
}

function Quarter({ taxYear, quarter }: { readonly taxYear: string; readonly quarter: ReportQuarter }) {
  const householdId = useHouseholdId();
  const heading = `quarter-${quarter.number}`;
  return (
    <section className="section" aria-labelledby={heading}>
      <h2 id={heading}>{words.quarter(quarter.number, quarter.from, quarter.to)}</h2>
      <p>
        <State state={quarter.state} /> {words.quarterDue(quarter.sendBy, quarter.nobodyPaid)}
      </p>
      {quarter.reports.length === 0 ? null : <SentNotes reports={quarter.reports} />}
      <div className="pay-buttons">
        <SaveFileButton
          make={() => client.pay.paperQuarterPdf({ householdId, taxYear, quarter: quarter.number })}
        >
          {words.quarterSave(quarter.number)}
        </SaveFileButton>
        {isOpen(quarter.state) ? (
          <LinkButton
            to={notePath(taxYear, 'paper-quarter', [`${taxYear}:${quarter.number}`])}
            name={words.noteQuarter(quarter.number)}
          >
            {words.note}
          </LinkButton>
        ) : null}
      </div>
    </section>
  );
}
