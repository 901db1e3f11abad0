import type { IsoDay } from '../dates';
import { addPence, NO_MONEY, type Pence, pence, sumPence, takePence } from '../money';
import type { CoverCause, TakerKind } from './cover-facts';
import { type CoverAsk, latestAsks } from './cover-log';
import { kindOfWorkFacts, type PaidPer } from './kind-of-work';
import { type NeedLine, planHours } from './need-plan';
import type { RotaWindow } from './rota-for-window';
import { isStaffed, type RotaShift, spanThatCounts } from './shift';
import { endOf, minutesOfSpan, type Span, spanBetween, startOf, takeSpans } from './span';

/** Cover by an agency or a last resort, which has no shift of a PA. */
export type OutsideCovered = Span & {
  readonly id: string;
  /** Key of the shift it covers. */
  readonly coversShiftKey: string;
  readonly who: { readonly kind: Exclude<TakerKind, 'worker'>; readonly id: string };
  /** What was charged for all of it; null while it is not known. */
  readonly charge: Pence | null;
  /** Pounds an hour, exact text; null where it was not by the hour. */
  readonly pounds: string | null;
  /** Whether it has been worked, and not only agreed. */
  readonly confirmed: boolean;
};

/** What a cover shift of a PA costs: by its `RotaShift.key`. */
export type CoverShiftCost = {
  readonly rate: { readonly per: PaidPer; readonly pounds: string };
  /** Premium included. */
  readonly wages: Pence;
  readonly onCosts: Pence;
};

/** Who covered how much of a shift. */
export type CoveredBy = {
  /** Key of the cover's shift, or the id of the cover from outside. */
  readonly key: string;
  readonly who: { readonly kind: TakerKind; readonly id: string };
  readonly span: Span;
  /** Real minutes that count: those nobody before in the list covered. */
  readonly minutes: number;
  readonly confirmed: boolean;
  readonly rate: { readonly per: PaidPer; readonly pounds: string } | null;
  /** Wages of a PA, or an agency's charge, and on-costs, of the part that counts; null where they are not known. */
  readonly wages: Pence | null;
  readonly onCosts: Pence | null;
};

/** `not-kept`: somebody said yes, and it was not covered all the same. */
export type CoverSearch = 'nobody-asked' | 'refused' | 'no-answer' | 'not-kept';

/** A shift that somebody was missing from, and what became of it. */
export type CoverReportLine = Span & {
  readonly key: string;
  readonly because: CoverCause;
  /** Who should have come; null for an open shift. */
  readonly workerId: string | null;
  readonly sleepIn: boolean;
  /** Of a sleep-in too: it is the count of nights that leaves it out of the hours. */
  readonly minutes: number;
  readonly coveredBy: readonly CoveredBy[];
  readonly uncovered: readonly Span[];
  readonly uncoveredMinutes: number;
  /** How far the search for cover came, where something is uncovered; null where nothing is. */
  readonly search: CoverSearch | null;
  /** What the cover cost, less what was spared on the one away; null where a cost is not known. */
  readonly extraCost: Pence | null;
};

export type CoverHours = { readonly minutes: number; readonly sleepIns: number };

/** What was needed and what came of it, from `from` to `to`. Hours leave out sleep-ins, which are counted as nights. */
export type CoverReport = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  /** What the plan pays for; null when on some of the days no plan runs. */
  readonly plan: CoverHours | null;
  /** Every shift of the rota that somebody has to be there for: as planned, and missing from. */
  readonly needed: CoverHours;
  /** Needed, and whoever was planned came or is to come. */
  readonly asPlanned: CoverHours;
  /** Of all that was staffed, cover too: what is confirmed as worked. */
  readonly worked: CoverHours;
  readonly covered: CoverHours;
  /** A night counts as uncovered when a part of it is. */
  readonly uncovered: CoverHours;
  /** Needed = as planned + covered + uncovered, in minutes. Each with why; causes that did not happen are left out. */
  readonly byCause: readonly {
    readonly because: CoverCause;
    readonly shifts: number;
    readonly covered: CoverHours;
    readonly uncovered: CoverHours;
  }[];
  readonly byWho: readonly {
    readonly who: { readonly kind: TakerKind; readonly id: string };
    readonly covers: number;
    readonly covered: CoverHours;
    /** Wages or charge, and on-costs; what is not known is left out of it. */
    readonly cost: Pence;
  }[];
  /** What the cover cost more; too low when `costComplete` is false. */
  readonly extraCost: Pence;
  readonly costComplete: boolean;
  readonly lines: readonly CoverReportLine[];
};

export type CoverReportInput = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  /** As `rotaForWindow` gives it, from the day before to the day after, so that covers over midnight are seen. */
  readonly rota: Pick<RotaWindow, 'shifts'>;
  readonly asks: readonly CoverAsk[];
  readonly outside: readonly OutsideCovered[];
  /** What the support plan pays for. */
  readonly planLines: readonly NeedLine[];
  readonly costOf: (shift: RotaShift) => CoverShiftCost | null;
  /** Wages and on-costs that fell away because the one away was not paid for the shift. */
  readonly sparedOn: (shift: RotaShift) => Pence;
};

