import type { Coded, FileOut } from '@shared/api/common';
import type { AuthorityForm } from '@shared/api/packs';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { FileDown, PenLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { fileToSend, saveFile } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { AlertDialog } from '../../../components/alert-dialog';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { FileField } from '../../../components/file-field';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { announce } from '../../../components/live-region';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { readText } from '../../../components/read-fields';
import { TextField } from '../../../components/text-field';
import { type Checked, useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { formProblemWords, packRefusals, forms as words } from '../../../text/packs';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { oneReturn, periodWords } from '../../../text/returns';
import { type ReturnKey, returnPath, useDoing, useReturn, useReturnKey } from '../use-returns';

/** The authority’s own PDF forms: keep one, fill one in, say what goes where. */
export function FormsPage() {
  const key = useReturnKey();
  const { view } = useReturn(key);
  const householdId = useHouseholdId();
  const kept = useQuery({
    ...api.packs.forms.queryOptions({
      input: { householdId, agreementId: key?.agreementId ?? '' },
      enabled: key !== undefined,
    }),
    throwOnError: true,
  }).data;
  return (
    <Page
      title={words.title}
      sub={view === undefined ? '' : words.sub(view.funderName, periodWords(view.from, view.to))}
      backTo={key === undefined ? '/returns' : returnPath(key)}
      backLabel={words.back}
    >
      {key === undefined ? (
        <p>{oneReturn.gone}</p>
      ) : kept === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          <p>{words.intro}</p>
          {kept.length === 0 ? (
            <div className="section">
              <EmptyState title={words.none}>{words.noneBody}</EmptyState>
            </div>
          ) : (
            <section className="section" aria-labelledby="forms-kept">
              <h2 id="forms-kept">{words.yours}</h2>
              <ul className="packs-forms">
                {kept.map((form) => (
                  <OneForm key={form.id} form={form} of={key} />
                ))}
              </ul>
            </section>
          )}
          <AddForm of={key} />
        </>
      )}
    </Page>
  );
}

function OneForm({ form, of }: { readonly form: AuthorityForm; readonly of: ReturnKey }) {
  const householdId = useHouseholdId();
  const { busy, run } = useDoing();
  const [asking, setAsking] = useState(false);
  const [problems, setProblems] = useState<readonly Coded[]>([]);
  const fill = async () => {
    let made: { readonly file: FileOut; readonly problems: readonly Coded[] } | undefined;
    const done = await run(
      'fill',
      async () => {
        made = await client.packs.filledForm({ householdId, id: form.id, ...of });
        return made;
      },
      words.filled,
    );
    if (!done || made === undefined) return;
    saveFile(made.file);
    setProblems(made.problems);
  };
  return (
    <li className="packs-form stack">
      <h3>{form.name}</h3>
      <p className="quiet">{words.placed(form.placed)}</p>
      {problems.length === 0 ? null : (
        <Notice tone="attention" title={words.filledWith}>
          <ul>
            {problems.map((problem, index) => (
              <li key={index}>
                {sentenceFor({ code: problem.code, details: problem.values }, formProblemWords)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="button-row">
        {form.placed === 0 ? null : (
          <Button icon={FileDown} pending={busy === 'fill'} onPress={() => void fill()}>
            {words.fill(form.name)}
          </Button>
        )}
        <LinkButton to={`${returnPath(of)}/forms/${form.id}`} icon={PenLine}>
          {words.change(form.name)}
        </LinkButton>
        <Button kind="quiet" icon={Trash2} onPress={() => setAsking(true)}>
          {words.remove(form.name)}
        </Button>
      </div>
      <AlertDialog
        open={asking}
        title={words.removeTitle(form.name)}
        doLabel={words.remove(form.name)}
        keepLabel={words.keep}
        pending={busy === 'remove'}
        onDo={() =>
          void run('remove', () => client.packs.removeForm({ householdId, id: form.id }), words.removed)
        }
        onClose={() => setAsking(false)}
      >
        <p>{words.removeBody}</p>
      </AlertDialog>
    </li>
  );
}

type Values = { readonly name: string; readonly file: readonly File[] };
type Clean = { readonly name: string; readonly file: File };

function checkForm(values: Values): Checked<Values, Clean> {
  const name = readText(values.name, words.nameMissing);
  const [file] = values.file;
  const problems = {
    ...(name.ok ? {} : { name: name.message }),
    ...(file === undefined ? { file: words.fileMissing } : {}),
  };
  if (!name.ok || file === undefined) return { ok: false, problems };
  return { ok: true, value: { name: name.value, file } };
}

function AddForm({ of }: { readonly of: ReturnKey }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<Values, Clean>({
    initial: { name: '', file: [] },
    check: checkForm,
    send: async ({ name, file }) => {
      const answer = await answerOf(
        client.packs.addForm({
          householdId,
          agreementId: of.agreementId,
          name,
          file: await fileToSend(file),
        }),
      );
      if (!answer.ok) return answer;
      await queryClient.invalidateQueries();
      announce(answer.value.quietened ? `${words.added} ${words.quietened}` : words.added);
      void navigate(`${returnPath(of)}/forms/${answer.value.id}`);
      return { ok: true };
    },
    refusal: (refusal) => problemsFor(refusal, ['name', 'file'], packRefusals),
  });
  const { value: files, ...fileProps } = form.field('file');
  return (
    <section className="section" aria-labelledby="forms-add">
      <h2 id="forms-add">{words.add}</h2>
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.addDo}
          </Button>
        }
      >
        <TextField label={words.name} hint={words.nameHint} {...form.field('name')} />
        <FileField
          label={words.file}
          accept={['application/pdf']}
          largest={20_000_000}
          {...fileProps}
          files={files}
        />
      </Form>
    </section>
  );
}
