import type { FamilyKind, FamilyLeave } from '@shared/api/family';
import { checkFields } from '../../../components/check-fields';
import { type DateText, dateText, NO_DATE } from '../../../components/date-text';
import { type Read, readDate } from '../../../components/read-fields';
import { fine, readChoice, readNumber, readOptionalDate } from '../../../components/read-more';
import type { Checked } from '../../../components/use-form';
import { leaveForm as words } from '../../../text/family';

/** A leave as it is typed. */
export type LeaveValues = {
  readonly kind: FamilyKind | '';
  readonly adoption: 'birth' | 'adoption';
  readonly dueOn: DateText;
  readonly happenedOn: DateText;
  readonly matchedOn: DateText;
  readonly careStartedOn: DateText;
  readonly fullDaysOfCare: number | null;
  readonly weeksUsedElsewhere: number | null;
  readonly leaveStartsOn: DateText;
  readonly weeks: number | null;
  readonly toldOn: DateText;
  readonly evidenceOn: DateText;
  readonly averagePounds: string;
  readonly note: string;
};

/** Which days and numbers a kind asks for, and whether a day may be left empty. */
export type Asks = {
  readonly adoption: boolean;
  readonly dueOn: 'needed' | 'if-known' | 'no';
  readonly happenedOn: 'needed' | 'if-known';
  readonly matchedOn: boolean;
  readonly care: boolean;
  readonly used: boolean;
};

/** What the form asks for a kind of leave. */
export function asksOf(kind: FamilyKind, isAdoption: boolean): Asks {
  const none: Asks = {
    adoption: false,
    dueOn: 'no',
    happenedOn: 'needed',
    matchedOn: false,
    care: false,
    used: false,
  };
  switch (kind) {
    case 'SMP':
      return { ...none, dueOn: 'needed', happenedOn: 'if-known' };
    case 'SPP':
      return isAdoption
        ? { ...none, adoption: true, matchedOn: true }
        : { ...none, adoption: true, dueOn: 'needed', happenedOn: 'if-known' };
    case 'SAP':
      return { ...none, matchedOn: true };
    case 'ShPP':
      return isAdoption
        ? { ...none, adoption: true, matchedOn: true, used: true }
        : { ...none, adoption: true, dueOn: 'needed', used: true };
    case 'SPBP':
      return none;
    case 'SNCP':
      return { ...none, dueOn: 'if-known', care: true };
  }
}

const WEEKS: Readonly<Record<FamilyKind, number>> = { SMP: 52, SAP: 52, SPP: 2, SPBP: 2, ShPP: 4, SNCP: 1 };

/** The weeks that a kind starts with. */
export function usualWeeks(kind: FamilyKind): number {
  return WEEKS[kind];
}

export const NEW_LEAVE: LeaveValues = {
  kind: '',
  adoption: 'birth',
  dueOn: NO_DATE,
  happenedOn: NO_DATE,
  matchedOn: NO_DATE,
  careStartedOn: NO_DATE,
  fullDaysOfCare: null,
  weeksUsedElsewhere: 0,
  leaveStartsOn: NO_DATE,
  weeks: null,
  toldOn: NO_DATE,
  evidenceOn: NO_DATE,
  averagePounds: '',
  note: '',
};

/** A leave that is there, as it would be typed. */
export function typedLeave(leave: FamilyLeave): LeaveValues {
  return {
    kind: leave.kind,
    adoption: leave.adoption ? 'adoption' : 'birth',
    dueOn: dateText(leave.dueOn),
    happenedOn: dateText(leave.happenedOn),
    matchedOn: dateText(leave.matchedOn),
    careStartedOn: dateText(leave.careStartedOn),
    fullDaysOfCare: leave.fullDaysOfCare,
    weeksUsedElsewhere: leave.weeksUsedElsewhere,
    leaveStartsOn: dateText(leave.leaveStartsOn),
    weeks: leave.weeks,
    toldOn: dateText(leave.toldOn),
    evidenceOn: dateText(leave.evidenceOn),
    averagePounds: leave.averagePounds,
    note: leave.note,
  };
}

/** Reads a leave as typed; what its kind does not ask for is left out. */
export function readLeave(values: LeaveValues): Checked<LeaveValues, FamilyLeave> {
  const { kind } = values;
  if (kind === '') return { ok: false, problems: { kind: words.kindNeeded } };
  const isAdoption = values.adoption === 'adoption';
  const asks = asksOf(kind, isAdoption);
  const day = (
    need: 'needed' | 'if-known' | 'no',
    text: DateText,
    label: string,
  ): Read<FamilyLeave['dueOn']> =>
    need === 'no' ? fine(null) : need === 'needed' ? readDate(text, label) : readOptionalDate(text, label);
  const checked = checkFields({
    kind: readChoice(kind, words.kindNeeded),
    dueOn: day(asks.dueOn, values.dueOn, words.asked.dueOn),
    matchedOn: day(asks.matchedOn ? 'needed' : 'no', values.matchedOn, words.asked.matchedOn),
    happenedOn: day(asks.happenedOn, values.happenedOn, words.asked.happenedOn),
    careStartedOn: day(asks.care ? 'needed' : 'no', values.careStartedOn, words.asked.careStartedOn),
    fullDaysOfCare: asks.care ? readNumber(values.fullDaysOfCare, 0, 500, words.fullDaysNeeded) : fine(0),
    weeksUsedElsewhere: asks.used ? readNumber(values.weeksUsedElsewhere, 0, 52, words.usedNeeded) : fine(0),
    leaveStartsOn: readDate(values.leaveStartsOn, words.asked.leaveStartsOn),
    weeks: readNumber(values.weeks, 1, 52, words.weeksNeeded),
    toldOn: readOptionalDate(values.toldOn, words.asked.toldOn),
    evidenceOn: readOptionalDate(values.evidenceOn, words.asked.evidenceOn),
  });
  if (!checked.ok) return checked as Checked<LeaveValues, FamilyLeave>;
  return {
    ok: true,
    value: {
      ...checked.value,
      adoption: kind === 'SAP' || (asks.adoption && isAdoption),
      averagePounds: values.averagePounds.trim().replace(/^£/, ''),
      note: values.note.trim(),
    },
  };
}

const isWhole = (date: DateText): boolean => date.year.trim() === '' || date.year.trim().length === 4;

/** A leave as far as it can be read while it is typed: enough to show what it brings. A half typed year is not read. */
export function leaveSoFar(values: LeaveValues): FamilyLeave | undefined {
  const dates = [
    values.dueOn,
    values.happenedOn,
    values.matchedOn,
    values.careStartedOn,
    values.leaveStartsOn,
  ];
  if (!dates.every(isWhole)) return undefined;
  const read = readLeave(values);
  return read.ok && /^$|^\d{1,6}(\.\d{1,7})?$/.test(read.value.averagePounds) ? read.value : undefined;
}
