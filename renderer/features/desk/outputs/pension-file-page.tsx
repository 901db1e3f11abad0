import type { PensionHeader } from '@shared/api/outputs';
import type { PensionFileFor } from '@shared/api/pensions';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api, client, refusalOf } from '../../../api/client';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { readText } from '../../../components/read-fields';
import { fine, readChoice } from '../../../components/read-more';
import { TextField } from '../../../components/text-field';
import { type Checked, useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { pensionFiles as words } from '../../../text/desk/outputs';
import { pensionFileRefusals } from '../../../text/pension-file';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { type TypedHeader, typedHeader } from './pension-header';

const HOME = '/desk/outputs/pensions';
const KINDS: readonly PensionFileFor['kind'][] = ['nest', 'peoples-pension', 'papdis'];

/** What one provider asks for in the file of one household. */
export function PensionFilePage() {
  const { householdId = '', provider = '' } = useParams();
  const query = useQuery({
    ...api.outputs.pensionHeader.queryOptions({ input: { householdId, provider } }),
    throwOnError: (error) => refusalOf(error) === undefined,
  });
  const found = query.data;
  if (query.isError)
    return (
      <Page title={words.goneTitle} backTo={HOME} backLabel={words.backToList}>
        <EmptyState title={words.goneTitle}>{words.gone}</EmptyState>
      </Page>
    );
  return (
    <Page
      title={words.formTitle(provider)}
      sub={found === undefined ? undefined : words.formSub(found.household)}
      backTo={HOME}
      backLabel={words.backToList}
    >
      {found === undefined ? <WaitingLine>{common.loading}</WaitingLine> : <HeaderForm pension={found} />}
    </Page>
  );
}

/** Reads what the chosen kind of file asks for; the fields of others are left out. */
function readHeader(values: TypedHeader): Checked<TypedHeader, PensionFileFor> {
  const needed = (code: string): string => sentenceFor({ code }, pensionFileRefusals);
  switch (values.kind) {
    case '':
      return checkFields({ kind: readChoice<'nest'>('', words.kindMissing) }) as Checked<
        TypedHeader,
        PensionFileFor
      >;
    case 'nest':
      return checkFields({
        kind: fine('nest' as const),
        employerReference: readText(values.employerReference, needed('nest.employer-reference-wrong')),
        paymentSource: readText(values.paymentSource, needed('nest.payment-source-missing')),
      });
    case 'papdis':
      return checkFields({
        kind: fine('papdis' as const),
        employerId: readText(values.employerId, needed('papdis.employer-missing')),
        providerId: fine(values.providerId),
        group: fine(values.group),
      });
    case 'peoples-pension':
      return checkFields({
        kind: fine('peoples-pension' as const),
        account: readText(values.account, needed('peoples-pension.account-missing')),
        fileType: readText(values.fileType, needed('peoples-pension.file-type-missing')),
        workerGroup: readText(values.workerGroup, needed('peoples-pension.group-missing')),
      });
  }
}

function HeaderForm({ pension }: { readonly pension: PensionHeader }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { householdId, provider } = pension;
  const initial = typedHeader(pension);
  const form = useForm<TypedHeader, PensionFileFor>({
    initial,
    check: readHeader,
    send: async (header) => {
      const answer = await answerOf(client.outputs.savePensionHeader({ householdId, provider, header }));
      if (!answer.ok) return answer;
      await queryClient.invalidateQueries();
      announce(words.saved);
      void navigate(HOME);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial), pensionFileRefusals),
  });
  const { kind } = form.values;
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      <p>{words.kept}</p>
      <RadioGroup<PensionFileFor['kind']>
        label={words.kind}
        {...form.field('kind')}
        choices={KINDS.map((value) => ({
          value,
          label: words.kinds[value][0],
          note: words.kinds[value][1],
        }))}
      />
      {kind === 'nest' ? (
        <>
          <TextField
            label={words.reference1}
            hint={words.reference1Hint}
            width="12"
            {...form.field('employerReference')}
          />
          <TextField label={words.source} hint={words.sourceHint} {...form.field('paymentSource')} />
        </>
      ) : null}
      {kind === 'papdis' ? (
        <>
          <TextField label={words.employerId} hint={words.employerIdHint} {...form.field('employerId')} />
          <TextField
            label={words.providerId}
            hint={words.providerIdHint}
            optional
            {...form.field('providerId')}
          />
          <TextField label={words.group} hint={words.groupHint} optional {...form.field('group')} />
        </>
      ) : null}
      {kind === 'peoples-pension' ? (
        <>
          <TextField label={words.account} hint={words.accountHint} {...form.field('account')} />
          <TextField label={words.fileType} hint={words.fileTypeHint} {...form.field('fileType')} />
          <TextField label={words.workerGroup} hint={words.workerGroupHint} {...form.field('workerGroup')} />
        </>
      ) : null}
    </Form>
  );
}
