import type { AbsenceInput, ListedAbsence } from '@shared/api/absences';
import { formatHours } from '@shared/clock-time';
import type { IsoDay } from '@shared/dates';
import { ABSENCE_REASONS, type AbsenceReason, kindOfReason } from '@shared/rota/absence-and-pay';
import { checkFields } from '../../../components/check-fields';
import { type DateText, dateText } from '../../../components/date-text';
import { type Read, readDate, readHours } from '../../../components/read-fields';
import type { Checked } from '../../../components/use-form';
import { absenceWords } from '../../../text/absences';
import { awayWords } from '../../../text/rota';
import { rotaRefusals } from '../../../text/rota-sentences';

export const REASONS = ABSENCE_REASONS;

/** Time off as it is typed. */
export type AwayValues = {
  readonly workerId: string;
  readonly kind: AbsenceReason | '';
  readonly firstDay: DateText;
  readonly until: 'one-day' | 'day' | 'open' | '';
  readonly lastDay: DateText;
  readonly hours: string;
  readonly kept: 'no' | 'yes';
  readonly toldOn: DateText;
  readonly note: string;
  /** The person has said yes to what was asked. */
  readonly confirmed: boolean;
};

/** What the form reads. */
export type AwayRead = Omit<AbsenceInput, 'id' | 'toldAt'>;

/** Questions that the tick of the form answers. */
export const QUESTIONS: readonly string[] = [
  'absence.very-long',
  'absence.holiday-given-back',
  'absence.open-sickness-ends',
];

/** What a new time off starts with. */
export function newAway(day: IsoDay, workerId: string, kind: AbsenceReason | '' = ''): AwayValues {
  return {
    workerId,
    kind,
    firstDay: dateText(day),
    until: 'one-day',
    lastDay: dateText(undefined),
    hours: '',
    kept: 'no',
    toldOn: dateText(undefined),
    note: '',
    confirmed: false,
  };
}

/** Time off that is there, as it would be typed. */
export function typedAway(
  absence: Pick<
    ListedAbsence,
    'workerId' | 'kind' | 'reason' | 'firstDay' | 'lastDay' | 'holidayMinutes' | 'payKept' | 'toldOn' | 'note'
  >,
): AwayValues {
  const { firstDay, lastDay, holidayMinutes, kind, reason } = absence;
  return {
    workerId: absence.workerId,
    kind: kind === 'other' && reason !== '' ? reason : kind,
    firstDay: dateText(firstDay),
    until: lastDay === null ? 'open' : lastDay === firstDay ? 'one-day' : 'day',
    lastDay: dateText(lastDay === firstDay ? undefined : (lastDay ?? undefined)),
    hours: holidayMinutes === null ? '' : formatHours(holidayMinutes),
    kept: absence.payKept ? 'yes' : 'no',
    toldOn: dateText(absence.toldOn ?? undefined),
    note: absence.note,
    confirmed: false,
  };
}

/** A year of two figures may be one of four that is not typed to its end: `20` of `2026`. */
const isWhole = (date: DateText): boolean => date.year.trim().length === 4;

/** The first and last day as far as they can be read: enough to show what they touch. */
export function awayDays(
  values: AwayValues,
): { readonly firstDay: IsoDay; readonly lastDay: IsoDay | null } | undefined {
  const first = readDate(values.firstDay, '');
  if (!first.ok || !isWhole(values.firstDay) || values.until === '') return undefined;
  if (values.until === 'one-day') return { firstDay: first.value, lastDay: first.value };
  if (values.until === 'open') return { firstDay: first.value, lastDay: null };
  const last = readDate(values.lastDay, '');
  return last.ok && isWhole(values.lastDay) && last.value >= first.value
    ? { firstDay: first.value, lastDay: last.value }
    : undefined;
}

/** Whether the form asks when the employer was told: where that day counts. */
export const asksTold = (kind: AwayValues['kind']): boolean => kind === 'sickness' || kind === 'carers';

/** Whether the employer may pay the time all the same. */
export const asksKept = (kind: AwayValues['kind']): boolean =>
  kind !== '' && kind !== 'holiday' && kind !== 'sickness' && kind !== 'family';

/** The kind an absence is kept as, and the reason beside it. */
function keptAs(kind: AbsenceReason): Pick<AbsenceInput, 'kind' | 'reason'> {
  return {
    kind: kindOfReason(kind),
    reason: kind === 'bereavement' || kind === 'dependants' ? kind : '',
  };
}

/** What can be looked at before the form is whole; undefined while who or when is missing. */
export function previewOf(values: AwayValues, id: string | null): AbsenceInput | undefined {
  const days = awayDays(values);
  if (values.workerId === '' || days === undefined || values.kind === 'family') return undefined;
  const hours = readOptionalHours(values);
  const told = readTold(values);
  return {
    id,
    workerId: values.workerId,
    ...days,
    // Until the reason is chosen, only the shifts are looked at.
    ...keptAs(values.kind === '' ? 'unpaid' : values.kind),
    holidayMinutes: hours.ok ? hours.value : null,
    payKept: asksKept(values.kind) && values.kept === 'yes',
    toldOn: told.ok && isWhole(values.toldOn) ? told.value : null,
    toldAt: null,
    note: '',
    confirmed: [],
  };
}

/** Reads time off as typed. */
export function readAway(values: AwayValues): Checked<AwayValues, AwayRead> {
  const checked = checkFields({
    workerId: chosen(values.workerId, awayWords.chooseWho),
    kind: chosen(values.kind, awayWords.chooseWhy),
    firstDay: readDate(values.firstDay, awayWords.said.first),
    until: chosen(values.until, awayWords.chooseUntil),
    ...(values.until === 'day' ? { lastDay: readDate(values.lastDay, awayWords.said.last) } : {}),
    hours: readOptionalHours(values),
    toldOn: readTold(values),
  });
  if (!checked.ok) return checked as Checked<AwayValues, AwayRead>;
  const { workerId, kind, firstDay, until, hours, toldOn } = checked.value;
  const typedLast = (checked.value as { lastDay?: IsoDay }).lastDay;
  const lastDay = until === 'one-day' ? firstDay : until === 'open' ? null : (typedLast ?? null);
  if (lastDay !== null && lastDay < firstDay)
    return { ok: false, problems: { lastDay: String(rotaRefusals['absence.ends-before-it-starts']) } };
  return {
    ok: true,
    value: {
      workerId,
      ...keptAs(kind),
      firstDay,
      lastDay,
      holidayMinutes: hours,
      payKept: asksKept(kind) && values.kept === 'yes',
      toldOn,
      note: values.note.trim(),
      confirmed: values.confirmed ? [...QUESTIONS] : [],
    },
  };
}

function chosen<Value extends string>(value: Value | '', message: string): Read<Value> {
  return value === '' ? { ok: false, message } : { ok: true, value };
}

function readOptionalHours(values: AwayValues): Read<number | null> {
  if (values.kind !== 'holiday' || values.hours.trim() === '') return { ok: true, value: null };
  return readHours(values.hours, awayWords.said.hours);
}

function readTold(values: AwayValues): Read<IsoDay | null> {
  const { day, month, year } = values.toldOn;
  if (!asksTold(values.kind) || `${day}${month}${year}`.trim() === '') return { ok: true, value: null };
  return readDate(values.toldOn, absenceWords.saidTold);
}
