import figures from '@resources/rates/absence.json';
import { addDays, daysBetween, earlierDay, type IsoDay, laterDay } from '../dates';
import type { SourceReference } from '../explain';
import { formsPeriodOfIncapacity, periodsLink } from '../payroll/sick-pay-days';
import type { AwayDays } from './absence-rules';
import type { RotaProblem } from './problem';

/** A fit note: its days, and whether work of some kind may be possible. What the illness is, is never kept. */
export type FitNote = {
  readonly id: string;
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly says: 'not-fit' | 'may-be-fit';
};

export type FitNoteProblem =
  /** From `from` on, and for the days to `to`, a note is needed and there is none. */
  | 'fit-note.needed'
  /** Days between two notes, or after the last, that none is for. */
  | 'fit-note.gap'
  /** The last note ends on `on`, and nobody knows yet when the PA is back. */
  | 'fit-note.runs-out'
  /** The PA may be fit with changes from `from`: talk about what would help; where nothing can be done, it stands as not fit. */
  | 'fit-note.may-be-fit'
  /** The PA came back while a note still says not fit. That may be right: a note is advice. */
  | 'fit-note.back-before-it-ends'
  | 'fit-note.ends-before-it-starts'
  | 'fit-note.outside-absence';

export type FitNotesState = {
  /** The first day that a note is needed for: the eighth. Null while the absence is known to be shorter. */
  readonly neededFrom: IsoDay | null;
  /** Days up to today or the last day of the absence that need a note and have none. */
  readonly gaps: readonly { readonly from: IsoDay; readonly to: IsoDay }[];
  /** The last day of the last note; null without one. */
  readonly coveredTo: IsoDay | null;
  readonly problems: readonly RotaProblem<FitNoteProblem>[];
  readonly source: SourceReference;
};

/**
 * Where an absence through sickness stands with its fit notes. The first seven days, days not worked among them, need
 * none; the PA says themself that they were ill. `today` bounds what can be missing. Source: GOV.UK on fit notes.
 */
export function fitNotesState(absence: AwayDays, notes: readonly FitNote[], today: IsoDay): FitNotesState {
  const { selfCertifiedDays, source, part } = figures.fitNote;
  const problems: RotaProblem<FitNoteProblem>[] = [];
  const sound: FitNote[] = [];
  for (const note of [...notes].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const details = { noteId: note.id, from: note.from, to: note.to };
    if (note.to < note.from)
      problems.push({ code: 'fit-note.ends-before-it-starts', severity: 'refuse', field: 'to', details });
    else if (note.to < absence.firstDay || (absence.lastDay !== null && note.from > absence.lastDay))
      problems.push({ code: 'fit-note.outside-absence', severity: 'warn', field: 'from', details });
    else sound.push(note);
  }
  const eighth = addDays(absence.firstDay, selfCertifiedDays);
  const isLonger = absence.lastDay === null || absence.lastDay >= eighth;
  const until = absence.lastDay === null ? today : earlierDay(absence.lastDay, today);
  const gaps = isLonger ? daysWithout(sound, eighth, until) : [];
  for (const gap of gaps) {
    const first = sound.length === 0 || gap.from === eighth;
    problems.push({ code: first ? 'fit-note.needed' : 'fit-note.gap', severity: 'warn', details: gap });
  }
  const coveredTo = sound.reduce<IsoDay | null>(
    (last, note) => (last === null ? note.to : laterDay(last, note.to)),
    null,
  );
  if (absence.lastDay === null && coveredTo !== null && coveredTo >= today)
    problems.push({ code: 'fit-note.runs-out', severity: 'inform', details: { on: coveredTo } });
  for (const note of sound) {
    if (note.says === 'may-be-fit' && note.to >= today)
      problems.push({
        code: 'fit-note.may-be-fit',
        severity: 'inform',
        details: { noteId: note.id, from: note.from, to: note.to },
      });
    if (note.says === 'not-fit' && absence.lastDay !== null && note.to > absence.lastDay)
      problems.push({
        code: 'fit-note.back-before-it-ends',
        severity: 'inform',
        details: { noteId: note.id, to: note.to, back: addDays(absence.lastDay, 1) },
      });
  }
  return { neededFrom: isLonger ? eighth : null, gaps, coveredTo, problems, source: { source, part } };
}

