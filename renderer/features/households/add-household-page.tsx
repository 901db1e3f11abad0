import { useQueryClient } from '@tanstack/react-query';
import { answerOf, client } from '../../api/client';
import { useOpenHousehold } from '../../api/open-household';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { Form } from '../../components/form';
import { Page } from '../../components/page';
import { readText } from '../../components/read-fields';
import { TextField } from '../../components/text-field';
import { useForm } from '../../components/use-form';
import { households as words } from '../../text/household';
import { problemsFor } from '../../text/refusals';
import { firstHousehold } from '../../text/workspace';

/** Another household in the same workspace; its set-up opens. */
export function AddHouseholdPage() {
  const queryClient = useQueryClient();
  const open = useOpenHousehold();
  const form = useForm({
    initial: { name: '' },
    check: (values) => checkFields({ name: readText(values.name, firstHousehold.empty) }),
    send: async ({ name }) => {
      const answer = await answerOf(client.workspace.addHousehold({ name }));
      if (!answer.ok) return answer;
      await queryClient.invalidateQueries();
      await open(answer.value.householdId, '/set-up');
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['name']),
  });
  return (
    <Page title={words.addTitle} sub={words.addSub} backTo="/households" backLabel={words.title}>
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.addGo}
          </Button>
        }
      >
        <TextField label={words.addLabel} width="full" {...form.field('name')} />
      </Form>
    </Page>
  );
}
