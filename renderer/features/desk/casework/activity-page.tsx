import type { Activity } from '@shared/api/casework';
import { formatTime } from '@shared/clock-time';
import { addMonths, formatDay, type IsoDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { api, client } from '../../../api/client';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { Notice } from '../../../components/notice';
import { readDate } from '../../../components/read-fields';
import { Table } from '../../../components/table';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { activity as words } from '../../../text/desk/casework';
import { problemsFor } from '../../../text/refusals';
import { activitySentence, activityWhat } from './casework-words';
import { type Case, CasePage, nameOf, useMadeFile } from './use-casework';

type Period = { readonly from: IsoDay; readonly to: IsoDay };
/** How many months are shown at first, and how many lines at once. */
const MONTHS = 3;
const LINES = 100;

/** Who did what when for a household, to read and to save. */
export function ActivityPage() {
  return (
    <CasePage title={() => words.title} sub={(found) => words.sub(nameOf(found))} toCard>
      {(found) => <Report {...found} />}
    </CasePage>
  );
}

function Report({ householdId, card: { today } }: Case) {
  const [period, setPeriod] = useState<Period>({ from: addMonths(today, -MONTHS), to: today });
  const form = useForm({
    initial: { from: dateText(period.from), to: dateText(period.to) },
    check: (values) =>
      checkFields({ from: readDate(values.from, words.from), to: readDate(values.to, words.to) }),
    send: (read) => {
      if (read.to < read.from)
        return Promise.resolve({
          ok: false,
          code: 'day.end-before-start',
          details: {},
          field: 'to',
        } as const);
      setPeriod(read);
      return Promise.resolve({ ok: true } as const);
    },
    refusal: (refusal) => problemsFor(refusal, ['from', 'to']),
  });
  const query = useQuery({
    ...api.casework.activity.queryOptions({ input: { householdId, ...period } }),
    throwOnError: true,
  });
  return (
    <>
      <Form form={form} actions={<Button type="submit">{words.show}</Button>}>
        <DateField label={words.from} {...form.field('from')} />
        <DateField label={words.to} {...form.field('to')} />
      </Form>
      {query.data === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : query.data.lines.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Lines
          key={`${period.from} ${period.to}`}
          report={query.data}
          period={period}
          householdId={householdId}
        />
      )}
    </>
  );
}

function Lines(props: { readonly report: Activity; readonly period: Period; readonly householdId: string }) {
  const { report, period, householdId } = props;
  const [most, setMost] = useState(LINES);
  const { pending, save } = useMadeFile();
  const make = (format: 'pdf' | 'csv') =>
    void save(format, () =>
      client.casework.activityFile({
        householdId,
        ...period,
        format,
        said: Object.fromEntries(report.lines.map((line) => [String(line.id), activitySentence(line)])),
      }),
    );
  const left = Math.min(LINES, report.lines.length - most);
  return (
    <>
      <div className="actions">
        <Button icon={Download} pending={pending === 'pdf'} onPress={() => make('pdf')}>
          {words.pdf}
        </Button>
        <Button icon={Download} pending={pending === 'csv'} onPress={() => make('csv')}>
          {words.csv}
        </Button>
      </div>
      <section className="section" aria-labelledby="activity-people">
        <h2 id="activity-people">{words.people}</h2>
        <Table
          caption={words.peopleCaption}
          hideCaption
          tools={false}
          rows={report.people}
          rowKey={(one) => one.initials}
          columns={[
            {
              id: 'name',
              heading: words.name,
              isName: true,
              cell: (one) => (one.initials === '' ? words.nobody : one.name || one.initials),
            },
            { id: 'initials', heading: words.initials, cell: (one) => one.initials },
            { id: 'count', heading: words.count, kind: 'figure', cell: (one) => one.count },
          ]}
        />
        {report.people.some((one) => one.initials === '') ? (
          <p className="quiet small">{words.before}</p>
        ) : null}
      </section>
      <section className="section stack" aria-labelledby="activity-lines">
        <h2 id="activity-lines">{words.lines}</h2>
        {report.more ? <Notice title={words.more(report.lines.length)} /> : null}
        <Table
          caption={words.caption}
          hideCaption
          rows={report.lines.slice(0, most)}
          rowKey={(line) => String(line.id)}
          columns={[
            {
              id: 'what',
              heading: words.what,
              isName: true,
              cell: (line) => activityWhat(line),
            },
            { id: 'day', heading: words.day, cell: (line) => formatDay(line.day) },
            { id: 'time', heading: words.time, cell: (line) => formatTime(line.time) },
            { id: 'who', heading: words.initials, cell: (line) => line.initials },
          ]}
        />
        {left <= 0 ? null : <Button onPress={() => setMost(most + LINES)}>{words.showMore(left)}</Button>}
      </section>
    </>
  );
}
