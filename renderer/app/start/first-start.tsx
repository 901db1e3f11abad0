import { useState } from 'react';
import { Button } from '../../components/button';
import { Form } from '../../components/form';
import { RadioGroup } from '../../components/radio-group';
import { useForm } from '../../components/use-form';
import { firstStart } from '../../text/workspace';
import { PlainPage } from '../plain-page';
import { CreateWorkspace } from './create-workspace';

type Kind = 'example' | 'own';

/** Nothing is here yet: the example household, or one's own. */
export function FirstStart() {
  const [kind, setKind] = useState<Kind | undefined>();
  return kind === undefined ? (
    <ChooseKind onChoose={setKind} />
  ) : (
    <CreateWorkspace kind={kind} onBack={() => setKind(undefined)} />
  );
}

function ChooseKind({ onChoose }: { readonly onChoose: (kind: Kind) => void }) {
  const initial: { kind: Kind | '' } = { kind: '' };
  const form = useForm<{ kind: Kind | '' }, Kind>({
    initial,
    check: ({ kind }) =>
      kind === '' ? { ok: false, problems: { kind: firstStart.chooseOne } } : { ok: true, value: kind },
    send: async (kind) => {
      onChoose(kind);
      return undefined;
    },
  });
  return (
    <PlainPage title={firstStart.title} sub={firstStart.sub} footer={firstStart.nothingSent}>
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit">
            {firstStart.go}
          </Button>
        }
      >
        <RadioGroup<Kind>
          label={firstStart.question}
          {...form.field('kind')}
          choices={[
            { value: 'example', label: firstStart.example, note: firstStart.exampleNote },
            { value: 'own', label: firstStart.own, note: firstStart.ownNote },
          ]}
        />
      </Form>
    </PlainPage>
  );
}
