import type { OneLine } from '@shared/api/ledger';
import { pence, poundsString } from '@shared/money';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { announce } from '../../../components/live-region';
import { MoneyField } from '../../../components/money-field';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { type Read, readDate, readMoney, readText } from '../../../components/read-fields';
import { fine, readChoice } from '../../../components/read-more';
import { Select } from '../../../components/select';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { accounts as accountWords, handLine as words } from '../../../text/ledger';
import { line as lineWords } from '../../../text/money-lines';
import { problemsFor } from '../../../text/refusals';
import { useRecord } from '../use-money';
import {
  asksAgreement,
  choiceOf,
  explanationParts,
  funderChoices,
  lineChoices,
  readWhose,
  whoseChoice,
  whoseChoices,
} from './line-choices';
import { useAccounts, useToday } from './use-ledger';

const LATER = 'later';

/** Writing down a payment that no statement has brought: cash, a cheque, or one that is not on a statement yet. */
export function WriteDownPage() {
  const accounts = useAccounts();
  const today = useToday();
  return (
    <Page title={words.title} sub={words.sub} backTo="/money/lines" backLabel={lineWords.back}>
      {accounts === undefined || today === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : accounts.every((one) => one.closedOn !== null) ? (
        <EmptyState
          title={words.noAccounts}
          actions={
            <LinkButton kind="primary" to="/money/accounts/new" icon={Plus}>
              {accountWords.add}
            </LinkButton>
          }
        >
          {words.noAccountsBody}
        </EmptyState>
      ) : (
        <HandLineForm existing={undefined} />
      )}
    </Page>
  );
}

/** Changing a line that was written by hand. */
export function ChangeHandLinePage() {
  const { id = '' } = useParams();
  const householdId = useHouseholdId();
  const asked = useQuery({ ...api.ledger.line.queryOptions({ input: { householdId, id } }), retry: false });
  const back = `/money/lines/${id}`;
  return (
    <Page
      title={words.changeTitle}
      sub={words.sub}
      backTo={back}
      backLabel={asked.data?.line.description ?? lineWords.back}
    >
      {asked.data === undefined ? (
        asked.isPending ? (
          <WaitingLine>{common.loading}</WaitingLine>
        ) : (
          <p>{lineWords.gone}</p>
        )
      ) : (
        <HandLineForm existing={asked.data} />
      )}
    </Page>
  );
}

function HandLineForm({ existing }: { readonly existing: OneLine | undefined }) {
  const householdId = useHouseholdId();
  const record = useRecord();
  const workers = useQuery(api.people.list.queryOptions({ input: { householdId } }));
  if (record === undefined || workers.isPending) return <WaitingLine>{common.loading}</WaitingLine>;
  return <FormHere existing={existing} record={record} workers={workers.data ?? []} />;
}

