import type { LetterPreview, LetterTemplate } from '@shared/api/outputs';
import { LETTER_PLACES } from '@shared/desk/letter-merge';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Eye, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { AlertDialog } from '../../../components/alert-dialog';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { readText } from '../../../components/read-fields';
import { TextArea } from '../../../components/text-area';
import { TextField } from '../../../components/text-field';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { letters as words } from '../../../text/desk/outputs';
import { letterPlaceNames } from '../../../text/desk/outputs-said';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import './outputs.css';

const HOME = '/desk/outputs/letters';

/** One letter: its words, the places in it, and how a household would get it. */
export function LetterPage() {
  const { letterId = '' } = useParams();
  const letters = useQuery({ ...api.outputs.letters.queryOptions(), throwOnError: true }).data;
  const isNew = letterId === 'new';
  const found = letters?.find((one) => one.id === letterId);
  const title = isNew
    ? words.newTitle
    : found === undefined
      ? letters === undefined
        ? words.title
        : words.goneTitle
      : words.changeTitle(found.name);
  return (
    <Page title={title} backTo={HOME} backLabel={words.backToLetters}>
      {letters === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : !isNew && found === undefined ? (
        <EmptyState title={words.goneTitle}>{words.gone}</EmptyState>
      ) : (
        <LetterForm key={letterId} letter={found} />
      )}
    </Page>
  );
}

function LetterForm({ letter }: { readonly letter: LetterTemplate | undefined }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [preview, setPreview] = useState<LetterPreview | undefined>();
  const form = useForm({
    initial: { name: letter?.name ?? '', body: letter?.body ?? '' },
    check: (values) =>
      checkFields({
        name: readText(values.name, words.nameMissing),
        body: readText(values.body, words.bodyMissing),
      }),
    send: async ({ name, body }) => {
      const answer = await answerOf(client.outputs.saveLetter({ id: letter?.id ?? null, name, body }));
      if (!answer.ok) return answer;
      await queryClient.invalidateQueries();
      announce(words.saved);
      void navigate(HOME);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['name', 'body']),
  });
  const show = async () => {
    const { name, body } = form.values;
    const answer = await answerOf(client.outputs.previewLetter({ of: null, name, body }));
    if (answer.ok) setPreview(answer.value);
    else {
      setPreview(undefined);
      showToast(sentenceFor(answer));
    }
  };
  return (
    <>
      <Form
        form={form}
        actions={
          <>
            <Button kind="primary" type="submit" pending={form.pending}>
              {words.save}
            </Button>
            <Button icon={Eye} onPress={() => void show()}>
              {words.preview}
            </Button>
          </>
        }
      >
        <TextField label={words.nameLabel} hint={words.nameHint} width="full" {...form.field('name')} />
        <TextArea label={words.body} hint={words.bodyHint} rows={12} {...form.field('body')} />
        <Places
          onPut={(token, what) => {
            const { body } = form.values;
            const space = body === '' || /\s$/.test(body) ? '' : ' ';
            form.set('body', `${body}${space}{${token}}`);
            announce(words.putDone(what));
          }}
        />
      </Form>
      {preview === undefined ? null : <Preview preview={preview} />}
      {letter === undefined ? null : <Remove letter={letter} />}
    </>
  );
}

function Places({ onPut }: { readonly onPut: (token: string, what: string) => void }) {
  const id = useId();
  return (
    <fieldset className="letter-places-box" aria-labelledby={id}>
      <h2 id={id}>{words.places}</h2>
      <p className="quiet">{words.placesHint}</p>
      <div className="letter-places">
        {LETTER_PLACES.map((place) => {
          const what = letterPlaceNames[place] ?? place;
          return (
            <Button key={place} onPress={() => onPut(place, what)}>
              {words.put(place, what)}
            </Button>
          );
        })}
      </div>
    </fieldset>
  );
}

function Preview({ preview }: { readonly preview: LetterPreview }) {
  const id = useId();
  const { household } = preview;
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{household === null ? words.previewPlain : words.previewTitle(household)}</h2>
      <div role="status">
        {household === null ? <p>{words.previewNobody}</p> : null}
        {preview.empty === null ? null : (
          <Notice
            tone="attention"
            title={words.previewEmpty(letterPlaceNames[preview.empty] ?? preview.empty)}
          />
        )}
      </div>
      <div className="letter-preview">
        {preview.to.length === 0 ? null : <p className="address">{preview.to.join('\n')}</p>}
        <h3>{preview.heading}</h3>
        {preview.blocks.map((block, at) => {
          const key = `${at}`;
          return block.kind === 'list' ? (
            <ul key={key}>
              {block.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          ) : (
            <p key={key} className="paragraph">
              {block.text}
            </p>
          );
        })}
      </div>
    </section>
  );
}

function Remove({ letter }: { readonly letter: LetterTemplate }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const remove = async () => {
    setPending(true);
    try {
      const answer = await answerOf(client.outputs.removeLetter({ id: letter.id }));
      if (!answer.ok) {
        showToast(sentenceFor(answer));
        return;
      }
      await queryClient.invalidateQueries();
      announce(words.removed);
      void navigate(HOME);
    } finally {
      setPending(false);
      setAsking(false);
    }
  };
  return (
    <div className="button-row">
      <Button kind="quiet" icon={Trash2} flush onPress={() => setAsking(true)}>
        {words.remove}
      </Button>
      <AlertDialog
        open={asking}
        title={words.removeAsk}
        doLabel={words.remove}
        keepLabel={words.keep}
        onDo={() => void remove()}
        onClose={() => setAsking(false)}
        pending={pending}
        danger
      >
        {words.removeBody}
      </AlertDialog>
    </div>
  );
}