const NO_HOURS: CoverHours = { minutes: 0, sleepIns: 0 };

function add(a: CoverHours, b: CoverHours): CoverHours {
  return { minutes: a.minutes + b.minutes, sleepIns: a.sleepIns + b.sleepIns };
}

function hoursOf(sleepIn: boolean, minutes: number): CoverHours {
  if (minutes <= 0) return NO_HOURS;
  return sleepIn ? { minutes: 0, sleepIns: 1 } : { minutes, sleepIns: 0 };
}

function total(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + minutesOfSpan(span), 0);
}

function causeOf(shift: RotaShift): CoverCause {
  if (shift.state === 'open') return 'open';
  return shift.absenceKind ?? (shift.offBecause === 'not-employed' ? 'not-employed' : 'open');
}

/** A part of a sum in proportion to minutes, to the nearest penny, a half up. */
function inProportion(amount: Pence, minutes: number, of: number): Pence {
  if (minutes === of || of === 0) return amount;
  return pence(Math.floor((2 * amount * minutes + of) / (2 * of)));
}

/** The cover of a shift as the report counts it, each minute once, in order of time. */
type Stand = {
  readonly key: string;
  readonly who: CoveredBy['who'];
  readonly span: Span;
  readonly confirmed: boolean;
  readonly rate: CoveredBy['rate'];
  readonly wages: Pence | null;
  readonly onCosts: Pence | null;
};

function countedCovers(whole: Span, stands: readonly Stand[]): readonly CoveredBy[] {
  let left: readonly Span[] = [whole];
  const covers: CoveredBy[] = [];
  const inOrder = stands.toSorted(
    (a, b) => startOf(a.span).at - startOf(b.span).at || (a.key < b.key ? -1 : 1),
  );
  for (const stand of inOrder) {
    const after = left.flatMap((span) => takeSpans(span, [stand.span]));
    const minutes = total(left) - total(after);
    left = after;
    if (minutes <= 0) continue;
    const all = minutesOfSpan(stand.span);
    covers.push({
      key: stand.key,
      who: stand.who,
      span: clip(stand.span, whole),
      minutes,
      confirmed: stand.confirmed,
      rate: stand.rate,
      wages: stand.wages === null ? null : inProportion(stand.wages, minutes, all),
      onCosts: stand.onCosts === null ? null : inProportion(stand.onCosts, minutes, all),
    });
  }
  return covers;
}

function clip(span: Span, whole: Span): Span {
  const from = startOf(span).at >= startOf(whole).at ? startOf(span) : startOf(whole);
  const to = endOf(span).at <= endOf(whole).at ? endOf(span) : endOf(whole);
  return spanBetween(from, to);
}

/**
 * What was needed in a period, what was planned, worked and covered by whom, what was not and why, and what cover cost
 * more: for the annual review. Names and notes are not in it, and of an absence only its kind.
 */
export function coverReport(input: CoverReportInput): CoverReport {
  const { from, to } = input;
  const { shifts } = input.rota;
  const byKey = new Map(shifts.map((shift) => [shift.key, shift]));
  const outsideOf = new Map<string, OutsideCovered[]>();
  for (const each of input.outside)
    outsideOf.set(each.coversShiftKey, [...(outsideOf.get(each.coversShiftKey) ?? []), each]);

  let asPlanned = NO_HOURS;
  let worked = NO_HOURS;
  const lines: CoverReportLine[] = [];
  for (const shift of shifts) {
    if (shift.day < from || shift.day > to || !kindOfWorkFacts(shift.kindOfWork).needsCover) continue;
    const sleepIn = kindOfWorkFacts(shift.kindOfWork).maySleep;
    if (shift.state === 'confirmed') worked = add(worked, hoursOf(sleepIn, shift.minutes));
    const covers = shift.coversShiftKey === null ? undefined : byKey.get(shift.coversShiftKey);
    // A cover answers for the shift it stands in for; beside somebody who came it is a shift of its own.
    const standsIn = covers !== undefined && !isStaffed(covers);
    if (isStaffed(shift)) {
      if (!standsIn) asPlanned = add(asPlanned, hoursOf(sleepIn, shift.minutes));
      continue;
    }
    if (standsIn) continue;
    lines.push(lineOf(input, shift, byKey, outsideOf.get(shift.key) ?? [], sleepIn));
  }
  for (const each of input.outside) {
    const covered = byKey.get(each.coversShiftKey);
    if (covered === undefined || !each.confirmed || isStaffed(covered)) continue;
    if (covered.day < from || covered.day > to) continue;
    worked = add(worked, hoursOf(kindOfWorkFacts(covered.kindOfWork).maySleep, minutesOfSpan(each)));
  }

  const covered = lines.reduce((sum, line) => add(sum, coveredOf(line)), NO_HOURS);
  const uncovered = lines.reduce((sum, line) => add(sum, uncoveredOf(line)), NO_HOURS);
  const plan = planHours(input.planLines, from, to);
  return {
    from,
    to,
    plan: plan === null ? null : { minutes: plan.minutes, sleepIns: plan.sleepIns },
    needed: add(asPlanned, add(covered, uncovered)),
    asPlanned,
    worked,
    covered,
    uncovered,
    byCause: causesOf(lines),
    byWho: whoOf(lines),
    extraCost: sumPence(lines.map((line) => line.extraCost ?? NO_MONEY)),
    costComplete: lines.every((line) => line.extraCost !== null),
    lines,
  };
}

