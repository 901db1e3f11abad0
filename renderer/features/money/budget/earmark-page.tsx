import type { EarmarkKind, EarmarkShown, EarmarksView } from '@shared/api/budget';
import { earmarkKind } from '@shared/api/budget';
import { poundsString } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { fileToSend } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { FileField } from '../../../components/file-field';
import { Form } from '../../../components/form';
import { MoneyField } from '../../../components/money-field';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { readDate, readMoney, readText } from '../../../components/read-fields';
import { fine, readOptionalDate } from '../../../components/read-more';
import { Select } from '../../../components/select';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { aside as words } from '../../../text/budget';
import { common } from '../../../text/common';
import { problemsFor } from '../../../text/refusals';
import { useSavedTo } from './use-saved-to';

/** Money set aside: a new one, or one that is changed. */
export function EarmarkPage() {
  const { id } = useParams();
  const householdId = useHouseholdId();
  const view = useQuery({
    ...api.budget.earmarks.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const existing = view?.earmarks.find((one) => one.id === id);
  return (
    <Page
      title={existing === undefined ? words.newTitle : words.changeTitle(existing.name)}
      sub={words.sub}
      backTo="/money/set-aside"
      backLabel={words.title}
    >
      {view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <EarmarkForm key={existing?.id ?? 'new'} view={view} existing={existing} />
      )}
    </Page>
  );
}

function EarmarkForm(props: { readonly view: EarmarksView; readonly existing: EarmarkShown | undefined }) {
  const { view, existing } = props;
  const householdId = useHouseholdId();
  const saved = useSavedTo('/money/set-aside', words.saved);
  const initial = {
    name: existing?.name ?? '',
    kind: existing?.kind ?? ('equipment' as EarmarkKind),
    amount: existing === undefined ? '' : poundsString(existing.amount),
    from: dateText(existing?.from),
    until: dateText(existing?.until),
    agreementId: existing?.agreementId ?? view.agreements[0]?.id ?? '',
    agreed: existing?.agreed === true ? ('yes' as 'yes' | 'no') : ('no' as const),
    agreedBy: existing?.agreedBy ?? '',
    agreedOn: dateText(existing?.agreedOn),
    letter: [] as readonly File[],
    note: existing?.note ?? '',
  };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        name: readText(values.name, words.nameEmpty),
        kind: fine(values.kind),
        amount: readMoney(values.amount, words.amountAsked),
        from: readDate(values.from, words.fromAsked),
        until: readOptionalDate(values.until, words.until),
        agreementId: fine(values.agreementId === '' ? null : values.agreementId),
        agreed: fine(values.agreed === 'yes'),
        agreedBy: fine(values.agreedBy),
        agreedOn: readOptionalDate(values.agreedOn, words.agreedOn),
        letter: fine(values.letter),
        note: fine(values.note),
      }),
    send: async ({ letter, ...read }) => {
      const [file] = letter;
      const answer = await answerOf(
        client.budget.saveEarmark({
          householdId,
          earmark: { ...read, id: existing?.id ?? null },
          file: file === undefined ? null : await fileToSend(file),
        }),
      );
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) =>
      problemsFor(
        refusal.code.startsWith('file.') ? { ...refusal, field: 'letter' } : refusal,
        Object.keys(initial),
      ),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      <TextField label={words.name} width="full" {...form.field('name')} />
      <Select<EarmarkKind>
        label={words.kind}
        {...form.field('kind')}
        choices={earmarkKind.options.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <MoneyField label={words.amount} {...form.field('amount')} />
      <DateField label={words.from} {...form.field('from')} />
      <DateField label={words.until} hint={words.untilHint} optional {...form.field('until')} />
      {view.agreements.length < 2 ? null : (
        <Select
          label={words.agreement}
          {...form.field('agreementId')}
          choices={view.agreements.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      <RadioGroup<'yes' | 'no'>
        label={words.agreed}
        {...form.field('agreed')}
        choices={[
          { value: 'no', label: words.agreedNo },
          {
            value: 'yes',
            label: words.agreedYes,
            more: (
              <div className="budget-fields">
                <TextField label={words.agreedBy} width="full" {...form.field('agreedBy')} />
                <DateField label={words.agreedOn} optional {...form.field('agreedOn')} />
              </div>
            ),
          },
        ]}
      />
      {form.values.agreed === 'no' ? null : (
        <FileField
          label={words.letter}
          hint={
            existing === undefined || existing.fileName === ''
              ? words.letterHint
              : words.letterKept(existing.fileName)
          }
          optional
          accept={['image/jpeg', 'image/png', 'application/pdf']}
          fieldId={form.field('letter').fieldId}
          error={form.field('letter').error}
          files={form.values.letter}
          onChange={(files) => form.set('letter', files)}
        />
      )}
      <TextField label={words.note} width="full" optional {...form.field('note')} />
    </Form>
  );
}
