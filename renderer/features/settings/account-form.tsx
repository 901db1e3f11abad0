import type { BankAccount, HouseholdRecord } from '@shared/api/household';
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
import { readDate, readMoney, readText } from '../../components/read-fields';
import { fine } from '../../components/read-more';
import { SummaryList } from '../../components/summary-list';
import { TextField } from '../../components/text-field';
import { useForm } from '../../components/use-form';
import { sortCodeText } from '../../text/common';
import { asked, account as words } from '../../text/household';
import { problemsFor } from '../../text/refusals';
import { type Home, RecordPage } from './record-page';
import { useSaved } from './use-household';

/** The accounts: the first one straight as a form, then a list. */
export function AccountsPage({ home }: { readonly home: Home }) {
  return (
    <RecordPage title={words.title} sub={words.sub} home={home}>
      {(record) =>
        record.accounts.length === 0 ? (
          <AccountForm record={record} home={home} existing={undefined} />
        ) : (
          <>
            <SummaryList
              rows={record.accounts.map((one) => ({
                label: one.name,
                value: [one.bank, sortCodeText(one.sortCode), one.accountNumber, formatPounds(one.opening)]
                  .filter(Boolean)
                  .join(' · '),
                changeTo: `${home}/accounts/${one.id}`,
              }))}
            />
            <div className="actions">
              <LinkButton to={`${home}/accounts/new`}>{words.add}</LinkButton>
            </div>
          </>
        )
      }
    </RecordPage>
  );
}

export function AccountPage({ home }: { readonly home: Home }) {
  const { id } = useParams();
  return (
    <RecordPage title={words.newTitle} sub={words.sub} home={home}>
      {(record) => (
        <AccountForm record={record} home={home} existing={record.accounts.find((one) => one.id === id)} />
      )}
    </RecordPage>
  );
}

function AccountForm(props: {
  readonly record: HouseholdRecord;
  readonly home: Home;
  readonly existing: BankAccount | undefined;
}) {
  const { record, home, existing } = props;
  const saved = useSaved(home);
  const initial = {
    name: existing?.name ?? '',
    bank: existing?.bank ?? '',
    sortCode: existing?.sortCode ?? '',
    accountNumber: existing?.accountNumber ?? '',
    openedOn: dateText(existing?.openedOn),
    opening: existing === undefined ? '' : poundsString(existing.opening),
  };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        name: readText(values.name, words.nameEmpty),
        bank: fine(values.bank),
        sortCode: fine(values.sortCode.replace(/[\s–]/g, '')),
        accountNumber: fine(values.accountNumber.replace(/\s/g, '')),
        openedOn: readDate(values.openedOn, asked.openedOn),
        opening: readMoney(values.opening, asked.opening),
      }),
    send: async (read) => {
      const answer = await answerOf(
        client.household.saveAccount({
          householdId: record.id,
          account: { ...read, id: existing?.id ?? null },
        }),
      );
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
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
      <TextField label={words.name} hint={words.nameHint} {...form.field('name')} />
      <TextField label={words.bank} optional {...form.field('bank')} />
      <TextField
        label={words.sortCode}
        hint={words.sortCodeHint}
        width="8"
        inputMode="numeric"
        optional
        {...form.field('sortCode')}
      />
      <TextField
        label={words.accountNumber}
        hint={words.accountNumberHint}
        width="8"
        inputMode="numeric"
        optional
        {...form.field('accountNumber')}
      />
      <DateField label={words.openedOn} hint={words.openedOnHint} {...form.field('openedOn')} />
      <MoneyField label={words.opening} hint={words.openingHint} {...form.field('opening')} />
    </Form>
  );
}