function lineOf(
  input: CoverReportInput,
  shift: RotaShift,
  byKey: ReadonlyMap<string, RotaShift>,
  outside: readonly OutsideCovered[],
  sleepIn: boolean,
): CoverReportLine {
  const { key, day, start, endDay, end, workerId } = shift;
  const whole = { day, start, endDay, end };
  const stands: Stand[] = [];
  for (const coverKey of shift.coveredBy) {
    const cover = byKey.get(coverKey);
    if (cover === undefined || cover.workerId === null) continue;
    const cost = input.costOf(cover);
    stands.push({
      key: cover.key,
      who: { kind: 'worker', id: cover.workerId },
      span: spanThatCounts(cover),
      confirmed: cover.state === 'confirmed',
      rate: cost?.rate ?? null,
      wages: cost?.wages ?? null,
      onCosts: cost?.onCosts ?? null,
    });
  }
  for (const each of outside) {
    stands.push({
      key: each.id,
      who: each.who,
      span: { day: each.day, start: each.start, endDay: each.endDay, end: each.end },
      confirmed: each.confirmed,
      rate: each.pounds === null ? null : { per: 'hour', pounds: each.pounds },
      wages: each.charge,
      onCosts: NO_MONEY,
    });
  }
  const coveredBy = countedCovers(whole, stands);
  const uncovered = takeSpans(
    whole,
    stands.map((stand) => stand.span),
  );
  const costs = coveredBy.map((cover) =>
    cover.wages === null || cover.onCosts === null ? null : addPence(cover.wages, cover.onCosts),
  );
  const cost = costs.includes(null) ? null : sumPence(costs.map((each) => each ?? NO_MONEY));
  return {
    key,
    ...whole,
    because: causeOf(shift),
    workerId,
    sleepIn,
    minutes: minutesOfSpan(whole),
    coveredBy,
    uncovered,
    uncoveredMinutes: total(uncovered),
    search: uncovered.length === 0 ? null : searchFor(key, input.asks),
    // What was not covered cost nothing, whatever was spared on it.
    extraCost:
      coveredBy.length === 0 ? NO_MONEY : cost === null ? null : takePence(cost, input.sparedOn(shift)),
  };
}

function searchFor(shiftKey: string, asks: readonly CoverAsk[]): CoverSearch {
  const answers = latestAsks(shiftKey, asks).map((ask) => ask.answer);
  if (answers.length === 0) return 'nobody-asked';
  if (answers.includes('yes') || answers.includes('part')) return 'not-kept';
  return answers.includes('no') ? 'refused' : 'no-answer';
}

function coveredOf(line: CoverReportLine): CoverHours {
  if (line.sleepIn) return hoursOf(true, line.uncoveredMinutes > 0 ? 0 : line.minutes);
  return hoursOf(false, line.minutes - line.uncoveredMinutes);
}

function uncoveredOf(line: CoverReportLine): CoverHours {
  return hoursOf(line.sleepIn, line.uncoveredMinutes);
}

function causesOf(lines: readonly CoverReportLine[]): CoverReport['byCause'] {
  const causes = new Map<CoverCause, CoverReport['byCause'][number]>();
  for (const line of lines) {
    const { because } = line;
    const known = causes.get(because) ?? { because, shifts: 0, covered: NO_HOURS, uncovered: NO_HOURS };
    causes.set(because, {
      because,
      shifts: known.shifts + 1,
      covered: add(known.covered, coveredOf(line)),
      uncovered: add(known.uncovered, uncoveredOf(line)),
    });
  }
  return [...causes.values()].toSorted((a, b) => (a.because < b.because ? -1 : 1));
}

function whoOf(lines: readonly CoverReportLine[]): CoverReport['byWho'] {
  const all = new Map<string, CoverReport['byWho'][number]>();
  for (const line of lines) {
    for (const cover of line.coveredBy) {
      const key = `${cover.who.kind} ${cover.who.id}`;
      const known = all.get(key) ?? { who: cover.who, covers: 0, covered: NO_HOURS, cost: NO_MONEY };
      all.set(key, {
        who: cover.who,
        covers: known.covers + 1,
        covered: add(known.covered, hoursOf(line.sleepIn, cover.minutes)),
        cost: addPence(known.cost, cover.wages ?? NO_MONEY, cover.onCosts ?? NO_MONEY),
      });
    }
  }
  return [...all.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}
