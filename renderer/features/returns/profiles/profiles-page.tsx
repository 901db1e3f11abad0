import type { ProfileSummary } from '@shared/api/profiles';
import { formatDay } from '@shared/dates';
import { useState } from 'react';
import { Link } from 'react-router';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { TextField } from '../../../components/text-field';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { profiles as words } from '../../../text/profiles';
import { profilePath, useProfiles } from './use-profiles';

/** What funders ask for: one’s own profiles, then those that came with the program. */
export function ProfilesPage() {
  const list = useProfiles();
  const [search, setSearch] = useState('');
  const small = search.trim().toLowerCase();
  const own = list?.filter((one) => one.kind === 'own') ?? [];
  const ready = list?.filter((one) => one.kind === 'ready' && one.name.toLowerCase().includes(small)) ?? [];
  return (
    <Page title={words.title} sub={words.sub} backTo="/returns" backLabel={words.backToReturns}>
      {list === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          <section className="section">
            {own.length === 0 ? (
              <>
                <h2>{words.own}</h2>
                <p>{words.ownNone}</p>
              </>
            ) : (
              <List caption={words.own} rows={own} />
            )}
            <div className="actions">
              <LinkButton to="/returns/profiles/import">{words.bringIn}</LinkButton>
              <LinkButton kind="quiet" to="/returns/profiles/asked">
                {words.asked}
              </LinkButton>
            </div>
          </section>
          <section className="section">
            <h2>{words.ready}</h2>
            <p className="quiet">{words.readySub}</p>
            <div className="profile-find">
              <TextField label={words.search} value={search} onChange={setSearch} />
            </div>
            {ready.length === 0 ? <p>{words.noneFound}</p> : <List caption={words.ready} rows={ready} hide />}
          </section>
        </>
      )}
    </Page>
  );
}

function List(props: {
  readonly caption: string;
  readonly rows: readonly ProfileSummary[];
  readonly hide?: boolean;
}) {
  return (
    <Table
      caption={props.caption}
      hideCaption={props.hide ?? false}
      rows={props.rows}
      rowKey={(one) => one.key}
      tools={false}
      least={34}
      columns={[
        {
          id: 'name',
          heading: words.name,
          isName: true,
          cell: (one) => (
            <>
              <Link to={profilePath(one.key)}>{one.name}</Link>
              {one.invented ? <span className="quiet small profile-note">{words.invented}</span> : null}
            </>
          ),
        },
        { id: 'seen', heading: words.seen, cell: (one) => formatDay(one.seenOn) },
        {
          id: 'used',
          heading: words.used,
          cell: (one) =>
            one.usedBy.length === 0 ? words.notUsed : <Tag tone="done">{one.usedBy.join(', ')}</Tag>,
        },
        { id: 'version', heading: words.version, kind: 'figure', cell: (one) => one.version },
      ]}
    />
  );
}
