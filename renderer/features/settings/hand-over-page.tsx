import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answerOf, api, client } from '../../api/client';
import { saveFile } from '../../api/files';
import { useHouseholdId } from '../../api/household-store';
import { AdviceLine, newPassphraseProblems } from '../../components/advice-line';
import { Button } from '../../components/button';
import { Form } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { PassphraseField } from '../../components/passphrase-field';
import { SummaryList } from '../../components/summary-list';
import { useForm } from '../../components/use-form';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { handOver as words } from '../../text/desk/hand-over';
import { problemsFor } from '../../text/refusals';
import { backTo } from './record-page';

/** One household’s whole record as one locked file for another Mainstay. */
export function HandOverPage() {
  const householdId = useHouseholdId();
  const view = useQuery({
    ...api.handOver.view.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const [made, setMade] = useState<string | undefined>();
  const before = useRef(made);
  // The form gives way to what came of it: that is read out from the heading on.
  useEffect(() => {
    if (before.current !== made) document.querySelector<HTMLElement>('main h1')?.focus();
    before.current = made;
  }, [made]);
  return (
    <Page title={words.title} sub={words.sub} {...backTo('/settings')}>
      {view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <div className="stack">
          {made === undefined ? null : (
            <Notice tone="done" title={words.done(made)} spoken>
              <p>{words.doneNext}</p>
            </Notice>
          )}
          <SummaryList
            rows={[
              { label: words.whose, value: view.name },
              { label: words.what, value: words.counts(view.counts) },
            ]}
          />
          {view.sharedWith.length > 0 ? (
            <Notice
              tone="attention"
              title={words.sharedTitle}
              action={<LinkButton to="/settings/record">{words.sharedGo}</LinkButton>}
            >
              <p>{words.shared(view.sharedWith)}</p>
              <p>{words.sharedDo}</p>
            </Notice>
          ) : (
            <>
              <p>{words.also}</p>
              {view.counts.notes === 0 ? null : <p>{words.notes(view.counts.notes)}</p>}
              <p>{words.stays}</p>
              <p>{words.oneKeeper}</p>
              {made === undefined ? (
                <MakeForm householdId={householdId} onMade={setMade} />
              ) : (
                <div className="actions">
                  <Button onPress={() => setMade(undefined)}>{words.another}</Button>
                </div>
              )}
            </>
          )}
        </div>
      )}
    </Page>
  );
}

function MakeForm(props: { readonly householdId: string; readonly onMade: (name: string) => void }) {
  const form = useForm<{ next: string; again: string }, string>({
    initial: { next: '', again: '' },
    check: (values) => {
      const problems = newPassphraseProblems(values);
      return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, value: values.next };
    },
    send: async (passphrase) => {
      const answer = await answerOf(client.handOver.make({ householdId: props.householdId, passphrase }));
      if (!answer.ok) return answer.code === 'passphrase.too-short' ? { ...answer, field: 'next' } : answer;
      saveFile(answer.value);
      props.onMade(answer.value.name);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['next']),
    secret: true,
  });
  return (
    <section className="section">
      <h2>{words.passphraseTitle}</h2>
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.go}
          </Button>
        }
      >
        <div>
          <PassphraseField
            label={words.passphrase}
            hint={words.passphraseHint}
            isNew
            {...form.field('next')}
          />
          {form.field('next').error === undefined ? <AdviceLine text={form.values.next} /> : null}
        </div>
        <PassphraseField label={words.again} isNew {...form.field('again')} />
      </Form>
      {form.pending ? <WaitingLine>{words.making}</WaitingLine> : null}
    </section>
  );
}
