import { useState } from 'react';
import { Button } from '../../components/button';
import { Form } from '../../components/form';
import { RadioGroup } from '../../components/radio-group';
import { useForm } from '../../components/use-form';
import { startFile } from '../../text/desk/hand-over';
import { firstStart } from '../../text/workspace';
import { PlainPage } from '../plain-page';
import { CreateWorkspace } from './create-workspace';
import { FileStart } from './file-start';
import { RestoreStart } from './restore-start';

type Kind = 'example' | 'own' | 'backup' | 'file';

/** Nothing is here yet: the example household, one's own, a backup from elsewhere, or a household file. */
export function FirstStart() {
  const [kind, setKind] = useState<Kind | undefined>();
  const back = () => setKind(undefined);
  if (kind === undefined) return <ChooseKind onChoose={setKind} />;
  if (kind === 'file') return <FileStart onBack={back} />;
  return kind === 'backup' ? <RestoreStart onBack={back} /> : <CreateWorkspace kind={kind} onBack={back} />;
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
            { value: 'backup', label: firstStart.backup, note: firstStart.backupNote },
            { value: 'file', label: startFile.label, note: startFile.note },
          ]}
        />
      </Form>
    </PlainPage>
  );
}
