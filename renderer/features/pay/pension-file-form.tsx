import type { PensionFileFor, PensionFileNotes } from '@shared/api/pensions';
import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useId } from 'react';
import { answerOf, api, client } from '../../api/client';
import { saveFile } from '../../api/files';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { Form } from '../../components/form';
import { announce } from '../../components/live-region';
import { Notice } from '../../components/notice';
import { RadioGroup } from '../../components/radio-group';
import { readText } from '../../components/read-fields';
import { fine, readChoice } from '../../components/read-more';
import { TextField } from '../../components/text-field';
import { type Checked, useForm } from '../../components/use-form';
import { payRefusals } from '../../text/pay-problems';
import { pensionFileRefusals, pensionFile as words } from '../../text/pension-file';
import { problemsFor, sentenceFor } from '../../text/refusals';

type Kind = PensionFileFor['kind'];
const KINDS: readonly Kind[] = ['nest', 'peoples-pension', 'papdis'];

/** The kind of file that a provider takes, by the name the person gave the pension; empty where it does not tell. */
export function kindFor(provider: string): Kind | '' {
  if (/\bnest\b/i.test(provider)) return 'nest';
  if (/people[’']?s\s+pension|\btpp\b|b&ce/i.test(provider)) return 'peoples-pension';
  return /\b(smart|penfold|papdis)\b/i.test(provider) ? 'papdis' : '';
}

type Typed = {
  kind: Kind | '';
  employerReference: string;
  paymentSource: string;
  employerId: string;
  providerId: string;
  group: string;
  account: string;
  fileType: string;
  workerGroup: string;
};

/** Reads what the chosen kind of file asks for; the fields of others are left out. */
export function readPensionFile(values: Typed): Checked<Typed, PensionFileFor> {
  const needed = (code: string): string => sentenceFor({ code }, pensionFileRefusals);
  switch (values.kind) {
    case '':
      return checkFields({ kind: readChoice<'nest'>('', words.kindEmpty) }) as Checked<Typed, PensionFileFor>;
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

/** The file of one pension: what it leaves out, and the form to have it made. */
export function PensionFileForm(props: { readonly runId: string; readonly provider: string }) {
  const { runId, provider } = props;
  const householdId = useHouseholdId();
  const heading = useId();
  const notes = useQuery(
    api.pensions.fileNotes.queryOptions({ input: { householdId, runId, provider } }),
  ).data;
  // A pension without a name, noted long ago, has no file: there is nothing to find its payslips by.
  const isEmpty = notes !== undefined && notes.members === 0 && notes.refunds.length === 0;
  if (notes === undefined || (isEmpty && !notes.isCorrection)) return null;
  return (
    <section className="pension-file" aria-labelledby={heading}>
      <h2 id={heading}>{words.titleFor(provider)}</h2>
      <Refunds notes={notes} />
      {notes.isCorrection || notes.members === 0 ? (
        <p>{notes.isCorrection ? words.correction : words.onlyRefunds}</p>
      ) : (
        <FileForm runId={runId} provider={provider} />
      )}
    </section>
  );
}

function Refunds({ notes }: { readonly notes: PensionFileNotes }) {
  return notes.refunds.map((one) => (
    <Notice key={one.name} tone="attention" title={words.refundTitle(one.name)}>
      <p>{words.refund(one.own, one.employer)}</p>
    </Notice>
  ));
}

/** Asks for what the provider wants in the header of its file, and saves the file. Nothing typed here is kept. */
function FileForm(props: { readonly runId: string; readonly provider: string }) {
  const { runId, provider } = props;
  const householdId = useHouseholdId();
  const initial: Typed = {
    kind: kindFor(provider),
    employerReference: '',
    paymentSource: '',
    employerId: '',
    providerId: '',
    group: '',
    account: '',
    fileType: '',
    workerGroup: '',
  };
  const form = useForm<Typed, PensionFileFor>({
    initial,
    check: readPensionFile,
    send: async (file) => {
      const answer = await answerOf(client.pay.pensionFile({ householdId, runId, provider, file }));
      if (answer.ok) saveFile(answer.value);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial), payRefusals),
    done: () => announce(words.saved),
  });
  const { kind } = form.values;
  return (
    <>
      <p>{words.body}</p>
      <Notice title={words.checkTitle}>
        <p>{words.check}</p>
        <p>{kind === 'nest' ? words.dueDay : words.codes}</p>
      </Notice>
      <Form
        form={form}
        actions={
          <Button kind="secondary" type="submit" icon={Download} pending={form.pending}>
            {words.save}
          </Button>
        }
      >
        <RadioGroup<Kind>
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
              label={words.reference}
              hint={words.referenceHint}
              width="12"
              {...form.field('employerReference')}
            />
            <TextField label={words.source} hint={words.sourceHint} {...form.field('paymentSource')} />
          </>
        ) : null}
        {kind === 'papdis' ? (
          <>
            <TextField label={words.employerId} hint={words.employerIdHint} {...form.field('employerId')} />
            <TextField label={words.providerId} hint={words.providerIdHint} {...form.field('providerId')} />
            <TextField label={words.group} hint={words.groupHint} {...form.field('group')} />
          </>
        ) : null}
        {kind === 'peoples-pension' ? (
          <>
            <TextField label={words.account} hint={words.accountHint} {...form.field('account')} />
            <TextField label={words.fileType} hint={words.fileTypeHint} {...form.field('fileType')} />
            <TextField
              label={words.workerGroup}
              hint={words.workerGroupHint}
              {...form.field('workerGroup')}
            />
          </>
        ) : null}
      </Form>
    </>
  );
}
