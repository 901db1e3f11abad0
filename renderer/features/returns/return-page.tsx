import type { FileOut, LargeFileOut } from '@shared/api/common';
import type { ReturnView } from '@shared/api/returns';
import { formatDay, formatShortDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { FileDown, FileSpreadsheet, FolderArchive, Send } from 'lucide-react';
import { Link } from 'react-router';
import { client } from '../../api/client';
import { saveFile } from '../../api/files';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { Table } from '../../components/table';
import { useWindowWidth } from '../../components/use-width';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { forms, sendingLog } from '../../text/packs';
import { sentenceFor } from '../../text/refusals';
import { answers as answerWords, comparing, markWords } from '../../text/return-pages';
import {
  evidenceShort,
  periodWords,
  returnProblemWords,
  returnRefusals,
  oneReturn as words,
} from '../../text/returns';
import { checklistOf } from './checklist';
import { EvidencePanel } from './evidence-panel';
import { lineHome } from './line-home';
import { Reconciliation } from './reconciliation';
import { HoursOfReturn, MoneyOfReturn, SpokenFor, sentWords } from './return-sums';
import { returnPath, useDoing, useReturn, useReturnKey } from './use-returns';

const MOST_PROBLEMS = 6;

/** One return, as the authority’s own form: the sums, what is missing, every line, and the files to send. */
export function ReturnPage() {
  const key = useReturnKey();
  const { view, refusal } = useReturn(key);
  const width = useWindowWidth();
  if (key === undefined || view === undefined) {
    return (
      <Page title={words.back} backTo="/returns" backLabel={words.back}>
        {key === undefined ? (
          <p>{words.gone}</p>
        ) : refusal === undefined ? (
          <WaitingLine>{common.loading}</WaitingLine>
        ) : (
          <p>{sentenceFor(refusal, returnRefusals)}</p>
        )}
      </Page>
    );
  }
  const sent = sentWords(view);
  // Beside the page only while there is something in it to go to: what scrolls must be reached by keyboard.
  const beside =
    width === 'wide' &&
    view.state !== 'sent' &&
    checklistOf(view.evidence, returnPath(view)).some((line) => line.mend !== undefined);
  const evidence = (
    <EvidencePanel evidence={view.evidence} readOnly={view.state === 'sent'} returnPath={returnPath(view)} />
  );
  return (
    <Page
      title={words.title(view.funderName)}
      sub={words.sub(periodWords(view.from, view.to), formatDay(view.dueOn))}
      backTo="/returns"
      backLabel={words.back}
      aside={beside ? evidence : undefined}
      asideLabel={words.evidenceLabel}
    >
      <div className="stack returns-notices">
        {sent === undefined ? null : (
          <Notice tone="done" title={sent}>
            <p>{words.sentBody(view.sentHow ?? '')}</p>
          </Notice>
        )}
        {view.state === 'not-ended' ? (
          <Notice tone="note" title={words.running}>
            <p>{words.runningBody(formatDay(view.to))}</p>
          </Notice>
        ) : null}
        {view.state === 'sent' ? null : <Problems view={view} />}
      </div>
      <MoneyOfReturn view={view} />
      <Reconciliation view={view} />
      <SpokenFor view={view} />
      <HoursOfReturn view={view} />
      {beside ? null : <div className="section">{evidence}</div>}
      <Signing view={view} />
      <Files view={view} />
      <Transactions view={view} />
    </Page>
  );
}

/** The authority’s questions, who signs, and the return beside another: each a page of its own. */
function Signing({ view }: { readonly view: ReturnView }) {
  const { signing } = view;
  const isSent = view.state === 'sent';
  return (
    <section className="section" aria-labelledby="signing">
      <h2 id="signing">{answerWords.title}</h2>
      <p>
        {signing.by !== '' && signing.on !== null
          ? answerWords.signed(signing.by, formatDay(signing.on))
          : answerWords.notSigned}
      </p>
      <div className="actions">
        <LinkButton to={`${returnPath(view)}/questions`}>
          {isSent ? answerWords.linkSent : answerWords.link}
        </LinkButton>
        <LinkButton to={`${returnPath(view)}/compare`}>{comparing.link}</LinkButton>
      </div>
    </section>
  );
}

function Problems({ view }: { readonly view: ReturnView }) {
  const { problems } = view;
  if (problems.length === 0) return null;
  return (
    <Notice tone="attention" title={words.problems}>
      <ul className="returns-problems">
        {problems.slice(0, MOST_PROBLEMS).map((problem, index) => {
          const lineId = problem.values['lineId'];
          const sentence = returnProblemWords(problem);
          return (
            <li key={index}>
              {typeof lineId === 'string' ? <Link to={lineHome(lineId)}>{sentence}</Link> : sentence}
            </li>
          );
        })}
      </ul>
      {problems.length > MOST_PROBLEMS ? (
        <p>
          <Link to="/money/lines?only=needs-a-look">
            {words.moreProblems(problems.length - MOST_PROBLEMS)}
          </Link>
        </p>
      ) : null}
    </Notice>
  );
}

function Files({ view }: { readonly view: ReturnView }) {
  const householdId = useHouseholdId();
  const { busy, run } = useDoing();
  const input = { householdId, agreementId: view.agreementId, from: view.from, to: view.to };
  const save = (name: string, make: () => Promise<FileOut | LargeFileOut>) =>
    void run(name, async () => saveFile(await make()), words.saved);
  return (
    <section className="section" aria-labelledby="keep-and-send">
      <h2 id="keep-and-send">{words.saving}</h2>
      <p className="quiet">{words.savingHint}</p>
      <div className="actions">
        <Button
          kind="primary"
          icon={FileDown}
          pending={busy === 'pack'}
          onPress={() => save('pack', () => client.returns.packPdf(input))}
        >
          {words.pack}
        </Button>
        {view.state === 'due' ? (
          <LinkButton to={`${returnPath(view)}/send`} icon={Send}>
            {words.markSent}
          </LinkButton>
        ) : null}
      </div>
      <div className="actions returns-files">
        <Button
          icon={FileSpreadsheet}
          pending={busy === 'xlsx'}
          onPress={() => save('xlsx', () => client.returns.xlsx(input))}
        >
          {words.xlsx}
        </Button>
        <Button
          icon={FileSpreadsheet}
          pending={busy === 'csv'}
          onPress={() => save('csv', () => client.returns.csv(input))}
        >
          {words.csv}
        </Button>
        <Button
          icon={FolderArchive}
          pending={busy === 'zip'}
          onPress={() => save('zip', () => client.returns.zip(input))}
        >
          {words.zip}
        </Button>
      </div>
      <div className="actions">
        <LinkButton to={`${returnPath(view)}/forms`}>{forms.title}</LinkButton>
        {view.returnId === null ? null : (
          <LinkButton to={`${returnPath(view)}/log`}>{sendingLog.title}</LinkButton>
        )}
      </div>
    </section>
  );
}

function Transactions({ view }: { readonly view: ReturnView }) {
  return (
    <section className="section" aria-labelledby="every-line">
      <h2 id="every-line">{words.transactions}</h2>
      <Table
        caption={words.transactionsCaption(view.transactions.length)}
        rows={view.transactions}
        rowKey={(line) => String(line.number)}
        least={30}
        compact
        empty={<p>{words.noTransactions}</p>}
        columns={[
          {
            id: 'number',
            heading: words.number,
            kind: 'figure',
            cell: (line) => String(line.number),
            sortBy: (line) => line.number,
          },
          {
            id: 'what',
            heading: words.what,
            isName: true,
            text: (line) => line.description,
            cell: (line) => (
              <div className="returns-bank-text">
                <Link to={lineHome(line.lineId)} aria-label={`${line.description}, ${line.number}`}>
                  {line.description}
                </Link>
                <small>{line.label}</small>
                {line.mark === null ? null : (
                  <small>{markWords[line.mark](formatDay(line.bankDay ?? line.day))}</small>
                )}
                {line.reason === null ? null : <small>{line.reason}</small>}
              </div>
            ),
          },
          {
            id: 'day',
            heading: words.date,
            text: (line) => line.day,
            cell: (line) => <span className="nowrap">{formatShortDay(line.day)}</span>,
            sortBy: (line) => line.day,
          },
          { id: 'evidence', heading: words.evidence, cell: (line) => evidenceShort(line.evidence) },
          {
            id: 'amount',
            heading: words.amount,
            kind: 'figure',
            cell: (line) => formatPounds(line.amount),
            sortBy: (line) => line.amount,
          },
        ]}
      />
    </section>
  );
}
