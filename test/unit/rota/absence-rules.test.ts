import { addDays, type IsoDay, isoDay } from '@shared/dates';
import { sickDays } from '@shared/payroll/sick-pay-days';
import { type Absence, isAwayOn } from '@shared/rota/absence';
import { checkAbsence, cutAbsence, daysOverlap, othersAway } from '@shared/rota/absence-rules';
import { type FitNote, fitNotesState, linkedSickness } from '@shared/rota/fit-notes';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { away, worker } from './make';

const day = isoDay;

const planOverlaps = (absence: Absence, others: readonly Absence[]) =>
  checkAbsence(absence, worker(absence.workerId, {}), others);

describe('Two absences of one PA', () => {
  test('sickness in booked holiday takes its days out, and the rest of the holiday stays', () => {
    const holiday = away('h', 'maya', '2026-11-02', '2026-11-13', 'holiday');
    const plan = planOverlaps(away('s', 'maya', '2026-11-04', '2026-11-06'), [holiday]);
    expect(plan.problems).toMatchObject([{ code: 'absence.holiday-given-back', severity: 'ask' }]);
    expect(plan.cuts).toEqual([
      {
        absenceId: 'h',
        before: { firstDay: '2026-11-02', lastDay: '2026-11-03' },
        after: { firstDay: '2026-11-07', lastDay: '2026-11-13' },
      },
    ]);
  });

  test('sickness that nobody knows the end of ends the day before what comes after it', () => {
    const sick = away('s', 'maya', '2026-11-02', null);
    const plan = planOverlaps(away('h', 'maya', '2026-11-16', '2026-11-20', 'holiday'), [sick]);
    expect(plan.problems).toMatchObject([{ code: 'absence.open-sickness-ends', severity: 'ask' }]);
    expect(plan.cuts).toEqual([
      { absenceId: 's', before: { firstDay: '2026-11-02', lastDay: '2026-11-15' }, after: null },
    ]);
  });

  test('the same kind twice, and holiday in sickness with an end, are refused', () => {
    const sick = away('s', 'maya', '2026-11-02', '2026-11-06');
    expect(planOverlaps(away('t', 'maya', '2026-11-06', null), [sick])).toMatchObject({
      problems: [{ code: 'absence.same-kind-there', severity: 'refuse' }],
      cuts: [],
    });
    expect(planOverlaps(away('h', 'maya', '2026-11-06', '2026-11-09', 'holiday'), [sick])).toMatchObject({
      problems: [{ code: 'absence.overlaps', severity: 'refuse' }],
      cuts: [],
    });
  });

  test('an absence does not overlap with itself in its former form, nor with another PA’s', () => {
    const sick = away('s', 'maya', '2026-11-02', '2026-11-06');
    expect(planOverlaps(away('s', 'maya', '2026-11-03', null), [sick]).problems).toEqual([]);
    expect(planOverlaps(away('t', 'tom', '2026-11-03', null), [sick]).problems).toEqual([]);
  });

  test('cut in two have between them exactly the days that were not taken out', () => {
    const days = fc.tuple(fc.nat(30), fc.option(fc.nat(12))).map(([from, length]) => ({
      firstDay: addDays(day('2026-11-01'), from),
      lastDay: length === null ? null : addDays(day('2026-11-01'), from + length),
    }));
    fc.assert(
      fc.property(days, days, (whole, out) => {
        const cut = cutAbsence(whole, out);
        const on = (part: { firstDay: IsoDay; lastDay: IsoDay | null } | null, at: IsoDay) =>
          part !== null && isAwayOn({ ...away('x', 'maya', '2026-01-01', null), ...part }, at);
        let shared = false;
        for (let index = -2; index < 60; index += 1) {
          const at = addDays(day('2026-11-01'), index);
          expect(on(cut.before, at) || on(cut.after, at)).toBe(on(whole, at) && !on(out, at));
          shared ||= on(whole, at) && on(out, at);
        }
        expect(daysOverlap(whole, out)).toBe(shared);
      }),
      { seed: 4, numRuns: 400 },
    );
  });

  test('others who are away are named without why', () => {
    const found = othersAway(away('h', 'maya', '2026-11-02', '2026-11-06', 'holiday'), [
      away('a', 'tom', '2026-11-06', null),
      away('b', 'tom', '2026-11-07', null),
      away('c', 'maya', '2026-11-03', null),
    ]);
    expect(found).toEqual([{ absenceId: 'a', workerId: 'tom', firstDay: '2026-11-06', lastDay: null }]);
  });
});

