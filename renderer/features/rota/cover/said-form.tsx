import type { CoverPerson } from '@shared/api/cover';
import { formatHours } from '@shared/clock-time';
import type { IsoDay } from '@shared/dates';
import { parseRate, rateText } from '@shared/rota/rate';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { HoursField } from '../../../components/hours-field';
import { MoneyField } from '../../../components/money-field';
import { NumberField } from '../../../components/number-field';
import { RadioGroup } from '../../../components/radio-group';
import { type Read, readDate, readHours } from '../../../components/read-fields';
import { fine, readChoice } from '../../../components/read-more';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { personWords as words } from '../../../text/cover-known';

type Premium = NonNullable<CoverPerson['premium']>;
type PremiumKind = 'none' | 'hour' | 'shift' | 'percent';

const WILLING: readonly CoverPerson['willing'][] = ['yes', 'ask', 'no'];
const PREMIUMS: readonly PremiumKind[] = ['none', 'hour', 'shift', 'percent'];
const ON: readonly Premium['on'][] = ['all-cover', 'over-contract'];

function kindOf(premium: CoverPerson['premium']): PremiumKind {
  if (premium === null) return 'none';
  return premium.kind === 'percent' ? 'percent' : premium.per;
}

function readPounds(text: string): Read<string> {
  const read = parseRate(text);
  return read.ok && read.value > 0 ? fine(rateText(read.value)) : { ok: false, message: words.poundsNeeded };
}

/** Whether they cover, how much at most, and what is paid on top. */
export function SaidForm(props: {
  readonly person: CoverPerson;
  readonly onSave: (person: CoverPerson) => Promise<boolean>;
  readonly today: IsoDay;
}) {
  const { person } = props;
  const { premium } = person;
  const initial = {
    willing: person.willing as CoverPerson['willing'] | '',
    limit: person.ownWeeklyLimitMinutes === null ? '' : formatHours(person.ownWeeklyLimitMinutes),
    opted: (person.optedOutOf48On === null ? 'no' : 'yes') as 'yes' | 'no' | '',
    optedOn: dateText(person.optedOutOf48On ?? undefined),
    premium: kindOf(premium) as PremiumKind | '',
    pounds: premium?.kind === 'sum' ? premium.pounds : '',
    percent: premium?.kind === 'percent' ? premium.hundredths / 100 : (null as number | null),
    premiumOn: (premium?.on ?? 'all-cover') as Premium['on'] | '',
    note: person.note,
  };
  const form = useForm({
    initial,
    check: (values: typeof initial) => {
      const sum = values.premium === 'hour' || values.premium === 'shift';
      const checked = checkFields({
        willing: readChoice(values.willing, words.willing),
        limit: values.limit.trim() === '' ? fine(null) : readHours(values.limit, words.limitAsked),
        optedOn: values.opted === 'yes' ? readDate(values.optedOn, words.optedOn) : fine(null),
        pounds: sum ? readPounds(values.pounds) : fine(''),
        percent:
          values.premium !== 'percent' ||
          (values.percent !== null && values.percent >= 1 && values.percent <= 1000)
            ? fine(values.percent ?? 0)
            : ({ ok: false, message: words.percentNeeded } as const),
      });
      if (!checked.ok) return checked;
      const { willing, limit, optedOn, pounds, percent } = checked.value;
      const on = values.premiumOn === '' ? 'all-cover' : values.premiumOn;
      const next: CoverPerson['premium'] =
        values.premium === 'hour' || values.premium === 'shift'
          ? { kind: 'sum', on, per: values.premium, pounds }
          : values.premium === 'percent'
            ? { kind: 'percent', on, hundredths: Math.round(percent * 100) }
            : null;
      return {
        ok: true as const,
        value: {
          ...person,
          willing,
          ownWeeklyLimitMinutes: limit,
          optedOutOf48On: optedOn,
          premium: next,
          note: values.note.trim(),
        },
      };
    },
    send: async (value) => {
      await props.onSave(value);
      return undefined;
    },
  });
  const on = (
    <RadioGroup
      label={words.premiumOn}
      {...form.field('premiumOn')}
      choices={ON.map((value) => ({ value, label: words.premiumOns[value] }))}
    />
  );
  const amount = (
    <div className="stack">
      <MoneyField label={words.pounds} {...form.field('pounds')} />
      {on}
    </div>
  );
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      <RadioGroup
        label={words.willing}
        {...form.field('willing')}
        choices={WILLING.map((value) => ({ value, ...words.willings[value] }))}
      />
      <HoursField label={words.limit} hint={words.limitHint} optional {...form.field('limit')} />
      <RadioGroup
        label={words.optedOut}
        {...form.field('opted')}
        choices={[
          { value: 'no', label: words.optedNo },
          {
            value: 'yes',
            label: words.optedYes,
            more: <DateField label={words.optedOn} {...form.field('optedOn')} />,
          },
        ]}
      />
      <RadioGroup
        label={words.premium}
        hint={words.premiumNote}
        {...form.field('premium')}
        choices={PREMIUMS.map((value) => ({
          value,
          label: words.premiums[value],
          more:
            value === 'none' ? undefined : value === 'percent' ? (
              <div className="stack">
                <NumberField
                  label={words.percent}
                  hint={words.percentHint}
                  least={1}
                  most={1000}
                  {...form.field('percent')}
                />
                {on}
              </div>
            ) : (
              amount
            ),
        }))}
      />
      <TextField label={words.note} hint={words.noteHint} optional width="full" {...form.field('note')} />
    </Form>
  );
}
