import type { AbsencePreview, PayslipEffect } from '@shared/api/absences';
import { formatDay, formatWeekday } from '@shared/dates';
import { formatPounds, type Pence, sumPence, takePence } from '@shared/money';
import type { ReactNode } from 'react';
import { Amount } from '../../../components/amounts';
import { ExplainedFigure } from '../../../components/explained-figure';
import { Notice } from '../../../components/notice';
import { type Column, Table } from '../../../components/table';
import { problemSentence } from '../../../text/absence-problems';
import {
  absenceWords,
  holidayEffects,
  payEffects,
  sicknessLines,
  effectWords as words,
} from '../../../text/absences';
import { sickReasons } from '../../../text/family';
import { kindInSentence } from '../../../text/kinds-of-work';
import { awayWords } from '../../../text/rota';
import { hoursWords, longTimes } from '../../../text/rota-times';

/** How many shifts are named before the rest are counted. */
const NAMED = 8;

/** What time away does, before it is saved: pay first, then the shifts that need someone. */
export function AwayEffect(props: {
  readonly effect: AbsencePreview;
  /** The reason is chosen, so that pay can be told of. */
  readonly hasReason: boolean;
  readonly isOpen: boolean;
}) {
  const { effect, hasReason, isOpen } = props;
  return (
    <>
      <Opened effect={effect} isOpen={isOpen} />
      {hasReason ? (
        <section className="away-effect" aria-label={words.label}>
          <h2>{words.title(effect.name)}</h2>
          <ul className="away-lines">
            {linesOf(effect, isOpen).map((line) => (
              <li key={line.id}>{line.content}</li>
            ))}
          </ul>
          <PayslipTable effect={effect} />
        </section>
      ) : null}
    </>
  );
}

type Line = { readonly id: string; readonly content: ReactNode };

const text = (id: string, content: string): Line => ({ id, content });

function linesOf(effect: AbsencePreview, isOpen: boolean): Line[] {
  const { sickness, holidayTaken, carers } = effect;
  const lines: Line[] = [];
  if (sickness === null) lines.push(text('pay', payEffects[effect.pay] ?? effect.pay));
  else {
    lines.push({ id: 'sick', content: <SickPayLine effect={effect} days={sickness.paidDays} /> });
    for (const line of sicknessLines(sickness, isOpen, sickReasons)) lines.push(text(line, line));
  }
  if (holidayTaken !== null && holidayTaken.method === 'rolled-up')
    lines.push(text('rolled', words.holidayRolled));
  else if (holidayTaken !== null)
    lines.push(
      text(
        'taken',
        holidayTaken.leftAfter < 0
          ? words.holidayOver(hoursWords(holidayTaken.minutes), hoursWords(-holidayTaken.leftAfter))
          : words.holidayTakes(
              hoursWords(holidayTaken.minutes),
              hoursWords(holidayTaken.leftAfter),
              holidayTaken.yearEnds,
            ),
      ),
    );
  for (const { day, title, worksThen } of effect.bankHolidays)
    lines.push(
      text(day, worksThen ? words.bankHolidayWorked(title, day) : words.bankHolidayFree(title, day)),
    );
  const builds = holidayEffects[effect.holiday] ?? effect.holiday;
  if (builds !== '') lines.push(text('builds', builds));
  if (carers !== null) {
    lines.push(text('carers', words.carersLeft(hoursWords(carers.leftMinutes))));
    lines.push(text('put-off', words.carersPutOff(carers.postponeTo)));
  }
  if (effect.pay === 'absence-pay.claim-from-court') lines.push(text('court', absenceWords.juryBody));
  for (const problem of effect.problems)
    if (problem.severity !== 'ask' && problem.severity !== 'refuse')
      lines.push(text(problem.code, problemSentence(problem)));
  if (effect.worked > 0) lines.push(text('worked', words.worked(effect.worked)));
  if (effect.toPutRight.length > 0) lines.push(text('put-right', words.putRight(effect.toPutRight.length)));
  else if (effect.paidAlready > 0) lines.push(text('paid', words.paidAlready));
  if (isOpen) lines.push(text('until', words.until(effect.countedTo)));
  return lines;
}

