import type { DeskView } from '@shared/api/desk';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Bookmark, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { AlertDialog } from '../../../components/alert-dialog';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { Dialog } from '../../../components/dialog';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { readText } from '../../../components/read-fields';
import { TextField } from '../../../components/text-field';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { deskViews as words } from '../../../text/desk/list';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { choosesAll, type DeskChosen, filterOf, pathOf } from './desk-filter';

const pathOfView = (view: DeskView): string => pathOf({ ...view.filter, order: view.order, offset: 0 });

/** Choices of households that are kept by name, and keeping the one that is shown. */
export function KeptLists({ chosen }: { readonly chosen: DeskChosen }) {
  const queryClient = useQueryClient();
  const views = useQuery(api.desk.views.queryOptions()).data ?? [];
  const [keeps, setKeeps] = useState(false);
  const [leaving, setLeaving] = useState<DeskView | undefined>();
  const now = pathOf({ ...chosen, offset: 0 });
  const shown = views.find((view) => pathOfView(view) === now);
  const remove = async (view: DeskView) => {
    const answer = await answerOf(client.desk.removeView({ id: view.id }));
    setLeaving(undefined);
    if (answer.ok) announce(words.removed(view.name));
    else showToast(sentenceFor(answer));
    await queryClient.invalidateQueries();
  };
  return (
    <div className="desk-lists">
      {views.length === 0 ? null : (
        <nav aria-label={words.label}>
          <ul>
            {views.map((view) => (
              <li key={view.id}>
                <Link to={pathOfView(view)} aria-current={view === shown ? 'true' : undefined}>
                  {view.name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {shown === undefined ? (
        choosesAll(chosen) ? null : (
          <Button kind="quiet" flush icon={Bookmark} onPress={() => setKeeps(true)}>
            {words.keep}
          </Button>
        )
      ) : (
        <Button
          kind="quiet"
          flush
          icon={Trash2}
          name={words.removeNamed(shown.name)}
          onPress={() => setLeaving(shown)}
        >
          {words.remove}
        </Button>
      )}
      {keeps ? <KeepDialog chosen={chosen} onClose={() => setKeeps(false)} /> : null}
      <AlertDialog
        open={leaving !== undefined}
        title={words.removeTitle(leaving?.name ?? '')}
        doLabel={words.removeGo}
        onDo={() => (leaving === undefined ? undefined : void remove(leaving))}
        onClose={() => setLeaving(undefined)}
      >
        {words.removeBody}
      </AlertDialog>
    </div>
  );
}

function KeepDialog({ chosen, onClose }: { readonly chosen: DeskChosen; readonly onClose: () => void }) {
  const queryClient = useQueryClient();
  const form = useForm({
    initial: { name: '' },
    check: (values) => checkFields({ name: readText(values.name, words.nameEmpty) }),
    send: async ({ name }) => {
      const answer = await answerOf(
        client.desk.saveView({ id: null, name, filter: filterOf(chosen), order: chosen.order }),
      );
      if (!answer.ok) return answer;
      onClose();
      announce(words.kept(name));
      await queryClient.invalidateQueries();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['name']),
  });
  return (
    <Dialog open onClose={onClose} title={words.keepTitle}>
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.keepGo}
          </Button>
        }
      >
        <p>{words.keepBody}</p>
        <TextField label={words.name} width="20" autoFocus {...form.field('name')} />
      </Form>
    </Dialog>
  );
}
