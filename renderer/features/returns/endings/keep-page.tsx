import type { RetentionRow } from '@shared/api/endings';
import { formatDay, type IsoDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { Archive } from 'lucide-react';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { recordKinds, keep as words } from '../../../text/endings';
import { erasure } from '../../../text/erasure';

/** How long each kind of record is kept, by whose rule. Nothing is ever taken away by itself. */
export function KeepPage() {
  const householdId = useHouseholdId();
  const view = useQuery({
    ...api.endings.retention.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  return (
    <Page title={words.title} sub={words.sub} backTo="/returns" backLabel={words.back}>
      {view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : view.rows.length === 0 ? (
        <EmptyState icon={Archive} title={words.empty}>
          {words.emptyBody}
        </EmptyState>
      ) : (
        <>
          <Notice tone="attention" title={words.warnTitle}>
            <p>{words.warn(view.auditYears)}</p>
            <p className="quiet small">{words.source(view.auditSource)}</p>
          </Notice>
          <div className="button-row">
            <LinkButton to="/returns/keep/erase">{erasure.link}</LinkButton>
          </div>
          <Table
            caption={words.title}
            hideCaption
            rows={view.rows}
            rowKey={(row) => row.records}
            columns={[
              {
                id: 'records',
                heading: words.records,
                isName: true,
                cell: (row) => recordKinds[row.records],
              },
              { id: 'oldest', heading: words.oldest, cell: (row) => formatDay(row.oldest) },
              { id: 'may-go', heading: words.mayGo, cell: (row) => mayGo(row, view.today) },
              { id: 'because', heading: words.because, cell: (row) => row.because.who },
            ]}
          />
          <section className="section" aria-labelledby="keep-rules">
            <h2 id="keep-rules">{words.rulesTitle}</h2>
            {view.rows.map((row) => (
              <div key={row.records} className="keep-rules">
                <h3>{recordKinds[row.records]}</h3>
                <ul className="ending-list">
                  {row.rules.map((rule) => (
                    <li key={`${rule.who} ${rule.years} ${rule.counted}`}>
                      {words.rule(rule.who, rule.years, rule.counted)}
                      <span className="quiet small ending-note">
                        {rule.source}
                        {rule.mark === 'RECALLED' ? ` (${words.recalled})` : ''}
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </section>
        </>
      )}
    </Page>
  );
}

function mayGo(row: RetentionRow, today: IsoDay): string {
  if (row.rules.some((rule) => rule.counted === 'for-good')) return words.never;
  if (row.mayGoOn === null) return words.notYet;
  return row.mayGoOn <= today ? words.mayGoNow(row.mayGoOn) : words.mayGoFrom(row.mayGoOn);
}
