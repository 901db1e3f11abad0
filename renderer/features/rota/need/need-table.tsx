import type { HoursAgainstPlan, NeedView } from '@shared/api/need';
import { formatWeekday } from '@shared/dates';
import { type Column, Table } from '../../../components/table';
import { hoursAndNights, needWords } from '../../../text/need';
import type { NeedLook } from './need-paths';

const words = needWords.table;

const missing = (minutes: number, sleepIns: number): string =>
  minutes + sleepIns === 0 ? words.none : hoursAndNights(minutes, sleepIns);

/** An agreement that only names hours a week says nothing of nights: then none are above it. */
export function namesSleepIns(view: NeedView): boolean {
  return !view.agreements.every((one) => one.weeklyOnly);
}

const differenceOf = (hours: HoursAgainstPlan, withNights: boolean): string =>
  needWords.difference(
    hours.overMinutes,
    hours.shortMinutes,
    withNights ? hours.overSleepIns : 0,
    hours.shortSleepIns,
  );

const planOf = (plan: HoursAgainstPlan['plan']): string =>
  plan === null ? words.unknown : hoursAndNights(plan.minutes, plan.sleepIns);

/** The hours of the plan and of the rota: day by day in a week, week by week in a month. */
export function NeedTable({ view, look }: { readonly view: NeedView; readonly look: NeedLook }) {
  return look === 'week' ? <Days view={view} /> : <Weeks view={view} />;
}

function Days({ view }: { readonly view: NeedView }) {
  type Row = NeedView['days'][number];
  const { whole } = view;
  const namesDays = view.days.some((one) => one.plan !== null && one.plan.minutes + one.plan.sleepIns > 0);
  const plan: Column<Row> = {
    id: 'plan',
    heading: words.plan,
    kind: 'figure',
    cell: (row) => (row.plan === null ? words.none : missing(row.plan.minutes, row.plan.sleepIns)),
    total: planOf(whole.plan),
  };
  return (
    <Table<Row>
      caption={words.weekCaption}
      rows={view.days}
      rowKey={(row) => row.day}
      totalLabel={words.total}
      tools={false}
      compact
      columns={[
        { id: 'day', heading: words.day, cell: (row) => formatWeekday(row.day), isName: true },
        ...(namesDays ? [plan] : []),
        {
          id: 'rota',
          heading: words.rota,
          kind: 'figure',
          cell: (row) => missing(row.staffedMinutes, row.staffedSleepIns),
          total: hoursAndNights(whole.staffedMinutes, whole.staffedSleepIns),
        },
        {
          id: 'missing',
          heading: words.missing,
          kind: 'figure',
          cell: (row) => missing(row.lostMinutes, row.lostSleepIns),
          total: missing(whole.lost.minutes, whole.lost.sleepIns),
        },
      ]}
    />
  );
}

function Weeks({ view }: { readonly view: NeedView }) {
  const { whole } = view;
  const withNights = namesSleepIns(view);
  return (
    <Table<HoursAgainstPlan>
      caption={words.monthCaption}
      rows={view.weeks}
      rowKey={(row) => row.from}
      totalLabel={words.total}
      tools={false}
      compact
      columns={[
        { id: 'week', heading: words.week, cell: (row) => needWords.part(row.from, row.to), isName: true },
        {
          id: 'plan',
          heading: words.plan,
          kind: 'figure',
          cell: (row) => planOf(row.plan),
          total: planOf(whole.plan),
        },
        {
          id: 'rota',
          heading: words.rota,
          kind: 'figure',
          cell: (row) => hoursAndNights(row.staffedMinutes, row.staffedSleepIns),
          total: hoursAndNights(whole.staffedMinutes, whole.staffedSleepIns),
        },
        {
          id: 'difference',
          heading: words.difference,
          kind: 'figure',
          cell: (row) => differenceOf(row, withNights),
          total: differenceOf(whole, withNights),
        },
        {
          id: 'missing',
          heading: words.missing,
          kind: 'figure',
          cell: (row) => missing(row.lost.minutes, row.lost.sleepIns),
          total: missing(whole.lost.minutes, whole.lost.sleepIns),
        },
      ]}
    />
  );
}
