import type { NeedEntry, NeedKind, NeedPlan } from '@shared/api/need';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { Checkbox } from '../../../components/checkbox';
import { CheckboxGroup } from '../../../components/checkbox-group';
import { DateField } from '../../../components/date-field';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { HoursField } from '../../../components/hours-field';
import { NumberField } from '../../../components/number-field';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { TextField } from '../../../components/text-field';
import { TimeField } from '../../../components/time-field';
import { type Form as FormState, useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { needRefusals, planWords as words } from '../../../text/need';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { useWritten } from '../use-rota';
import { endsBeforeStart, type HoursValues, newHours, readNeedHours, typedHours } from './hours-values';
import { needPath } from './need-paths';

const FIELDS: readonly (keyof HoursValues)[] = [
  'kind',
  'minutes',
  'sleepIns',
  'weekdays',
  'start',
  'end',
  'people',
  'what',
  'from',
  'to',
];
const KINDS: readonly NeedKind[] = ['at-a-time', 'on-a-day', 'any-time'];
/** What only the person can know; a tick answers it. */
const ASKED = ['need.overlaps', 'need.again', 'need.more-than-a-day', 'need.more-than-a-week'];

type Agreement = NeedPlan['agreements'][number];

/** Adds or changes hours of a plan. */
export function HoursPage() {
  const { entryId } = useParams();
  const [search] = useSearchParams();
  const householdId = useHouseholdId();
  const plan = useQuery({
    ...api.need.plan.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const agreement = plan?.agreements.find((one) =>
    entryId === undefined
      ? one.agreementId === search.get('agreement')
      : one.entries.some((entry) => entry.ids.includes(entryId)),
  );
  const known =
    entryId === undefined ? undefined : agreement?.entries.find((entry) => entry.ids.includes(entryId));
  const title = entryId !== undefined ? words.changeTitle : words.addTitle(agreement?.name ?? words.thePlan);
  return (
    <Page
      title={title}
      sub={agreement === undefined ? undefined : words.ran(agreement.startsOn, agreement.endsOn)}
      backTo={needPath.plan}
      backLabel={words.title}
    >
      {plan === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : agreement === undefined ? (
        <EmptyState title={words.gone}>{words.goneBody}</EmptyState>
      ) : (
        <HoursForm
          key={known?.ids[0] ?? 'new'}
          agreement={agreement}
          known={known}
          rest={Number(search.get('rest') ?? 0)}
        />
      )}
    </Page>
  );
}

function HoursForm({
  agreement,
  known,
  rest,
}: {
  readonly agreement: Agreement;
  readonly known: NeedEntry | undefined;
  /** Minutes a week to begin with, at any time. */
  readonly rest: number;
}) {
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const form = useForm({
    initial: known === undefined ? newHours(agreement.startsOn, rest) : typedHours(known),
    check: (values: HoursValues) => readNeedHours(values, agreement.agreementId),
    send: async ({ hours, onTop }) => {
      const answer = await answerOf(
        client.need.save({ householdId, ids: known?.ids ?? [], hours, confirmed: onTop ? ASKED : [] }),
      );
      if (!answer.ok) return answer;
      void navigate(needPath.plan);
      await written(common.saved);
      return answer;
    },
    refusal: (refusal) =>
      ASKED.includes(refusal.code)
        ? { onTop: sentenceFor(refusal, needRefusals) }
        : refusal.code === 'need.ends-next-day'
          ? { nextDay: words.nextDayAsk }
          : problemsFor(refusal, FIELDS, needRefusals),
  });
  const { kind } = form.values;
  const onTop = form.field('onTop');
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      <RadioGroup
        label={words.kind}
        {...form.field('kind')}
        choices={KINDS.map((value) => ({ value, ...words.kinds[value] }))}
      />
      {kind === 'any-time' ? (
        <>
          <HoursField label={words.weekHours} {...form.field('minutes')} />
          <NumberField
            label={words.weekNights}
            hint={words.weekNightsHint}
            least={0}
            most={28}
            {...form.field('sleepIns')}
          />
        </>
      ) : null}
      {kind === 'on-a-day' || kind === 'at-a-time' ? (
        <CheckboxGroup
          label={words.days}
          inline
          {...form.field('weekdays')}
          choices={words.weekdays.map((label, day) => ({ value: String(day), label }))}
        />
      ) : null}
      {kind === 'on-a-day' ? <HoursField label={words.dayHours} {...form.field('minutes')} /> : null}
      {kind === 'at-a-time' ? <Times form={form} /> : null}
      {kind === '' ? null : (
        <>
          <TextField
            label={words.what}
            hint={words.whatHint}
            optional
            width="full"
            spellCheck
            {...form.field('what')}
          />
          <DateField label={words.firstDay} hint={words.firstDayHint} {...form.field('from')} />
          <RadioGroup
            label={words.hasEnd}
            {...form.field('hasEnd')}
            choices={[
              { value: 'no', label: words.hasEndNo },
              {
                value: 'yes',
                label: words.hasEndYes,
                more: <DateField label={words.lastDay} {...form.field('to')} />,
              },
            ]}
          />
          {onTop.error !== undefined || onTop.value ? (
            <Checkbox label={words.onTop} note={words.onTopNote} {...onTop} />
          ) : null}
        </>
      )}
    </Form>
  );
}

function Times({ form }: { readonly form: FormState<HoursValues> }) {
  return (
    <>
      <div className="rota-times">
        <TimeField label={words.start} {...form.field('start')} />
        <TimeField label={words.end} {...form.field('end')} />
      </div>
      {endsBeforeStart(form.values) ? (
        <RadioGroup
          label={words.nextDay}
          {...form.field('nextDay')}
          choices={[
            { value: 'yes', label: words.nextDayYes },
            { value: 'no', label: words.nextDayNo },
          ]}
        />
      ) : null}
      <NumberField label={words.peopleLabel} least={1} most={4} {...form.field('people')} />
      <Checkbox label={words.sleepInLabel} {...form.field('sleepIn')} />
    </>
  );
}