/** `Sick pay (SSP) for 2 days: £47.50.`, its figure with how it was worked out where it is all on one payslip. */
function SickPayLine({ effect, days }: { readonly effect: AbsencePreview; readonly days: number }) {
  const paid = effect.payslips.filter((one) => one.sickPay > 0);
  const [only] = paid;
  if (days === 0 || only === undefined) return <>{words.sickDaysOnly(days)}</>;
  return (
    <>
      {words.sickDaysOnly(days)}{' '}
      {paid.map((one, index) => (
        <span key={one.payDate}>
          {index === 0 ? '' : ', '}
          <ExplainedFigure
            id={`away-sick-${one.payDate}`}
            text={formatPounds(one.sickPay)}
            what={`${words.sickPay}, ${formatDay(one.payDate)}`}
            who={effect.name}
            explanation={one.explanations['sickPay']}
          />
          {` ${words.onPayDay(one.payDate)}`}
        </span>
      ))}
      {effect.toPutRight.length === 0 ? '' : words.restLater}.
    </>
  );
}

/** Shifts that would need someone. */
function Opened({ effect, isOpen }: { readonly effect: AbsencePreview; readonly isOpen: boolean }) {
  const { opened } = effect;
  const rest = opened.length - NAMED;
  return (
    <Notice
      tone={opened.length === 0 ? 'note' : 'attention'}
      title={
        opened.length > 0
          ? words.opened(opened.length)
          : effect.touched === 0
            ? awayWords.touched(0)
            : words.opened(0)
      }
      spoken
    >
      {opened.length === 0 ? null : (
        <ul className="rota-touched">
          {opened.slice(0, NAMED).map((shift) => (
            <li key={shift.key}>
              {formatWeekday(shift.day)}, {longTimes(shift)}, {kindInSentence(shift.kindOfWork)}
            </li>
          ))}
          {rest > 0 ? <li>{words.more(rest)}</li> : null}
        </ul>
      )}
      {isOpen ? <p>{words.openLater}</p> : null}
    </Notice>
  );
}

const changes = (one: PayslipEffect): boolean =>
  one.grossWith !== one.grossWithout || one.netWith !== one.netWithout;

/** Each payslip without and with the time away; one sentence where all stay the same. */
function PayslipTable({ effect }: { readonly effect: AbsencePreview }) {
  const { payslips, whyNone } = effect;
  if (payslips.length === 0)
    return <p>{whyNone === null ? words.nothingYet : words.nothingBecause(problemSentence(whyNone))}</p>;
  const changed = payslips.filter(changes);
  if (changed.length === 0) return <p>{words.same}</p>;
  const money = (id: string, heading: string, of: (row: PayslipEffect) => Pence): Column<PayslipEffect> => ({
    id,
    heading,
    kind: 'figure',
    cell: (row) => <Amount pence={of(row)} />,
    text: (row) => formatPounds(of(row)),
  });
  const cost = takePence(
    sumPence(payslips.map((one) => one.costWith)),
    sumPence(payslips.map((one) => one.costWithout)),
  );
  return (
    <>
      <Table
        caption={words.table}
        compact
        tools={false}
        least={28}
        rows={changed}
        rowKey={(row) => row.payDate}
        columns={[
          { id: 'day', heading: words.payDay, cell: (row) => formatDay(row.payDate), isName: true },
          money('without', words.without, (row) => row.grossWithout),
          money('with', words.with, (row) => row.grossWith),
          money('change', words.change, (row) => takePence(row.grossWith, row.grossWithout)),
          money('net', words.takeHome, (row) => row.netWith),
        ]}
      />
      {cost === 0 ? null : (
        <p>{words.cost(formatPounds(cost < 0 ? takePence(0 as Pence, cost) : cost), cost < 0)}</p>
      )}
      <p className="quiet small">{words.asPlanned}</p>
    </>
  );
}
