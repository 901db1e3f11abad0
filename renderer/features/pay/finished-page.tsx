import type { PayRunView } from '@shared/api/pay';
import { takePence } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { ListChecks, PencilLine } from 'lucide-react';
import { useParams } from 'react-router';
import { api, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Amount } from '../../components/amounts';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { Tag } from '../../components/tag';
import { payHome, payRun, payTable, payDone as words } from '../../text/pay';
import { payPapers } from '../../text/pay-papers';
import { momentText } from '../../text/workspace';
import { Breakdown } from './check-page';
import { CostSheet } from './cost-sheet';
import { PayAnswer } from './pay-answer';
import { PayTable } from './pay-table';
import { PayTotals } from './pay-totals';
import { PayslipChoice } from './payslip-choice';
import { SaveFileButton } from './save-file-button';
import { useFinishedRun } from './use-pay';

/** A finished run: its payslips, payment sheet and payments, and every figure as it was worked out then. */
export function FinishedPage() {
  const { runId = '' } = useParams();
  const query = useFinishedRun(runId);
  return (
    <PayAnswer query={query} title={payHome.title}>
      {(run) => (
        <Page
          title={words.title(run)}
          sub={words.sub(
            run,
            run.finishedAt === null ? words.finished : words.finishedOn(momentText(run.finishedAt)),
          )}
          backTo="/pay"
          backLabel={payRun.back}
        >
          <ToPay runId={runId} />
          <div className="section">
            <PayTable run={run} />
          </div>
          <PayTotals run={run} />
          <Payslips run={run} runId={runId} />
          <Sheet runId={runId} />
          <CostSheet lines={run.lines} runId={runId} />
          <Tools runId={runId} />
          <Breakdown run={run} />
        </Page>
      )}
    </PayAnswer>
  );
}

function ToPay({ runId }: { readonly runId: string }) {
  const householdId = useHouseholdId();
  const payments = useQuery(api.pay.payments.queryOptions({ input: { householdId, runId } })).data;
  if (payments === undefined || payments.length === 0) return null;
  const paid = payments.filter((one) => one.paidOn !== null).length;
  return (
    <Notice
      tone={paid === payments.length ? 'done' : 'attention'}
      title={words.paymentsCount(paid, payments.length)}
      action={
        <LinkButton icon={ListChecks} to={`/pay/finished/${runId}/payments`}>
          {words.toPayments}
        </LinkButton>
      }
    >
      {paid === payments.length ? null : <p>{words.paymentsBody}</p>}
    </Notice>
  );
}

function Payslips({ run, runId }: { readonly run: PayRunView; readonly runId: string }) {
  const householdId = useHouseholdId();
  return (
    <section className="section" aria-labelledby="payslips">
      <h2 id="payslips">{words.payslips}</h2>
      <p>{payPapers.payslipsBody}</p>
      <ul className="payslips">
        {run.lines.map((line) => {
          const { payslipId } = line;
          return payslipId === null ? null : (
            <li key={payslipId}>
              <div>
                <strong>{line.name}</strong>
                <span className="quiet">
                  {payTable.net} <Amount pence={line.net} />
                  {line.replaces === null
                    ? null
                    : `. ${words.replaces(line.replaces.payDate, line.replaces.net)}. ${words.difference(takePence(line.net, line.replaces.net))}.`}
                </span>
                {line.correctedBy === null ? null : <Tag tone="note">{words.corrected}</Tag>}
              </div>
              <div className="payslip-actions">
                <PayslipChoice line={line} payslipId={payslipId} />
                {line.correctedBy === null ? (
                  <LinkButton
                    kind="quiet"
                    icon={PencilLine}
                    to={`/pay/finished/${runId}/correct/${payslipId}`}
                  >
                    {words.correct(line.shortName)}
                  </LinkButton>
                ) : null}
              </div>
            </li>
          );
        })}
      </ul>
      {run.lines.length < 2 ? null : (
        <p>
          <SaveFileButton make={() => client.pay.payslipsPdf({ householdId, runId })}>
            {words.saveAll}
          </SaveFileButton>
        </p>
      )}
    </section>
  );
}

function Sheet({ runId }: { readonly runId: string }) {
  const householdId = useHouseholdId();
  return (
    <section className="section" aria-labelledby="sheet">
      <h2 id="sheet">{words.sheet}</h2>
      <p>{words.sheetBody}</p>
      <div className="pay-buttons">
        <SaveFileButton make={() => client.pay.paymentSheetPdf({ householdId, runId })}>
          {words.sheetPdf}
        </SaveFileButton>
        <SaveFileButton make={() => client.pay.paymentSheetCsv({ householdId, runId })}>
          {words.sheetCsv}
        </SaveFileButton>
      </div>
    </section>
  );
}

/** Only for those who tell HMRC themselves with its own tool: not on paper, not through somebody else. */
function Tools({ runId }: { readonly runId: string }) {
  const householdId = useHouseholdId();
  const record = useQuery(api.household.get.queryOptions({ input: { householdId } })).data;
  const route = record?.employer?.filingRoute ?? 'basic-paye-tools';
  if (record === undefined || route !== 'basic-paye-tools') return null;
  return (
    <section className="section" aria-labelledby="tools">
      <h2 id="tools">{payPapers.tools}</h2>
      <p>{payPapers.toolsBody}</p>
      <div className="pay-buttons">
        <SaveFileButton make={() => client.pay.basicPayeToolsPdf({ householdId, runId })}>
          {payPapers.toolsPdf}
        </SaveFileButton>
        <LinkButton kind="quiet" to={`/pay/hmrc/reports/fps/${runId}`}>
          {payPapers.toolsReport}
        </LinkButton>
      </div>
    </section>
  );
}
