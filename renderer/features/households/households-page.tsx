import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { useHouseholdStore } from '../../api/household-store';
import { useOpenHousehold } from '../../api/open-household';
import { Button } from '../../components/button';
import { LinkButton } from '../../components/link-button';
import { Page } from '../../components/page';
import { Table } from '../../components/table';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { bringIn } from '../../text/desk/hand-over';
import { actingAs, actingNotSaid, households as words } from '../../text/household';

/** All households of this workspace; one of them is in the window. */
export function HouseholdsPage() {
  const { householdId } = useHouseholdStore();
  const open = useOpenHousehold();
  const desk = useQuery(api.organisation.state.queryOptions()).data;
  const isDesk = desk?.organisation != null;
  const list = useQuery({
    ...api.household.list.queryOptions(),
    // Those of an organisation are many, and stand at its desk.
    enabled: desk !== undefined && !isDesk,
    throwOnError: true,
  }).data;
  return (
    <Page title={words.title} sub={words.sub} backTo="/settings" backLabel={words.back}>
      {isDesk ? (
        <p>{words.atDesk}</p>
      ) : list === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <Table
          caption={words.caption}
          hideCaption
          tools={false}
          rows={list}
          rowKey={(one) => one.id}
          columns={[
            { id: 'name', heading: words.name, cell: (one) => one.name, isName: true },
            {
              id: 'role',
              heading: words.role,
              cell: (one) => (one.role === null ? actingNotSaid : actingAs[one.role]),
            },
            {
              id: 'open',
              heading: words.open,
              kind: 'action',
              cell: (one) =>
                one.id === householdId ? (
                  words.isOpen
                ) : (
                  <Button name={words.openNamed(one.name)} onPress={() => void open(one.id)}>
                    {words.open}
                  </Button>
                ),
            },
          ]}
        />
      )}
      <div className="actions">
        <LinkButton kind="primary" to="/households/new">
          {words.add}
        </LinkButton>
        <LinkButton kind="quiet" to={isDesk ? '/desk' : '/desk/organisation'}>
          {isDesk ? words.toDesk : words.forMany}
        </LinkButton>
        <LinkButton kind="secondary" to="/households/from-file">
          {bringIn.column}
        </LinkButton>
      </div>
    </Page>
  );
}
