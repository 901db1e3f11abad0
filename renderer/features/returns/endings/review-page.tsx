import type { ReviewView } from '@shared/api/endings';
import { addDays, addYears, formatDay, type IsoDay, isIsoDay, isoDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { api, client, refusalOf } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { readDate } from '../../../components/read-fields';
import { SummaryList } from '../../../components/summary-list';
import { Table } from '../../../components/table';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { paperRefusals } from '../../../text/cover-papers';
import { sentenceFor } from '../../../text/refusals';
import { reviewCause, reviewChange, reviewHours, reviewKind, review as words } from '../../../text/review';
import { useMadeFile, useToday } from './use-endings';

/** What a review asks about any time: hours, what was not met and why, outcomes, spending, and what changed. */
export function ReviewPage() {
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const dayIn = (name: string): IsoDay | undefined => {
    const text = search.get(name);
    return text !== null && isIsoDay(text) ? isoDay(text) : undefined;
  };
  const from = dayIn('from') ?? (today === undefined ? undefined : addDays(addYears(today, -1), 1));
  const to = dayIn('to') ?? today;
  return (
    <Page title={words.title} sub={words.sub} backTo="/returns" backLabel={words.back}>
      {from === undefined || to === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          <PeriodForm
            key={`${from} ${to}`}
            from={from}
            to={to}
            onChange={(period) => setSearch(period, { replace: true })}
          />
          <Loaded from={from} to={to} />
        </>
      )}
    </Page>
  );
}

function PeriodForm(props: {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly onChange: (period: { from: IsoDay; to: IsoDay }) => void;
}) {
  const form = useForm({
    initial: { from: dateText(props.from), to: dateText(props.to) },
    check: (values) =>
      checkFields({ from: readDate(values.from, words.fromSaid), to: readDate(values.to, words.toSaid) }),
    send: async (period) => {
      props.onChange(period);
      return undefined;
    },
  });
  return (
    <Form
      form={form}
      actions={
        <Button type="submit" pending={form.pending}>
          {words.show}
        </Button>
      }
    >
      <div className="review-days">
        <DateField label={words.from} {...form.field('from')} />
        <DateField label={words.to} {...form.field('to')} />
      </div>
    </Form>
  );
}

function Loaded({ from, to }: { readonly from: IsoDay; readonly to: IsoDay }) {
  const householdId = useHouseholdId();
  const query = useQuery({
    ...api.endings.review.queryOptions({ input: { householdId, from, to } }),
    retry: false,
    throwOnError: (error) => refusalOf(error) === undefined,
  });
  const refusal = query.isError ? refusalOf(query.error) : undefined;
  if (refusal !== undefined)
    return <Notice tone="wrong" title={sentenceFor(refusal, paperRefusals)} spoken />;
  if (query.data === undefined) return <WaitingLine>{common.loading}</WaitingLine>;
  return <Found view={query.data} />;
}

function Part(props: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="section" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </section>
  );
}

