import type { EndingStepShown, EndingView, FinalLineShown } from '@shared/api/endings';
import type { IsoDay } from '@shared/dates';
import { formatPounds, type Pence } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useParams } from 'react-router';
import { answerOf, api, client, refusalOf } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { Checkbox } from '../../../components/checkbox';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import {
  endings,
  finalLineNote,
  finalLineWords,
  finalNote,
  trueUpWords,
  account as words,
} from '../../../text/endings';
import { useDoing, useMadeFile } from './use-endings';

/** The final account both ways, the steps with their days, the letters and the last return. */
export function AccountPage() {
  const { agreementId = '' } = useParams();
  const householdId = useHouseholdId();
  const query = useQuery({
    ...api.endings.view.queryOptions({ input: { householdId, agreementId } }),
    retry: false,
    throwOnError: (error) => refusalOf(error) === undefined,
  });
  const back = { backTo: '/returns/endings', backLabel: endings.title };
  if (query.isError)
    return (
      <Page title={endings.title} {...back}>
        <EmptyState title={words.gone}>{words.goneBody}</EmptyState>
      </Page>
    );
  const view = query.data;
  if (view === undefined)
    return (
      <Page title={endings.title} {...back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  return (
    <Page
      title={words.title(view.funderName)}
      sub={words.sub(view.ending.kind, view.ending.endedOn)}
      {...back}
    >
      <Result view={view} />
      <Side id="account-has" title={words.hasTitle} lines={view.has} total={view.totalHas} />
      <Side id="account-owes" title={words.owesTitle} lines={view.owes} total={view.totalOwes} />
      <Checked view={view} />
      <Steps view={view} />
      <Letters view={view} />
      <LastReturn view={view} />
    </Page>
  );
}

function Result({ view }: { readonly view: EndingView }) {
  const householdId = useHouseholdId();
  const { pending, save } = useMadeFile();
  const { agreementId } = view.ending;
  const title =
    view.surplus > 0
      ? words.surplus(view.surplus, view.funderName)
      : view.shortfall > 0
        ? words.shortfall(view.shortfall, view.funderName)
        : words.even;
  return (
    <>
      <Notice tone={view.shortfall > 0 ? 'attention' : 'note'} title={title}>
        <p>
          {words.asOf(view.asOf)} {words.first} {view.ending.kind === 'death' ? words.death : ''}
        </p>
      </Notice>
      <div className="actions">
        <Button
          kind="primary"
          icon={Download}
          pending={pending}
          onPress={() => void save(() => client.endings.finalAccountPdf({ householdId, agreementId }))}
        >
          {words.savePdf}
        </Button>
        <LinkButton to={`/returns/endings/${agreementId}/change`}>{words.change}</LinkButton>
      </div>
    </>
  );
}

function Side(props: {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly FinalLineShown[];
  readonly total: Pence;
}) {
  const rows = props.lines.map((line, index) => ({ ...line, key: `${line.code} ${line.name} ${index}` }));
  return (
    <section className="section" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      <Table
        caption={props.title}
        hideCaption
        tools={false}
        rows={rows}
        rowKey={(row) => row.key}
        totalLabel={words.total}
        columns={[
          {
            id: 'what',
            heading: words.what,
            isName: true,
            text: finalLineWords,
            cell: (row) => (
              <>
                {finalLineWords(row)}
                {finalLineNote(row) === '' ? null : (
                  <span className="quiet ending-note">{finalLineNote(row)}</span>
                )}
              </>
            ),
          },
          {
            id: 'amount',
            heading: words.amount,
            kind: 'figure',
            cell: (row) => formatPounds(row.amount),
            total: formatPounds(props.total),
            totalText: formatPounds(props.total),
          },
        ]}
      />
    </section>
  );
}

function Checked({ view }: { readonly view: EndingView }) {
  return (
    <>
      {view.notes.length === 0 ? null : (
        <section className="section" aria-labelledby="account-notes">
          <h2 id="account-notes">{words.notesTitle}</h2>
          <ul className="ending-list">
            {view.notes.map((note) => (
              <li key={`${note.code} ${String(note.values['name'] ?? '')}`}>{finalNote(note)}</li>
            ))}
          </ul>
        </section>
      )}
      <section className="section" aria-labelledby="account-true-up">
        <h2 id="account-true-up">{words.trueUpTitle}</h2>
        <ul className="ending-list">
          <li>
            {words.funding}: {trueUpWords(view.funding)}
          </li>
          {view.contribution === null ? null : (
            <li>
              {words.contribution}: {trueUpWords(view.contribution)}
            </li>
          )}
        </ul>
        <p className="quiet">{words.trueUpNote}</p>
      </section>
    </>
  );
}

function Steps({ view }: { readonly view: EndingView }) {
  const done = view.steps.filter((step) => step.doneOn !== null).length;
  return (
    <section className="section" aria-labelledby="account-steps">
      <h2 id="account-steps">{words.stepsTitle}</h2>
      <p className="quiet" role="status">
        {words.stepsDone(done, view.steps.length)}
      </p>
      <ol className="ending-steps">
        {view.steps.map((step) => (
          <Step key={step.step} step={step} agreementId={view.ending.agreementId} today={view.today} />
        ))}
      </ol>
    </section>
  );
}

function Step(props: {
  readonly step: EndingStepShown;
  readonly agreementId: string;
  readonly today: IsoDay;
}) {
  const { step, agreementId, today } = props;
  const householdId = useHouseholdId();
  const { run } = useDoing();
  const tick = (ticked: boolean) =>
    run(
      step.step,
      () =>
        answerOf(
          client.endings.tickStep({
            householdId,
            agreementId,
            step: step.step,
            doneOn: ticked ? today : null,
            note: step.note,
          }),
        ),
      ticked ? words.ticked(step.title) : words.unticked(step.title),
    );
  return (
    <li>
      <Checkbox
        label={step.title}
        value={step.doneOn !== null}
        {...(step.doneOn !== null
          ? { note: words.doneOn(step.doneOn) }
          : step.by === null
            ? {}
            : { note: words.by(step.by) })}
        onChange={(ticked) => void tick(ticked)}
      />
      <p>{step.why}</p>
      <p className="quiet small">
        {words.source(step.source)}
        {step.mark === 'RECALLED' ? `. ${words.recalled}` : ''}
      </p>
    </li>
  );
}

function Letters({ view }: { readonly view: EndingView }) {
  const householdId = useHouseholdId();
  const { pending, save } = useMadeFile();
  const { agreementId } = view.ending;
  if (view.letters.length === 0) return null;
  return (
    <section className="section" aria-labelledby="account-letters">
      <h2 id="account-letters">{words.lettersTitle}</h2>
      <p>{words.lettersBody}</p>
      <div className="button-row">
        {view.letters.map(({ kind, workerId, name }) => (
          <Button
            key={`${kind} ${workerId ?? ''}`}
            icon={Download}
            pending={pending}
            onPress={() =>
              void save(() => client.endings.letter({ householdId, agreementId, kind, workerId }))
            }
          >
            {words.letter(kind, name)}
          </Button>
        ))}
      </div>
    </section>
  );
}

function LastReturn({ view }: { readonly view: EndingView }) {
  const { from, to, sentOn } = view.finalReturn;
  return (
    <section className="section" aria-labelledby="account-return">
      <h2 id="account-return">{words.returnTitle}</h2>
      <p>{words.returnBody(from, to)}</p>
      <p>{sentOn === null ? words.returnWait : words.returnSent(sentOn)}</p>
      <div className="button-row">
        <LinkButton to={`/returns/${view.ending.agreementId}/${from}/${to}`}>{words.returnLook}</LinkButton>
      </div>
    </section>
  );
}
