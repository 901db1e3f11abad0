import { kindOfWork, type PayRate } from '@shared/api/people';
import { formatDay } from '@shared/dates';
import { parseRate, rateText } from '@shared/rota/rate';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { DateField } from '../../components/date-field';
import { dateText } from '../../components/date-text';
import { Form } from '../../components/form';
import { announce } from '../../components/live-region';
import { Notice } from '../../components/notice';
import { RadioGroup } from '../../components/radio-group';
import { type Read, readDate } from '../../components/read-fields';
import { fine, readChoice } from '../../components/read-more';
import { Select } from '../../components/select';
import { Table } from '../../components/table';
import { TextField } from '../../components/text-field';
import { useForm } from '../../components/use-form';
import { common } from '../../text/common';
import { kindsOfWork } from '../../text/kinds-of-work';
import { pa } from '../../text/people';
import { lifeWords } from '../../text/people-life';
import { problemsFor, sentenceFor } from '../../text/refusals';
import { said } from '../../text/values';
import type { PartProps } from './part-page';
import { afterSaving, WrongFromStart } from './wrong-from-start';

type Kind = PayRate['kindOfWork'];

function readRate(text: string): Read<string> {
  const read = parseRate(text);
  return read.ok
    ? fine(rateText(read.value))
    : { ok: false, message: text.trim() === '' ? pa.rateEmpty : sentenceFor(read) };
}

/** Whether a rate takes the place of another: the same kind of work from the same day. */
function isSame(a: PayRate, b: PayRate): boolean {
  return a.kindOfWork === b.kindOfWork && a.fromDay === b.fromDay;
}

/** Rates by kind of work with the day each starts; a rise is one more. */
export function RatesForm({ worker, home }: PartProps) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const [refused, setRefused] = useState<string | undefined>();
  const [turn, setTurn] = useState(0);
  const [wrong, setWrong] = useState(false);
  const navigate = useNavigate();
  const save = async (rates: readonly PayRate[]) => {
    const answer = await answerOf(
      client.people.saveRates({
        householdId,
        workerId: worker.id,
        rates: [...rates],
        wrongFromStart: wrong,
      }),
    );
    if (answer.ok) {
      setRefused(undefined);
      await queryClient.invalidateQueries();
      announce(common.saved);
      if (wrong) void navigate(afterSaving(home, wrong));
    }
    return answer;
  };
  const remove = async (gone: PayRate) => {
    const answer = await save(worker.rates.filter((one) => one !== gone));
    if (!answer.ok) setRefused(sentenceFor(answer));
  };
  const rows = [...worker.rates].sort(
    (a, b) =>
      kindOfWork.options.indexOf(a.kindOfWork) - kindOfWork.options.indexOf(b.kindOfWork) ||
      (a.fromDay < b.fromDay ? 1 : -1),
  );
  return (
    <>
      {refused === undefined ? null : <Notice tone="wrong" title={refused} spoken />}
      {worker.rateNotes.map((one) => (
        <Notice
          key={`${said(one.values, 'kind')}-${said(one.values, 'day')}`}
          tone="attention"
          title={lifeWords.rateBelow(
            kindsOfWork[one.values['kind'] as Kind],
            said(one.values, 'rate'),
            said(one.values, 'minimum'),
            said(one.values, 'day'),
          )}
          spoken
        >
          <p>{lifeWords.rateBelowBody}</p>
        </Notice>
      ))}
      <Table
        caption={pa.rateCaption}
        tools={false}
        rows={rows}
        rowKey={(one) => one.kindOfWork + one.fromDay}
        empty={<p>{pa.noRates}</p>}
        columns={[
          { id: 'kind', heading: pa.kindOfWork, cell: (one) => kindsOfWork[one.kindOfWork], isName: true },
          { id: 'from', heading: pa.from, cell: (one) => formatDay(one.fromDay) },
          {
            id: 'rate',
            heading: pa.rate,
            kind: 'figure',
            cell: (one) => `£${one.rate} ${one.per === 'hour' ? pa.anHour : pa.aShift}`,
          },
          {
            id: 'remove',
            heading: pa.removeRate,
            kind: 'action',
            cell: (one) => (
              <Button
                kind="quiet"
                name={`${pa.removeRate}: ${kindsOfWork[one.kindOfWork].toLowerCase()} ${formatDay(one.fromDay)}`}
                onPress={() => void remove(one)}
              >
                {pa.removeRate}
              </Button>
            ),
          },
        ]}
      />
      <section className="section">
        <h2>{pa.addRate}</h2>
        <AddRate
          key={turn}
          first={worker.rates.length === 0 ? worker.details.startedOn : null}
          more={<WrongFromStart worker={worker} value={wrong} onChange={setWrong} />}
          onAdd={async (rate) => {
            const others = wrong ? worker.rates.filter((one) => !isSame(one, rate)) : worker.rates;
            const answer = await save([...others, rate]);
            if (answer.ok) setTurn(turn + 1);
            return answer;
          }}
        />
      </section>
    </>
  );
}

function AddRate(props: {
  readonly first: PayRate['fromDay'] | null;
  readonly more: ReactNode;
  readonly onAdd: (rate: PayRate) => ReturnType<typeof answerOf>;
}) {
  const initial: {
    kindOfWork: Kind | '';
    per: 'hour' | 'shift';
    rate: string;
    fromDay: ReturnType<typeof dateText>;
  } = {
    kindOfWork: props.first === null ? '' : 'weekday',
    per: 'hour',
    rate: '',
    fromDay: dateText(props.first),
  };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        kindOfWork: readChoice(values.kindOfWork, pa.rateKindEmpty),
        per: fine(values.per),
        rate: readRate(values.rate),
        fromDay: readDate(values.fromDay, pa.asked.rateFrom),
      }),
    send: props.onAdd,
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {pa.rateSave}
        </Button>
      }
    >
      <Select<Kind>
        label={pa.kindOfWork}
        {...form.field('kindOfWork')}
        choices={kindOfWork.options.map((value) => ({ value, label: kindsOfWork[value] }))}
      />
      <TextField
        label={pa.rateAmount}
        hint={pa.rateAmountHint}
        before="£"
        width="6"
        inputMode="decimal"
        figures
        {...form.field('rate')}
      />
      <RadioGroup<'hour' | 'shift'>
        label={pa.per}
        inline
        {...form.field('per')}
        choices={[
          { value: 'hour', label: pa.perHour },
          { value: 'shift', label: pa.perShift },
        ]}
      />
      <DateField label={pa.rateFrom} {...form.field('fromDay')} />
      {props.more}
    </Form>
  );
}
