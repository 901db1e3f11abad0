import type { FamilyKind, FamilyLeave, FamilyLeaveView, FamilyView } from '@shared/api/family';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { DateField } from '../../../components/date-field';
import { Form } from '../../../components/form';
import { NumberField } from '../../../components/number-field';
import { RadioGroup } from '../../../components/radio-group';
import { TextArea } from '../../../components/text-area';
import { TextField } from '../../../components/text-field';
import { type Form as FormState, useForm } from '../../../components/use-form';
import { familyKinds, familyRefusals, leaveResult, leaveForm as words } from '../../../text/family';
import { problemsFor } from '../../../text/refusals';
import { LeaveResult } from './leave-result';
import {
  asksOf,
  type LeaveValues,
  leaveSoFar,
  NEW_LEAVE,
  readLeave,
  typedLeave,
  usualWeeks,
} from './leave-values';
import { familyPath, useWritten } from './use-family';

const KINDS: readonly FamilyKind[] = ['SMP', 'SPP', 'SAP', 'ShPP', 'SPBP', 'SNCP'];

/** A time off for a child as a form, with what it brings under it before it is saved. */
export function LeaveForm(props: { readonly view: FamilyView; readonly leave: FamilyLeaveView | undefined }) {
  const { view, leave } = props;
  const { workerId } = view;
  const householdId = useHouseholdId();
  const written = useWritten();
  const id = leave?.id ?? null;
  const form = useForm({
    initial: leave === undefined ? NEW_LEAVE : typedLeave(leave.leave),
    check: readLeave,
    send: async (typed) => {
      const answer = await answerOf(client.family.save({ householdId, workerId, id, leave: typed }));
      if (answer.ok) await written(familyPath(workerId, `/${answer.value.id}`));
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(NEW_LEAVE), familyRefusals),
  });
  const soFar = leaveSoFar(form.values);
  const preview = usePreview(workerId, id, soFar);
  const asksAverage =
    form.values.averagePounds !== '' || preview?.problem?.code === 'family-pay.average-needed';
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      <Fields form={form} isNew={leave === undefined} asksAverage={asksAverage} />
      {soFar === undefined || preview === undefined ? null : (
        <section className="family-result" aria-label={leaveResult.title}>
          <h2>{leaveResult.title}</h2>
          <LeaveResult view={preview} name={view.shortName} level="h3" />
        </section>
      )}
    </Form>
  );
}

/** What a leave would bring; `undefined` while it can’t be worked out. */
function usePreview(
  workerId: string,
  id: string | null,
  leave: FamilyLeave | undefined,
): FamilyLeaveView | undefined {
  const householdId = useHouseholdId();
  return useQuery({
    ...api.family.preview.queryOptions({
      input: leave === undefined ? skipToken : { householdId, workerId, id, leave },
    }),
    placeholderData: keepPreviousData,
  }).data;
}

function Fields(props: {
  readonly form: FormState<LeaveValues>;
  readonly isNew: boolean;
  readonly asksAverage: boolean;
}) {
  const { form, isNew, asksAverage } = props;
  const { kind } = form.values;
  const isAdoption = form.values.adoption === 'adoption';
  const kindField = form.field('kind');
  const pick = (next: FamilyKind): void => {
    kindField.onChange(next);
    form.set('weeks', usualWeeks(next));
  };
  const choose = isNew ? (
    <RadioGroup
      label={words.kind}
      {...kindField}
      onChange={pick}
      choices={KINDS.map((one) => ({ value: one, ...familyKinds[one] }))}
    />
  ) : null;
  if (kind === '') return choose;
  const asks = asksOf(kind, isAdoption);
  return (
    <>
      {choose}
      {asks.adoption ? (
        <RadioGroup
          label={words.adoption}
          inline
          {...form.field('adoption')}
          choices={[
            { value: 'birth', label: words.birth },
            { value: 'adoption', label: words.isAdoption },
          ]}
        />
      ) : null}
      {asks.matchedOn ? (
        <DateField label={words.matchedOn} hint={words.matchedHint} {...form.field('matchedOn')} />
      ) : null}
      {asks.dueOn === 'no' ? null : (
        <DateField
          label={words.dueOn}
          hint={words.dueHint}
          optional={asks.dueOn === 'if-known'}
          {...form.field('dueOn')}
        />
      )}
      <DateField
        label={words.happened(kind, isAdoption)}
        optional={asks.happenedOn === 'if-known'}
        {...form.field('happenedOn')}
      />
      {asks.care ? (
        <>
          <DateField label={words.careStartedOn} {...form.field('careStartedOn')} />
          <NumberField
            label={words.fullDays}
            hint={words.fullDaysHint}
            least={0}
            most={500}
            {...form.field('fullDaysOfCare')}
          />
        </>
      ) : null}
      {asks.used ? (
        <NumberField
          label={words.used}
          hint={words.usedHint}
          least={0}
          most={52}
          {...form.field('weeksUsedElsewhere')}
        />
      ) : null}
      <DateField label={words.startsOn} {...form.field('leaveStartsOn')} />
      <NumberField
        label={words.weeks}
        hint={words.weeksHints[kind]}
        least={1}
        most={52}
        {...form.field('weeks')}
      />
      {asksAverage ? (
        <TextField
          label={words.average}
          hint={words.averageHint}
          before="£"
          inputMode="decimal"
          figures
          width="6"
          {...form.field('averagePounds')}
        />
      ) : null}
      <DateField label={words.toldOn} optional {...form.field('toldOn')} />
      <DateField label={words.evidenceOn} optional {...form.field('evidenceOn')} />
      <TextArea label={words.note} optional {...form.field('note')} />
    </>
  );
}
