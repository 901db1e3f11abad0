import type { PayRunView } from '@shared/api/pay';
import { formatPounds, pence } from '@shared/money';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button';
import { ErrorSummary } from '../../components/error-summary';
import { ExplainedFigure } from '../../components/explained-figure';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { payHours, payTable, payCheck as words } from '../../text/pay';
import { problemLink, problemText, warningText } from '../../text/pay-problems';
import { EarningsTable } from './earnings-table';
import { explanationOf, PayTable } from './pay-table';
import { PayTotals } from './pay-totals';
import { RunPage } from './run-page';
import { SharedPay } from './shared-pay';
import { AlsoOff, TopUp, WageCheck } from './wage-check';

/** Step 2: what stands in the way, what each person earns and keeps, and what it costs. */
export function CheckPage() {
  return <RunPage step={1}>{(run) => <CheckStep run={run} />}</RunPage>;
}

function nameOf(run: PayRunView, workerId: string | null): string {
  return (
    run.lines.find((line) => line.workerId === workerId)?.shortName ??
    [...run.refused, ...run.unconfirmed].find((one) => one.workerId === workerId)?.name ??
    ''
  );
}

function CheckStep({ run }: { readonly run: PayRunView }) {
  const navigate = useNavigate();
  const [turn, setTurn] = useState(0);
  const shown = run.warnings
    .toSorted((a, b) => Number(b.blocks) - Number(a.blocks))
    .map((warning) => ({
      ...warning,
      ...warningText(warning.code, warning.values, warning.workerId, nameOf(run, warning.workerId)),
    }));
  const blocking = [
    ...run.refused.map((one) => ({ title: problemText(one.code, one.values, one.name) })),
    ...shown.filter((one) => one.blocks),
  ];
  const problems = [
    ...(blocking.length === 0
      ? []
      : [{ message: words.mendFirst }, ...blocking.map((one) => ({ message: one.title }))]),
    ...(run.lines.length === 0 ? [{ message: words.nobody }] : []),
  ];
  const goOn = () => {
    if (problems.length > 0) setTurn((now) => now + 1);
    else void navigate(`/pay/run/${run.key}/finish`);
  };
  return (
    <>
      {turn === 0 ? null : <ErrorSummary problems={problems} turn={turn} />}
      {shown.length + run.refused.length + run.unconfirmed.length === 0 ? null : (
        <section aria-label={words.warnings} className="stack">
          {run.refused.map((one) => {
            const name = String(one.values['name'] ?? one.name);
            const link = problemLink(one.code, one.workerId, name);
            return (
              <Notice
                key={`refused-${one.workerId}`}
                tone="wrong"
                title={payHours.refused(name)}
                action={link === undefined ? undefined : <LinkButton to={link.to}>{link.label}</LinkButton>}
              >
                <p>{problemText(one.code, one.values, one.name)}</p>
              </Notice>
            );
          })}
          {run.unconfirmed.map((one) => (
            <Notice
              key={`unconfirmed-${one.workerId}`}
              tone="attention"
              title={payHours.notConfirmed(one.name, one.shifts)}
              action={<LinkButton to="/rota/confirm">{payHours.confirm(one.name)}</LinkButton>}
            >
              <p>{payHours.notConfirmedBody}</p>
            </Notice>
          ))}
          {shown.map((one) => (
            <Notice
              key={`${one.code}-${one.workerId ?? ''}-${one.title}`}
              tone={one.blocks ? 'wrong' : 'attention'}
              title={one.title}
              action={
                one.link === undefined ? undefined : (
                  <LinkButton to={one.link.to}>{one.link.label}</LinkButton>
                )
              }
            >
              {one.body === '' ? null : <p>{one.body}</p>}
              {one.code === 'pay.below-minimum-wage' && one.workerId !== null ? (
                <TopUp
                  run={run}
                  workerId={one.workerId}
                  name={nameOf(run, one.workerId)}
                  amount={pence(Number(one.values['shortfall']))}
                />
              ) : null}
            </Notice>
          ))}
        </section>
      )}
      {run.lines.length === 0 ? (
        <p className="section">{words.nobody}</p>
      ) : (
        <>
          <div className="section">
            <PayTable run={run} />
          </div>
          <PayTotals run={run} />
          <SharedPay run={run} />
        </>
      )}
      <div className="actions">
        <Button kind="primary" iconAfter={ArrowRight} onPress={goOn}>
          {words.next}
        </Button>
        <LinkButton to={`/pay/run/${run.key}`}>{words.back}</LinkButton>
      </div>
      <Breakdown run={run} />
    </>
  );
}

/** How each person’s pay is made up, and what it costs. */
export function Breakdown({ run }: { readonly run: PayRunView }) {
  const withLines = run.lines.filter((line) => line.earnings.length > 0);
  if (withLines.length === 0) return null;
  return (
    <section className="section" aria-labelledby="pay-made">
      <h2 id="pay-made">{words.made}</h2>
      {withLines.map((line) => (
        <section className="pay-person" key={line.payslipId ?? line.workerId}>
          <h3>{words.madeOf(line.shortName)}</h3>
          <EarningsTable
            caption={words.lines(line.shortName)}
            line={line}
            totalLabel={words.total}
            total={line.gross}
          />
          <p className="quiet">
            {words.costWhat(line.shortName)}:{' '}
            <ExplainedFigure
              id={`${line.workerId}-cost`}
              text={formatPounds(line.employerCost)}
              what={words.costWhat(line.shortName)}
              who={line.shortName}
              explanation={explanationOf(line, 'employerCost')}
            />
            . {payTable.net}: {formatPounds(line.net)}.
          </p>
          <WageCheck line={line} />
          <AlsoOff line={line} />
        </section>
      ))}
    </section>
  );
}
