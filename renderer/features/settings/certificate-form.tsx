import type { Certificate, HouseholdRecord } from '@shared/api/household';
import { formatDay } from '@shared/dates';
import { useParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { fileToSend } from '../../api/files';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { DateField } from '../../components/date-field';
import { dateText } from '../../components/date-text';
import { FileField } from '../../components/file-field';
import { Form } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { RadioGroup } from '../../components/radio-group';
import { readText } from '../../components/read-fields';
import { fine, readChoice, readOptionalDate } from '../../components/read-more';
import { SummaryList } from '../../components/summary-list';
import { TextField } from '../../components/text-field';
import { useForm } from '../../components/use-form';
import { certificateKinds, certificate as words } from '../../text/household';
import { problemsFor } from '../../text/refusals';
import { type Home, RecordPage } from './record-page';
import { useSaved } from './use-household';

type Kind = Certificate['kind'];
const KINDS: readonly Kind[] = ['employers-liability-insurance', 'agreement-letter', 'other'];

export function CertificatesPage({ home }: { readonly home: Home }) {
  return (
    <RecordPage title={words.title} sub={words.sub} home={home}>
      {(record) => (
        <>
          {record.certificates.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <SummaryList
              rows={record.certificates.map((one) => ({
                label: one.name,
                value: [
                  certificateKinds[one.kind],
                  one.validTo === null ? '' : words.until(formatDay(one.validTo)),
                  one.fileHash === null ? words.noFile : words.hasFile,
                ]
                  .filter(Boolean)
                  .join(' · '),
                changeTo: `${home}/certificates/${one.id}`,
              }))}
            />
          )}
          <div className="actions">
            <LinkButton kind="primary" to={`${home}/certificates/new`}>
              {words.add}
            </LinkButton>
          </div>
        </>
      )}
    </RecordPage>
  );
}

export function CertificatePage({ home }: { readonly home: Home }) {
  const { id } = useParams();
  return (
    <RecordPage title={id === 'new' ? words.newTitle : words.title} sub={words.sub} home={home}>
      {(record) => (
        <CertificateForm
          record={record}
          home={home}
          existing={record.certificates.find((one) => one.id === id)}
        />
      )}
    </RecordPage>
  );
}

function CertificateForm(props: {
  readonly record: HouseholdRecord;
  readonly home: Home;
  readonly existing: Certificate | undefined;
}) {
  const { record, home, existing } = props;
  const saved = useSaved(`${home}/certificates`);
  const initial: {
    kind: Kind | '';
    name: string;
    validFrom: ReturnType<typeof dateText>;
    validTo: ReturnType<typeof dateText>;
    file: readonly File[];
  } = {
    kind: existing?.kind ?? '',
    name: existing?.name ?? '',
    validFrom: dateText(existing?.validFrom),
    validTo: dateText(existing?.validTo),
    file: [],
  };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        kind: readChoice(values.kind, words.kindEmpty),
        name: readText(values.name, words.nameEmpty),
        validFrom: readOptionalDate(values.validFrom, words.validFrom),
        validTo: readOptionalDate(values.validTo, words.validTo),
        file: fine(values.file[0]),
      }),
    send: async ({ file, ...read }) => {
      const answer = await answerOf(
        client.household.saveCertificate({
          householdId: record.id,
          certificate: { ...read, id: existing?.id ?? null, fileHash: existing?.fileHash ?? null },
          file: file === undefined ? null : await fileToSend(file),
        }),
      );
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  const chooseKind = (kind: Kind) => {
    form.set('kind', kind);
    if (form.values.name === '' && kind !== 'other') form.set('name', certificateKinds[kind]);
  };
  const kept = existing !== undefined && existing.fileHash !== null;
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      <RadioGroup<Kind>
        label={words.kind}
        {...form.field('kind')}
        onChange={chooseKind}
        choices={KINDS.map((value) => ({ value, label: certificateKinds[value] }))}
      />
      <TextField label={words.name} width="full" {...form.field('name')} />
      <DateField label={words.validFrom} optional {...form.field('validFrom')} />
      <DateField label={words.validTo} hint={words.validToHint} optional {...form.field('validTo')} />
      <FileField
        label={words.file}
        hint={kept ? words.fileKept : words.fileHint}
        accept={['image/jpeg', 'image/png', 'application/pdf']}
        largest={25_000_000}
        optional
        fieldId={form.field('file').fieldId}
        files={form.values.file}
        onChange={(file) => form.set('file', file)}
        error={form.field('file').error}
      />
    </Form>
  );
}
