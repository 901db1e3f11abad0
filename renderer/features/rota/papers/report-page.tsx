import type { CoverReport } from '@shared/api/cover-papers';
import { addDays, addYears, formatWeekday, type IsoDay, isIsoDay, isoDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { api, client, refusalOf } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Amount } from '../../../components/amounts';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { readDate } from '../../../components/read-fields';
import { SummaryList } from '../../../components/summary-list';
import { type Column, Table } from '../../../components/table';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import {
  coverCauses,
  hoursAndNights,
  paperRefusals,
  planWords,
  whoCovered,
  reportWords as words,
} from '../../../text/cover-papers';
import { sentenceFor } from '../../../text/refusals';
import { hoursWords, longTimes } from '../../../text/rota-times';
import { rotaPath } from '../paths';
import { useToday } from '../use-rota';
import { SavePaper } from './save-paper';

/** What was needed, covered and left in a time, and why: for the annual review. */
export function CoverReportPage() {
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const from =
    dayIn(search.get('from')) ?? (today === undefined ? undefined : addDays(addYears(today, -1), 1));
  const to = dayIn(search.get('to')) ?? today;
  return (
    <Page title={words.title} sub={words.sub} backTo={rotaPath.coverPlan} backLabel={planWords.toPlan}>
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
          <Report from={from} to={to} />
        </>
      )}
    </Page>
  );
}

function dayIn(text: string | null): IsoDay | undefined {
  return text !== null && isIsoDay(text) ? isoDay(text) : undefined;
}