function FormHere(props: {
  readonly existing: OneLine | undefined;
  readonly record: NonNullable<ReturnType<typeof useRecord>>;
  readonly workers: readonly { readonly id: string; readonly name: string; readonly shortName: string }[];
}) {
  const { existing, record } = props;
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const accounts = useAccounts() ?? [];
  const today = useToday();
  const open = accounts.filter((one) => one.closedOn === null || one.id === existing?.line.accountId);
  const first = existing?.line;
  const people = props.workers.map((one) => ({ id: one.id, name: one.shortName || one.name }));
  const choicesFor = (way: string) =>
    lineChoices(record, people, way === 'in').filter((one) => one.meaning.ledgerAccount !== 'cash');
  // A line that is split keeps its parts: they are changed on the line's own page.
  const several = (first?.explanations.length ?? 0) > 1;
  const before = first?.explanations[0];
  const wayOf = (amount: number): 'in' | 'out' => (amount > 0 ? 'in' : 'out');
  const agreements = funderChoices(record);
  const asksWhich = (way: string, what: string): boolean =>
    !several && asksAgreement(choicesFor(way).find((one) => one.value === what)?.meaning, agreements);
  const initial = {
    accountId: first?.accountId ?? query.get('account') ?? (open.length === 1 ? (open[0]?.id ?? '') : ''),
    way: (first === undefined ? 'out' : wayOf(first.amount)) as 'in' | 'out' | '',
    amount: first === undefined ? '' : poundsString(pence(Math.abs(first.amount))),
    day: dateText(first?.day ?? today),
    description: first?.description ?? '',
    cheque: existing?.cheque ?? '',
    what:
      first === undefined || before === undefined
        ? LATER
        : choiceOf(before, choicesFor(wayOf(first.amount))) || LATER,
    note: existing?.note ?? '',
    whose: before === undefined ? '' : whoseChoice(before),
  };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        accountId: readText(values.accountId, words.accountEmpty),
        way: readChoice(values.way, words.wayEmpty),
        amount: (() => {
          const read = readMoney(values.amount, words.theAmount);
          return read.ok && read.value <= 0 ? { ok: false, message: words.amountNone } : read;
        })(),
        day: readDate(values.day, words.theDay),
        description: readText(values.description, words.descriptionEmpty),
        cheque: fine(values.cheque.trim()),
        what: fine(values.what),
        note: fine(values.note.trim()),
        whose: ((): Read<ReturnType<typeof readWhose>> => {
          if (!asksWhich(values.way, values.what)) return fine(undefined);
          const read = readWhose(values.whose);
          return read === undefined ? { ok: false, message: words.fundMissing } : fine(read);
        })(),
      }),
    send: async ({ way, what, amount, whose, ...read }) => {
      const signed = pence(way === 'out' ? -amount : amount);
      const meaning = choicesFor(way).find((one) => one.value === what)?.meaning;
      const parts = several
        ? (first?.explanations ?? [])
        : meaning === undefined
          ? []
          : explanationParts({ amount: signed, explanations: first?.explanations ?? [], proposal: null }, [
              whose === undefined
                ? { meaning, amount, note: before?.note ?? '' }
                : {
                    meaning: { ...meaning, agreementId: whose.agreementId },
                    amount,
                    note: before?.note ?? '',
                    fundPart: whose.fundPart,
                  },
            ]).map((part) => ({ ...(before?.fundPart ? { fundPart: before.fundPart } : {}), ...part }));
      const answer = await answerOf(
        client.ledger.saveByHand({
          householdId,
          line: { ...read, id: first?.id ?? null, amount: signed, parts: [...parts] },
        }),
      );
      if (!answer.ok) return answer;
      await queryClient.invalidateQueries();
      announce(words.saved);
      await navigate(`/money/lines/${answer.value.id}`);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  const kind = open.find((one) => one.id === form.values.accountId)?.kind;
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {existing === undefined ? words.save : words.saveChange}
        </Button>
      }
    >
      <Select
        label={words.account}
        choices={open.map((one) => ({
          value: one.id,
          label: one.name,
          note: accountWords.kinds[one.kind],
        }))}
        {...form.field('accountId')}
      />
      <RadioGroup<'in' | 'out'>
        label={words.way}
        inline
        choices={[
          { value: 'out', label: words.out },
          { value: 'in', label: words.in },
        ]}
        {...form.field('way')}
      />
      <MoneyField label={words.amount} {...form.field('amount')} />
      <DateField label={words.day} {...form.field('day')} />
      <TextField
        label={words.description}
        hint={words.descriptionHint}
        width="full"
        {...form.field('description')}
      />
      {kind === 'bank' ? (
        <TextField
          label={words.cheque}
          hint={words.chequeHint}
          width="8"
          optional
          {...form.field('cheque')}
        />
      ) : null}
      {several ? null : (
        <Select
          label={words.what}
          choices={[{ value: LATER, label: words.whatLater }, ...choicesFor(form.values.way)]}
          {...form.field('what')}
        />
      )}
      {asksWhich(form.values.way, form.values.what) ? (
        <Select
          label={words.fund}
          placeholder={words.fundPlaceholder}
          choices={whoseChoices(agreements)}
          {...form.field('whose')}
        />
      ) : null}
      <TextField label={words.note} hint={lineWords.noteHint} width="full" optional {...form.field('note')} />
    </Form>
  );
}
