import { formatHours } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { formatPounds, type Pence, pence, sumPence } from '@shared/money';
import { Banknote, FileCheck, UserX } from 'lucide-react';
import { Amount, Day, Hours } from '../../components/amounts';
import { Button } from '../../components/button';
import { ExplainableFigure, ExplainPanel } from '../../components/explain-panel';
import { FigureRow } from '../../components/figure-row';
import { LineChart } from '../../components/line-chart';
import { MoneyBar } from '../../components/money-bar';
import { NeedList } from '../../components/need-list';
import { Notice } from '../../components/notice';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { WeekStrip } from '../../components/week-strip';

type Line = {
  readonly name: string;
  readonly about: string;
  readonly minutes: number;
  readonly earned: Pence;
  readonly tax: Pence;
  readonly net: Pence;
};

const line = (name: string, about: string, minutes: number, earned: number, tax: number): Line => ({
  name,
  about,
  minutes,
  earned: pence(earned),
  tax: pence(tax),
  net: pence(earned - tax),
});

const LINES: readonly Line[] = [
  line('Grace', '12 h work, 2 days’ sick pay', 720, 20_182, 0),
  line('Maya', '26 h work', 1560, 34_320, 2020),
  line('Dev', '18 h work, 1 sleep-in', 1080, 31_860, 1520),
];

const MONTHS = ['Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov'];
const YEAR = [
  212_000, 225_000, 238_000, 261_000, 188_000, 196_000, 204_000, 216_000, 224_000, 231_000, 240_000, 248_000,
];

const WEEK = [
  { day: '2026-11-22', heading: 'Sun 22', lines: [{ text: 'Grace 8–2' }, { text: 'Dev 6–10 pm' }] },
  {
    day: '2026-11-23',
    heading: 'Mon 23',
    lines: [
      { text: 'Needs someone', open: true },
      { text: '7 am–1 pm', open: true },
    ],
  },
  { day: '2026-11-24', heading: 'Tue 24', lines: [{ text: 'Maya 7–1' }, { text: 'Dev sleeps in' }] },
  { day: '2026-11-25', heading: 'Wed 25', lines: [{ text: 'Maya 7–1' }, { text: 'Dev 6–10 pm' }] },
  { day: '2026-11-26', heading: 'Thu 26', lines: [{ text: 'Maya 7–1' }] },
  { day: '2026-11-27', heading: 'Fri 27', lines: [{ text: 'Pay day' }, { text: 'Maya 7–1' }] },
  { day: '2026-11-28', heading: 'Sat 28', lines: [{ text: 'Grace 8–2' }] },
].map((day) => ({ ...day, day: isoDay(day.day) }));

function TaxPanel() {
  return (
    <ExplainPanel
      title="Maya’s tax: £20.20"
      rule="Worked out as HMRC’s tables do, code 1257L, week 34"
      steps={[
        { words: 'Pay so far this tax year', result: '£9,841.60' },
        {
          words: 'Tax-free part so far',
          note: '1257L gives £241.92 a week, for 34 weeks',
          result: '£8,225.28',
        },
        { words: 'Taxed at 20 %', note: '£9,841.60 − £8,225.28, whole pounds', result: '£1,616' },
        { words: 'Tax due so far', result: '£323.20' },
        { words: 'Already taken', result: '£303.00' },
        { words: 'Tax this week', result: '£20.20' },
      ]}
      source="HMRC tax table routine v24, 2026–27 rates."
    />
  );
}

