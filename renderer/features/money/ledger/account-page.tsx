import type { AccountView, MoneyAccount, OpeningPart } from '@shared/api/ledger';
import { fundIdOf, fundOfId } from '@shared/budget/funds';
import { formatDay } from '@shared/dates';
import { formatPounds, type Pence, pence, poundsString, sumPence } from '@shared/money';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { MoneyField } from '../../../components/money-field';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { readDate, readMoney, readText } from '../../../components/read-fields';
import { fine, readChoice } from '../../../components/read-more';
import { Select } from '../../../components/select';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common, sortCodeText } from '../../../text/common';
import { accounts as words } from '../../../text/ledger';
import { problemsFor } from '../../../text/refusals';
import { useDoing, useRecord } from '../use-money';
import { useAccounts, useFundChoices, useToday } from './use-ledger';

const MIXED = 'mixed';

/** Adding an account, a card or cash, or changing one. */
export function AccountPage() {
  const { id = 'new' } = useParams();
  const accounts = useAccounts();
  const record = useRecord();
  const today = useToday();
  const existing = accounts?.find((one) => one.id === id);
  const ready = accounts !== undefined && record !== undefined && today !== undefined;
  return (
    <Page
      title={existing === undefined ? words.newTitle : words.changeTitle(existing.name)}
      backTo="/money/accounts"
      backLabel={words.back}
    >
      {!ready ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : id !== 'new' && existing === undefined ? (
        <p>{words.gone}</p>
      ) : (
        <>
          <AccountForm key={id} existing={existing} />
          {existing === undefined ? null : <Closing account={existing} />}
        </>
      )}
    </Page>
  );
}

type Values = {
  readonly kind: MoneyAccount['kind'] | '';
  readonly name: string;
  readonly bank: string;
  readonly sortCode: string;
  readonly accountNumber: string;
  readonly agreement: string;
  readonly openedOn: ReturnType<typeof dateText>;
  readonly opening: string;
  readonly whose: 'all' | 'parts';
  /** By fund: what of the first balance was whose. */
  readonly parts: Readonly<Record<string, string>>;
};

/** The parts that were typed for whose the first balance was; a message where one can’t be read or they do not add up. */
function readParts(
  values: Values,
  opening: Pence,
  nameOf: (fund: string) => string,
): { readonly ok: true; readonly value: OpeningPart[] } | { readonly ok: false; readonly message: string } {
  if (values.whose === 'all') return { ok: true, value: [] };
  const parts: OpeningPart[] = [];
  for (const [fund, typed] of Object.entries(values.parts)) {
    if (typed.trim() === '') continue;
    const read = readMoney(typed, nameOf(fund));
    if (!read.ok) return read;
    const { part, agreementId } = fundOfId(fund);
    if (read.value !== 0) parts.push({ fundPart: part, agreementId, amount: read.value });
  }
  const out = opening - sumPence(parts.map((part) => part.amount));
  if (out !== 0) return { ok: false, message: words.openingLeft(formatPounds(pence(Math.abs(out)))) };
  return { ok: true, value: parts };
}

