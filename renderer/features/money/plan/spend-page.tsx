import { useState } from 'react';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Tag } from '../../../components/tag';
import { TextField } from '../../../components/text-field';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { money, spend as words } from '../../../text/money';
import { useRecord } from '../use-money';
import { findKinds } from './find-kinds';

/** “Can I spend on this?”: the kinds of spending of the agreements, searched by word. */
export function SpendPage() {
  const record = useRecord();
  const [typed, setTyped] = useState('');
  const kinds = record?.agreements.flatMap((agreement) =>
    agreement.categories.map((category) => ({ ...category, funderName: agreement.funderName })),
  );
  const found = kinds === undefined ? [] : findKinds(kinds, typed);
  const first = found[0];
  const asked = typed.trim() !== '';
  return (
    <Page title={words.title} sub={words.sub} backTo="/money" backLabel={money.place}>
      {kinds === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : kinds.length === 0 ? (
        <EmptyState
          title={words.none}
          actions={
            <LinkButton kind="primary" to="/settings/agreements">
              {words.addKinds}
            </LinkButton>
          }
        >
          {words.noneBody}
        </EmptyState>
      ) : (
        <div className="stack">
          <TextField
            label={words.field}
            hint={words.fieldHint}
            type="search"
            value={typed}
            onChange={setTyped}
            large
          />
          <div aria-live="polite">
            {!asked ? null : first === undefined ? (
              <Notice tone="attention" title={words.notFound(typed.trim())}>
                <p>{words.notFoundBody}</p>
              </Notice>
            ) : found.length === 1 ? (
              <Notice tone={first.allowed ? 'done' : 'wrong'} title={first.allowed ? words.yes : words.no}>
                <p>{[first.name, first.note].filter(Boolean).join(': ')}</p>
              </Notice>
            ) : (
              <p>{words.found(found.length)}</p>
            )}
          </div>
          <section aria-labelledby="kinds">
            <h2 id="kinds">{words.all}</h2>
            <ul className="money-kinds">
              {(found.length > 0 ? found : kinds).map((kind) => (
                <li key={`${kind.funderName}-${kind.id ?? kind.name}`}>
                  <span>
                    <strong>{kind.name}</strong>
                    <span className="quiet">
                      {[words.from(kind.funderName), kind.note].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                  <Tag tone={kind.allowed ? 'done' : 'wrong'}>
                    {kind.allowed ? words.allowed : words.notAllowed}
                  </Tag>
                </li>
              ))}
            </ul>
          </section>
        </div>
      )}
    </Page>
  );
}
