import type { LateOutcome } from '@shared/api/pay-late';
import { addDays, type IsoDay } from '@shared/dates';
import { addPence, NO_MONEY } from '@shared/money';
import { lateChangePay } from '@shared/rota/late-change';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { gatherPay } from './pay-inputs';
import { priceChange } from './pay-late';
import { type AddedHours, addShift, type LateInput, noteChange, paidShift } from './pay-late-change';
import { openPeriods } from './pay-periods';
import { loadPayRecord, type PayRecord, workerOfRecord } from './pay-record';
import { workOutSpan } from './pay-view';
import { workerShortName } from './worker-name';

type NextPay = { readonly key: string; readonly payDate: IsoDay; readonly net: LateOutcome['amount'] | null };

/** The pay that takes what comes late for a PA, as it would be worked out now. */
function nextPay(
  record: PayRecord,
  workerId: string,
  takes: { readonly changeId?: string | null; readonly shiftId?: string },
): (NextPay & { readonly takesIt: boolean }) | undefined {
  for (const period of openPeriods(record)) {
    const span = period.spans.find((one) => one.workerId === workerId);
    if (span === undefined) continue;
    const gathering = gatherPay(record, span);
    if (gathering.kind === 'nothing') continue;
    const { worked } = workOutSpan(record, span, gathering);
    const hours = worked?.pay.hours;
    const takesIt =
      (takes.changeId != null && hours?.lateChangeIds.includes(takes.changeId) === true) ||
      (takes.shiftId !== undefined && hours?.shiftIds.includes(takes.shiftId) === true);
    return { key: period.key, payDate: period.payDate, net: worked?.result.netPay ?? null, takesIt };
  }
  return undefined;
}

/** What a late change would come to, by doing it and leaving everything as it was. Refuses what `noteLate` refuses. */
export function previewLate(context: ServiceContext, householdId: string, input: LateInput): LateOutcome {
  const db = databaseOf(context);
  const today = todayOf(context);
  const { worker_id: workerId, day } = paidShift(db, householdId, input.key);
  const before = nextPay(loadPayRecord(db, householdId, today), workerId, {});
  return db.rehearse(() => {
    const { id, warnings } = noteChange(context, householdId, input);
    const record = loadPayRecord(db, householdId, today);
    const row = record.lateChanges.find((one) => one.id === id);
    const priced = row === undefined ? undefined : priceChange(record, row);
    if (priced?.ok === false) {
      const worker = workerOfRecord(record, workerId);
      refuse('pay.no-rate', {
        name: workerShortName(worker),
        kind: priced.details?.['kindOfWork'] ?? '',
        day,
      });
    }
    const pay = priced?.ok === true ? priced.value.pay : undefined;
    const next = nextPay(record, workerId, { changeId: id });
    return {
      minutes: pay?.minutes ?? 0,
      amount: priced?.ok === true ? addPence(priced.value.pay.amount, priced.value.premium) : NO_MONEY,
      rate: pay?.rate ?? '',
      ratePer: pay?.ratePer ?? 'hour',
      explanation: pay?.explanation ?? null,
      takenIn: taken(before, next),
      waits: id !== null && next !== undefined && !next.takesIt,
      warnings,
    };
  });
}

function taken(before: NextPay | undefined, next: NextPay | undefined): LateOutcome['takenIn'] {
  if (next === undefined) return null;
  return {
    key: next.key,
    payDate: next.payDate,
    netBefore: before?.key === next.key ? before.net : null,
    net: next.net,
  };
}

/** What added hours would come to, by adding them and leaving everything as it was. Refuses what `addHours` refuses. */
export function previewAddedHours(
  context: ServiceContext,
  householdId: string,
  added: AddedHours,
): LateOutcome {
  const db = databaseOf(context);
  const today = todayOf(context);
  const before = nextPay(loadPayRecord(db, householdId, today), added.workerId, {});
  return db.rehearse(() => {
    const { key, warnings } = addShift(context, householdId, added);
    const record = loadPayRecord(db, householdId, today);
    const next = nextPay(record, added.workerId, { shiftId: key });
    const hours = {
      start: added.start,
      endDay: added.endsNextDay ? addDays(added.day, 1) : added.day,
      end: added.end,
    };
    const { workerId, day, kindOfWork } = added;
    const priced = lateChangePay(workerId, { day, kindOfWork, was: null, now: hours }, record.rateBook);
    if (!priced.ok)
      refuse('pay.no-rate', {
        name: workerShortName(workerOfRecord(record, workerId)),
        kind: kindOfWork,
        day,
      });
    return {
      minutes: priced.value.minutes,
      amount: priced.value.amount,
      rate: priced.value.rate,
      ratePer: priced.value.ratePer,
      explanation: null,
      takenIn: taken(before, next),
      waits: false,
      warnings,
    };
  });
}