function daysWithout(
  notes: readonly FitNote[],
  from: IsoDay,
  to: IsoDay,
): readonly { readonly from: IsoDay; readonly to: IsoDay }[] {
  const gaps: { from: IsoDay; to: IsoDay }[] = [];
  let next = from;
  for (const note of notes) {
    if (note.from > to) break;
    if (note.from > next) gaps.push({ from: next, to: addDays(note.from, -1) });
    next = laterDay(next, addDays(note.to, 1));
  }
  if (next <= to) gaps.push({ from: next, to });
  return gaps;
}

export type LinkedSickness = {
  /** First day of the first absence it links back to; its own first day when it links to none. */
  readonly linkedFrom: IsoDay;
  /** The absences it links to, earliest first. */
  readonly absenceIds: readonly string[];
  /** Whole days between the last of them and this one; null when it links to none. */
  readonly daysBetween: number | null;
};

/**
 * Which earlier sickness an absence links to for Statutory Sick Pay, so that it can be told before saving. Both have to be
 * long enough to count, and no more than eight weeks may lie between (`periodsLink`). An absence without an end is taken
 * to `today`. Overlapping and touching absences are one.
 */
export function linkedSickness(
  absence: AwayDays,
  earlier: readonly (AwayDays & { readonly id: string })[],
  today: IsoDay,
): LinkedSickness {
  const own = {
    id: '',
    firstDay: absence.firstDay,
    lastDay: absence.lastDay ?? laterDay(absence.firstDay, today),
  };
  const before = earlier
    .filter((each) => each.firstDay < own.firstDay)
    .map((each) => ({ ...each, lastDay: each.lastDay ?? addDays(own.firstDay, -1) }));
  const spells = joined([...before, own]);
  let spell = spells.pop();
  if (spell === undefined) throw new Error('No spell of sickness');
  const linked = spell.ids.filter((id) => id !== own.id);
  let linkedFrom = spell.firstDay;
  for (const each of spells.reverse()) {
    if (!formsPeriodOfIncapacity(spell.firstDay, spell.lastDay)) break;
    // One that is too short does not count, and is no bridge either.
    if (!formsPeriodOfIncapacity(each.firstDay, each.lastDay)) continue;
    if (!periodsLink(each.lastDay, spell.firstDay)) break;
    spell = each;
    linkedFrom = each.firstDay;
    linked.unshift(...each.ids);
  }
  const last = before
    .filter((each) => linked.includes(each.id))
    .map((each) => each.lastDay)
    .sort()
    .at(-1);
  return {
    linkedFrom,
    absenceIds: linked,
    daysBetween: last === undefined ? null : Math.max(0, daysBetween(last, own.firstDay) - 1),
  };
}

type Spell = { readonly ids: readonly string[]; readonly firstDay: IsoDay; readonly lastDay: IsoDay };

function joined(
  absences: readonly { readonly id: string; readonly firstDay: IsoDay; readonly lastDay: IsoDay }[],
): Spell[] {
  const spells: Spell[] = [];
  for (const each of [...absences].sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1))) {
    const last = spells.at(-1);
    if (last && each.firstDay <= addDays(last.lastDay, 1))
      spells[spells.length - 1] = {
        ids: [...last.ids, each.id],
        firstDay: last.firstDay,
        lastDay: laterDay(last.lastDay, each.lastDay),
      };
    else spells.push({ ids: [each.id], firstDay: each.firstDay, lastDay: each.lastDay });
  }
  return spells;
}
