import type { TakeOnState } from '@shared/api/take-on';
import { useQueryClient } from '@tanstack/react-query';
import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { answerOf, api, client } from '../../../api/client';
import { fileToSend, saveFile } from '../../../api/files';
import { Button } from '../../../components/button';
import { FileField } from '../../../components/file-field';
import { Form } from '../../../components/form';
import { Page } from '../../../components/page';
import { Progress } from '../../../components/progress';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { takeOn as words } from '../../../text/desk/take-on';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { TakeOnFound } from './take-on-found';
import { useTakeOnCall, useTakeOnState } from './use-take-on';
import './take-on.css';

/** Takes on households from a spreadsheet: the table to fill in, what a filled-in one says, and taking on what is ready. */
export function TakeOnPage() {
  const state = useTakeOnState();
  return (
    <Page
      title={state === undefined || state.fileName === '' ? words.title : words.foundIn(state.fileName)}
      sub={state === undefined || state.fileName === '' ? words.sub : undefined}
      backTo="/desk"
      backLabel={words.back}
    >
      {state === undefined ? <WaitingLine>{common.loading}</WaitingLine> : <Body state={state} />}
    </Page>
  );
}

function Body({ state }: { readonly state: TakeOnState }) {
  const call = useTakeOnCall();
  if (state.state === 'none')
    return (
      <>
        <How />
        <div className="section">
          <div className="take-on-read">
            <ReadForm />
          </div>
        </div>
      </>
    );
  if (state.state === 'looking' || state.state === 'taking-on')
    return (
      <Progress
        label={state.state === 'looking' ? words.looking : words.takingOn}
        done={state.done}
        of={state.of}
        onStop={() => void call(() => client.takeOn.stop())}
      />
    );
  return <TakeOnFound key={state.state} state={state} />;
}

function How() {
  const [making, setMaking] = useState<'csv' | 'xlsx'>();
  const save = async (format: 'csv' | 'xlsx') => {
    if (making !== undefined) return;
    setMaking(format);
    try {
      const answer = await answerOf(client.takeOn.template({ format }));
      if (answer.ok) saveFile(answer.value);
      else showToast(sentenceFor(answer));
    } catch (failure) {
      console.error(failure);
      showToast(words.fileFailed);
    } finally {
      setMaking(undefined);
    }
  };
  return (
    <>
      <section className="section" aria-labelledby="take-on-how">
        <h2 id="take-on-how">{words.how}</h2>
        <ol className="take-on-steps">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <section className="section" aria-labelledby="take-on-table">
        <h2 id="take-on-table">{words.table}</h2>
        <p className="quiet">{words.tableNote}</p>
        <div className="button-row">
          <Button icon={FileSpreadsheet} pending={making === 'xlsx'} onPress={() => void save('xlsx')}>
            {words.excel}
          </Button>
          <Button icon={FileSpreadsheet} pending={making === 'csv'} onPress={() => void save('csv')}>
            {words.csv}
          </Button>
        </div>
      </section>
    </>
  );
}

function ReadForm() {
  const queryClient = useQueryClient();
  const form = useForm({
    initial: { file: [] as readonly File[] },
    check: ({ file: [file] }) =>
      file === undefined
        ? { ok: false, problems: { file: words.fileMissing } }
        : { ok: true, value: { file } },
    send: async ({ file }) => {
      const answer = await answerOf(client.takeOn.read({ file: await fileToSend(file) }));
      if (answer.ok) await queryClient.invalidateQueries({ queryKey: api.takeOn.key() });
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['file']),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.read}
        </Button>
      }
    >
      <FileField
        label={words.file}
        hint={words.fileHint}
        accept={['.xlsx', '.csv', '.txt', 'text/csv']}
        largest={20_000_000}
        {...form.field('file')}
        files={form.values.file}
      />
    </Form>
  );
}
