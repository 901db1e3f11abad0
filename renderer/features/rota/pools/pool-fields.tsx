import { Trash2 } from 'lucide-react';
import { Button } from '../../../components/button';
import { Checkbox } from '../../../components/checkbox';
import { CheckboxGroup } from '../../../components/checkbox-group';
import { DateField } from '../../../components/date-field';
import { HoursField } from '../../../components/hours-field';
import { RadioGroup } from '../../../components/radio-group';
import { Select } from '../../../components/select';
import { TextField } from '../../../components/text-field';
import type { Form as FormState } from '../../../components/use-form';
import { pools as words } from '../../../text/pools';
import type { MemberRow, PoolValues, RuleRow, WeekRow } from './pool-values';

type PoolForm = FormState<PoolValues>;

/** Where a problem of a row's field stands. */
function wrong(form: PoolForm, name: `${'member' | 'rule' | 'week'}-${string}`) {
  const { fieldId, error } = form.field(name);
  return { fieldId, error };
}

/** One household: whether it shares, from when to when, and which of its agreements pays. */
export function MemberFields({
  row,
  form,
  isEmployer,
  agreements,
}: {
  readonly row: MemberRow;
  readonly form: PoolForm;
  readonly isEmployer: boolean;
  readonly agreements: readonly { readonly id: string; readonly name: string }[];
}) {
  const { householdId, name } = row;
  const change = (part: Partial<MemberRow>) =>
    form.set(
      'members',
      form.values.members.map((one) => (one.householdId === householdId ? { ...one, ...part } : one)),
    );
  return (
    <fieldset className="pool-row fields">
      <legend>{name}</legend>
      <Checkbox
        label={isEmployer ? words.employerToo(name) : words.sharesToo(name)}
        value={row.shares}
        onChange={(shares) => change({ shares })}
      />
      {row.shares ? (
        <>
          <DateField
            label={words.fromDay(name)}
            value={row.from}
            onChange={(from) => change({ from })}
            {...wrong(form, `member-${householdId}-from`)}
          />
          <DateField
            label={words.lastDay(name)}
            hint={words.lastHint}
            optional
            value={row.to}
            onChange={(to) => change({ to })}
            {...wrong(form, `member-${householdId}-to`)}
          />
          {agreements.length < 2 ? null : (
            <Select
              label={words.agreement(name)}
              value={row.agreementId}
              onChange={(agreementId) => change({ agreementId })}
              choices={[
                { value: '', label: words.agreementFirst },
                ...agreements.map((one) => ({ value: one.id, label: one.name })),
              ]}
            />
          )}
        </>
      ) : null}
    </fieldset>
  );
}

/** One way to split, and the day it starts. */
export function RuleFields({
  row,
  number,
  form,
  onRemove,
}: {
  readonly row: RuleRow;
  readonly number: number;
  readonly form: PoolForm;
  readonly onRemove: (() => void) | undefined;
}) {
  const change = (part: Partial<RuleRow>) =>
    form.set(
      'rules',
      form.values.rules.map((one) => (one.id === row.id ? { ...one, ...part } : one)),
    );
  const sharing = form.values.members.filter((one) => one.shares);
  const fields = (
    <>
      <RadioGroup
        label={words.ruleKind(number)}
        value={row.kind}
        onChange={(kind) => change({ kind: kind as RuleRow['kind'] })}
        choices={[
          { value: 'equal', label: words.equal, note: words.equalNote },
          { value: 'by-hours', label: words.byHours, note: words.byHoursNote },
          {
            value: 'fixed',
            label: words.fixed,
            note: words.fixedNote,
            more: sharing.map((one) => (
              <TextField
                key={one.householdId}
                label={words.partsOf(one.name, number)}
                width="4"
                inputMode="numeric"
                value={row.parts[one.householdId] ?? ''}
                onChange={(typed) => change({ parts: { ...row.parts, [one.householdId]: typed } })}
                {...wrong(form, `rule-${row.id}-${one.householdId}`)}
              />
            )),
          },
        ]}
      />
      <DateField
        label={words.ruleFrom(number)}
        value={row.from}
        onChange={(from) => change({ from })}
        {...wrong(form, `rule-${row.id}-from`)}
      />
      {onRemove === undefined ? null : (
        <Button kind="quiet" flush icon={Trash2} onPress={onRemove}>
          {words.removeRule(number)}
        </Button>
      )}
    </>
  );
  // The only one needs no name of its own: the heading has it.
  if (onRemove === undefined) return <div className="fields">{fields}</div>;
  return (
    <fieldset className="pool-row fields">
      <legend>{words.ruleTitle(number)}</legend>
      {fields}
    </fieldset>
  );
}

/** One repeating week: whom it supports, and for how long. */
export function WeekFields({ row, form }: { readonly row: WeekRow; readonly form: PoolForm }) {
  const { patternId, name } = row;
  const change = (part: Partial<WeekRow>) =>
    form.set(
      'patterns',
      form.values.patterns.map((one) => (one.patternId === patternId ? { ...one, ...part } : one)),
    );
  const sharing = form.values.members.filter((one) => one.shares);
  const ticked = sharing.filter((one) => row.households.includes(one.householdId));
  const byHours = form.values.rules.some((rule) => rule.kind === 'by-hours');
  return (
    <div className="fields">
      <CheckboxGroup
        label={words.forWhom(name)}
        value={row.households}
        onChange={(households) => change({ households })}
        choices={sharing.map((one) => ({ value: one.householdId, label: one.name }))}
      />
      {byHours && ticked.length > 1
        ? ticked.map((one) => (
            <HoursField
              key={one.householdId}
              label={words.forHours(one.name, name)}
              hint={words.forHoursHint}
              optional
              value={row.hours[one.householdId] ?? ''}
              onChange={(typed) => change({ hours: { ...row.hours, [one.householdId]: typed } })}
              {...wrong(form, `week-${patternId}-${one.householdId}`)}
            />
          ))
        : null}
    </div>
  );
}
