import type { ProfileView } from '@shared/api/profiles';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { fileToSend } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { FileField } from '../../../components/file-field';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { Page } from '../../../components/page';
import { readText } from '../../../components/read-fields';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { profiles as list, making as words } from '../../../text/profiles';
import { problemsFor } from '../../../text/refusals';
import { ProfileShell } from './profile-shell';
import { profilePath } from './use-profiles';

/** Making one’s own profile from another: it needs only a name. */
export function CopyPage() {
  return (
    <ProfileShell title={words.copyTitle} sub={(view) => words.copySub(view.name)}>
      {(view) => <CopyForm view={view} />}
    </ProfileShell>
  );
}

function CopyForm({ view }: { readonly view: ProfileView }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    initial: { name: '' },
    check: ({ name }) => checkFields({ name: readText(name, words.nameEmpty) }),
    send: async ({ name }) => {
      const answer = await answerOf(client.profiles.copy({ householdId, key: view.key, name }));
      if (answer.ok) {
        await queryClient.invalidateQueries();
        announce(words.made);
        void navigate(`${profilePath(answer.value.key)}/change`);
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['name']),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.make}
        </Button>
      }
    >
      <TextField label={words.name} hint={words.nameHint} width="full" {...form.field('name')} />
    </Form>
  );
}

type FileValues = { readonly file: readonly File[] };

/** Bringing in a profile from a file that someone handed over. */
export function ImportPage() {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<FileValues, File>({
    initial: { file: [] },
    check: ({ file: [file] }) =>
      file === undefined ? { ok: false, problems: { file: words.fileMissing } } : { ok: true, value: file },
    send: async (file) => {
      const sent = await fileToSend(file);
      const answer = await answerOf(client.profiles.importFile({ householdId, file: sent }));
      if (answer.ok) {
        await queryClient.invalidateQueries();
        announce(words.broughtIn);
        void navigate(profilePath(answer.value.key));
      }
      return answer;
    },
    refusal: (refusal) => problemsFor({ ...refusal, field: 'file' }, ['file']),
  });
  return (
    <Page title={words.importTitle} sub={words.importSub} backTo="/returns/profiles" backLabel={list.back}>
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.bringIn}
          </Button>
        }
      >
        <FileField
          label={words.file}
          accept={['.json']}
          largest={1_000_000}
          fieldId={form.field('file').fieldId}
          error={form.field('file').error}
          files={form.values.file}
          onChange={(file) => form.set('file', file)}
        />
      </Form>
    </Page>
  );
}
