import type { MadeClaim } from '@shared/api/cover-papers';
import { type IsoDay, laterDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api, client, refusalOf } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { readDate } from '../../../components/read-fields';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { paperRefusals, claimWords as words } from '../../../text/cover-papers';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { rotaPath } from '../paths';
import { useToday, useWritten } from '../use-rota';
import { ClaimTable } from './claim-table';
import { SavePaper } from './save-paper';

/** One claim that was made: what it says, its papers, and whether it is sent. */
export function MadeClaimPage() {
  const { claimId = '' } = useParams();
  const householdId = useHouseholdId();
  const today = useToday();
  const query = useQuery({
    ...api.coverPapers.claim.queryOptions({ input: { householdId, id: claimId } }),
    retry: false,
  });
  const back = { backTo: rotaPath.coverClaim, backLabel: words.toClaims };
  const made = query.data;
  if (made === undefined || today === undefined) {
    const refusal = query.isError ? refusalOf(query.error) : undefined;
    if (query.isError && refusal === undefined) throw query.error;
    return (
      <Page title={refusal === undefined ? words.title : words.oneGone} {...back}>
        {refusal === undefined ? (
          <WaitingLine>{common.loading}</WaitingLine>
        ) : (
          <p>{sentenceFor(refusal, paperRefusals)}</p>
        )}
      </Page>
    );
  }
  const { claim } = made;
  const title = words.oneTitle(claim.from, claim.to);
  return (
    <Page title={title} sub={words.oneSub(made.madeOn, claim.amount)} {...back}>
      <ClaimTable claim={claim} caption={title} />
      <div className="actions">
        <SavePaper kind="primary" make={() => client.coverPapers.claimPdf({ householdId, id: made.id })}>
          {words.savePdf}
        </SavePaper>
        <SavePaper make={() => client.coverPapers.claimCsv({ householdId, id: made.id })}>
          {words.saveCsv}
        </SavePaper>
      </div>
      {made.sentOn === null ? (
        <SendForm made={made} today={today} />
      ) : (
        <Sent made={made} sentOn={made.sentOn} />
      )}
    </Page>
  );
}

function SendForm({ made, today }: { readonly made: MadeClaim; readonly today: IsoDay }) {
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const [problem, setProblem] = useState<string | undefined>();
  const { id } = made;
  const form = useForm({
    initial: { sentOn: dateText(laterDay(today, made.madeOn)), reference: made.reference },
    check: (values) => {
      const day = checkFields({ sentOn: readDate(values.sentOn, words.saidSent) });
      return day.ok
        ? { ok: true as const, value: { ...day.value, reference: values.reference.trim() } }
        : day;
    },
    send: async (sent: { readonly sentOn: IsoDay; readonly reference: string }) => {
      const answer = await answerOf(client.coverPapers.sendClaim({ householdId, id, ...sent }));
      if (answer.ok) await written(words.sentNoted);
      return answer;
    },
    refusal: (found) => problemsFor(found, ['sentOn', 'reference'], paperRefusals),
  });
  const remove = async () => {
    const answer = await answerOf(client.coverPapers.removeClaim({ householdId, id }));
    if (!answer.ok) {
      setProblem(sentenceFor(answer, paperRefusals));
      return;
    }
    void navigate(rotaPath.coverClaim);
    await written(words.removed);
  };
  return (
    <>
      <section className="section" aria-labelledby="claim-send">
        <h2 id="claim-send">{words.sendTitle}</h2>
        <Form
          form={form}
          actions={
            <Button type="submit" pending={form.pending}>
              {words.send}
            </Button>
          }
        >
          <DateField label={words.sentOn} {...form.field('sentOn')} />
          <TextField
            label={words.reference}
            hint={words.referenceHint}
            optional
            {...form.field('reference')}
          />
        </Form>
      </section>
      <section className="section">
        {problem === undefined ? null : <Notice tone="wrong" title={problem} spoken />}
        <p className="quiet">{words.removeHint}</p>
        <Button icon={Trash2} kind="quiet" onPress={() => void remove()}>
          {words.remove}
        </Button>
      </section>
    </>
  );
}

function Sent({ made, sentOn }: { readonly made: MadeClaim; readonly sentOn: IsoDay }) {
  const householdId = useHouseholdId();
  const written = useWritten();
  const [problem, setProblem] = useState<string | undefined>();
  const takeBack = async () => {
    const answer = await answerOf(
      client.coverPapers.sendClaim({ householdId, id: made.id, sentOn: null, reference: made.reference }),
    );
    if (answer.ok) {
      await written(words.tookBack);
      // The notice is gone: focus goes to the heading of the page.
      document.querySelector<HTMLElement>('main h1')?.focus();
    } else setProblem(sentenceFor(answer, paperRefusals));
  };
  return (
    <>
      {problem === undefined ? null : <Notice tone="wrong" title={problem} spoken />}
      <Notice
        tone="done"
        title={words.sent(sentOn)}
        action={
          <Button icon={Undo2} onPress={() => void takeBack()}>
            {words.takeBack}
          </Button>
        }
      >
        {made.reference === '' ? null : (
          <p>
            {words.reference}: {made.reference}
          </p>
        )}
      </Notice>
    </>
  );
}
