import type { WhatIfsView } from '@shared/api/budget';
import type { WhatIfChange } from '@shared/budget/what-if';
import { formatPounds, poundsString } from '@shared/money';
import { Button } from '../../../components/button';
import { Checkbox } from '../../../components/checkbox';
import { DateField } from '../../../components/date-field';
import { Form } from '../../../components/form';
import { HoursField } from '../../../components/hours-field';
import { MoneyField } from '../../../components/money-field';
import { RadioGroup } from '../../../components/radio-group';
import { Select } from '../../../components/select';
import { TextField } from '../../../components/text-field';
import { type Form as FormState, useForm } from '../../../components/use-form';
import { whatIf as words } from '../../../text/what-if';
import { type ChangeKind, type ChangeText, changeText, checkChange, EVERYBODY } from './change-values';

const KINDS = ['rate-rise', 'new-pa', 'hours', 'cover', 'leaving', 'funding', 'one-off'] as const;
/** Kinds that are about one PA. */
const OF_ONE: ReadonlySet<ChangeKind> = new Set(['hours', 'cover', 'leaving']);

/** Adds one change to a what-if. */
export function ChangeForm(props: {
  readonly view: WhatIfsView;
  readonly onAdd: (change: WhatIfChange) => void;
}) {
  const { view, onAdd } = props;
  const form = useForm<ChangeText, WhatIfChange>({
    initial: changeText(view),
    check: checkChange,
    send: async (change) => {
      onAdd(change);
      return { ok: true };
    },
  });
  const { kind } = form.values;
  const choose = (next: ChangeKind) => {
    form.set('kind', next);
    const first = view.workers[0];
    if (next === 'rate-rise') form.set('who', EVERYBODY);
    else if (OF_ONE.has(next) && form.values.who === EVERYBODY && first !== undefined) pick(first.id);
    if (next === 'new-pa' && form.values.name === '') form.set('name', words.newNameFirst);
    if (next === 'one-off') form.set('amount', '');
    if (next === 'funding') form.set('amount', poundsString(view.payment.amount));
  };
  const pick = (who: string) => {
    form.set('who', who);
    const worker = view.workers.find((one) => one.id === who);
    if (worker !== undefined) form.set('ending', poundsString(worker.endingCosts));
  };
  const kinds = KINDS.filter((one) => view.workers.length > 0 || !OF_ONE.has(one));
  return (
    <Form
      form={form}
      actions={
        <Button type="submit" pending={form.pending}>
          {words.add}
        </Button>
      }
    >
      <Select<ChangeKind>
        label={words.kind}
        fieldId={form.field('kind').fieldId}
        value={kind}
        onChange={choose}
        choices={kinds.map((value) => ({ value, label: words.kinds[value] }))}
      />
      {kind === 'rate-rise' || OF_ONE.has(kind) ? (
        <Select
          label={words.who}
          fieldId={form.field('who').fieldId}
          value={form.values.who}
          onChange={pick}
          choices={[
            ...(kind === 'rate-rise' ? [{ value: EVERYBODY, label: words.everybody }] : []),
            ...view.workers.map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
      ) : null}
      <FieldsOf form={form} view={view} />
    </Form>
  );
}

type FieldsProps = { readonly form: FormState<ChangeText>; readonly view: WhatIfsView };

function FieldsOf({ form, view }: FieldsProps) {
  const { kind } = form.values;
  const from = <DateField label={words.from} {...form.field('from')} />;
  const to = <DateField label={words.to} hint={words.toHint} optional {...form.field('to')} />;
  const pounds = (label: string, hint?: string) => (
    <TextField label={label} hint={hint} before="£" width="8" inputMode="decimal" {...form.field('pounds')} />
  );
  switch (kind) {
    case 'rate-rise':
      return (
        <>
          <RadioGroup<ChangeText['rise']>
            label={words.rise}
            {...form.field('rise')}
            choices={[
              { value: 'percent', label: words.risePercent },
              { value: 'more-an-hour', label: words.riseMore },
              { value: 'at-least', label: words.riseLeast },
            ]}
          />
          {form.values.rise === 'percent' ? (
            <TextField
              label={words.percent}
              hint={words.percentHint}
              after="%"
              width="6"
              inputMode="decimal"
              {...form.field('percent')}
            />
          ) : (
            pounds(words.pounds, view.minimumWage === null ? undefined : words.least(view.minimumWage))
          )}
          {from}
        </>
      );
    case 'new-pa':
      return (
        <>
          <TextField label={words.newName} width="20" {...form.field('name')} />
          <HoursField label={words.weekly} {...form.field('hours')} />
          {pounds(words.pounds, view.minimumWage === null ? undefined : words.least(view.minimumWage))}
          <Checkbox label={words.inPension} {...form.field('inPension')} />
          {from}
          {to}
        </>
      );
    case 'hours':
      return (
        <>
          <RadioGroup<ChangeText['direction']>
            label={words.moreOrFewer}
            inline
            {...form.field('direction')}
            choices={[
              { value: 'more', label: words.more },
              { value: 'fewer', label: words.fewer },
            ]}
          />
          <HoursField label={words.weekly} {...form.field('hours')} />
          {from}
          {to}
        </>
      );
    case 'cover':
      return (
        <>
          {pounds(words.coverPounds)}
          <MoneyField label={words.sickPay} hint={words.sickPayHint} {...form.field('sickPay')} />
          {from}
          <DateField label={words.to} {...form.field('to')} />
        </>
      );
    case 'leaving': {
      const worker = view.workers.find((one) => one.id === form.values.who);
      return (
        <>
          <DateField label={words.lastDay} {...form.field('from')} />
          <MoneyField
            label={words.ending}
            hint={worker === undefined ? undefined : words.endingHint(formatPounds(worker.endingCosts))}
            {...form.field('ending')}
          />
        </>
      );
    }
    case 'funding':
      return (
        <>
          <MoneyField label={words.amount} {...form.field('amount')} />
          <MoneyField label={words.contribution} {...form.field('contribution')} />
          {from}
        </>
      );
    case 'one-off':
      return (
        <>
          <TextField label={words.what} width="20" {...form.field('name')} />
          <MoneyField label={words.cost} {...form.field('amount')} />
          <DateField label={words.on} {...form.field('from')} />
        </>
      );
  }
}
