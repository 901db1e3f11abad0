import type { Agreement, HouseholdRecord } from '@shared/api/household';
import type { ProfileSummary, ProfileView } from '@shared/api/profiles';
import { formatPounds } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useParams } from 'react-router';
import { answerOf, api, client } from '../../api/client';
import { AlertDialog } from '../../components/alert-dialog';
import { Button } from '../../components/button';
import { Form } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { SummaryList } from '../../components/summary-list';
import { showToast } from '../../components/toast';
import { useForm } from '../../components/use-form';
import { WaitingLine } from '../../components/waiting-line';
import { common, lower } from '../../text/common';
import { frequencies, agreement as words } from '../../text/household';
import { problemsFor, sentenceFor } from '../../text/refusals';
import { AgreementCategories } from './agreement-categories';
import { FunderPart, MoneyPart, SurplusPart } from './agreement-parts';
import { ReturnPart } from './agreement-return';
import { type AgreementText, agreementText, checkAgreement } from './agreement-values';
import { type Home, RecordPage } from './record-page';
import { SurplusRuleLink } from './surplus-rule-link';
import { useSaved } from './use-household';

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

function AgreementLoader(props: FormProps) {
  const input = { householdId: props.record.id };
  const profiles = useQuery({ ...api.profiles.list.queryOptions({ input }), throwOnError: true }).data;
  return profiles === undefined ? (
    <WaitingLine>{common.loading}</WaitingLine>
  ) : (
    <AgreementForm {...props} profiles={profiles} />
  );
}

type Profiles = readonly ProfileSummary[];

function AgreementForm({ record, home, existing, profiles }: FormProps & { readonly profiles: Profiles }) {
  const householdId = record.id;
  const saved = useSaved(home);
  const [asking, setAsking] = useState(false);
  const tiers = useRef<ProfileView['profile']['tiers']>([]);
  const initial = agreementText(existing, profiles);
  const form = useForm<AgreementText, Omit<Agreement, 'id'>>({
    initial,
    check: (values) => checkAgreement(values, tiers.current),
    send: async (read) => {
      const agreement = { ...read, id: existing?.id ?? null };
      const answer = await answerOf(client.household.saveAgreement({ householdId, agreement }));
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  const key = form.values.returnProfile;
  const chosen = useQuery(
    api.profiles.get.queryOptions({ input: { householdId, key }, enabled: key !== '' }),
  ).data;
  tiers.current = chosen?.profile.tiers ?? [];
  const remove = async (id: string) => {
    setAsking(false);
    const answer = await answerOf(client.household.removeAgreement({ householdId, id }));
    if (answer.ok) await saved();
    else showToast(sentenceFor(answer));
  };
  const id = existing?.id ?? undefined;
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
        <FunderPart form={form} />
        <MoneyPart form={form} />
        <div className="form-part">
          <h2>{words.partPlan}</h2>
          <p className="quiet">{words.partPlanSub}</p>
        </div>
        <AgreementCategories {...form.field('categories')} />
        <SurplusPart form={form} />
        {id === undefined ? null : <SurplusRuleLink agreementId={id} />}
        <ReturnPart form={form} profiles={profiles} chosen={chosen?.key === key ? chosen : undefined} />
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
