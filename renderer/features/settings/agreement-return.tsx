import type { ProfileSummary, ProfileView } from '@shared/api/profiles';
import { formatDay } from '@shared/dates';
import { formatPounds, pence, poundsString } from '@shared/money';
import { Button } from '../../components/button';
import { DateField } from '../../components/date-field';
import { LinkButton } from '../../components/link-button';
import { announce } from '../../components/live-region';
import { MoneyField } from '../../components/money-field';
import { Notice } from '../../components/notice';
import { NumberField } from '../../components/number-field';
import { PeriodFields } from '../../components/period-fields';
import { periodText } from '../../components/period-text';
import { RadioGroup } from '../../components/radio-group';
import { Select } from '../../components/select';
import type { Form } from '../../components/use-form';
import { agreement as words } from '../../text/household';
import { periodRuleWords } from '../../text/periods';
import type { AgreementText } from './agreement-values';

type Profile = ProfileView['profile'];

/** From how much on the profile wants receipts, in pence. */
function receiptsFrom(profile: Profile): number {
  const rule = profile.evidence.find((one) => one.kind === 'line' && one.wanted.includes('receipt'));
  return rule?.kind === 'line' ? rule.overPence : 0;
}

/** The return that the funder asks for: whose form, which tier, how long, when it is due. */
export function ReturnPart(props: {
  readonly form: Form<AgreementText>;
  readonly profiles: readonly ProfileSummary[];
  /** The chosen one, once it is here. */
  readonly chosen: ProfileView | undefined;
}) {
  const { form, profiles, chosen } = props;
  const profile = chosen?.profile;
  return (
    <>
      <div className="form-part">
        <h2>{words.partReturn}</h2>
        <p className="quiet">{words.partReturnSub}</p>
      </div>
      <Select
        label={words.returnProfile}
        hint={words.returnProfileHint}
        {...form.field('returnProfile')}
        choices={profiles.map((one) => ({
          value: one.key,
          label: one.name,
          ...(one.kind === 'own' ? { note: words.profileOwn } : {}),
        }))}
      />
      {profile === undefined ? null : <WhatItSays form={form} profile={profile} />}
      {profile === undefined || profile.tiers.length === 0 ? null : (
        <RadioGroup
          label={words.tier}
          {...form.field('returnTier')}
          choices={[
            { value: 'none', label: words.tierNotKnown },
            ...profile.tiers.map(({ id, name, hint }) => ({
              value: id,
              label: name,
              ...(hint === undefined ? {} : { note: hint }),
            })),
          ]}
        />
      )}
      <PeriodFields {...form.field('period')} />
      <DateField label={words.returnStartsOn} {...form.field('returnStartsOn')} />
      <NumberField label={words.returnDueDays} least={0} most={365} {...form.field('returnDueDays')} />
      <MoneyField label={words.receiptsOver} hint={words.receiptsHint} {...form.field('receiptsOver')} />
    </>
  );
}

/** What the chosen profile says of period, deadline and receipts, to take over in one press. */
function WhatItSays({ form, profile }: { readonly form: Form<AgreementText>; readonly profile: Profile }) {
  const tier = profile.tiers.find((one) => one.id === form.values.returnTier);
  const period = tier?.period ?? profile.period;
  const over = pence(receiptsFrom(profile));
  const { due, surplus } = profile;
  const take = () => {
    form.set('period', periodText(period));
    if (due.after !== 'told') form.set('returnDueDays', due.days);
    form.set('receiptsOver', poundsString(over));
    if (surplus !== undefined) {
      form.set('surplus', surplus.keepWeeks === 0 ? 'no' : 'yes');
      form.set('surplusWeeks', Math.max(1, surplus.keepWeeks));
      form.set('surplusTested', surplus.testedAt);
    }
    announce(words.taken(profile.name));
  };
  return (
    <Notice
      tone="note"
      title={words.profileSays(profile.name)}
      action={
        <span className="row">
          <Button onPress={take}>{words.takeOver}</Button>
          <LinkButton kind="quiet" to={`/returns/profiles/${profile.id}`}>
            {words.lookAtProfile}
          </LinkButton>
        </span>
      }
    >
      <p>{words.saysPeriod(periodRuleWords(period))}</p>
      <p>{words.saysDue(due.after, due.after === 'told' ? 0 : due.days)}</p>
      <p>{words.saysReceipts(over === 0 ? '' : formatPounds(over))}</p>
      <p>{surplus === undefined ? words.saysNoSurplus : words.saysSurplus(surplus.keepWeeks)}</p>
      <p className="quiet">{words.saysSeen(formatDay(profile.seenOn))}</p>
    </Notice>
  );
}
