import type { ReturnSending, SendingKind } from '@shared/api/packs';
import { formatDay, formatShortDay, type IsoDay } from '@shared/dates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { FileDown, Trash2 } from 'lucide-react';
import { answerOf, api, client } from '../../../api/client';
import { fileToSend, saveFile } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { FileField } from '../../../components/file-field';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { readDate } from '../../../components/read-fields';
import { Table } from '../../../components/table';
import { TextArea } from '../../../components/text-area';
import { TextField } from '../../../components/text-field';
import { type Checked, useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { forms, packRefusals, sendingNames, sendingLog as words } from '../../../text/packs';
import { problemsFor } from '../../../text/refusals';
import { periodWords } from '../../../text/returns';
import { returnPath, useDoing, useReturn, useReturnKey } from '../use-returns';

/** The log of a sealed return: how it went, what came back, and whether all is as it was sealed. */
export function LogPage() {
  const key = useReturnKey();
  const { view } = useReturn(key);
  const today = useQuery(api.workspace.status.queryOptions()).data?.today;
  return (
    <Page
      title={words.title}
      sub={view === undefined ? '' : forms.sub(view.funderName, periodWords(view.from, view.to))}
      backTo={key === undefined ? '/returns' : returnPath(key)}
      backLabel={words.back}
    >
      {view === undefined || today === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : view.returnId === null ? (
        <p>{words.notSent}</p>
      ) : (
        <Log returnId={view.returnId} today={today} />
      )}
    </Page>
  );
}

function Log({ returnId, today }: { readonly returnId: string; readonly today: IsoDay }) {
  const householdId = useHouseholdId();
  const input = { householdId, returnId };
  const rows = useQuery({ ...api.packs.sendings.queryOptions({ input }), throwOnError: true }).data;
  const files = useQuery({ ...api.packs.check.queryOptions({ input }), throwOnError: true }).data;
  const { busy, run } = useDoing();
  if (rows === undefined || files === undefined) return <WaitingLine>{common.loading}</WaitingLine>;
  const changed = files.filter((file) => !file.unchanged);
  const whole = changed.length === 0;
  return (
    <>
      <p className="packs-intro">{words.intro}</p>
      <Table
        caption={words.table}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { id: 'day', heading: words.day, cell: (row) => formatShortDay(row.day), isName: true },
          { id: 'what', heading: words.what, cell: (row) => sendingNames[row.kind] },
          { id: 'how', heading: words.how, cell: (row) => row.how },
          { id: 'to', heading: words.to, cell: (row) => row.sentTo },
          { id: 'reference', heading: words.reference, cell: (row) => row.reference },
          { id: 'note', heading: words.note, cell: (row) => row.note },
          {
            id: 'letter',
            heading: words.letter,
            kind: 'action',
            cell: (row) => (
              <Actions
                row={row}
                isFirst={row.id === returnId}
                busy={busy}
                run={run}
                householdId={householdId}
              />
            ),
          },
        ]}
      />
      <Notice tone={whole ? 'done' : 'wrong'} title={words.sealed}>
        <p>
          {whole
            ? words.sealedYes(files.length)
            : words.sealedNo(changed.map((file) => file.name).join(', '))}
        </p>
      </Notice>
      <AddToLog returnId={returnId} today={today} />
    </>
  );
}

function Actions(props: {
  readonly row: ReturnSending;
  readonly isFirst: boolean;
  readonly householdId: string;
  readonly busy: string | undefined;
  readonly run: ReturnType<typeof useDoing>['run'];
}) {
  const { row, isFirst, householdId, busy, run } = props;
  const { fileName } = row;
  return (
    <div className="button-row">
      {fileName === null ? null : (
        <Button
          kind="quiet"
          icon={FileDown}
          pending={busy === `save-${row.id}`}
          onPress={() =>
            void run(
              `save-${row.id}`,
              async () => saveFile(await client.packs.sendingFile({ householdId, id: row.id })),
              words.saveLetter(fileName),
            )
          }
        >
          {words.saveLetter(fileName)}
        </Button>
      )}
      {isFirst ? null : (
        <Button
          kind="quiet"
          icon={Trash2}
          pending={busy === row.id}
          onPress={() =>
            void run(row.id, () => client.packs.removeSending({ householdId, id: row.id }), words.removed)
          }
        >
          {words.remove(sendingNames[row.kind], formatDay(row.day))}
        </Button>
      )}
    </div>
  );
}

type Values = {
  readonly kind: SendingKind | '';
  readonly day: ReturnType<typeof dateText>;
  readonly how: string;
  readonly sentTo: string;
  readonly reference: string;
  readonly note: string;
  readonly file: readonly File[];
};
type Clean = Omit<Values, 'kind' | 'day' | 'file'> & {
  readonly kind: SendingKind;
  readonly day: IsoDay;
  readonly file: File | undefined;
};

const KINDS = (Object.entries(sendingNames) as [SendingKind, string][]).map(([value, label]) => ({
  value,
  label,
}));

function check(values: Values): Checked<Values, Clean> {
  const day = readDate(values.day, words.when);
  const { kind } = values;
  const problems = {
    ...(kind === '' ? { kind: words.kindMissing } : {}),
    ...(day.ok ? {} : { day: day.message }),
  };
  if (kind === '' || !day.ok) return { ok: false, problems };
  return { ok: true, value: { ...values, kind, day: day.value, file: values.file[0] } };
}

function AddToLog({ returnId, today }: { readonly returnId: string; readonly today: IsoDay }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const empty: Values = {
    kind: '',
    day: dateText(today),
    how: '',
    sentTo: '',
    reference: '',
    note: '',
    file: [],
  };
  const form = useForm<Values, Clean>({
    initial: empty,
    check,
    send: async ({ file, ...rest }) => {
      const answer = await answerOf(
        client.packs.addSending({
          householdId,
          returnId,
          ...rest,
          file: file === undefined ? null : await fileToSend(file),
        }),
      );
      if (!answer.ok) return answer;
      await queryClient.invalidateQueries();
      announce(words.added);
      for (const name of ['kind', 'how', 'sentTo', 'reference', 'note', 'file'] as const)
        form.set(name, empty[name]);
      return { ok: true };
    },
    refusal: (refusal) =>
      problemsFor(refusal, ['kind', 'day', 'how', 'sentTo', 'reference', 'note', 'file'], packRefusals),
  });
  const { value: files, ...fileProps } = form.field('file');
  return (
    <section className="section" aria-labelledby="log-add">
      <h2 id="log-add">{words.add}</h2>
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.addDo}
          </Button>
        }
      >
        <RadioGroup label={words.kind} {...form.field('kind')} choices={KINDS} />
        <DateField label={words.when} {...form.field('day')} />
        <TextField label={words.howLabel} optional {...form.field('how')} />
        <TextField label={words.toLabel} optional {...form.field('sentTo')} />
        <TextField label={words.referenceLabel} optional {...form.field('reference')} />
        <TextArea label={words.noteLabel} optional {...form.field('note')} />
        <FileField
          label={words.fileLabel}
          optional
          accept={['application/pdf', 'image/jpeg', 'image/png']}
          {...fileProps}
          files={files}
        />
      </Form>
    </section>
  );
}