describe('Fit notes', () => {
  const note = (from: string, to: string, says: FitNote['says'] = 'not-fit'): FitNote => ({
    id: from,
    from: day(from),
    to: day(to),
    says,
  });
  const sick = (firstDay: string, lastDay: string | null) => ({
    firstDay: day(firstDay),
    lastDay: lastDay === null ? null : day(lastDay),
  });

  test('are not needed for seven days, those not worked among them, and are from the eighth', () => {
    // Monday 2 to Sunday 8 November are seven days; Monday 9 is the eighth.
    expect(fitNotesState(sick('2026-11-02', '2026-11-08'), [], day('2026-11-20'))).toMatchObject({
      neededFrom: null,
      problems: [],
    });
    expect(fitNotesState(sick('2026-11-02', '2026-11-09'), [], day('2026-11-20'))).toMatchObject({
      neededFrom: '2026-11-09',
      gaps: [{ from: '2026-11-09', to: '2026-11-09' }],
      problems: [{ code: 'fit-note.needed', severity: 'warn' }],
    });
  });

  test('are not missing before the day has come', () => {
    expect(fitNotesState(sick('2026-11-02', null), [], day('2026-11-08')).problems).toEqual([]);
    expect(fitNotesState(sick('2026-11-02', null), [], day('2026-11-10')).gaps).toEqual([
      { from: '2026-11-09', to: '2026-11-10' },
    ]);
  });

  test('have their gaps named, and the day on which the last runs out', () => {
    const state = fitNotesState(
      sick('2026-11-02', null),
      [note('2026-11-18', '2026-11-30'), note('2026-11-06', '2026-11-15')],
      day('2026-11-20'),
    );
    expect(state.gaps).toEqual([{ from: '2026-11-16', to: '2026-11-17' }]);
    expect(state.coveredTo).toBe('2026-11-30');
    expect(state.problems).toEqual([
      { code: 'fit-note.gap', severity: 'warn', details: { from: '2026-11-16', to: '2026-11-17' } },
      { code: 'fit-note.runs-out', severity: 'inform', details: { on: '2026-11-30' } },
    ]);
  });

  test('that say "may be fit" are told, and so is coming back while one says not fit', () => {
    const codes = (notes: FitNote[], lastDay: string | null) =>
      fitNotesState(sick('2026-11-02', lastDay), notes, day('2026-11-12')).problems.map((each) => each.code);
    expect(codes([note('2026-11-09', '2026-11-20', 'may-be-fit')], null)).toEqual([
      'fit-note.runs-out',
      'fit-note.may-be-fit',
    ]);
    expect(codes([note('2026-11-09', '2026-11-20')], '2026-11-11')).toEqual(['fit-note.back-before-it-ends']);
  });

  test('that end before they start are refused, and those for other days are told', () => {
    const state = fitNotesState(
      sick('2026-11-02', '2026-11-05'),
      [note('2026-11-05', '2026-11-03'), note('2026-12-01', '2026-12-04')],
      day('2026-12-12'),
    );
    expect(state.problems.map((each) => each.code)).toEqual([
      'fit-note.ends-before-it-starts',
      'fit-note.outside-absence',
    ]);
  });
});

describe('Sickness that links', () => {
  test('goes back over eight weeks between, and not over eight weeks and a day', () => {
    const earlier = [{ id: 'a', firstDay: day('2026-06-01'), lastDay: day('2026-06-05') }];
    // 56 days lie between 5 June and 1 August.
    expect(
      linkedSickness({ firstDay: day('2026-08-01'), lastDay: null }, earlier, day('2026-08-03')),
    ).toEqual({
      linkedFrom: '2026-06-01',
      absenceIds: ['a'],
      daysBetween: 56,
    });
    expect(
      linkedSickness({ firstDay: day('2026-08-02'), lastDay: null }, earlier, day('2026-08-03')),
    ).toEqual({
      linkedFrom: '2026-08-02',
      absenceIds: [],
      daysBetween: null,
    });
  });

  test('agrees with the days that sick pay is worked out for', () => {
    const spells = fc.array(fc.tuple(fc.integer({ min: 1, max: 80 }), fc.nat(8)), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.constantFrom('2024-09-01', '2026-01-20', '2026-05-01'), spells, (start, list) => {
        let at = day(start);
        const absences = list.map(([gap, length], index) => {
          const firstDay = addDays(at, gap);
          at = addDays(firstDay, length);
          return { id: String(index), firstDay, lastDay: at, averageWeeklyEarnings: '300' };
        });
        if (at > '2027-03-01') return;
        const found = sickDays({
          absences,
          qualifyingDays: [{ from: day('2020-01-01'), weekdays: [0, 1, 2, 3, 4] }],
        });
        if (!found.ok) throw new Error(found.code);
        const last = absences.at(-1);
        if (!last) return;
        const own = linkedSickness(last, absences.slice(0, -1), at);
        const expected = found.value.find((each) => each.day === last.lastDay)?.linkedFrom;
        // Where the first of a chain began before 6 April 2026 too short to count, its count begins on that day.
        if (expected === '2026-04-06') return;
        expect(own.linkedFrom).toBe(expected);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
