import type { Bill, HouseholdRecord, SpendingAccount } from '@shared/api/household';
import { spendingAccount } from '@shared/api/household';
import { formatDay } from '@shared/dates';
import { formatPounds, poundsString } from '@shared/money';
import { useParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { DateField } from '../../components/date-field';
import { dateText } from '../../components/date-text';
import { Form } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { MoneyField } from '../../components/money-field';
import { NumberField } from '../../components/number-field';
import { RadioGroup } from '../../components/radio-group';
import { readDate, readMoney, readText } from '../../components/read-fields';
import { fine, readNumber } from '../../components/read-more';
import { Select } from '../../components/select';
import { SummaryList } from '../../components/summary-list';
import { TextField } from '../../components/text-field';
import { showToast } from '../../components/toast';
import { useForm } from '../../components/use-form';
import { asked, spendingAccounts, bill as words } from '../../text/household';
import { problemsFor, sentenceFor } from '../../text/refusals';
import { type Home, RecordPage } from './record-page';
import { useSaved } from './use-household';

export function BillsPage({ home }: { readonly home: Home }) {
  return (
    <RecordPage title={words.title} sub={words.sub} home={home}>
      {(record) => (
        <>
          {record.bills.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <SummaryList
              rows={record.bills.map((one) => ({
                label: one.name,
                value: `${formatPounds(one.amount)} · ${formatDay(one.dueOn)} · ${words.every(one.everyMonths)}`,
                changeTo: `${home}/bills/${one.id}`,
              }))}
            />
          )}
          <div className="actions">
            <LinkButton kind="primary" to={`${home}/bills/new`}>
              {words.add}
            </LinkButton>
          </div>
        </>
      )}
    </RecordPage>
  );
}

export function BillPage({ home }: { readonly home: Home }) {
  const { id } = useParams();
  return (
    <RecordPage title={id === 'new' ? words.newTitle : words.title} sub={words.sub} home={home}>
      {(record) => (
        <BillForm record={record} home={home} existing={record.bills.find((one) => one.id === id)} />
      )}
    </RecordPage>
  );
}

function BillForm(props: {
  readonly record: HouseholdRecord;
  readonly home: Home;
  readonly existing: Bill | undefined;
}) {
  const { record, home, existing } = props;
  const householdId = record.id;
  const list = `${home}/bills`;
  const saved = useSaved(list);
  const initial: {
    name: string;
    amount: string;
    dueOn: ReturnType<typeof dateText>;
    repeats: 'once' | 'again';
    everyMonths: number | null;
    ledgerAccount: SpendingAccount;
  } = {
    name: existing?.name ?? '',
    amount: existing === undefined ? '' : poundsString(existing.amount),
    dueOn: dateText(existing?.dueOn),
    repeats: existing?.everyMonths === null ? 'once' : 'again',
    everyMonths: existing === undefined ? 12 : existing.everyMonths,
    ledgerAccount: existing?.ledgerAccount ?? 'insurance',
  };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        name: readText(values.name, words.nameEmpty),
        amount: readMoney(values.amount, asked.billAmount),
        dueOn: readDate(values.dueOn, asked.dueOn),
        everyMonths:
          values.repeats === 'once'
            ? fine(null)
            : readNumber(values.everyMonths, 1, 24, words.everyMonthsEmpty),
        ledgerAccount: fine(values.ledgerAccount),
      }),
    send: async (read) => {
      const answer = await answerOf(
        client.household.saveBill({ householdId, bill: { ...read, id: existing?.id ?? null } }),
      );
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  const remove = async (id: string) => {
    const answer = await answerOf(client.household.removeBill({ householdId, id }));
    if (answer.ok) await saved();
    else showToast(sentenceFor(answer));
  };
  const id = existing?.id ?? undefined;
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
          {id === undefined ? null : (
            <Button kind="quiet" onPress={() => void remove(id)}>
              {words.remove}
            </Button>
          )}
        </>
      }
    >
      <TextField label={words.name} width="full" {...form.field('name')} />
      <MoneyField label={words.amount} {...form.field('amount')} />
      <DateField label={words.dueOn} {...form.field('dueOn')} />
      <RadioGroup<'once' | 'again'>
        label={words.repeats}
        {...form.field('repeats')}
        choices={[
          { value: 'once', label: words.once },
          {
            value: 'again',
            label: words.again,
            more: (
              <NumberField label={words.everyMonths} least={1} most={24} {...form.field('everyMonths')} />
            ),
          },
        ]}
      />
      <Select<SpendingAccount>
        label={words.ledgerAccount}
        {...form.field('ledgerAccount')}
        choices={spendingAccount.options.map((value) => ({ value, label: spendingAccounts[value] }))}
      />
    </Form>
  );
}
