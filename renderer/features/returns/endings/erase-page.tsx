import type { ErasurePerson, ErasureView } from '@shared/api/erasure';
import type { IsoDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { WaitingLine } from '../../../components/waiting-line';
import { backups as backupWords, whenText } from '../../../text/backups';
import { common } from '../../../text/common';
import { unneededParts, erasure as words } from '../../../text/erasure';

const HERE = '/returns/keep/erase';

/** What no rule keeps any more: each PA who has left, old years, what went before, and the backups that still hold it. */
export function ErasePage() {
  const householdId = useHouseholdId();
  const state: unknown = useLocation().state;
  const view = useQuery({
    ...api.erasure.view.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const done =
    typeof state === 'object' && state !== null && 'done' in state ? String(state.done) : undefined;
  return (
    <Page title={words.title} sub={words.sub} backTo="/returns/keep" backLabel={words.back}>
      {done === undefined ? null : <Notice tone="done" title={done} spoken />}
      {view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          <People view={view} />
          <Years view={view} />
          <Before view={view} />
        </>
      )}
    </Page>
  );
}

/** As a sentence begins. */
const begun = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

function People({ view }: { readonly view: ErasureView }) {
  return (
    <section className="section" aria-labelledby="erase-people">
      <h2 id="erase-people">{words.peopleTitle}</h2>
      {view.people.length === 0 ? <p>{words.peopleNone}</p> : null}
      {view.people.map((one) => (
        <Person key={one.workerId} one={one} today={view.today} />
      ))}
    </section>
  );
}

function Person({ one, today }: { readonly one: ErasurePerson; readonly today: IsoDay }) {
  return (
    <div className="erase-one">
      <h3>{one.name}</h3>
      <p>{words.person(one, today)}</p>
      {one.keptBy === null ? null : <p className="quiet small">{words.source(one.keptBy)}</p>}
      {one.unneeded.length === 0 || one.mayGo ? null : (
        <>
          <p>{words.unneeded}</p>
          <ul className="ending-list">
            {one.unneeded.map((part) => (
              <li key={part}>{unneededParts[part].label}</li>
            ))}
          </ul>
        </>
      )}
      <div className="button-row">
        {one.mayGo ? (
          <LinkButton to={`${HERE}/worker/${one.workerId}`} name={words.takeAllNamed(one.name)}>
            {words.takeAll}
          </LinkButton>
        ) : null}
        {one.unneeded.length === 0 || one.mayGo ? null : (
          <LinkButton to={`${HERE}/unneeded/${one.workerId}`} name={words.emptyNamed(one.name)}>
            {words.empty}
          </LinkButton>
        )}
      </div>
    </div>
  );
}

function Years({ view }: { readonly view: ErasureView }) {
  return (
    <section className="section" aria-labelledby="erase-years">
      <h2 id="erase-years">{words.yearsTitle}</h2>
      {view.years.length === 0 ? <p>{words.yearsNone}</p> : null}
      {view.years.map((one) => (
        <div key={one.years} className="erase-one">
          <h3>{words.yearsName[one.years]}</h3>
          <p>{words.years(one)}</p>
          {one.keptBy === null ? null : <p className="quiet small">{words.source(one.keptBy)}</p>}
          {one.to === null ? null : (
            <div className="button-row">
              <LinkButton
                to={`${HERE}/${one.years}/${one.to}`}
                name={words.takeYearsNamed(words.yearsName[one.years])}
              >
                {words.takeYears}
              </LinkButton>
            </div>
          )}
        </div>
      ))}
    </section>
  );
}

function Before({ view }: { readonly view: ErasureView }) {
  if (view.past.length === 0) return null;
  return (
    <>
      <section className="section" aria-labelledby="erase-past">
        <h2 id="erase-past">{words.pastTitle}</h2>
        <ul className="ending-list">
          {view.past.map((one) => (
            <li key={one.id}>{words.past(one)}</li>
          ))}
        </ul>
      </section>
      {view.backups.length === 0 ? null : (
        <section className="section" aria-labelledby="erase-backups">
          <h2 id="erase-backups">{words.backupsTitle}</h2>
          <p>{words.backupsBody}</p>
          <Table
            caption={words.backupsTitle}
            hideCaption
            rows={view.backups}
            rowKey={(row) => `${row.folder} ${row.made.at}`}
            columns={[
              {
                id: 'made',
                heading: words.backupMade,
                isName: true,
                cell: (row) => begun(whenText(row.made, view.today)),
              },
              { id: 'why', heading: words.backupWhy, cell: (row) => backupWords.reasonOf(row) },
              {
                id: 'goes',
                heading: words.backupGoes,
                cell: (row) => (row.forGood ? words.goesNever : words.goesSoon),
              },
              { id: 'folder', heading: words.backupFolder, cell: (row) => row.folder },
            ]}
          />
          <p className="quiet small">{words.awayNote}</p>
        </section>
      )}
    </>
  );
}