function Found({ view }: { readonly view: ReviewView }) {
  const householdId = useHouseholdId();
  const { pending, save } = useMadeFile();
  const { hours } = view;
  const period = { householdId, from: view.from, to: view.to };
  return (
    <>
      <Part id="review-hours" title={words.hoursTitle}>
        <p className="quiet">{words.period(view.from, view.to)}</p>
        <SummaryList
          rows={[
            { label: words.hours.plan, value: hours.plan === null ? words.noPlan : reviewHours(hours.plan) },
            { label: words.hours.planned, value: reviewHours(hours.planned) },
            { label: words.hours.worked, value: reviewHours(hours.worked) },
            { label: words.hours.covered, value: reviewHours(hours.covered) },
            { label: words.hours.lost, value: <strong>{reviewHours(hours.lost)}</strong> },
          ]}
        />
        <p>{words.coverCost(hours.coverCost)}</p>
        {hours.coverCostComplete ? null : <p className="quiet">{words.coverCostIncomplete}</p>}
      </Part>
      {view.reasons.length === 0 ? null : (
        <Part id="review-reasons" title={words.reasonsTitle}>
          <Table
            caption={words.reasonsTitle}
            hideCaption
            tools={false}
            rows={view.reasons}
            rowKey={(row) => row.because}
            columns={[
              {
                id: 'why',
                heading: words.columns.why,
                isName: true,
                cell: (row) => reviewCause(row.because),
              },
              {
                id: 'shifts',
                heading: words.columns.shifts,
                kind: 'figure',
                cell: (row) => String(row.shifts),
              },
              {
                id: 'covered',
                heading: words.columns.covered,
                kind: 'figure',
                cell: (row) => reviewHours(row.covered),
              },
              {
                id: 'lost',
                heading: words.columns.lost,
                kind: 'figure',
                cell: (row) => reviewHours(row.lost),
              },
            ]}
          />
        </Part>
      )}
      <Unmet view={view} />
      <Part id="review-outcomes" title={words.outcomesTitle}>
        {view.outcomes.length === 0 ? (
          <p>{words.noOutcomes}</p>
        ) : (
          <ul className="outcomes">
            {view.outcomes.map((note) => (
              <li key={note.id}>
                <p className="quiet small">
                  {formatDay(note.day)}, {words.outcome(note.outcome)}
                </p>
                <p>{note.text}</p>
              </li>
            ))}
          </ul>
        )}
        <div className="button-row">
          <LinkButton to="/returns/outcomes">{words.addOutcome}</LinkButton>
        </div>
      </Part>
      <Spending view={view} />
      <Part id="review-changes" title={words.changesTitle}>
        {view.changes.length === 0 ? (
          <p>{words.noChanges}</p>
        ) : (
          <ul className="ending-list">
            {view.changes.map((one) => (
              <li key={`${one.code} ${one.day} ${String(one.values['name'] ?? '')}`}>
                {formatDay(one.day)}: {reviewChange(one)}
              </li>
            ))}
          </ul>
        )}
      </Part>
      <p className="quiet">{words.privacy}</p>
      <div className="actions">
        <Button
          kind="primary"
          icon={Download}
          pending={pending}
          onPress={() => void save(() => client.endings.reviewPdf(period))}
        >
          {words.savePdf}
        </Button>
        <Button
          icon={Download}
          pending={pending}
          onPress={() => void save(() => client.endings.reviewCsv(period))}
        >
          {words.saveCsv}
        </Button>
      </div>
    </>
  );
}

function Unmet({ view }: { readonly view: ReviewView }) {
  return (
    <Part id="review-unmet" title={words.unmetTitle}>
      {view.unmet.length === 0 ? (
        <p>{words.noUnmet}</p>
      ) : (
        <Table
          caption={words.unmetTitle}
          hideCaption
          rows={view.unmet}
          rowKey={(row) => `${row.day} ${row.start} ${row.end} ${row.because}`}
          columns={[
            { id: 'day', heading: words.columns.day, isName: true, cell: (row) => formatDay(row.day) },
            { id: 'times', heading: words.columns.times, cell: (row) => `${row.start}–${row.end}` },
            { id: 'why', heading: words.columns.why, cell: (row) => reviewCause(row.because) },
            {
              id: 'missing',
              heading: words.columns.missing,
              kind: 'figure',
              cell: (row) => (row.sleepIn ? words.night : reviewHours({ minutes: row.minutes, sleepIns: 0 })),
            },
          ]}
        />
      )}
    </Part>
  );
}

function Spending({ view }: { readonly view: ReviewView }) {
  return (
    <Part id="review-spending" title={words.spendingTitle}>
      {view.spending.length === 0 ? (
        <p>{words.noSpending}</p>
      ) : (
        <Table
          caption={words.spendingTitle}
          hideCaption
          tools={false}
          rows={view.spending}
          rowKey={(row) => `${row.account} ${row.name}`}
          totalLabel={words.total}
          columns={[
            { id: 'kind', heading: words.columns.kind, isName: true, cell: reviewKind },
            { id: 'lines', heading: words.columns.lines, kind: 'figure', cell: (row) => String(row.lines) },
            {
              id: 'amount',
              heading: words.columns.amount,
              kind: 'figure',
              cell: (row) => formatPounds(row.amount),
              total: formatPounds(view.moneyOut),
              totalText: formatPounds(view.moneyOut),
            },
          ]}
        />
      )}
      <p>{words.moneyInOut(view.moneyIn, view.moneyOut)}</p>
      {view.unexplained === 0 ? null : <p className="quiet">{words.unexplained(view.unexplained)}</p>}
    </Part>
  );
}
