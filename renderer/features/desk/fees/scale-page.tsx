import type { FeeScale } from '@shared/api/fees';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { AlertDialog } from '../../../components/alert-dialog';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { NO_DATE } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { Page } from '../../../components/page';
import { readDate, readText } from '../../../components/read-fields';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { fees } from '../../../text/desk/fees';
import { problemsFor } from '../../../text/refusals';
import { AmountFields, amountsText, readAmounts } from './fee-amounts';
import { useFeeCall } from './use-fees';

const words = fees.scale;
const HOME = '/desk/fees';

/** Usual terms: to add, to change, and to use for all households that have none. */
export function ScalePage() {
  const { id } = useParams();
  const view = useQuery({ ...api.fees.view.queryOptions(), throwOnError: true }).data;
  const scale = view?.scales.find((one) => one.id === id);
  return (
    <Page
      title={scale === undefined ? words.add : words.change(scale.name)}
      sub={words.sub}
      backTo={HOME}
      backLabel={fees.back}
    >
      {view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          <ScaleForm key={scale?.id ?? 'new'} scale={scale} />
          {scale === undefined ? null : <GiveScale scaleId={scale.id} without={view.withoutTerms} />}
          {scale === undefined ? null : <RemoveScale id={scale.id} name={scale.name} />}
        </>
      )}
    </Page>
  );
}

function ScaleForm({ scale }: { readonly scale: FeeScale | undefined }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const initial = { name: scale?.name ?? '', ...amountsText(scale) };
  const form = useForm({
    initial,
    check: (values) => checkFields({ name: readText(values.name, words.nameEmpty), ...readAmounts(values) }),
    send: async (value) => {
      const answer = await answerOf(client.fees.saveScale({ scale: { id: scale?.id ?? null, ...value } }));
      if (answer.ok) {
        await queryClient.invalidateQueries();
        announce(fees.saved);
        // New terms are next used for households, on their own page.
        void navigate(scale === undefined ? `${HOME}/usual/${answer.value.id}` : HOME);
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      <TextField label={words.name} hint={words.nameHint} {...form.field('name')} />
      <AmountFields form={form} />
    </Form>
  );
}

function GiveScale({ scaleId, without }: { readonly scaleId: string; readonly without: number }) {
  const queryClient = useQueryClient();
  const form = useForm({
    initial: { startsOn: NO_DATE },
    check: (values) => checkFields({ startsOn: readDate(values.startsOn, words.askedFrom) }),
    send: async ({ startsOn }) => {
      const answer = await answerOf(client.fees.giveScale({ scaleId, startsOn }));
      if (answer.ok) {
        await queryClient.invalidateQueries();
        announce(words.used(answer.value.count));
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['startsOn']),
  });
  return (
    <section className="section" aria-labelledby="use-terms">
      <h2 id="use-terms">{words.use}</h2>
      <p className="quiet">{words.giveNote(without)}</p>
      {without === 0 ? null : (
        <Form
          form={form}
          actions={
            <Button type="submit" pending={form.pending}>
              {words.giveNow(without)}
            </Button>
          }
        >
          <DateField label={words.giveFrom} hint={words.giveFromHint} {...form.field('startsOn')} />
        </Form>
      )}
    </section>
  );
}

function RemoveScale({ id, name }: { readonly id: string; readonly name: string }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const { pending, run } = useFeeCall();
  const remove = async () => {
    if (await run(() => client.fees.removeScale({ id }))) void navigate(HOME);
  };
  return (
    <div className="section">
      <Button onPress={() => setOpen(true)}>{words.remove}</Button>
      <AlertDialog
        open={open}
        title={words.removeTitle(name)}
        doLabel={words.remove}
        pending={pending}
        onDo={() => void remove()}
        onClose={() => setOpen(false)}
      >
        {words.removeBody}
      </AlertDialog>
    </div>
  );
}
