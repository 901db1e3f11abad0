import type { BackupFacts, BackupsView } from '@shared/api/backups';
import type { IsoDay } from '@shared/dates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Archive } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { answerOf, api, client } from '../../api/client';
import { Button } from '../../components/button';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { Table } from '../../components/table';
import { WaitingLine } from '../../components/waiting-line';
import { addPlace, whenText, backups as words } from '../../text/backups';
import { common } from '../../text/common';
import { sentenceFor } from '../../text/refusals';
import { restore } from '../../text/restore';
import { CheckAll } from './backups-check';
import { BackupPlaces } from './backups-places';
import { backTo } from './record-page';
import { RestoreUndo } from './restore-undo';

/** What was said after the last thing done here. */
export type Said = {
  readonly tone: 'done' | 'attention' | 'wrong';
  readonly text: string;
  readonly body?: string;
};

/** How the backups stand, where they are, how long each is kept, and every one of them. */
export function BackupsPage() {
  const queryClient = useQueryClient();
  const view = useQuery({
    ...api.backups.view.queryOptions(),
    throwOnError: true,
    // A stick that is put in, or the day's own backup, shows by itself.
    refetchInterval: 20_000,
  }).data;
  const today = useQuery(api.workspace.status.queryOptions()).data?.today;
  const arrived = addedPlace(useLocation().state);
  const [pending, setPending] = useState(false);
  const [said, setSaid] = useState<Said | undefined>(arrived);
  const backUp = async () => {
    if (pending) return;
    setPending(true);
    setSaid(undefined);
    try {
      const answer = await answerOf(client.backups.make());
      setSaid(answer.ok ? madeWords(answer.value) : { tone: 'wrong', text: sentenceFor(answer) });
      await queryClient.invalidateQueries();
    } catch {
      setSaid({ tone: 'wrong', text: common.unexpected });
    } finally {
      setPending(false);
    }
  };
  return (
    <Page title={words.title} sub={words.sub} {...backTo('/settings')}>
      {said === undefined ? null : (
        <Notice tone={said.tone} title={said.text} spoken>
          {said.body === undefined ? null : <p>{said.body}</p>}
        </Notice>
      )}
      {view === undefined || today === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          <Standing view={view} today={today} />
          <RestoreUndo />
          <div className="actions">
            <Button kind="primary" icon={Archive} pending={pending} onPress={() => void backUp()}>
              {words.now}
            </Button>
          </div>
          <BackupPlaces view={view} today={today} onSaid={setSaid} />
          <section className="section" aria-labelledby="backups-keep">
            <h2 id="backups-keep">{words.keepTitle}</h2>
            <ul className="backup-rules">
              {words.keep(view).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
          <section className="section" aria-labelledby="backups-all">
            <h2 id="backups-all">{words.listTitle}</h2>
            <BackupTable backups={view.backups} today={today} />
            <p>
              <LinkButton kind="quiet" flush to="/settings/backups/restore">
                {restore.fromElsewhere}
              </LinkButton>
            </p>
            <p className="quiet backup-path">{words.folder(view.folder)}</p>
            <CheckAll view={view} onSaid={setSaid} />
          </section>
        </>
      )}
    </Page>
  );
}

/** What the page that adds a place handed over. */
function addedPlace(state: unknown): Said | undefined {
  if (typeof state !== 'object' || state === null || !('added' in state)) return undefined;
  const name = String(state.added);
  const copied = 'copied' in state && state.copied === true;
  return copied
    ? { tone: 'done', text: addPlace.added(name) }
    : { tone: 'attention', text: addPlace.addedWaiting(name) };
}

function madeWords(view: BackupsView): Said {
  const waiting = view.places.filter((place) => place.state !== 'good').length;
  if (waiting > 0) return { tone: 'attention', text: words.doneNotCopied(waiting) };
  return {
    tone: 'done',
    text: view.places.length === 0 ? words.done : words.doneCopied(view.places.length),
  };
}

/** The newest good backup, and what went wrong with the last try. */
function Standing({ view, today }: { readonly view: BackupsView; readonly today: IsoDay }) {
  const { last, problem } = view;
  return (
    <div className="stack">
      {problem === null ? null : (
        <Notice tone="wrong" title={words.failed(whenText(problem.when, today))}>
          <p>
            {words.whyNot(problem.code)} {words.recordsSafe}
          </p>
        </Notice>
      )}
      {last === null ? (
        <Notice
          tone={view.backups.length === 0 ? 'attention' : 'wrong'}
          title={view.backups.length === 0 ? words.none : words.noneGood}
        >
          <p>{view.backups.length === 0 ? words.noneBody : words.noneGoodBody}</p>
        </Notice>
      ) : (
        <Notice tone={view.isChanged ? 'note' : 'done'} title={words.last(whenText(last.made, today))}>
          <p>
            {last.checked === null || last.checked.at === last.made.at
              ? words.lastChecked
              : words.lastCheckedOn(whenText(last.checked, today))}{' '}
            {view.isChanged ? words.changed : words.unchanged}
          </p>
        </Notice>
      )}
    </div>
  );
}

function BackupTable(props: { readonly backups: readonly BackupFacts[]; readonly today: IsoDay }) {
  const { backups, today } = props;
  if (backups.length === 0) return <p className="quiet">{words.none}.</p>;
  return (
    <Table
      caption={words.caption}
      tools={false}
      rows={backups}
      rowKey={(one) => one.name}
      columns={[
        { id: 'at', heading: words.at, cell: (one) => sentenceCase(whenText(one.made, today)), isName: true },
        { id: 'reason', heading: words.reason, cell: (one) => words.reasonOf(one) },
        { id: 'checked', heading: words.checked, cell: (one) => words.state(one, today) },
        { id: 'size', heading: words.size, kind: 'figure', cell: (one) => words.fileSize(one.bytes) },
        {
          id: 'restore',
          heading: restore.column,
          kind: 'action',
          cell: (one) => (
            <LinkButton
              kind="quiet"
              to={`/settings/backups/restore?from=${encodeURIComponent(one.name)}`}
              name={restore.bringBackNamed(whenText(one.made, today), words.reasonOf(one))}
            >
              {restore.bringBack}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}

function sentenceCase(text: string): string {
  const bare = text.replace(/^on /, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
