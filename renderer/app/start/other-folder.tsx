import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api, client } from '../../api/client';
import { lookInFolder } from '../../api/folders';
import { Button } from '../../components/button';
import { FolderField } from '../../components/folder-field';
import { Form } from '../../components/form';
import { useForm } from '../../components/use-form';
import { problemsFor } from '../../text/refusals';
import { failure as words } from '../../text/workspace';
import { PlainPage } from '../plain-page';

/** The records are in another folder: which one. */
export function OtherFolder(props: { readonly start: string; readonly onBack: () => void }) {
  const queryClient = useQueryClient();
  const form = useForm({
    initial: { folder: props.start },
    check: ({ folder }) =>
      folder.trim() === ''
        ? { ok: false, problems: { folder: words.elsewhereEmpty } }
        : { ok: true, value: folder.trim() },
    send: async (folder) => {
      const answer = await answerOf(client.restore.openAt({ folder }));
      if (answer.ok) queryClient.setQueryData(api.workspace.status.queryKey(), answer.value);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['folder']),
  });
  return (
    <PlainPage title={words.elsewhereTitle} sub={words.elsewhereSub}>
      <Form
        form={form}
        actions={
          <>
            <Button kind="primary" type="submit" pending={form.pending}>
              {words.elsewhereGo}
            </Button>
            <Button kind="quiet" onPress={props.onBack}>
              {words.back}
            </Button>
          </>
        }
      >
        <FolderField
          label={words.elsewhereLabel}
          pick="folder"
          look={lookInFolder}
          {...form.field('folder')}
        />
      </Form>
    </PlainPage>
  );
}
