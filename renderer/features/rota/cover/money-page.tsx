import type { CoverPot } from '@shared/api/cover';
import type { IsoDay } from '@shared/dates';
import type { CoverCause } from '@shared/rota/cover-facts';
import { useState } from 'react';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { Checkbox } from '../../../components/checkbox';
import { CheckboxGroup } from '../../../components/checkbox-group';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { MoneyField } from '../../../components/money-field';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { readMoney } from '../../../components/read-fields';
import { fine, readChoice, readOptionalDate } from '../../../components/read-more';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { contactWords, personWords, potWords as words } from '../../../text/cover-known';
import { coverCauses } from '../../../text/cover-papers';
import { rotaPath } from '../paths';
import { useToday } from '../use-rota';
import { useDoing } from './use-cover';
import { usePots } from './use-known';

type Agreements = readonly { readonly id: string; readonly name: string }[];

/** Which money pays for cover, in the order it is used. */
export function CoverMoneyPage() {
  const householdId = useHouseholdId();
  const known = usePots();
  const today = useToday();
  const { problem, run } = useDoing();
  const [adding, setAdding] = useState(false);
  const save = async (pots: readonly CoverPot[]): Promise<boolean> => {
    const done = await run(
      'save',
      () => answerOf(client.cover.savePots({ householdId, pots: [...pots] })),
      () => words.saved,
    );
    return done !== undefined;
  };
  const back = { backTo: rotaPath.gaps, backLabel: contactWords.back };
  if (known === undefined || today === undefined)
    return (
      <Page title={words.title} {...back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  const { pots, agreements } = known;
  const lineOf = (pot: CoverPot): string =>
    words.line(pot, agreements.find((one) => one.id === pot.agreementId)?.name ?? '');
  return (
    <Page title={words.title} sub={words.sub} {...back}>
      {problem === undefined ? null : <Notice tone="wrong" title={problem} spoken />}
      {pots.length === 0 && !adding ? <EmptyState title={words.none}>{words.noneBody}</EmptyState> : null}
      {pots.length === 0 ? null : <p className="quiet">{words.only}</p>}
      <ol className="cover-lines">
        {pots.map((pot, at) => (
          <li key={pot.id}>
            <span>
              {words.order(at + 1)} {lineOf(pot)}
            </span>
            <span className="button-row">
              {at === 0 ? null : (
                <Button
                  kind="quiet"
                  name={words.firstNamed(lineOf(pot))}
                  onPress={() => void save([pot, ...pots.filter((one) => one !== pot)])}
                >
                  {words.first}
                </Button>
              )}
              <Button
                kind="quiet"
                name={personWords.removeNamed(lineOf(pot))}
                onPress={() => void save(pots.filter((one) => one !== pot))}
              >
                {personWords.remove}
              </Button>
            </span>
          </li>
        ))}
      </ol>
      {adding ? (
        <PotForm
          today={today}
          agreements={agreements}
          onSave={(pot) => save([...pots, pot])}
          onDone={() => setAdding(false)}
        />
      ) : (
        <div className="actions">
          <Button kind="primary" onPress={() => setAdding(true)}>
            {words.add}
          </Button>
        </div>
      )}
    </Page>
  );
}

const CAUSES = Object.keys(coverCauses) as CoverCause[];
const KINDS: readonly CoverPot['kind'][] = ['cover-budget', 'agreement', 'own-money'];

function PotForm(props: {
  readonly today: IsoDay;
  readonly agreements: Agreements;
  readonly onSave: (pot: CoverPot) => Promise<boolean>;
  readonly onDone: () => void;
}) {
  const [first] = props.agreements;
  const initial = {
    kind: '' as CoverPot['kind'] | '',
    agreementId: props.agreements.length === 1 ? (first?.id ?? '') : '',
    name: '',
    amount: '',
    from: dateText(props.today),
    to: dateText(undefined),
    outside: true,
    causes: [] as readonly CoverCause[],
  };
  const form = useForm({
    initial,
    check: (values: typeof initial) =>
      checkFields({
        kind: readChoice(values.kind, words.kindNeeded),
        agreementId:
          values.kind === 'agreement' ? readChoice(values.agreementId, words.agreementNeeded) : fine(null),
        name: fine(values.name.trim()),
        amount: values.amount.trim() === '' ? fine(null) : readMoney(values.amount, words.amount),
        from: readOptionalDate(values.from, words.from),
        to: readOptionalDate(values.to, words.to),
        outside: fine(values.outside),
        causes: fine(values.causes),
      }),
    send: async (value) => {
      const saved = await props.onSave({
        id: null,
        kind: value.kind,
        agreementId: value.agreementId,
        name: value.name,
        fromDay: value.from,
        toDay: value.to,
        amount: value.amount,
        causes: value.causes.length === 0 ? null : [...value.causes],
        paysOutside: value.outside,
      });
      if (saved) props.onDone();
      return undefined;
    },
  });
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
          <Button onPress={props.onDone}>{common.cancel}</Button>
        </>
      }
    >
      <RadioGroup
        label={words.kind}
        {...form.field('kind')}
        choices={KINDS.map((value) => ({
          value,
          label: words.kinds[value],
          more:
            value === 'agreement' && props.agreements.length > 1 ? (
              <RadioGroup
                label={words.agreement}
                {...form.field('agreementId')}
                choices={props.agreements.map((one) => ({ value: one.id, label: one.name }))}
              />
            ) : undefined,
        }))}
      />
      <TextField label={words.name} hint={words.nameHint} optional {...form.field('name')} />
      <MoneyField label={words.amount} hint={words.amountHint} optional {...form.field('amount')} />
      <DateField label={words.from} optional {...form.field('from')} />
      <DateField label={words.to} hint={words.toHint} optional {...form.field('to')} />
      <CheckboxGroup
        label={words.causes}
        hint={words.causesHint}
        {...form.field('causes')}
        choices={CAUSES.map((value) => ({ value, label: coverCauses[value] }))}
      />
      <Checkbox label={words.outside} {...form.field('outside')} />
    </Form>
  );
}
