import type { WhatIfResult, WhatIfsView } from '@shared/api/budget';
import type { WhatIfChange } from '@shared/budget/what-if';
import { formatHours } from '@shared/clock-time';
import { formatDay } from '@shared/dates';
import { formatPounds, pence } from '@shared/money';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { announce } from '../../../components/live-region';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { TextField } from '../../../components/text-field';
import { showToast } from '../../../components/toast';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { sentenceFor } from '../../../text/refusals';
import { changeWords, difference, whatIf as words } from '../../../text/what-if';
import { ChangeForm } from './change-form';
import { AgreementPage } from './use-agreement';
import { useSavedTo } from './use-saved-to';
import { askedWords, fitWords, shortWords, useWhatIfs } from './what-ifs-page';

/** One what-if: its changes, what it would come to beside now, and its name to keep it by. */
export function WhatIfPage() {
  return (
    <AgreementPage title={words.newTitle} backTo="/money/what-if" backLabel={words.back}>
      {(agreement) => <Loader key={agreement.id} agreementId={agreement.id} />}
    </AgreementPage>
  );
}

function Loader({ agreementId }: { readonly agreementId: string }) {
  const { id } = useParams();
  const view = useWhatIfs(agreementId);
  const existing = view?.kept.find((one) => one.id === id);
  return (
    <Page
      title={existing?.name ?? words.newTitle}
      sub={words.sub}
      backTo={`/money/what-if/${agreementId}`}
      backLabel={words.back}
    >
      {view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <Builder key={existing?.id ?? 'new'} view={view} existing={existing} />
      )}
    </Page>
  );
}

function Builder(props: {
  readonly view: WhatIfsView;
  readonly existing: WhatIfsView['kept'][number] | undefined;
}) {
  const { view, existing } = props;
  const { agreementId } = view;
  const householdId = useHouseholdId();
  const [changes, setChanges] = useState<readonly WhatIfChange[]>(existing?.changes ?? []);
  const [adding, setAdding] = useState(0);
  const then = useQuery({
    ...api.budget.tryWhatIf.queryOptions({ input: { householdId, agreementId, changes: [...changes] } }),
    placeholderData: keepPreviousData,
    throwOnError: true,
  }).data;
  const nameOf = (id: string): string => view.workers.find((one) => one.id === id)?.name ?? id;
  const add = (change: WhatIfChange) => {
    setChanges([...changes, change]);
    setAdding(adding + 1);
    announce(words.added);
  };
  return (
    <>
      <section className="section" aria-labelledby="what-if-changes">
        <h2 id="what-if-changes">{words.changes}</h2>
        {changes.length === 0 ? (
          <p className="quiet">{words.noChanges}</p>
        ) : (
          <ul className="money-kinds">
            {changes.map((change, at) => {
              const sentence = changeWords(change, nameOf);
              return (
                <li key={`${at} ${sentence}`}>
                  <span>{sentence}</span>
                  <Button
                    kind="quiet"
                    icon={X}
                    name={words.takeOut(sentence)}
                    onPress={() => setChanges(changes.filter((_one, index) => index !== at))}
                  >
                    {words.takeOutShort}
                  </Button>
                </li>
              );
            })}
          </ul>
        )}
      </section>
      <section className="section" aria-labelledby="what-if-add">
        <h2 id="what-if-add">{words.addTitle}</h2>
        <ChangeForm key={adding} view={view} onAdd={add} />
      </section>
      <section className="section" aria-labelledby="what-if-result">
        <h2 id="what-if-result">{words.resultTitle}</h2>
        {then === undefined ? (
          <WaitingLine>{common.loading}</WaitingLine>
        ) : (
          <Result now={view.now} then={then} />
        )}
      </section>
      <Keep view={view} existing={existing} changes={changes} />
    </>
  );
}

type Line = {
  readonly id: string;
  readonly name: string;
  readonly now: string;
  readonly otherwise: string;
  readonly change: string;
};

function Result({ now, then }: { readonly now: WhatIfResult; readonly then: WhatIfResult }) {
  const amount = (id: string, name: string, of: (result: WhatIfResult) => number): Line => ({
    id,
    name,
    now: formatPounds(pence(of(now))),
    otherwise: formatPounds(pence(of(then))),
    change: difference(of(now), of(then)),
  });
  const text = (id: string, name: string, of: (result: WhatIfResult) => string): Line => ({
    id,
    name,
    now: of(now),
    otherwise: of(then),
    change: '',
  });
  const onTop = (one: WhatIfResult): number => one.insurance + one.pension + one.holiday;
  const lines: Line[] = [
    amount('end', words.endBalance(formatDay(now.endsOn)), (one) => one.endBalance),
    text('short', words.short, shortWords),
    text('asked', words.asked, askedWords),
    text('hours', words.hours, (one) => formatHours(one.weeklyMinutes)),
    text('fit', words.fit, fitWords),
    amount('in', words.cameIn, (one) => one.cameIn),
    amount('pay', words.pay, (one) => one.wages + onTop(one)),
    amount('top', words.payParts, onTop),
    amount('cover', words.cover, (one) => one.cover + one.oneOff),
  ];
  return (
    <Table
      caption={words.resultCaption}
      rows={lines}
      rowKey={(line) => line.id}
      tools={false}
      least={34}
      columns={[
        { id: 'what', heading: words.figure, isName: true, cell: (line) => line.name },
        { id: 'now', heading: words.now, kind: 'figure', cell: (line) => line.now },
        { id: 'then', heading: words.withChanges, kind: 'figure', cell: (line) => line.otherwise },
        { id: 'change', heading: words.change, kind: 'figure', cell: (line) => line.change },
      ]}
    />
  );
}

function Keep(props: {
  readonly view: WhatIfsView;
  readonly existing: WhatIfsView['kept'][number] | undefined;
  readonly changes: readonly WhatIfChange[];
}) {
  const { view, existing, changes } = props;
  const householdId = useHouseholdId();
  const { agreementId } = view;
  const [name, setName] = useState(existing?.name ?? '');
  const [error, setError] = useState<string | undefined>();
  const saved = useSavedTo(`/money/what-if/${agreementId}`, words.saved);
  const removed = useSavedTo(`/money/what-if/${agreementId}`, words.removed);
  const save = async () => {
    if (name.trim() === '') {
      setError(words.nameEmpty);
      announce(words.nameEmpty, 'assertive');
      return;
    }
    const whatIf = { id: existing?.id ?? null, name: name.trim(), changes: [...changes] };
    const answer = await answerOf(client.budget.saveWhatIf({ householdId, agreementId, whatIf }));
    if (answer.ok) await saved();
    else showToast(sentenceFor(answer));
  };
  const remove = async (id: string) => {
    const answer = await answerOf(client.budget.removeWhatIf({ householdId, id }));
    if (answer.ok) await removed();
    else showToast(sentenceFor(answer));
  };
  return (
    <section className="section budget-fields" aria-label={words.save}>
      <TextField label={words.nameField} width="20" value={name} onChange={setName} error={error} />
      <div className="actions">
        <Button kind="primary" onPress={() => void save()}>
          {words.save}
        </Button>
        {existing === undefined ? null : (
          <Button kind="quiet" onPress={() => void remove(existing.id)}>
            {words.remove}
          </Button>
        )}
      </div>
    </section>
  );
}
