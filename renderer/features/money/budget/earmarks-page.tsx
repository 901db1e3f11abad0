import type { EarmarkShown, EarmarksView } from '@shared/api/budget';
import { formatDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { FileText, Pencil, PiggyBank, RotateCcw, Trash2 } from 'lucide-react';
import { useNavigate } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { saveFile } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Menu } from '../../../components/menu';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { showToast } from '../../../components/toast';
import { WaitingLine } from '../../../components/waiting-line';
import { ahead, leaving, aside as words } from '../../../text/budget';
import { common } from '../../../text/common';
import { sentenceFor } from '../../../text/refusals';
import { useDoing } from '../use-money';
import { LeavingTable } from './leaving-table';

/** Money set aside, who agreed to it, and what notice and redundancy would cost. */
export function EarmarksPage() {
  const householdId = useHouseholdId();
  const view = useQuery({
    ...api.budget.earmarks.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  return (
    <Page title={words.title} sub={words.sub} backTo="/money" backLabel={ahead.back}>
      {view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          {view.earmarks.length === 0 ? (
            <EmptyState icon={PiggyBank} title={words.none} actions={<Add />}>
              {words.noneBody}
            </EmptyState>
          ) : (
            <>
              <List view={view} />
              <div className="actions">
                <Add />
              </div>
            </>
          )}
          {view.leaving.length === 0 ? null : (
            <section className="section" aria-labelledby="aside-leaving">
              <h2 id="aside-leaving">{leaving.title}</h2>
              <p className="quiet">{leaving.sub}</p>
              <LeavingTable costs={view.leaving} />
              <WhoPays agreements={view.agreements} />
            </section>
          )}
        </>
      )}
    </Page>
  );
}

/** Who pays when a PA is made redundant, by each agreement's rule. */
function WhoPays({ agreements }: Pick<EarmarksView, 'agreements'>) {
  const householdId = useHouseholdId();
  const rules =
    useQuery({ ...api.budget.view.queryOptions({ input: { householdId } }), throwOnError: true }).data
      ?.redundancy ?? [];
  return rules.map((one) => (
    <div key={one.agreementId}>
      <p>{leaving.pays[one.pays]}</p>
      <LinkButton
        kind="quiet"
        to={`/money/left/${one.agreementId}/rule`}
        name={`${leaving.sayWho}: ${agreements.find((agreement) => agreement.id === one.agreementId)?.name ?? ''}`}
      >
        {leaving.sayWho}
      </LinkButton>
    </div>
  ));
}

function Add() {
  return (
    <LinkButton kind="primary" to="/money/set-aside/new">
      {words.add}
    </LinkButton>
  );
}

function stateOf(one: EarmarkShown): string {
  if (one.releasedOn !== null) return words.released(formatDay(one.releasedOn));
  if (!one.agreed) return words.notAgreed;
  return words.agreedWords(one.agreedBy, one.agreedOn === null ? null : formatDay(one.agreedOn));
}

function List({ view }: { readonly view: EarmarksView }) {
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const { run } = useDoing();
  const today = useQuery({
    ...api.budget.view.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data?.today;
  const open = async (id: string) => {
    const answer = await answerOf(client.budget.earmarkFile({ householdId, id }));
    if (answer.ok) saveFile(answer.value);
    else showToast(sentenceFor(answer));
  };
  const choicesOf = (one: EarmarkShown) => [
    {
      id: 'change',
      label: words.change,
      icon: Pencil,
      onPress: () => void navigate(`/money/set-aside/${one.id}`),
    },
    ...(one.fileName === ''
      ? []
      : [{ id: 'letter', label: words.openLetter, icon: FileText, onPress: () => void open(one.id) }]),
    one.releasedOn === null
      ? {
          id: 'release',
          label: words.release,
          icon: RotateCcw,
          onPress: () =>
            void run(
              'release',
              () => client.budget.releaseEarmark({ householdId, id: one.id, releasedOn: today ?? one.from }),
              words.doneReleased,
            ),
        }
      : {
          id: 'keep',
          label: words.keepAgain,
          icon: RotateCcw,
          onPress: () =>
            void run(
              'keep',
              () => client.budget.releaseEarmark({ householdId, id: one.id, releasedOn: null }),
              words.doneKept,
            ),
        },
    {
      id: 'remove',
      label: words.remove,
      icon: Trash2,
      onPress: () =>
        void run('remove', () => client.budget.removeEarmark({ householdId, id: one.id }), words.doneRemoved),
    },
  ];
  return (
    <Table
      caption={words.caption}
      rows={view.earmarks}
      rowKey={(one) => one.id}
      tools={false}
      least={46}
      totalLabel={words.total}
      columns={[
        {
          id: 'name',
          heading: words.name,
          isName: true,
          cell: (one) => (
            <span className="money-words">
              {one.name}
              <small className="quiet">{words.kinds[one.kind]}</small>
            </span>
          ),
          text: (one) => one.name,
        },
        {
          id: 'days',
          heading: words.days,
          cell: (one) => words.span(formatDay(one.from), one.until === null ? null : formatDay(one.until)),
        },
        { id: 'agreed', heading: words.agreedBy, cell: stateOf },
        {
          id: 'amount',
          heading: words.amount,
          kind: 'figure',
          cell: (one) => formatPounds(one.amount),
          total: formatPounds(view.total),
        },
        {
          id: 'do',
          heading: words.action,
          kind: 'action',
          cell: (one) => (
            <Menu
              kind="quiet"
              label={words.action}
              name={`${words.action}: ${one.name}`}
              choices={choicesOf(one)}
            />
          ),
        },
      ]}
    />
  );
}
