import type { BankLine, LineExplanation } from '@shared/api/money';
import { FUND_PARTS, usualFundPart } from '@shared/budget/funds';
import { formatPounds, negatePence, parsePence, pence, poundsString } from '@shared/money';
import type { Refused } from '@shared/result';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useDeferredValue, useId, useRef, useState } from 'react';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { DateField } from '../../../components/date-field';
import { dateText, NO_DATE } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { MoneyField } from '../../../components/money-field';
import { Notice } from '../../../components/notice';
import { readMoney } from '../../../components/read-fields';
import { readOptionalDate } from '../../../components/read-more';
import { Select } from '../../../components/select';
import { TextField } from '../../../components/text-field';
import { type Problems, useForm } from '../../../components/use-form';
import { common } from '../../../text/common';
import { handLine as handWords } from '../../../text/ledger';
import { moneyRefusals, warningWords } from '../../../text/money';
import { line as words } from '../../../text/money-lines';
import { problemsFor } from '../../../text/refusals';
import { returnRefusals } from '../../../text/returns';
import {
  asksAgreement,
  asksWhose,
  choiceOf,
  dateInOne,
  dateOfOne,
  explanationParts,
  type FunderChoice,
  isPlanned,
  type LineChoice,
  leftToPlace,
  type Meaning,
  NO_PART,
  type PartText,
  readWhose,
  whoseChoice,
  whoseChoices,
} from './line-choices';

/** The fields of all parts: `choice-0`, `amount-0`, `note-0`, `fund-0`, `on-0` and so on. */
type Values = { readonly [field: string]: string };

function valuesOf(parts: readonly PartText[]): Values {
  return Object.fromEntries(
    parts.flatMap((part, at) => [
      [`choice-${at}`, part.choice],
      [`amount-${at}`, part.amount],
      [`note-${at}`, part.note],
      [`fund-${at}`, part.fund ?? ''],
      [`on-${at}`, part.on ?? ''],
    ]),
  );
}

