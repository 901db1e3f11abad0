import { type FilingView, type ReportHow, reportKind, type SentReport } from '@shared/api/filing';
import type { IsoDay } from '@shared/dates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { readDate } from '../../../components/read-fields';
import { fine, readChoice } from '../../../components/read-more';
import { TextArea } from '../../../components/text-area';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { filing, filingRefusals, filingNote as words } from '../../../text/filing';
import { problemsFor } from '../../../text/refusals';
import { useToday } from '../use-pay';
import { FilingAnswer } from './filing-answer';
import { REPORTS, reportsPath } from './filing-paths';

type Kind = SentReport['kind'];

/** What the form opens with: what is changed, or what it is about. */
type Subject = {
  readonly existing: SentReport | undefined;
  readonly kind: Kind;
  readonly about: readonly string[];
  /** What it is called on the page it came from. */
  readonly names: readonly string[];
};

/** Finds what a note is about among the pay days, months and quarters of a tax year. */
function subjectIn(view: FilingView, search: URLSearchParams): Subject | undefined {
  const kind = reportKind.safeParse(search.get('kind'));
  if (!kind.success) return undefined;
  const about = search.getAll('about');
  const places: readonly { about: string; name: string; reports: readonly SentReport[] }[] =
    kind.data === 'fps'
      ? view.months.flatMap((month) =>
          month.payDays.map((one) => ({
            about: one.runId,
            name: `${one.kind === 'correction' ? filing.correction(one.payDate) : filing.payDay(one.payDate)}: ${one.names.join(', ')}`,
            reports: one.reports,
          })),
        )
      : kind.data === 'eps'
        ? view.months.map((month) => ({
            about: `${view.taxYear}:${month.taxMonth}`,
            name: filing.month(month.taxMonth, month.from, month.to),
            reports: month.summary.reports,
          }))
        : view.quarters.map((quarter) => ({
            about: `${view.taxYear}:${quarter.number}`,
            name: filing.quarter(quarter.number, quarter.from, quarter.to),
            reports: quarter.reports,
          }));
  const found = places.filter((one) => about.includes(one.about));
  const id = search.get('id');
  const existing = found.flatMap((one) => one.reports).find((one) => one.id === id);
  if (found.length === 0 || found.length !== about.length || (id !== null && existing === undefined))
    return undefined;
  return { existing, kind: kind.data, about, names: found.map((one) => one.name) };
}

/** Notes what the person says they sent to HMRC, or changes what they noted. */
export function NotePage() {
  const householdId = useHouseholdId();
  const today = useToday();
  const [search] = useSearchParams();
  const taxYear = search.get('year');
  const query = useQuery(api.filing.view.queryOptions({ input: { householdId, taxYear } }));
  const title = search.get('id') === null ? words.title : words.changeTitle;
  const backTo = taxYear === null ? REPORTS : reportsPath(taxYear);
  return (
    <FilingAnswer query={query} title={title} backTo={backTo} backLabel={filing.backToReports}>
      {(view) => {
        const subject = subjectIn(view, search);
        return (
          <Page title={title} sub={words.sub} backTo={backTo} backLabel={filing.backToReports}>
            {subject === undefined ? (
              <p>{words.gone}</p>
            ) : today === undefined ? null : (
              <NoteForm subject={subject} view={view} today={today} />
            )}
          </Page>
        );
      }}
    </FilingAnswer>
  );
}

/** The way most likely meant: the employer's own. */
function usualWay(view: FilingView): ReportHow | '' {
  return view.filingRoute ?? '';
}

function NoteForm(props: { readonly subject: Subject; readonly view: FilingView; readonly today: IsoDay }) {
  const { subject, view, today } = props;
  const { existing, kind, about } = subject;
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const initial = {
    sentOn: dateText(existing?.sentOn ?? today),
    how: (existing?.how ?? usualWay(view)) as ReportHow | '',
    receipt: existing?.receipt ?? '',
    irMark: existing?.irMark ?? '',
    note: existing?.note ?? '',
  };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        sentOn: readDate(values.sentOn, words.sentOn),
        how: readChoice(values.how, words.howMissing),
        receipt: fine(values.receipt),
        irMark: fine(values.irMark),
        note: fine(values.note),
      }),
    send: async (read) => {
      const answer = await answerOf(
        client.filing.noteSent({
          householdId,
          report: { ...read, id: existing?.id ?? null, kind, about: [...about] },
        }),
      );
      if (!answer.ok) return answer;
      await queryClient.invalidateQueries();
      announce(words.saved);
      void navigate(reportsPath(view.taxYear));
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial), filingRefusals),
  });
  const isOnline = kind !== 'paper-quarter';
  return (
    <>
      <ul className="filing-about" aria-label={words.aboutLabel}>
        {subject.names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
        }
      >
        <DateField label={words.sentOn} {...form.field('sentOn')} />
        <RadioGroup<ReportHow | ''>
          label={words.how}
          {...form.field('how')}
          choices={words.ways.filter((way) => (way.value === 'paper') !== isOnline)}
        />
        {isOnline ? (
          <>
            <TextField
              label={words.receipt}
              hint={words.receiptHint}
              width="full"
              optional
              {...form.field('receipt')}
            />
            {about.length > 1 ? null : (
              <TextField
                label={words.irMark}
                hint={words.irMarkHint}
                width="full"
                optional
                {...form.field('irMark')}
              />
            )}
          </>
        ) : null}
        <TextArea label={words.note} rows={3} optional {...form.field('note')} />
      </Form>
    </>
  );
}
