import { readFileSync } from 'node:fs';
import { isoDay } from '@shared/dates';
import { ABSENCE_REASONS, absenceEffect } from '@shared/rota/absence-and-pay';
import { expect, test } from 'vitest';
import { needPath } from '../../renderer/api/need-targets';
import { absenceProblems, absenceRefusals, problemSentence } from '../../renderer/text/absence-problems';
import { awayReasons, holidayEffects, payEffects, sicknessLines } from '../../renderer/text/absences';
import { actionWords } from '../../renderer/text/actions';
import { sickReasons } from '../../renderer/text/family';
import { rotaRefusals } from '../../renderer/text/rota-sentences';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Codes that the files of rules and services of this area write in quotes. */
function codesIn(paths: readonly string[], start: RegExp): string[] {
  const found = paths.flatMap((path) => [...read(path).matchAll(/'([a-z]+(?:-[a-z]+)*\.[a-z-]+)'/g)]);
  return [...new Set(found.map((match) => String(match[1])))].filter((code) => start.test(code)).sort();
}

test('every problem of time away, fit notes, requests and coming late has a sentence', () => {
  const codes = codesIn(
    [
      'shared/rota/absence-rules.ts',
      'shared/rota/absence-and-pay.ts',
      'shared/rota/fit-notes.ts',
      'shared/rota/holiday-request.ts',
      'shared/rota/lateness.ts',
      'electron/services/absences-save.ts',
      'electron/services/absences-requests.ts',
      'electron/services/absences-fit-notes.ts',
    ],
    /^(absence|carers|fit-note|holiday|late)\./,
  ).filter((code) => !code.startsWith('absence.holiday-') || code === 'absence.holiday-given-back');
  expect(codes.length).toBeGreaterThan(35);
  const without = codes.filter(
    (code) =>
      absenceRefusals[code] === undefined &&
      rotaRefusals[code] === undefined &&
      // These are the names of actions, or answers that are told by another sentence.
      !['holiday.refusal-needs-notice', 'absence.fit-note-added', 'absence.fit-note-removed'].includes(code),
  );
  expect(without).toEqual([]);
});

test('every reason says what it does to pay and to holiday, however holiday is counted', () => {
  for (const reason of ABSENCE_REASONS)
    for (const holidayMethod of ['weeks', 'accrual', 'rolled-up'] as const)
      for (const payKept of [false, true]) {
        const effect = absenceEffect({ reason, holidayMethod, payKept });
        expect(payEffects[effect.pay], effect.pay).toBeDefined();
        expect(holidayEffects[effect.holiday], effect.holiday).toBeDefined();
        expect(awayReasons[reason].label).not.toBe('');
      }
});

test('sentences are calm and short, also when a value is missing', () => {
  const said = [
    ...Object.values(absenceRefusals).map((one) => (typeof one === 'string' ? one : one({}))),
    ...Object.values(payEffects),
    ...Object.values(holidayEffects).filter((one) => one !== ''),
  ];
  for (const words of said) {
    expect(words).not.toMatch(/undefined|NaN|!|^$/);
    for (const sentence of words.split(/[.;:?]\s/))
      expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(20);
  }
  expect(Object.keys(absenceProblems).length).toBeGreaterThan(25);
  expect(problemSentence({ code: 'absence.odd', values: {} })).toContain('absence.odd');
});

test('what sickness does is told line by line', () => {
  const lines = sicknessLines(
    {
      qualifyingDays: 5,
      paidDays: 2,
      waitingDays: 3,
      refused: [{ code: 'sick-pay.used-up', days: 1 }],
      linkedFrom: isoDay('2026-02-02'),
      daysBetween: 16,
      countedTo: isoDay('2026-02-27'),
      fitNoteFrom: isoDay('2026-03-02'),
    },
    false,
    sickReasons,
  );
  expect(lines).toEqual([
    'The first 3 work days are waiting days. They are not paid.',
    '1 day without sick pay: all 28 weeks are used up.',
    'It links to the sickness that began on 2 February 2026, 16 days before. For sick pay they count as one.',
    'No fit note is needed for seven days or less.',
  ]);
});

test('each action of this area has a name for undo', () => {
  const names = codesIn(
    [
      'electron/services/absences-fit-notes.ts',
      'electron/services/absences-late.ts',
      'electron/services/absences-requests.ts',
    ],
    /^absence\.(fit-note-added|fit-note-removed|late-|holiday-asked)/,
  );
  for (const name of [
    ...names,
    'absence.holiday-agreed',
    'absence.holiday-refused',
    'absence.holiday-taken-back',
  ])
    expect(actionWords(name, { name: 'Grace' }), name).toContain('Grace');
});

test('a need about time away leads to its own page', () => {
  expect(needPath({ place: 'rota', values: { absenceId: 'a', day: '2026-11-23' } })).toBe(
    '/rota/away/a?day=2026-11-23',
  );
  expect(needPath({ place: 'rota', values: { requestId: 'r' } })).toBe('/rota/holiday/request/r');
  expect(needPath({ place: 'rota', values: { part: 'holiday' } })).toBe('/rota/holiday');
});
