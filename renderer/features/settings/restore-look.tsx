import type { RestoreLook } from '@shared/api/restore';
import type { Refused } from '@shared/result';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { SummaryList } from '../../components/summary-list';
import { Table } from '../../components/table';
import { actionWords } from '../../text/actions';
import { common } from '../../text/common';
import { sentenceFor } from '../../text/refusals';
import { restore as words } from '../../text/restore';
import { momentText } from '../../text/workspace';

/** What is in a backup and what differs from now, before anything is changed. */
export function RestoreLookPart(props: {
  readonly look: RestoreLook;
  readonly onDo: () => Promise<Refused | { readonly ok: true }>;
  readonly onOther: () => void;
}) {
  const { look } = props;
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const bringBack = async () => {
    if (pending) return;
    setPending(true);
    setProblem(undefined);
    try {
      const answer = await props.onDo();
      if (!answer.ok) setProblem(sentenceFor(answer));
    } catch {
      setProblem(common.unexpected);
    } finally {
      setPending(false);
    }
  };
  const compared = look.same === 'same';
  return (
    <div className="stack">
      {problem === undefined ? null : <Notice tone="wrong" title={problem} spoken />}
      <p>{words.lookSub(momentText(look.at))}</p>
      <Notice tone={look.same === 'other' ? 'attention' : 'note'} title={words[look.same]} />
      <SummaryList
        rows={[
          { label: words.whose, value: look.example ? words.example : look.households.join(', ') },
          {
            label: words.lastDone,
            value: look.lastDoneAt === null ? words.nothingDone : momentText(look.lastDoneAt),
          },
        ]}
      />
      <Table
        caption={compared ? words.caption : words.lookTitle}
        hideCaption={!compared}
        tools={false}
        rows={look.kinds}
        rowKey={(one) => one.kind}
        columns={[
          { id: 'kind', heading: words.kind, cell: (one) => words.kinds[one.kind], isName: true },
          { id: 'backup', heading: words.inBackup, kind: 'figure', cell: (one) => one.inBackup },
          ...(compared
            ? [
                {
                  id: 'now',
                  heading: words.now,
                  kind: 'figure' as const,
                  cell: (one: RestoreLook['kinds'][number]) => one.now ?? 0,
                },
                {
                  id: 'different',
                  heading: words.different,
                  cell: (one: RestoreLook['kinds'][number]) =>
                    one.different === null || one.different === 0
                      ? words.differentNone
                      : words.differentSome(one.different),
                },
              ]
            : []),
        ]}
      />
      {compared ? <Since look={look} /> : null}
      <p className="quiet">{words.aside}</p>
      <div className="actions">
        <Button kind="primary" pending={pending} onPress={() => void bringBack()}>
          {words.doIt}
        </Button>
        <Button kind="quiet" onPress={props.onOther}>
          {words.otherOne}
        </Button>
        {pending ? <span>{words.doing}</span> : null}
      </div>
    </div>
  );
}

function Since({ look }: { readonly look: RestoreLook }) {
  return (
    <section className="section" aria-labelledby="restore-since">
      <h2 id="restore-since">{words.sinceTitle}</h2>
      {look.doneSinceCount === 0 ? (
        <p>{words.sinceNone}</p>
      ) : (
        <>
          <p>{words.since(look.doneSinceCount)}</p>
          <ul>
            {look.doneSince.map((one, index) => (
              <li key={`${one.at} ${index}`}>
                {words.sinceLine(actionWords(one.name, one.values), momentText(one.at))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
