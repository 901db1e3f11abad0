import { pence } from '@shared/money';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
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
import { readDate, readMoney, readText } from '../../../components/read-fields';
import { Select } from '../../../components/select';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { handLine, accounts as words } from '../../../text/ledger';
import { line as lineWords } from '../../../text/money-lines';
import { problemsFor } from '../../../text/refusals';
import { useDoing } from '../use-money';
import { briefName, useAccounts, useToday } from './use-ledger';

/** Writing down money moved between two own accounts, or to and from cash. */
export function MovePage() {
  const accounts = useAccounts();
  const today = useToday();
  const open = accounts?.filter((one) => one.closedOn === null) ?? [];
  return (
    <Page title={words.moveTitle} sub={words.moveSub} backTo="/money/accounts" backLabel={words.back}>
      {accounts === undefined || today === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : open.length < 2 ? (
        <EmptyState
          title={words.needTwo}
          actions={
            <LinkButton kind="primary" to="/money/accounts/new" icon={Plus}>
              {words.add}
            </LinkButton>
          }
        >
          {words.needTwoBody}
        </EmptyState>
      ) : (
        <MoveForm />
      )}
    </Page>
  );
}

function MoveForm() {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const today = useToday();
  const open = (useAccounts() ?? []).filter((one) => one.closedOn === null);
  const nameOf = (id: string): string => open.find((one) => one.id === id)?.name ?? '';
  const choices = open.map((one) => ({ value: one.id, label: one.name, note: words.kinds[one.kind] }));
  const initial = { fromAccountId: '', toAccountId: '', amount: '', day: dateText(today) };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        fromAccountId: readText(values.fromAccountId, words.fromEmpty),
        toAccountId: readText(values.toAccountId, words.toEmpty),
        amount: (() => {
          const read = readMoney(values.amount, handLine.theAmount);
          return read.ok && read.value <= 0 ? { ok: false, message: handLine.amountNone } : read;
        })(),
        day: readDate(values.day, handLine.theDay),
      }),
    send: async (read) => {
      const description = words.moveWords(nameOf(read.fromAccountId), nameOf(read.toAccountId)).slice(0, 200);
      const answer = await answerOf(
        client.ledger.transferByHand({ householdId, ...read, amount: pence(read.amount), description }),
      );
      if (!answer.ok) return answer;
      await queryClient.invalidateQueries();
      announce(words.moveSaved);
      await navigate(`/money/lines/${answer.value.id}`);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.moveSave}
        </Button>
      }
    >
      <p className="quiet">{words.moveNote}</p>
      <Select label={words.from} choices={choices} {...form.field('fromAccountId')} />
      <Select label={words.to} choices={choices} {...form.field('toAccountId')} />
      <MoneyField label={handLine.amount} {...form.field('amount')} />
      <DateField label={handLine.day} {...form.field('day')} />
    </Form>
  );
}

/** Ends of transfers that look like pairs, and ends whose other end is missing. */
export function TransfersPage() {
  const householdId = useHouseholdId();
  const found = useQuery({
    ...api.ledger.transfers.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const { busy, run } = useDoing();
  return (
    <Page
      title={words.transfersTitle}
      sub={words.transfersSub}
      backTo="/money/lines"
      backLabel={lineWords.back}
    >
      {found === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : found.pairs.length === 0 && found.alone.length === 0 ? (
        <EmptyState title={words.transfersNone}>{words.transfersNoneBody}</EmptyState>
      ) : (
        <>
          {found.pairs.length === 0 ? null : (
            <section className="section" aria-labelledby="transfer-pairs">
              <h2 id="transfer-pairs">{words.pairs}</h2>
              <ul className="ledger-pairs">
                {found.pairs.map((pair) => {
                  const name = words.pair(briefName(pair.out), briefName(pair.in));
                  return (
                    <li key={pair.out.id}>
                      <span>
                        <Link to={`/money/lines/${pair.out.id}`}>{briefName(pair.out)}</Link>
                        <br />
                        <Link to={`/money/lines/${pair.in.id}`}>{briefName(pair.in)}</Link>
                      </span>
                      <Button
                        name={words.joinNamed(name)}
                        pending={busy === pair.out.id}
                        onPress={() =>
                          void run(
                            pair.out.id,
                            () =>
                              client.ledger.joinTransfer({
                                householdId,
                                lineId: pair.out.id,
                                otherId: pair.in.id,
                              }),
                            handLine.joinDone,
                          )
                        }
                      >
                        {words.join}
                      </Button>
                    </li>
                  );
                })}
              </ul>
            </section>
          )}
          {found.alone.length === 0 ? null : (
            <section className="section" aria-labelledby="transfer-alone">
              <h2 id="transfer-alone">{words.alone}</h2>
              <p className="quiet">{words.aloneBody}</p>
              <ul className="money-notes">
                {found.alone.map((line) => (
                  <li key={line.id}>
                    <Link to={`/money/lines/${line.id}`}>{briefName(line)}</Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </Page>
  );
}
