import type { AccountView } from '@shared/api/ledger';
import type { IsoDay } from '@shared/dates';
import { formatPounds, type Pence, pence } from '@shared/money';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { FigureRow } from '../../../components/figure-row';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { MoneyField } from '../../../components/money-field';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { readDate, readMoney } from '../../../components/read-fields';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { findLines, accounts as words } from '../../../text/ledger';
import { problemsFor } from '../../../text/refusals';
import { useDoing } from '../use-money';
import { useAccounts, useToday } from './use-ledger';

/** Counting the cash: what was counted against what was written down. */
export function CountPage() {
  const { id } = useParams();
  const accounts = useAccounts();
  const today = useToday();
  const account = accounts?.find((one) => one.id === id && one.kind === 'cash');
  return (
    <Page
      title={account === undefined ? words.count : words.countTitle(account.name)}
      sub={words.countSub}
      backTo="/money/accounts"
      backLabel={words.back}
    >
      {accounts === undefined || today === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : account === undefined ? (
        <p>{words.gone}</p>
      ) : (
        <Count account={account} today={today} />
      )}
    </Page>
  );
}

type Told = {
  readonly day: IsoDay;
  readonly counted: Pence;
  readonly expected: Pence;
  readonly difference: Pence;
};

function Count({ account, today }: { readonly account: AccountView; readonly today: IsoDay }) {
  const householdId = useHouseholdId();
  const [told, setTold] = useState<Told>();
  const initial = { counted: '', day: dateText(today) };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        counted: readMoney(values.counted, words.theCounted),
        day: readDate(values.day, words.theCountDay),
      }),
    send: async (read) => {
      const answer = await answerOf(
        client.ledger.countCash({ householdId, accountId: account.id, keep: false, ...read }),
      );
      if (answer.ok)
        setTold({
          ...read,
          expected: pence(answer.value.expected),
          difference: pence(answer.value.difference),
        });
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  return (
    <>
      <Form
        form={form}
        actions={
          <Button kind={told === undefined ? 'primary' : 'secondary'} type="submit" pending={form.pending}>
            {words.countDo}
          </Button>
        }
      >
        <MoneyField label={words.counted} {...form.field('counted')} />
        <DateField label={words.countDay} {...form.field('day')} />
      </Form>
      {told === undefined ? null : <Outcome account={account} told={told} />}
    </>
  );
}

function Outcome({ account, told }: { readonly account: AccountView; readonly told: Told }) {
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const { busy, run } = useDoing();
  const { difference } = told;
  const size = formatPounds(pence(Math.abs(difference)));
  return (
    <section className="section stack" aria-live="polite">
      <FigureRow
        figures={[
          { label: words.expected, value: formatPounds(told.expected) },
          { label: words.countedShort, value: formatPounds(told.counted) },
          { label: words.difference, value: formatPounds(difference) },
        ]}
      />
      {difference === 0 ? (
        <Notice tone="done" title={words.agrees} />
      ) : (
        <>
          <Notice tone="attention" title={difference < 0 ? words.less(size) : words.more(size)}>
            <p>{words.differs}</p>
          </Notice>
          <div className="actions">
            <Button
              kind="primary"
              pending={busy === 'keep'}
              onPress={() =>
                void run(
                  'keep',
                  () =>
                    client.ledger.countCash({
                      householdId,
                      accountId: account.id,
                      day: told.day,
                      counted: told.counted,
                      keep: true,
                    }),
                  words.kept,
                ).then(async (answer) => {
                  if (answer.ok && answer.value.lineId !== null)
                    await navigate(`/money/lines/${answer.value.lineId}`);
                })
              }
            >
              {words.keepDifference}
            </Button>
            <LinkButton to={`/money/write-down?account=${account.id}`}>{findLines.write}</LinkButton>
          </div>
        </>
      )}
    </section>
  );
}
