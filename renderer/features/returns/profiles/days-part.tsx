import type { PeriodLength, ReturnProfile } from '@shared/returns/profile';
import { checkFields } from '../../../components/check-fields';
import { NumberField } from '../../../components/number-field';
import { PeriodFields } from '../../../components/period-fields';
import { type PeriodText, periodText, readPeriod } from '../../../components/period-text';
import { RadioGroup } from '../../../components/radio-group';
import { fine, readNumber } from '../../../components/read-more';
import { builder as words } from '../../../text/profile-builder';
import { oneProfile as shown } from '../../../text/profiles';
import { PartForm, type PartProps, SourceField, usePart } from './builder-form';
import { oneLine } from './part-values';

type DaysText = {
  readonly period: PeriodText;
  readonly periodSource: string;
  readonly due: ReturnProfile['due']['after'];
  readonly dueDays: number | null;
  readonly dueSource: string;
  readonly review: 'no' | 'yes';
  readonly reviewCount: number | null;
  readonly reviewUnit: PeriodLength['unit'];
  readonly reviewAgain: number | null;
  readonly reviewSource: string;
};

/** What is typed of the days of a profile. */
function daysText({ period, periodSource, due, dueSource, review }: ReturnProfile): DaysText {
  return {
    period: periodText(period),
    periodSource,
    due: due.after,
    dueDays: due.after === 'told' ? 28 : due.days,
    dueSource,
    review: review === undefined ? 'no' : 'yes',
    reviewCount: review?.first.count ?? 12,
    reviewUnit: review?.first.unit ?? 'weeks',
    reviewAgain: review === undefined ? 12 : (review.thenMonths ?? 0),
    reviewSource: review?.source ?? '',
  };
}

function read(profile: ReturnProfile, values: DaysText) {
  const hasReview = values.review === 'yes';
  const found = checkFields({
    period: readPeriod(values.period),
    dueDays: values.due === 'told' ? fine(0) : readNumber(values.dueDays, 0, 366, words.dueDaysEmpty),
    reviewCount: hasReview
      ? readNumber(values.reviewCount, 1, values.reviewUnit === 'weeks' ? 104 : 24, words.reviewCountEmpty)
      : fine(1),
    reviewAgain: hasReview ? readNumber(values.reviewAgain, 0, 60, words.reviewAgainEmpty) : fine(0),
  });
  if (!found.ok) return found;
  const { review: _review, ...rest } = profile;
  const { period, dueDays, reviewCount, reviewAgain } = found.value;
  const changed: ReturnProfile = {
    ...rest,
    period,
    periodSource: oneLine(values.periodSource),
    due: values.due === 'told' ? { after: 'told' } : { after: values.due, days: dueDays },
    dueSource: oneLine(values.dueSource),
    ...(hasReview
      ? {
          review: {
            first: { unit: values.reviewUnit, count: reviewCount },
            ...(reviewAgain === 0 ? {} : { thenMonths: reviewAgain }),
            source: oneLine(values.reviewSource),
          },
        }
      : {}),
  };
  return { ok: true as const, value: changed };
}

/** How long a return is, when it must be there, and when they look at everything. */
export function DaysPart({ view }: PartProps) {
  const { profile } = view;
  const form = usePart<DaysText>(view, {
    initial: daysText(profile),
    read: (values) => read(profile, values),
  });
  return (
    <PartForm form={form}>
      <PeriodFields {...form.field('period')} />
      <SourceField of={shown.period} {...form.field('periodSource')} />
      <RadioGroup<DaysText['due']>
        label={words.due}
        {...form.field('due')}
        choices={[
          { value: 'period-end', label: words.dueEnd },
          { value: 'request', label: words.dueRequest },
          { value: 'told', label: words.dueTold },
        ]}
      />
      {form.values.due === 'told' ? null : (
        <NumberField label={words.dueDays} least={0} most={366} {...form.field('dueDays')} />
      )}
      <SourceField of={shown.due} {...form.field('dueSource')} />
      <RadioGroup<'no' | 'yes'>
        label={words.review}
        {...form.field('review')}
        choices={[
          { value: 'no', label: words.reviewNo },
          { value: 'yes', label: words.reviewYes },
        ]}
      />
      {form.values.review === 'no' ? null : (
        <>
          <NumberField label={words.reviewCount} least={1} most={104} {...form.field('reviewCount')} />
          <RadioGroup<PeriodLength['unit']>
            label={words.reviewUnit}
            inline
            {...form.field('reviewUnit')}
            choices={[
              { value: 'weeks', label: words.weeks },
              { value: 'months', label: words.months },
            ]}
          />
          <NumberField
            label={words.reviewAgain}
            hint={words.reviewAgainHint}
            least={0}
            most={60}
            {...form.field('reviewAgain')}
          />
          <SourceField of={shown.review} {...form.field('reviewSource')} />
        </>
      )}
    </PartForm>
  );
}
