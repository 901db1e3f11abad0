import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../../api/client';
import { useHouseholdStore } from '../../api/household-store';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { Form } from '../../components/form';
import { readText } from '../../components/read-fields';
import { TextField } from '../../components/text-field';
import { useForm } from '../../components/use-form';
import { problemsFor } from '../../text/refusals';
import { firstHousehold } from '../../text/workspace';
import { PlainPage } from '../plain-page';
import { FirstOrganisation } from './first-organisation';

/** A workspace begins with a name: of the person who is supported, or of an organisation that works for many. */
export function FirstHousehold() {
  const [many, setMany] = useState(false);
  return many ? (
    <FirstOrganisation onBack={() => setMany(false)} />
  ) : (
    <OneHousehold onMany={() => setMany(true)} />
  );
}

function OneHousehold({ onMany }: { readonly onMany: () => void }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    initial: { name: '' },
    check: (values) => checkFields({ name: readText(values.name, firstHousehold.empty) }),
    send: async ({ name }) => {
      const answer = await answerOf(client.workspace.addHousehold({ name }));
      if (!answer.ok) return answer;
      useHouseholdStore.getState().choose(answer.value.householdId);
      void navigate('/set-up', { replace: true });
      await queryClient.invalidateQueries();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['name']),
  });
  return (
    <PlainPage title={firstHousehold.title} sub={firstHousehold.sub}>
      <Form
        form={form}
        actions={
          <>
            <Button kind="primary" type="submit" pending={form.pending}>
              {firstHousehold.go}
            </Button>
            <Button kind="quiet" onPress={onMany}>
              {firstHousehold.many}
            </Button>
          </>
        }
      >
        <TextField label={firstHousehold.label} width="full" {...form.field('name')} />
      </Form>
    </PlainPage>
  );
}
