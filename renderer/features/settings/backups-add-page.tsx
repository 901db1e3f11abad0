import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, api, client } from '../../api/client';
import { lookInFolder } from '../../api/folders';
import { Button } from '../../components/button';
import { FolderField } from '../../components/folder-field';
import { Form } from '../../components/form';
import { Page } from '../../components/page';
import { useForm } from '../../components/use-form';
import { placeName, addPlace as words } from '../../text/backups';
import { problemsFor } from '../../text/refusals';

/** Chooses another folder, disk or stick that each backup is copied to. */
export function BackupsAddPage() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const added = useRef<{ readonly added: string; readonly copied: boolean } | undefined>(undefined);
  const form = useForm<{ folder: string }, { folder: string }>({
    initial: { folder: '' },
    check: (values) =>
      values.folder.trim() === ''
        ? { ok: false, problems: { folder: words.empty } }
        : { ok: true, value: { folder: values.folder.trim() } },
    send: async (read) => {
      const answer = await answerOf(client.backups.addPlace(read));
      if (!answer.ok) return answer;
      const view = await queryClient.fetchQuery(api.backups.view.queryOptions());
      const place = view.places.find((one) => one.id === answer.value.placeId);
      added.current = { added: placeName(place?.folder ?? read.folder), copied: place?.state === 'good' };
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['folder']),
    done: () => {
      void queryClient.invalidateQueries();
      void navigate('/settings/backups', { state: added.current });
    },
  });
  return (
    <Page title={words.title} sub={words.sub} backTo="/settings/backups" backLabel={words.back}>
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.go}
          </Button>
        }
      >
        <FolderField
          label={words.folder}
          hint={words.hint}
          look={lookInFolder}
          pick="folder"
          {...form.field('folder')}
        />
        <p>{words.locked}</p>
      </Form>
    </Page>
  );
}
