import type { Agreement, HouseholdRecord } from '@shared/api/household';
import { formatPounds } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { answerOf, api, client } from '../../api/client';
import { AlertDialog } from '../../components/alert-dialog';
import { Button } from '../../components/button';
import { DateField } from '../../components/date-field';
import { Form } from '../../components/form';
import { HoursField } from '../../components/hours-field';
import { LinkButton } from '../../components/link-button';
import { MoneyField } from '../../components/money-field';
import { NumberField } from '../../components/number-field';
import { RadioGroup } from '../../components/radio-group';
import { Select } from '../../components/select';
import { SummaryList } from '../../components/summary-list';
import { TextField } from '../../components/text-field';
import { showToast } from '../../components/toast';
import { useForm } from '../../components/use-form';
import { WaitingLine } from '../../components/waiting-line';
import { common, lower } from '../../text/common';
import { frequencies, funderKinds, agreement as words } from '../../text/household';
import { problemsFor, sentenceFor } from '../../text/refusals';
import { AgreementCategories } from './agreement-categories';
import { type AgreementText, agreementText, checkAgreement } from './agreement-values';
import { type Home, RecordPage } from './record-page';
import { useSaved } from './use-household';

type Frequency = Agreement['frequency'];
const FREQUENCIES: readonly Frequency[] = ['weekly', 'two-weekly', 'four-weekly', 'monthly'];
const FUNDERS: readonly Agreement['funderKind'][] = [
  'council',
  'icb',
  'hsc-trust',
  'ilf',
  'access-to-work',
  'own-money',
];

/** The agreements: the first one straight as a form, then a list. */
export function AgreementsPage({ home }: { readonly home: Home }) {
  return (
    <RecordPage title={words.title} sub={words.sub} home={home}>
      {(record) =>
        record.agreements.length === 0 ? (
          <AgreementLoader record={record} home={home} existing={undefined} />
        ) : (
          <>
            <SummaryList
              rows={record.agreements.map((one) => ({
                label: one.funderName,
                value: words.paid(formatPounds(one.amount), lower(frequencies[one.frequency])),
                changeTo: `${home}/agreements/${one.id}`,
              }))}
            />
            <div className="actions">
              <LinkButton to={`${home}/agreements/new`}>{words.add}</LinkButton>
            </div>
          </>
        )
      }
    </RecordPage>
  );
}

export function AgreementPage({ home }: { readonly home: Home }) {
  const { id } = useParams();
  return (
    <RecordPage title={words.newTitle} sub={words.sub} home={home}>
      {(record) => (
        <AgreementLoader
          record={record}
          home={home}
          existing={record.agreements.find((one) => one.id === id)}
        />
      )}
    </RecordPage>
  );
}

type FormProps = {
  readonly record: HouseholdRecord;
  readonly home: Home;
  readonly existing: Agreement | undefined;
};
type Profiles = readonly { readonly key: string; readonly name: string }[];

function AgreementLoader(props: FormProps) {
  const profiles = useQuery({ ...api.household.returnProfiles.queryOptions(), throwOnError: true }).data;
  return profiles === undefined ? (
    <WaitingLine>{common.loading}</WaitingLine>
  ) : (
    <AgreementForm {...props} profiles={profiles} />
  );
}

function AgreementForm({ record, home, existing, profiles }: FormProps & { readonly profiles: Profiles }) {
  const householdId = record.id;
  const saved = useSaved(home);
  const [asking, setAsking] = useState(false);
  const initial = agreementText(existing, profiles);
  const form = useForm<AgreementText, Omit<Agreement, 'id'>>({
    initial,
    check: checkAgreement,
    send: async (read) => {
      const agreement = { ...read, id: existing?.id ?? null };
      const answer = await answerOf(client.household.saveAgreement({ householdId, agreement }));
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  const remove = async (id: string) => {
    setAsking(false);
    const answer = await answerOf(client.household.removeAgreement({ householdId, id }));
    if (answer.ok) await saved();
    else showToast(sentenceFor(answer));
  };
  const id = existing?.id ?? undefined;
  const unit = form.values.everyUnit;
  return (
    <>
      <Form
        form={form}
        actions={
          <>
            <Button kind="primary" type="submit" pending={form.pending}>
              {words.save}
            </Button>
            {id === undefined ? null : (
              <Button kind="quiet" onPress={() => setAsking(true)}>
                {words.remove}
              </Button>
            )}
          </>
        }
      >
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

        <h2 className="form-part">{words.partMoney}</h2>
        <MoneyField label={words.amount} {...form.field('amount')} />
        <RadioGroup<Frequency>
          label={words.frequency}
          {...form.field('frequency')}
          choices={FREQUENCIES.map((value) => ({ value, label: frequencies[value] }))}
        />
        <DateField
          label={words.firstPaymentOn}
          hint={words.firstPaymentHint}
          {...form.field('firstPaymentOn')}
        />
        <MoneyField
          label={words.contribution}
          hint={words.contributionHint}
          {...form.field('contribution')}
        />
        <RadioGroup<Agreement['amountBasis']>
          label={words.amountBasis}
          {...form.field('amountBasis')}
          choices={[
            { value: 'net', label: words.net },
            { value: 'gross', label: words.gross },
          ]}
        />
        <HoursField label={words.weeklyMinutes} hint={words.weeklyHint} {...form.field('weeklyMinutes')} />

        <div className="form-part">
          <h2>{words.partPlan}</h2>
          <p className="quiet">{words.partPlanSub}</p>
        </div>
        <AgreementCategories {...form.field('categories')} />

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

        <div className="form-part">
          <h2>{words.partReturn}</h2>
          <p className="quiet">{words.partReturnSub}</p>
        </div>
        <Select
          label={words.returnProfile}
          {...form.field('returnProfile')}
          choices={profiles.map((one) => ({ value: one.key, label: one.name }))}
        />
        <RadioGroup<'months' | 'weeks'>
          label={words.returnEvery}
          {...form.field('everyUnit')}
          choices={[
            { value: 'months', label: words.everyMonths },
            { value: 'weeks', label: words.everyWeeks },
          ]}
        />
        <NumberField
          label={words.everyCount(unit)}
          least={1}
          most={unit === 'months' ? 12 : 52}
          {...form.field('everyCount')}
        />
        <DateField label={words.returnStartsOn} {...form.field('returnStartsOn')} />
        <NumberField label={words.returnDueDays} least={0} most={365} {...form.field('returnDueDays')} />
        <MoneyField label={words.receiptsOver} hint={words.receiptsHint} {...form.field('receiptsOver')} />
      </Form>
      {id === undefined ? null : (
        <AlertDialog
          open={asking}
          title={words.removeTitle(existing?.funderName ?? '')}
          doLabel={words.remove}
          onDo={() => void remove(id)}
          onClose={() => setAsking(false)}
          danger
        >
          <p>{words.removeBody}</p>
        </AlertDialog>
      )}
    </>
  );
}