/** Saying by hand what a line was, in one part or several. */
export function ExplainForm(props: {
  readonly line: BankLine;
  readonly choices: readonly LineChoice[];
  /** Where there are several, it is asked which one's money it was. */
  readonly agreements: readonly FunderChoice[];
  /** What the form begins with: what was said before, or what Mainstay thinks. */
  readonly first: readonly LineExplanation[];
  /** Another button of the page is the main one. */
  readonly quiet?: boolean;
  /** What is done with the parts, where they are not simply what the line is from now on. */
  readonly sending?: {
    readonly words: string;
    readonly send: (parts: LineExplanation[]) => Promise<Refused | { readonly ok: true }>;
  };
  readonly onDone: () => void;
  readonly onCancel?: (() => void) | undefined;
}) {
  const { line, choices, agreements, first } = props;
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const nextKey = useRef(Math.max(1, first.length));
  const [keys, setKeys] = useState(() => (first.length === 0 ? [0] : first.map((_part, at) => at)));
  const several = keys.length > 1;
  const [whose, setWhose] = useState(() =>
    first.some(
      (part) =>
        part.countsOn ||
        (part.fundPart ?? usualFundPart(part.ledgerAccount)) !== usualFundPart(part.ledgerAccount),
    ),
  );
  const partsOf = (values: Values): PartText[] =>
    keys.map((key) => ({
      choice: values[`choice-${key}`] ?? '',
      amount: values[`amount-${key}`] ?? '',
      note: values[`note-${key}`] ?? '',
      fund: values[`fund-${key}`] ?? '',
      on: values[`on-${key}`] ?? '',
    }));
  const whole = formatPounds(pence(Math.abs(line.amount)));
  const form = useForm<Values, LineExplanation[]>({
    initial: valuesOf(
      first.length === 0
        ? [NO_PART]
        : first.map((part) => ({
            choice: choiceOf(part, choices),
            amount: poundsString(line.amount < 0 ? negatePence(part.amount) : part.amount),
            note: part.note,
            fund: asksAgreement(
              choices.find((choice) => choice.value === choiceOf(part, choices))?.meaning,
              agreements,
            )
              ? whoseChoice(part)
              : (part.fundPart ?? ''),
            on: dateInOne(dateText(part.countsOn)),
          })),
    ),
    check: (values) => {
      const problems: Record<string, string> = {};
      const read = partsOf(values).map((part, at) => {
        const key = keys[at] ?? at;
        const meaning = choices.find((choice) => choice.value === part.choice)?.meaning;
        if (meaning === undefined)
          problems[`choice-${key}`] = several ? words.choiceMissingOf(at + 1) : words.choiceMissing;
        const amount = several ? readMoney(part.amount, words.theAmountOf(at + 1)) : parsePence('0');
        if (!amount.ok && 'message' in amount) problems[`amount-${key}`] = amount.message;
        const asks = whose && asksWhose(meaning?.ledgerAccount);
        const on = readOptionalDate(asks ? dateOfOne(part.on ?? '') : NO_DATE, handWords.theCountsOn);
        if (!on.ok && 'message' in on) problems[`on-${key}`] = on.message;
        const asksWhich = asksAgreement(meaning, agreements);
        const which = asksWhich ? readWhose(part.fund ?? '') : undefined;
        if (asksWhich && which === undefined)
          problems[`fund-${key}`] = several ? handWords.fundMissingOf(at + 1) : handWords.fundMissing;
        const fundPart = which?.fundPart ?? FUND_PARTS.find((one) => one === part.fund);
        return {
          meaning:
            meaning === undefined || which === undefined
              ? meaning
              : { ...meaning, agreementId: which.agreementId },
          amount: amount.ok ? amount.value : pence(0),
          note: part.note,
          ...((asks || asksWhich) && fundPart !== undefined ? { fundPart } : {}),
          ...(asks && on.ok ? { countsOn: on.value } : {}),
        };
      });
      if (several && Object.keys(problems).length === 0 && leftToPlace(line.amount, partsOf(values)) !== 0)
        problems[`amount-${keys[keys.length - 1] ?? 0}`] = words.mustAddUp(whole);
      if (Object.keys(problems).length > 0) return { ok: false, problems: problems as Problems<Values> };
      return {
        ok: true,
        value: explanationParts(
          line,
          read.flatMap(({ meaning, ...part }) => (meaning === undefined ? [] : [{ ...part, meaning }])),
        ),
      };
    },
    send: async (parts) => {
      if (props.sending !== undefined) return props.sending.send(parts);
      const answer = await answerOf(client.money.explain({ householdId, lineId: line.id, parts }));
      if (answer.ok) {
        await queryClient.invalidateQueries();
        announce(words.saved);
      }
      return answer;
    },
    refusal: (refusal) =>
      problemsFor(refusal, [], { ...moneyRefusals, ...returnRefusals }) as Problems<Values>,
    done: props.onDone,
  });
  const addPart = () => {
    const key = nextKey.current;
    nextKey.current += 1;
    if (keys.length === 1 && (form.values[`amount-${keys[0]}`] ?? '') === '')
      form.set(`amount-${keys[0]}`, '');
    const left = several ? leftToPlace(line.amount, partsOf(form.values)) : undefined;
    for (const [name, value] of Object.entries(valuesOf([NO_PART])))
      form.set(name.replace('-0', `-${key}`), value);
    if (left !== undefined && left > 0) form.set(`amount-${key}`, poundsString(left));
    setKeys([...keys, key]);
  };
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind={props.quiet ? 'secondary' : 'primary'} type="submit" pending={form.pending}>
            {props.sending?.words ?? words.save}
          </Button>
          {props.onCancel === undefined ? null : <Button onPress={props.onCancel}>{words.keep}</Button>}
        </>
      }
    >
      {keys.map((key, at) => (
        <Part
          key={key}
          form={form}
          fieldKey={key}
          number={several ? at + 1 : undefined}
          choices={choices}
          agreements={agreements}
          line={line}
          whose={whose}
          onRemove={() => setKeys(keys.filter((one) => one !== key))}
        />
      ))}
      {several ? <LeftLine left={leftToPlace(line.amount, partsOf(form.values))} /> : null}
      <div>
        <Button kind="quiet" flush icon={Plus} onPress={addPart}>
          {several ? words.addPart : words.split}
        </Button>
      </div>
      {whose ? null : (
        <div>
          <Button kind="quiet" flush icon={Plus} onPress={() => setWhose(true)}>
            {handWords.more}
          </Button>
        </div>
      )}
    </Form>
  );
}

