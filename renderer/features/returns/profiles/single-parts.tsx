import { isoDay } from '@shared/dates';
import type { ReturnProfile } from '@shared/returns/profile';
import { DELIVERY_WAYS, SIGNERS } from '@shared/returns/profile';
import { checkFields } from '../../../components/check-fields';
import { CheckboxGroup } from '../../../components/checkbox-group';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { NumberField } from '../../../components/number-field';
import { RadioGroup } from '../../../components/radio-group';
import { readDate, readText } from '../../../components/read-fields';
import { fine, readNumber } from '../../../components/read-more';
import { TextArea } from '../../../components/text-area';
import { TextField } from '../../../components/text-field';
import { builder as words } from '../../../text/profile-builder';
import { deliveryWays, signerNames } from '../../../text/profile-words';
import { oneProfile as shown } from '../../../text/profiles';
import { PartForm, type PartProps, SourceField, usePart } from './builder-form';
import { oneLine } from './part-values';

/** What the profile is called. */
export function AboutPart({ view }: PartProps) {
  const { profile } = view;
  const form = usePart(view, {
    initial: { name: profile.name, title: profile.title, seenOn: dateText(isoDay(profile.seenOn)) },
    read: (values) => {
      const read = checkFields({
        name: readText(values.name, words.nameEmpty),
        title: readText(values.title, words.titleEmpty),
        seenOn: readDate(values.seenOn, words.seenOnWord),
      });
      return read.ok ? { ok: true, value: { ...profile, ...read.value } } : read;
    },
  });
  return (
    <PartForm form={form}>
      <TextField label={words.nameField} width="full" {...form.field('name')} />
      <TextField label={words.titleField} hint={words.titleHint} width="full" {...form.field('title')} />
      <DateField label={words.seenOn} {...form.field('seenOn')} />
    </PartForm>
  );
}

type Surplus = NonNullable<ReturnProfile['surplus']>;
type SurplusText = {
  readonly has: 'no' | 'yes';
  readonly keepWeeks: number | null;
  readonly floorWeeks: number | null;
  readonly basis: Surplus['basis'];
  readonly testedAt: Surplus['testedAt'];
  readonly less: readonly ('owed' | 'aside')[];
  readonly backDays: number | null;
  readonly source: string;
};

function surplusText(rule: ReturnProfile['surplus']): SurplusText {
  return {
    has: rule === undefined ? 'no' : 'yes',
    keepWeeks: rule?.keepWeeks ?? 8,
    floorWeeks: rule?.floorWeeks ?? 0,
    basis: rule?.basis ?? 'gross-weekly',
    testedAt: rule?.testedAt ?? 'period-end',
    less: [
      ...(rule?.lessLiabilities === false ? [] : ['owed' as const]),
      ...(rule?.lessEarmarks === false ? [] : ['aside' as const]),
    ],
    backDays: rule?.payBackWithinDays ?? 0,
    source: rule?.source ?? '',
  };
}

