import type { Agreement } from '@shared/api/household';
import { DateField } from '../../components/date-field';
import { HoursField } from '../../components/hours-field';
import { MoneyField } from '../../components/money-field';
import { NumberField } from '../../components/number-field';
import { RadioGroup } from '../../components/radio-group';
import { TextField } from '../../components/text-field';
import type { Form } from '../../components/use-form';
import { frequencies, funderKinds, agreement as words } from '../../text/household';
import type { AgreementText } from './agreement-values';

type PartProps = { readonly form: Form<AgreementText> };

const FREQUENCIES: readonly Agreement['frequency'][] = ['weekly', 'two-weekly', 'four-weekly', 'monthly'];
const FUNDERS: readonly Agreement['funderKind'][] = [
  'council',
  'icb',
  'hsc-trust',
  'ilf',
  'access-to-work',
  'own-money',
];

/** Who pays, and from when. */
export function FunderPart({ form }: PartProps) {
  return (
    <>
      <h2>{words.partFunder}</h2>
      <TextField
        label={words.funderName}
        hint={words.funderNameHint}
        width="full"
        {...form.field('funderName')}
      />
      <RadioGroup<Agreement['funderKind']>
        label={words.funderKind}
        {...form.field('funderKind')}
        choices={FUNDERS.map((value) => ({ value, label: funderKinds[value] }))}
      />
      <TextField label={words.reference} optional {...form.field('reference')} />
      <DateField label={words.startsOn} {...form.field('startsOn')} />
      <DateField label={words.endsOn} hint={words.endsOnHint} optional {...form.field('endsOn')} />
    </>
  );
}

/** How much comes, how often, and for how many hours. */
export function MoneyPart({ form }: PartProps) {
  return (
    <>
      <h2 className="form-part">{words.partMoney}</h2>
      <MoneyField label={words.amount} {...form.field('amount')} />
      <RadioGroup<Agreement['frequency']>
        label={words.frequency}
        {...form.field('frequency')}
        choices={FREQUENCIES.map((value) => ({ value, label: frequencies[value] }))}
      />
      <DateField
        label={words.firstPaymentOn}
        hint={words.firstPaymentHint}
        {...form.field('firstPaymentOn')}
      />
      <MoneyField label={words.contribution} hint={words.contributionHint} {...form.field('contribution')} />
      <RadioGroup<Agreement['amountBasis']>
        label={words.amountBasis}
        {...form.field('amountBasis')}
        choices={[
          { value: 'net', label: words.net },
          { value: 'gross', label: words.gross },
        ]}
      />
      <HoursField label={words.weeklyMinutes} hint={words.weeklyHint} {...form.field('weeklyMinutes')} />
    </>
  );
}

/** What the agreement says about money left over. */
export function SurplusPart({ form }: PartProps) {
  return (
    <>
      <h2 className="form-part">{words.partSurplus}</h2>
      <RadioGroup<'no' | 'yes'>
        label={words.surplus}
        {...form.field('surplus')}
        choices={[
          { value: 'no', label: words.surplusNo },
          {
            value: 'yes',
            label: words.surplusYes,
            more: (
              <NumberField label={words.surplusWeeks} least={1} most={52} {...form.field('surplusWeeks')} />
            ),
          },
        ]}
      />
      {form.values.surplus === 'no' ? null : (
        <RadioGroup<Agreement['surplusTested']>
          label={words.surplusTested}
          {...form.field('surplusTested')}
          choices={[
            { value: 'period-end', label: words.periodEnd },
            { value: 'year-end', label: words.yearEnd },
          ]}
        />
      )}
    </>
  );
}