function Part(props: {
  readonly form: ReturnType<typeof useForm<Values, LineExplanation[]>>;
  readonly fieldKey: number;
  /** From 1, when there are several. */
  readonly number: number | undefined;
  readonly choices: readonly LineChoice[];
  readonly agreements: readonly FunderChoice[];
  readonly line: BankLine;
  /** Whose money it was and when it counts are asked, too. */
  readonly whose: boolean;
  readonly onRemove: () => void;
}) {
  const { form, fieldKey, number, choices } = props;
  const id = useId();
  const choice = form.field(`choice-${fieldKey}`);
  const note = form.field(`note-${fieldKey}`);
  const amount = form.field(`amount-${fieldKey}`);
  const fund = form.field(`fund-${fieldKey}`);
  const on = form.field(`on-${fieldKey}`);
  const meaning = choices.find((one) => one.value === choice.value)?.meaning;
  const account = meaning?.ledgerAccount;
  const asksWhich = asksAgreement(meaning, props.agreements);
  const fundLabel = number === undefined ? handWords.fund : handWords.fundOf(number);
  const fields = (
    <>
      <Select
        label={number === undefined ? words.choice : words.choiceOf(number)}
        placeholder={words.choicePlaceholder}
        choices={choices}
        {...choice}
        value={choice.value ?? ''}
      />
      {number === undefined ? null : (
        <MoneyField label={words.amountOf(number)} {...amount} value={amount.value ?? ''} />
      )}
      <TextField
        label={number === undefined ? words.note : words.noteOf(number)}
        hint={words.noteHint}
        optional
        width="full"
        {...note}
        value={note.value ?? ''}
      />
      {asksWhich ? (
        <Select
          label={fundLabel}
          placeholder={handWords.fundPlaceholder}
          choices={whoseChoices(props.agreements)}
          {...fund}
          value={readWhose(fund.value ?? '') === undefined ? '' : (fund.value ?? '')}
        />
      ) : null}
      {meaning === undefined ? null : (
        <LookAtPlan
          line={props.line}
          meaning={meaning}
          agreementId={asksWhich ? (readWhose(fund.value ?? '')?.agreementId ?? null) : meaning.agreementId}
          amount={
            number === undefined ? poundsString(pence(Math.abs(props.line.amount))) : (amount.value ?? '')
          }
          note={note.value ?? ''}
          own={fund.value === 'own'}
        />
      )}
      {props.whose && asksWhose(account) ? (
        <>
          {asksWhich ? null : (
            <Select
              label={fundLabel}
              choices={FUND_PARTS.map((part) => ({ value: part, label: handWords.funds[part] }))}
              {...fund}
              value={FUND_PARTS.find((part) => part === fund.value) ?? usualFundPart(account ?? '')}
            />
          )}
          <DateField
            label={number === undefined ? handWords.countsOn : handWords.countsOnOf(number)}
            hint={handWords.countsOnHint}
            optional
            fieldId={on.fieldId}
            error={on.error}
            value={dateOfOne(on.value ?? '')}
            onChange={(value) => on.onChange(dateInOne(value))}
          />
        </>
      ) : null}
    </>
  );
  if (number === undefined) return fields;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would break the grid of the form
    <div className="money-part" role="group" aria-labelledby={id}>
      <div className="money-part-head">
        <h3 id={id}>{words.part(number)}</h3>
        <Button kind="quiet" icon={X} onPress={props.onRemove}>
          {words.removePart(number)}
        </Button>
      </div>
      <div className="fields">{fields}</div>
    </div>
  );
}

/** What looks off plan with a part while it is written down: for the person alone, and never in the way of saving. */
function LookAtPlan(props: {
  readonly line: BankLine;
  readonly meaning: Meaning;
  readonly agreementId: string | null;
  readonly amount: string;
  readonly note: string;
  readonly own: boolean;
}) {
  const { line, meaning } = props;
  const householdId = useHouseholdId();
  const text = useDeferredValue(`${line.description} ${props.note}`.trim().slice(0, 500));
  const read = parsePence(props.amount);
  const asks =
    line.amount < 0 && !props.own && isPlanned(meaning.ledgerAccount) && read.ok && read.value >= 0;
  const found = useQuery({
    ...api.plan.look.queryOptions({
      input: {
        householdId,
        text,
        agreementId: props.agreementId,
        categoryId: meaning.categoryId,
        amount: read.ok ? read.value : pence(0),
      },
    }),
    enabled: asks,
    placeholderData: keepPreviousData,
  }).data;
  const warnings = asks ? (found?.warnings ?? []) : [];
  return (
    <div role="status">
      {warnings.length === 0 ? null : (
        <Notice tone="attention" title={words.warnings}>
          {warnings.map((warning) => (
            <p key={warning.code}>{warningWords(warning)}</p>
          ))}
        </Notice>
      )}
    </div>
  );
}

function LeftLine({ left }: { readonly left: ReturnType<typeof leftToPlace> }) {
  if (left === undefined) return null;
  return (
    <p className="money-left" role="status">
      <span className="visually-hidden">{common.note}: </span>
      {left === 0
        ? words.addUp
        : left > 0
          ? words.left(formatPounds(left))
          : words.tooMuch(formatPounds(negatePence(left)))}
    </p>
  );
}