/** How much may be kept. */
export function SurplusPart({ view }: PartProps) {
  const { profile } = view;
  const own = words.surplusForm;
  const form = usePart<SurplusText>(view, {
    initial: surplusText(profile.surplus),
    read: (values) => {
      const { surplus: _surplus, ...rest } = profile;
      if (values.has === 'no') return { ok: true, value: rest };
      const read = checkFields({
        keepWeeks: readNumber(values.keepWeeks, 0, 104, own.keepEmpty),
        floorWeeks:
          values.keepWeeks !== null && values.floorWeeks !== null && values.floorWeeks > values.keepWeeks
            ? { ok: false as const, message: own.floorAbove }
            : readNumber(values.floorWeeks, 0, 104, own.floorEmpty),
        backDays: readNumber(values.backDays, 0, 366, own.backEmpty),
      });
      if (!read.ok) return read;
      const { keepWeeks, floorWeeks, backDays } = read.value;
      const surplus: Surplus = {
        keepWeeks,
        ...(floorWeeks === 0 ? {} : { floorWeeks }),
        basis: values.basis,
        testedAt: values.testedAt,
        lessLiabilities: values.less.includes('owed'),
        lessEarmarks: values.less.includes('aside'),
        ...(backDays === 0 ? {} : { payBackWithinDays: backDays }),
        ...(profile.surplus?.terms === undefined ? {} : { terms: profile.surplus.terms }),
        source: oneLine(values.source),
      };
      return { ok: true, value: { ...rest, surplus } };
    },
  });
  return (
    <PartForm form={form}>
      <RadioGroup<'no' | 'yes'>
        label={own.has}
        {...form.field('has')}
        choices={[
          { value: 'no', label: own.no },
          { value: 'yes', label: own.yes },
        ]}
      />
      {form.values.has === 'no' ? null : (
        <>
          <NumberField label={own.keep} least={0} most={104} {...form.field('keepWeeks')} />
          <NumberField
            label={own.floor}
            hint={own.floorHint}
            least={0}
            most={104}
            {...form.field('floorWeeks')}
          />
          <RadioGroup<Surplus['basis']>
            label={own.basis}
            {...form.field('basis')}
            choices={[
              { value: 'gross-weekly', label: shown.basis['gross-weekly'] },
              { value: 'net-weekly', label: shown.basis['net-weekly'] },
            ]}
          />
          <RadioGroup<Surplus['testedAt']>
            label={own.tested}
            {...form.field('testedAt')}
            choices={[
              { value: 'period-end', label: shown.tested['period-end'] },
              { value: 'year-end', label: shown.tested['year-end'] },
            ]}
          />
          <CheckboxGroup<'owed' | 'aside'>
            label={own.less}
            {...form.field('less')}
            choices={[
              { value: 'owed', label: own.owed },
              { value: 'aside', label: own.aside },
            ]}
          />
          <NumberField
            label={own.back}
            hint={own.backHint}
            least={0}
            most={366}
            {...form.field('backDays')}
          />
          <SourceField {...form.field('source')} />
        </>
      )}
    </PartForm>
  );
}

/** What is signed, by whom, and how the return is sent. */
export function SignPart({ view }: PartProps) {
  const { profile } = view;
  const own = words.signForm;
  const form = usePart(view, {
    initial: {
      declaration: profile.declaration ?? '',
      declarationSource: profile.declarationSource ?? '',
      signers: profile.signers as readonly ReturnProfile['signers'][number][],
      delivery: profile.delivery as readonly ReturnProfile['delivery'][number][],
      deliverySource: profile.deliverySource,
    },
    read: (values) => {
      const read = checkFields({ declaration: fine(oneLine(values.declaration)) });
      if (!read.ok) return read;
      const { declaration: _old, declarationSource: _oldSource, ...rest } = profile;
      const { declaration } = read.value;
      return {
        ok: true,
        value: {
          ...rest,
          ...(declaration === ''
            ? {}
            : { declaration, declarationSource: oneLine(values.declarationSource) }),
          signers: [...values.signers],
          delivery: [...values.delivery],
          deliverySource: oneLine(values.deliverySource),
        },
      };
    },
  });
  return (
    <PartForm form={form}>
      <TextArea label={own.declaration} hint={own.declarationHint} optional {...form.field('declaration')} />
      <SourceField of={shown.declaration} {...form.field('declarationSource')} />
      <CheckboxGroup
        label={own.signers}
        {...form.field('signers')}
        choices={SIGNERS.map((value) => ({ value, label: signerNames[value] }))}
      />
      <CheckboxGroup
        label={own.delivery}
        {...form.field('delivery')}
        choices={DELIVERY_WAYS.map((value) => ({ value, label: deliveryWays[value] }))}
      />
      <SourceField of={shown.delivery} {...form.field('deliverySource')} />
    </PartForm>
  );
}