function AccountForm({ existing }: { readonly existing: AccountView | undefined }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const agreements = useRecord()?.agreements ?? [];
  const funds = useFundChoices();
  const nameOf = (fund: string): string => funds.find((one) => one.value === fund)?.label ?? '';
  const initial: Values = {
    kind: existing?.kind ?? '',
    name: existing?.name ?? '',
    bank: existing?.bank ?? '',
    sortCode: sortCodeText(existing?.sortCode ?? ''),
    accountNumber: existing?.accountNumber ?? '',
    agreement: existing?.agreementId ?? MIXED,
    openedOn: dateText(existing?.openedOn),
    opening: existing === undefined ? '' : poundsString(existing.opening),
    whose: (existing?.openingParts.length ?? 0) > 0 ? 'parts' : 'all',
    parts: Object.fromEntries(
      (existing?.openingParts ?? []).map((part) => [
        fundIdOf(part.fundPart, part.agreementId) ?? '',
        poundsString(part.amount),
      ]),
    ),
  };
  const form = useForm({
    initial,
    check: (values) => {
      const cash = values.kind === 'cash';
      const opening = readMoney(values.opening, words.theOpening);
      return checkFields({
        kind: readChoice(values.kind, words.kindEmpty),
        name: readText(values.name, words.nameEmpty),
        bank: fine(cash ? '' : values.bank.trim()),
        sortCode: fine(cash ? '' : values.sortCode.replace(/[\s–]/g, '')),
        accountNumber: fine(cash ? '' : values.accountNumber.replace(/\s/g, '')),
        agreement: fine(values.agreement === MIXED ? null : values.agreement),
        openedOn: readDate(values.openedOn, words.theOpenedOn),
        opening,
        whose: opening.ok ? readParts(values, opening.value, nameOf) : fine<OpeningPart[]>([]),
      });
    },
    send: async ({ whose, agreement, ...read }) => {
      const account: MoneyAccount = {
        ...read,
        id: existing?.id ?? null,
        agreementId: agreement,
        openingParts: whose,
      };
      const answer = await answerOf(client.ledger.saveAccount({ householdId, account }));
      if (!answer.ok) return answer;
      await queryClient.invalidateQueries();
      announce(words.saved);
      await navigate('/money/accounts');
      return answer;
    },
    refusal: (refusal) =>
      problemsFor(refusal, ['name', 'kind', 'sortCode', 'accountNumber', 'opening', 'openedOn']),
  });
  const { kind } = form.values;
  const settled = existing?.settled === true;
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      <RadioGroup<MoneyAccount['kind']>
        label={words.kindAsk}
        choices={(['bank', 'card', 'cash'] as const)
          .filter((one) => !settled || one === existing.kind)
          .map((one) => ({ value: one, label: words.kinds[one], note: words.kindNotes[one] }))}
        {...form.field('kind')}
      />
      <TextField label={words.name} hint={words.nameHint} {...form.field('name')} />
      {kind === 'cash' ? null : (
        <>
          <TextField label={words.bank} optional {...form.field('bank')} />
          <TextField
            label={words.sortCode}
            width="8"
            inputMode="numeric"
            optional
            {...form.field('sortCode')}
          />
          <TextField
            label={words.accountNumber}
            width="8"
            inputMode="numeric"
            optional
            {...form.field('accountNumber')}
          />
        </>
      )}
      {agreements.length < 2 ? null : (
        <Select
          label={words.whose}
          choices={[
            { value: MIXED, label: words.whoseMixed },
            ...agreements.map((one) => ({ value: one.id, label: one.funderName })),
          ]}
          {...form.field('agreement')}
        />
      )}
      {settled ? (
        <p className="quiet">{words.settled}</p>
      ) : (
        <>
          <DateField label={words.openedOn} {...form.field('openedOn')} />
          <MoneyField label={words.opening} {...form.field('opening')} />
        </>
      )}
      <RadioGroup<'all' | 'parts'>
        label={words.openingWhose}
        {...form.field('whose')}
        choices={[
          { value: 'all', label: words.openingAll },
          {
            value: 'parts',
            label: words.openingParts,
            more: (
              <div className="stack">
                {funds.map((fund) => (
                  <MoneyField
                    key={fund.value}
                    label={words.openingPart(fund.label)}
                    value={form.values.parts[fund.value] ?? ''}
                    onChange={(typed) => form.set('parts', { ...form.values.parts, [fund.value]: typed })}
                  />
                ))}
              </div>
            ),
          },
        ]}
      />
    </Form>
  );
}

function Closing({ account }: { readonly account: AccountView }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const today = useToday();
  const { busy, run } = useDoing();
  const form = useForm({
    initial: { closedOn: dateText(today) },
    check: (values) => checkFields({ closedOn: readDate(values.closedOn, words.theCloseOn) }),
    send: async ({ closedOn }) => {
      const answer = await answerOf(client.ledger.closeAccount({ householdId, id: account.id, closedOn }));
      if (answer.ok) {
        await queryClient.invalidateQueries();
        announce(words.closeDone);
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['closedOn']),
  });
  return (
    <section className="section" aria-labelledby="account-close">
      <h2 id="account-close">{words.close}</h2>
      {account.closedOn === null ? (
        <>
          <p className="quiet">{words.closeBody}</p>
          <Form
            form={form}
            actions={
              <Button type="submit" pending={form.pending}>
                {words.close}
              </Button>
            }
          >
            <DateField label={words.closeOn} {...form.field('closedOn')} />
          </Form>
        </>
      ) : (
        <>
          <Notice tone="note" title={words.closed(formatDay(account.closedOn))} />
          <div className="actions">
            <Button
              pending={busy === 'open'}
              onPress={() =>
                void run(
                  'open',
                  () => client.ledger.closeAccount({ householdId, id: account.id, closedOn: null }),
                  words.openDone,
                )
              }
            >
              {words.open}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
