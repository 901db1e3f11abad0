import type { BillsView, StandingBill } from '@shared/api/budget';
import { type SpendingAccount, spendingAccount } from '@shared/api/household';
import { poundsString } from '@shared/money';
import { useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { MoneyField } from '../../../components/money-field';
import { NumberField } from '../../../components/number-field';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { readDate, readMoney, readText } from '../../../components/read-fields';
import { fine, readNumber, readOptionalDate } from '../../../components/read-more';
import { Select } from '../../../components/select';
import { TextField } from '../../../components/text-field';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { bills as words } from '../../../text/budget';
import { common } from '../../../text/common';
import { spendingAccounts } from '../../../text/household';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { useBills } from './bills-page';
import { useSavedTo } from './use-saved-to';

/** No agreement or kind of spending is named. */
const NONE = 'none';

type Every = StandingBill['repeats']['every'];
type Existing = BillsView['bills'][number];

/** A bill: a new one, or one that is changed. */
export function BillPage() {
  const { id } = useParams();
  const view = useBills();
  const existing = view?.bills.find((one) => one.id === id);
  return (
    <Page
      title={existing === undefined ? words.newTitle : words.changeTitle(existing.name)}
      sub={words.sub}
      backTo="/money/bills"
      backLabel={words.title}
    >
      {view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <BillForm key={existing?.id ?? 'new'} view={view} existing={existing} />
      )}
    </Page>
  );
}

const countOf = (existing: Existing | undefined, every: Every, other: number): number =>
  existing !== undefined && existing.repeats.every === every && existing.repeats.every !== 'once'
    ? existing.repeats.count
    : other;

function repeatsOf(every: Every, weeks: number, months: number): StandingBill['repeats'] {
  if (every === 'weeks') return { every, count: weeks };
  return every === 'months' ? { every, count: months } : { every };
}

function BillForm({ view, existing }: { readonly view: BillsView; readonly existing: Existing | undefined }) {
  const householdId = useHouseholdId();
  const saved = useSavedTo('/money/bills', words.saved);
  const removed = useSavedTo('/money/bills', words.removed);
  const initial = {
    name: existing?.name ?? '',
    amount: existing === undefined ? '' : poundsString(existing.amount),
    dueOn: dateText(existing?.dueOn),
    repeats: existing?.repeats.every ?? ('months' as Every),
    weeks: countOf(existing, 'weeks', 4) as number | null,
    months: countOf(existing, 'months', 12) as number | null,
    endsOn: dateText(existing?.endsOn),
    agreementId: existing?.agreementId ?? NONE,
    categoryId: existing?.categoryId ?? NONE,
    ledgerAccount: existing?.ledgerAccount ?? ('insurance' as SpendingAccount),
  };
  const form = useForm({
    initial,
    check: (values) => {
      const read = checkFields({
        name: readText(values.name, words.nameEmpty),
        amount: readMoney(values.amount, words.amountAsked),
        dueOn: readDate(values.dueOn, words.dueAsked),
        weeks: values.repeats === 'weeks' ? readNumber(values.weeks, 1, 104, words.countEmpty) : fine(1),
        months: values.repeats === 'months' ? readNumber(values.months, 1, 60, words.countEmpty) : fine(1),
        endsOn: readOptionalDate(values.endsOn, words.endsOn),
      });
      if (!read.ok) return read;
      const { weeks, months, ...rest } = read.value;
      const value: Omit<StandingBill, 'id'> = {
        ...rest,
        repeats: repeatsOf(values.repeats, weeks, months),
        endsOn: values.repeats === 'once' ? null : rest.endsOn,
        agreementId: values.agreementId === NONE ? null : values.agreementId,
        categoryId: values.categoryId === NONE ? null : values.categoryId,
        ledgerAccount: values.ledgerAccount,
      };
      return { ok: true, value };
    },
    send: async (read: Omit<StandingBill, 'id'>) => {
      const answer = await answerOf(
        client.budget.saveBill({ householdId, bill: { ...read, id: existing?.id ?? null } }),
      );
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  const remove = async (id: string) => {
    const answer = await answerOf(client.budget.removeBill({ householdId, id }));
    if (answer.ok) await removed();
    else showToast(sentenceFor(answer));
  };
  const categories = view.agreements.find((one) => one.id === form.values.agreementId)?.categories ?? [];
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
          {existing === undefined ? null : (
            <Button kind="quiet" onPress={() => void remove(existing.id)}>
              {words.remove}
            </Button>
          )}
        </>
      }
    >
      <TextField label={words.name} width="full" {...form.field('name')} />
      <MoneyField label={words.amount} {...form.field('amount')} />
      <DateField label={words.dueOn} {...form.field('dueOn')} />
      <RadioGroup<Every>
        label={words.repeats}
        {...form.field('repeats')}
        choices={[
          { value: 'once', label: words.once },
          {
            value: 'weeks',
            label: words.everyWeeks,
            more: <NumberField label={words.weeks} least={1} most={104} {...form.field('weeks')} />,
          },
          {
            value: 'months',
            label: words.everyMonths,
            more: <NumberField label={words.months} least={1} most={60} {...form.field('months')} />,
          },
        ]}
      />
      {form.values.repeats === 'once' ? null : (
        <DateField label={words.endsOn} hint={words.endsHint} optional {...form.field('endsOn')} />
      )}
      <Select
        label={words.agreement}
        value={form.values.agreementId}
        onChange={(value) => {
          form.set('agreementId', value);
          form.set('categoryId', NONE);
        }}
        choices={[
          { value: NONE, label: words.anyAgreement },
          ...view.agreements.map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
      {categories.length === 0 ? null : (
        <Select
          label={words.category}
          {...form.field('categoryId')}
          choices={[
            { value: NONE, label: words.noCategory },
            ...categories.map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
      )}
      {form.values.categoryId !== NONE ? null : (
        <Select<SpendingAccount>
          label={words.ledgerAccount}
          {...form.field('ledgerAccount')}
          choices={spendingAccount.options.map((value) => ({ value, label: spendingAccounts[value] }))}
        />
      )}
    </Form>
  );
}
