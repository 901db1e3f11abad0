import type { AccountView } from '@shared/api/ledger';
import type { StatementPreview } from '@shared/api/money';
import type { StatementReading } from '@shared/api/statements';
import { formatDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answerOf, api, client, type ServiceRefusal } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { Steps } from '../../../components/steps';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { bankOf, statements as words } from '../../../text/statements';
import { mapper } from '../../../text/statements-mapper';
import { AskAboutFile, type Question } from './bring-in-asks';
import { ChooseFile } from './bring-in-choose';
import { Done, Look } from './bring-in-look';
import { Mapper } from './mapper';

/** The file that was chosen, for which account, and what was said about it. */
export type Sent = {
  readonly accountId: string;
  readonly file: { readonly name: string; readonly base64: string };
  readonly reading: StatementReading;
};

type Stage =
  | { readonly at: 'choose' }
  | { readonly at: 'ask'; readonly sent: Sent; readonly question: Question }
  | { readonly at: 'columns'; readonly sent: Sent }
  | { readonly at: 'look'; readonly sent: Sent; readonly preview: StatementPreview }
  | {
      readonly at: 'done';
      readonly preview: StatementPreview;
      readonly newLines: number;
      readonly toLook: number;
    };

const STEP: Readonly<Record<Stage['at'], number>> = { choose: 0, ask: 0, columns: 0, look: 1, done: 2 };

function titleOf(stage: Stage): string {
  switch (stage.at) {
    case 'choose':
      return words.title;
    case 'ask':
      return stage.question.about === 'account' ? words.whichTitle : words.datesTitle;
    case 'columns':
      return mapper.title;
    case 'look':
      return words.previewTitle;
    case 'done':
      return words.doneTitle(stage.newLines);
  }
}

/** A refusal that is a question to the person, not an end. */
function questionOf(refusal: ServiceRefusal): Question | undefined {
  const details = refusal.details ?? {};
  if (refusal.code === 'statement.several-accounts')
    return { about: 'account', accounts: String(details['accounts'] ?? '').split(', ') };
  if (refusal.code === 'statement.day-order') return { about: 'dates', text: String(details['text'] ?? '') };
  return undefined;
}

/** Cash has no statements. */
const withStatements = (accounts: readonly AccountView[]): readonly AccountView[] =>
  accounts.filter((account) => account.kind !== 'cash');

/** Bringing in a statement: choose the file, answer what it does not say itself, look at what it holds, bring it in. */
export function BringInPage() {
  const householdId = useHouseholdId();
  const accounts = useQuery({
    ...api.ledger.accounts.queryOptions({ input: { householdId } }),
    throwOnError: true,
    select: withStatements,
  }).data;
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  // Each stage is a page of its own: one begins at its heading.
  const shown = useRef(stage.at);
  useEffect(() => {
    if (shown.current === stage.at) return;
    shown.current = stage.at;
    window.scrollTo?.(0, 0);
    document.querySelector('h1')?.focus();
  }, [stage.at]);
  const look = async (sent: Sent) => {
    const answer = await answerOf(client.money.previewStatement({ householdId, ...sent }));
    if (answer.ok) {
      setStage({ at: 'look', sent, preview: answer.value });
      return answer;
    }
    const question = questionOf(answer);
    if (question === undefined) return answer;
    setStage({ at: 'ask', sent, question });
    return undefined;
  };
  const backToStart = () => setStage({ at: 'choose' });
  const nameOf = (accountId: string) => accounts?.find((account) => account.id === accountId)?.name ?? '';
  return (
    <Page
      title={titleOf(stage)}
      sub={
        stage.at === 'done'
          ? words.doneSub(
              bankOf(stage.preview.layout),
              formatDay(stage.preview.from),
              formatDay(stage.preview.to),
            )
          : stage.at === 'columns'
            ? mapper.intro(nameOf(stage.sent.accountId))
            : words.sub
      }
      backTo="/money"
      backLabel={words.back}
      head={<Steps label={words.stepsLabel} names={words.steps} current={STEP[stage.at]} />}
    >
      {accounts === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : accounts.length === 0 ? (
        <EmptyState
          title={words.noAccount}
          actions={
            <LinkButton kind="primary" to="/settings/accounts/new">
              {words.addAccount}
            </LinkButton>
          }
        >
          {words.noAccountBody}
        </EmptyState>
      ) : (
        <>
          {/* The form stays behind the rest, so that going back keeps what was chosen. */}
          <div hidden={stage.at !== 'choose'}>
            <ChooseFile
              accounts={accounts}
              look={look}
              onColumns={(sent) => setStage({ at: 'columns', sent })}
            />
          </div>
          {stage.at === 'ask' ? (
            <AskAboutFile
              question={stage.question}
              accountName={nameOf(stage.sent.accountId)}
              onAnswer={(said) => look({ ...stage.sent, reading: { ...stage.sent.reading, ...said } })}
              onBack={backToStart}
            />
          ) : null}
          {stage.at === 'columns' ? (
            <Mapper householdId={householdId} sent={stage.sent} onUse={look} onBack={backToStart} />
          ) : null}
          {stage.at === 'look' ? (
            <Look
              householdId={householdId}
              sent={stage.sent}
              preview={stage.preview}
              onColumns={() => setStage({ at: 'columns', sent: stage.sent })}
              onBack={backToStart}
              onDone={(newLines, toLook) =>
                setStage({ at: 'done', preview: stage.preview, newLines, toLook })
              }
            />
          ) : null}
          {stage.at === 'done' ? <Done toLook={stage.toLook} onAnother={backToStart} /> : null}
        </>
      )}
    </Page>
  );
}