/** What shows money, needs and weeks. */
export function GalleryFigures() {
  return (
    <>
      <NeedList
        label="What needs you"
        needs={[
          {
            id: 'cover',
            tone: 'wrong',
            icon: UserX,
            title: 'Monday, 7 am to 1 pm, has nobody',
            detail: 'Grace is off sick. 3 people could cover; the nearest cost is £12 more.',
            action: <Button kind="primary">Find cover</Button>,
          },
          {
            id: 'pay',
            tone: 'attention',
            icon: Banknote,
            title: 'Pay 3 people by Friday 27 November',
            detail: '£797.12 in all. Hours are in for 2 of 3.',
            action: <Button>Start the pay</Button>,
          },
          {
            id: 'return',
            tone: 'done',
            icon: FileCheck,
            title: 'Return to Anyshire Council by Saturday 5 December',
            detail: '1 July to 30 September. 14 of 14 things are ready.',
            action: <Button>Carry on</Button>,
          },
        ]}
      />
      <section className="section">
        <h2>The next seven days</h2>
        <WeekStrip label="The next seven days" days={WEEK} />
      </section>
      <section className="section">
        <h2>Your money</h2>
        <FigureRow
          figures={[
            { label: 'In the bank', value: <Amount pence={pence(341_218)} /> },
            { label: 'Already promised', value: <Amount pence={pence(128_750)} /> },
            { label: 'Really yours to spend', value: <Amount pence={pence(212_468)} />, yours: true },
            { label: 'Could be asked back', value: 'Nothing before March', note: 'By the 8-week rule' },
          ]}
        />
        <p className="quiet">
          Last backup: <Day day={isoDay('2026-11-20')} form="weekday" />, after <Hours minutes={1560} /> hours
          of work.
        </p>
      </section>
      <section className="section">
        <h2>What it is made of</h2>
        <MoneyBar
          label="What the bank balance is made of"
          parts={[
            { id: 'wages', label: 'Wages earned', pence: pence(44_120) },
            { id: 'hmrc', label: 'HMRC', pence: pence(30_970) },
            { id: 'pension', label: 'Pension', pence: pence(12_952) },
            { id: 'holiday', label: 'Holiday pay', pence: pence(27_608) },
            { id: 'bills', label: 'Bills', pence: pence(13_100) },
            { id: 'yours', label: 'Really yours', pence: pence(212_468), yours: true },
          ]}
        />
      </section>
      <section className="section">
        <h2>The next twelve months</h2>
        <LineChart
          caption="The next twelve months"
          summary="What is really yours rises to £2,610 in March, £50 over what may be kept, and ends at £2,480."
          nameHeading="Month"
          valueHeading="Really yours"
          limit={{ pence: pence(256_000), label: 'Over £2,560 (8 weeks of payments) could be asked back' }}
          points={YEAR.map((value, index) => ({
            label: MONTHS[index] ?? '',
            name: `${MONTHS[index]} ${index === 0 ? 2026 : 2027}`,
            pence: pence(value),
            mark: index === 3 ? 'March: £50 over' : undefined,
          }))}
          actions={<Button kind="quiet">What if the rate goes up?</Button>}
        />
      </section>
      <section className="section">
        <h2>The pay</h2>
        <Notice
          tone="attention"
          title="Maya’s hours pass the pension trigger."
          action={<Button>See what changes</Button>}
        >
          She earns over £192 this week, so she joins the pension from this pay.
        </Notice>
        <Table
          caption="What each person earns and keeps"
          rows={LINES}
          rowKey={(row) => row.name}
          totalLabel="Everyone"
          columns={[
            {
              id: 'person',
              heading: 'Person',
              isName: true,
              sortBy: (row) => row.name,
              cell: (row) => (
                <>
                  <strong>{row.name}</strong>
                  <small>{row.about}</small>
                </>
              ),
            },
            {
              id: 'hours',
              heading: 'Hours',
              kind: 'figure',
              cell: (row) => formatHours(row.minutes),
              sortBy: (row) => row.minutes,
              total: '56:00',
            },
            {
              id: 'earned',
              heading: 'Earned',
              kind: 'figure',
              cell: (row) => formatPounds(row.earned),
              total: formatPounds(sumPence(LINES.map((row) => row.earned))),
            },
            {
              id: 'tax',
              heading: 'Tax',
              kind: 'figure',
              cell: (row) => (
                <ExplainableFigure
                  id={`tax-${row.name}`}
                  text={formatPounds(row.tax)}
                  what={`${row.name}’s tax`}
                  panel={TaxPanel}
                />
              ),
              text: (row) => formatPounds(row.tax),
              total: formatPounds(sumPence(LINES.map((row) => row.tax))),
            },
            {
              id: 'net',
              heading: 'They get',
              kind: 'figure',
              cell: (row) => <strong>{formatPounds(row.net)}</strong>,
              text: (row) => formatPounds(row.net),
              total: formatPounds(sumPence(LINES.map((row) => row.net))),
            },
          ]}
        />
      </section>
      <section className="section">
        <h2>Needs a look</h2>
        <Table
          caption="Lines from the bank that are not explained yet"
          rows={[
            {
              id: '1',
              date: '14 Nov',
              from: 'GRACE OKAFOR WAGES',
              guess: 'Grace’s net pay, week to 8 November',
              amount: pence(-18_412),
            },
            {
              id: '2',
              date: '16 Nov',
              from: 'CHEMIST 1184 LEEDS',
              guess: 'Gloves and wipes, your plan allows it',
              amount: pence(-2340),
            },
          ]}
          rowKey={(row) => row.id}
          columns={[
            { id: 'date', heading: 'Date', cell: (row) => row.date },
            { id: 'from', heading: 'From the bank', cell: (row) => row.from, isName: true },
            { id: 'guess', heading: 'We think it is', cell: (row) => row.guess },
            {
              id: 'evidence',
              heading: 'Evidence',
              cell: (row) => (
                <Tag tone={row.id === '1' ? 'done' : 'attention'}>
                  {row.id === '1' ? 'Payslip' : 'Add a receipt'}
                </Tag>
              ),
              text: (row) => (row.id === '1' ? 'Payslip' : 'None'),
            },
            { id: 'amount', heading: 'Amount', kind: 'figure', cell: (row) => formatPounds(row.amount) },
            {
              id: 'accept',
              heading: 'Accept',
              kind: 'action',
              cell: (row) => <Button name={`Yes, ${row.from}`}>Yes</Button>,
            },
          ]}
        />
      </section>
    </>
  );
}
