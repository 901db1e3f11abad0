import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../../api/client';
import { NO_ORGANISATION_DETAILS } from '../../api/organisation-details';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { Form } from '../../components/form';
import { readText } from '../../components/read-fields';
import { TextField } from '../../components/text-field';
import { useForm } from '../../components/use-form';
import { problemsFor } from '../../text/refusals';
import { firstOrganisation as words } from '../../text/workspace';
import { PlainPage } from '../plain-page';

/** A workspace of an organisation that works for many households begins with its own name; then its desk opens. */
export function FirstOrganisation({ onBack }: { readonly onBack: () => void }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    initial: { name: '' },
    check: (values) => checkFields({ name: readText(values.name, words.empty) }),
    send: async ({ name }) => {
      const answer = await answerOf(client.organisation.save({ ...NO_ORGANISATION_DETAILS, name }));
      if (!answer.ok) return answer;
      void navigate('/desk', { replace: true });
      await queryClient.invalidateQueries();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['name']),
  });
  return (
    <PlainPage title={words.title} sub={words.sub}>
      <Form
        form={form}
        actions={
          <>
            <Button kind="primary" type="submit" pending={form.pending}>
              {words.go}
            </Button>
            <Button kind="quiet" onPress={onBack}>
              {words.back}
            </Button>
          </>
        }
      >
        <TextField label={words.label} width="full" {...form.field('name')} />
      </Form>
    </PlainPage>
  );
}
