import type { FpsView, FpsWorker } from '@shared/api/filing';
import { addPence, formatPounds, type Pence, sumPence } from '@shared/money';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Amount } from '../../../components/amounts';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { type Column, Table } from '../../../components/table';
import { filing, filingReport as words } from '../../../text/filing';
import { FaultList } from './fault-list';
import { FilingAnswer } from './filing-answer';
import { canNote, notePath, REPORTS, reportsPath } from './filing-paths';
import { ReportFile } from './report-file';
import { SentNotes } from './sent-notes';

type Late = 'none' | 'F' | 'G';

/** One finished run as an FPS would report it: what HMRC is told, what is not right, the file, and what was sent. */
export function FpsPage() {
  const { runId = '' } = useParams();
  const householdId = useHouseholdId();
  const [late, setLate] = useState<Late>('none');
  const input = { householdId, runId, lateReason: late === 'none' ? null : late };
  const query = useQuery({
    ...api.filing.fps.queryOptions({ input }),
    placeholderData: keepPreviousData,
  });
  return (
    <FilingAnswer query={query} title={words.reportTitle} backTo={REPORTS} backLabel={filing.backToReports}>
      {(view) => (
        <Page
          title={view.kind === 'correction' ? words.fpsCorrection(view.payDate) : words.fps(view.payDate)}
          sub={words.fpsSub(view.dueOn)}
          backTo={reportsPath(view.taxYear)}
          backLabel={filing.backToReports}
        >
          {view.whyNoFile === null ? <FaultList faults={view.faults} /> : null}
          <Figures view={view} />
          {view.kind === 'correction' ? <p>{words.lateH}</p> : null}
          {view.isLate && view.whyNoFile === null ? (
            <section className="section">
              <RadioGroup<Late>
                label={words.late}
                hint={words.lateHint}
                value={late}
                onChange={setLate}
                choices={[
                  { value: 'none', label: words.lateNone, note: words.lateNoneNote },
                  { value: 'F', label: words.lateF },
                  { value: 'G', label: words.lateG, note: words.lateGNote },
                ]}
              />
            </section>
          ) : null}
          <ReportFile
            whyNoFile={view.whyNoFile}
            faults={view.faults}
            label={words.fileSave}
            make={() => client.filing.fpsFile(input)}
          />
          <section className="section" aria-labelledby="sent">
            <h2 id="sent">{filing.whatSent}</h2>
            <SentNotes reports={view.reports} />
            {canNote(view.whyNoFile) ? (
              <div className="pay-buttons">
                <LinkButton kind="primary" to={notePath(view.taxYear, 'fps', [runId])}>
                  {filing.note}
                </LinkButton>
              </div>
            ) : null}
          </section>
        </Page>
      )}
    </FilingAnswer>
  );
}

function column(
  id: string,
  heading: string,
  workers: readonly FpsWorker[],
  amount: (worker: FpsWorker) => Pence,
): Column<FpsWorker> {
  const total = sumPence(workers.map(amount));
  return {
    id,
    heading,
    kind: 'figure',
    cell: (worker) => <Amount pence={amount(worker)} />,
    text: (worker) => formatPounds(amount(worker)),
    ...(workers.length < 2 ? {} : { total: <Amount pence={total} />, totalText: formatPounds(total) }),
  };
}

function FigureTable(props: {
  readonly caption: string;
  readonly workers: readonly FpsWorker[];
  readonly of: (worker: FpsWorker) => FpsWorker['now'];
}) {
  const { workers, of } = props;
  const loans = (worker: FpsWorker): Pence => addPence(of(worker).studentLoan, of(worker).postgraduateLoan);
  const columns: Column<FpsWorker>[] = [
    { id: 'name', heading: words.name, isName: true, cell: (worker) => worker.name, text: (one) => one.name },
    column('pay', words.taxablePay, workers, (worker) => of(worker).taxablePay),
    column('tax', words.tax, workers, (worker) => of(worker).tax),
    column('employee', words.employeeNi, workers, (worker) => of(worker).employeeNi),
    column('employer', words.employerNi, workers, (worker) => of(worker).employerNi),
    ...(workers.some((worker) => loans(worker) !== 0) ? [column('loans', words.loans, workers, loans)] : []),
  ];
  return (
    <Table
      caption={props.caption}
      columns={columns}
      rows={workers}
      rowKey={(worker) => worker.workerId}
      {...(workers.length < 2 ? {} : { totalLabel: words.total })}
      least={columns.length * 6.4}
    />
  );
}

function Figures({ view }: { readonly view: FpsView }) {
  const isCorrection = view.kind === 'correction';
  return (
    <>
      <section className="section" aria-labelledby="now">
        <h2 id="now">{isCorrection ? words.nowCorrection : words.now}</h2>
        {isCorrection ? <p>{view.isYearOver ? words.yearOver : words.nowCorrectionBody}</p> : null}
        <FigureTable
          caption={words.nowCaption(view.payDate)}
          workers={view.workers}
          of={(worker) => worker.now}
        />
      </section>
      <section className="section" aria-labelledby="to-date">
        <h2 id="to-date">{words.toDate}</h2>
        <FigureTable
          caption={words.toDateCaption(view.payDate)}
          workers={view.workers}
          of={(worker) => worker.toDate}
        />
      </section>
      <section className="section" aria-labelledby="more">
        <h2 id="more">{words.more}</h2>
        <ul className="pay-points">
          {view.workers.map((worker) => (
            <li key={worker.workerId}>
              {[
                words.code(worker),
                worker.startedOn === null ? '' : words.start(worker.startedOn, worker.declaration),
                worker.leftOn === null ? '' : words.left(worker.leftOn, worker.afterLeaving),
                worker.irregular ? words.irregular : '',
                worker.statutoryToDate === 0 ? '' : words.statutory(formatPounds(worker.statutoryToDate)),
              ]
                .filter(Boolean)
                .join(' ')}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
