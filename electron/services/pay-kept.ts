import { type Explanation, moneyFigure } from '@shared/explain';
import { sumPence } from '@shared/money';
import { explainPayLine, payLines } from '@shared/rota/hours-to-pay';
import type { PaySpan } from './pay-periods';
import { NO_PART, oneAmount, type PayPart } from './pay-priced-line';
import type { PayRecord } from './pay-record';

/**
 * Pay for time away that the employer has chosen to pay as if it had been worked: the planned shifts of those days at their
 * own rates. It is wages like any other, but no hours of work for the minimum wage.
 */
export function payForKeptTime(record: PayRecord, span: PaySpan): PayPart {
  const kept = new Set(
    record.absences
      .filter((one) => one.worker_id === span.workerId && one.pay_kept === 1)
      .map((one) => one.id),
  );
  if (kept.size === 0) return NO_PART;
  const away = record
    .shifts(span.from, span.to)
    .filter(
      (shift) => shift.workerId === span.workerId && shift.state === 'off' && kept.has(shift.absenceId ?? ''),
    );
  const lines = payLines(span.workerId, away, record.rateBook);
  if (!lines.ok || lines.value.length === 0) return NO_PART;
  const minutes = lines.value.reduce((sum, line) => sum + line.minutes, 0);
  const amount = sumPence(lines.value.map((line) => line.amount));
  const explanation: Explanation = {
    code: 'pay.kept-time',
    values: { taken: { kind: 'minutes', minutes } },
    steps: lines.value.flatMap((line) => explainPayLine(line).steps),
    result: moneyFigure(amount),
    sources: [],
  };
  return {
    lines: [oneAmount('paid-time-off', amount, { minutes })],
    explanations: { keptPay: explanation },
    warnings: [],
  };
}