function PeriodForm(props: {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly onChange: (period: { from: IsoDay; to: IsoDay }) => void;
}) {
  const form = useForm({
    initial: { from: dateText(props.from), to: dateText(props.to) },
    check: (values) =>
      checkFields({ from: readDate(values.from, words.said.from), to: readDate(values.to, words.said.to) }),
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
      <div className="rota-times">
        <DateField label={words.from} {...form.field('from')} />
        <DateField label={words.to} {...form.field('to')} />
      </div>
    </Form>
  );
}

function Report({ from, to }: { readonly from: IsoDay; readonly to: IsoDay }) {
  const householdId = useHouseholdId();
  const query = useQuery({
    ...api.coverPapers.report.queryOptions({ input: { householdId, from, to } }),
    retry: false,
  });
  if (query.data === undefined) {
    const refusal = query.isError ? refusalOf(query.error) : undefined;
    if (query.isError && refusal === undefined) throw query.error;
    return refusal === undefined ? (
      <WaitingLine>{common.loading}</WaitingLine>
    ) : (
      <Notice tone="wrong" title={sentenceFor(refusal, paperRefusals)} spoken />
    );
  }
  return <Found report={query.data} householdId={householdId} />;
}

type PartRow = CoverReport['byMonth'][number] | CoverReport['byCause'][number];

const PARTS = {
  shifts: { id: 'shifts', heading: words.shifts, kind: 'figure', cell: (row: PartRow) => String(row.shifts) },
  covered: {
    id: 'covered',
    heading: words.coveredHead,
    kind: 'figure',
    cell: (row: PartRow) => hoursAndNights(row.covered),
  },
  uncovered: {
    id: 'uncovered',
    heading: words.uncoveredHead,
    kind: 'figure',
    cell: (row: PartRow) => hoursAndNights(row.uncovered),
  },
} as const satisfies Record<string, Column<PartRow>>;

function Found({ report, householdId }: { readonly report: CoverReport; readonly householdId: string }) {
  const { from, to } = report;
  return (
    <>
      <section className="section" aria-labelledby="report-sums">
        <h2 id="report-sums">{words.sums}</h2>
        <p className="quiet">{words.period(from, to)}</p>
        <SummaryList
          rows={[
            {
              label: words.plan,
              value: report.plan === null ? words.planUnknown : hoursAndNights(report.plan),
            },
            { label: words.needed, value: hoursAndNights(report.needed) },
            { label: words.asPlanned, value: hoursAndNights(report.asPlanned) },
            { label: words.covered, value: hoursAndNights(report.covered) },
            { label: words.uncovered, value: <strong>{hoursAndNights(report.uncovered)}</strong> },
            { label: words.worked, value: hoursAndNights(report.worked) },
            { label: words.cost, value: <Amount pence={report.extraCost} /> },
          ]}
        />
        {report.costComplete ? null : <p className="quiet">{words.costIncomplete}</p>}
      </section>
      {report.byCause.length === 0 ? (
        <EmptyState title={words.nothing}>{words.nothingBody}</EmptyState>
      ) : (
        <Missing report={report} />
      )}
      <p className="quiet">{words.privacy}</p>
      <div className="actions">
        <SavePaper kind="primary" make={() => client.coverPapers.reportPdf({ householdId, from, to })}>
          {words.savePdf}
        </SavePaper>
        <SavePaper make={() => client.coverPapers.reportCsv({ householdId, from, to })}>
          {words.saveCsv}
        </SavePaper>
      </div>
    </>
  );
}

/** A part of the report under its heading. */
function Part({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Missing({ report }: { readonly report: CoverReport }) {
  return (
    <>
      <Part id="report-why" title={words.why}>
        <Table
          caption={words.why}
          hideCaption
          tools={false}
          rows={report.byCause}
          rowKey={(row) => row.because}
          columns={[
            { id: 'why', heading: words.whyHead, isName: true, cell: (row) => coverCauses[row.because] },
            PARTS.shifts,
            PARTS.covered,
            PARTS.uncovered,
          ]}
        />
      </Part>
      <Part id="report-months" title={words.months}>
        <Table
          caption={words.months}
          hideCaption
          tools={false}
          rows={report.byMonth}
          rowKey={(row) => row.month}
          columns={[
            { id: 'month', heading: words.monthHead, isName: true, cell: (row) => words.month(row.month) },
            PARTS.shifts,
            PARTS.covered,
            PARTS.uncovered,
          ]}
        />
      </Part>
      {report.byWho.length === 0 ? null : (
        <Part id="report-who" title={words.who}>
          <Table
            caption={words.who}
            hideCaption
            tools={false}
            rows={report.byWho}
            rowKey={(row) => `${row.kind} ${row.name}`}
            columns={[
              {
                id: 'who',
                heading: words.whoHead,
                isName: true,
                cell: (row) => whoCovered(row.name, row.kind),
              },
              { id: 'covers', heading: words.covers, kind: 'figure', cell: (row) => String(row.covers) },
              {
                id: 'covered',
                heading: words.coveredHead,
                kind: 'figure',
                cell: (row) => hoursAndNights(row.covered),
              },
              {
                id: 'cost',
                heading: words.costHead,
                kind: 'figure',
                cell: (row) => <Amount pence={row.cost} />,
              },
            ]}
          />
        </Part>
      )}
      <Part id="report-lines" title={words.lines}>
        <Table
          caption={words.lines}
          hideCaption
          least={52}
          tools={report.uncoveredShifts.length > 3}
          empty={<p className="quiet">{words.none}</p>}
          rows={report.uncoveredShifts}
          rowKey={(row) => row.key}
          columns={[
            {
              id: 'day',
              heading: words.day,
              isName: true,
              cell: (row) => formatWeekday(row.day, true),
              sortBy: (row) => row.day,
            },
            { id: 'times', heading: words.times, cell: (row) => longTimes(row) },
            { id: 'who', heading: words.whoHead, cell: (row) => row.name ?? words.open },
            { id: 'why', heading: words.whyHead, cell: (row) => coverCauses[row.because] },
            {
              id: 'tried',
              heading: words.tried,
              cell: (row) => (row.search === null ? '' : words.search[row.search]),
            },
            {
              id: 'missing',
              heading: words.missing,
              kind: 'figure',
              cell: (row) => (row.sleepIn ? words.night : hoursWords(row.uncoveredMinutes)),
            },
          ]}
        />
      </Part>
    </>
  );
}
