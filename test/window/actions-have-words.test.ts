import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActivityLine } from '@shared/api/casework';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { describe, expect, it } from 'vitest';
import {
  activitySentence,
  activityWhat,
  noteName,
  whenText,
} from '../../renderer/features/desk/casework/casework-words';
import { actionBy, actionSaid } from '../../renderer/text/actions';

/** Codes of actions that belong to no household, so that no list of a household shows them. */
const OF_NO_HOUSEHOLD: readonly string[] = ['calendar.made', 'rates.added', 'rates.removed'];

/** The codes that services give to what they do: those that stand in `act({ name: … })` as they are. */
function codesInServices(folder = 'electron/services'): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return codesInServices(path);
    const text = readFileSync(path, 'utf8');
    return [...text.matchAll(/\.act\(\s*\{\s*name:\s*('[^,]+|[^,]+\?[^,]+),/g)].flatMap((found) =>
      [...(found[1] ?? '').matchAll(/'([a-z-]+\.[a-z-]+)'/g)].map((code) => code[1] ?? ''),
    );
  });
}

const line = (part: Partial<ActivityLine>): ActivityLine => ({
  id: 1,
  day: isoDay('2026-11-21'),
  time: clockTime('14:05'),
  name: 'casework.note-saved',
  values: { name: 'Ring Ruth' },
  initials: 'AP',
  undone: false,
  ...part,
});

describe('what was done', () => {
  it('has words for each thing that can be done in a household', () => {
    const codes = [...new Set(codesInServices())].filter((code) => !OF_NO_HOUSEHOLD.includes(code));
    expect(codes.length).toBeGreaterThan(80);
    expect(codes.filter((code) => actionSaid(code, {}) === undefined)).toEqual([]);
  });

  it('reads as a line of its own, and says so where it was undone', () => {
    expect(activityWhat(line({}))).toBe('Saved the note “Ring Ruth”');
    expect(activityWhat(line({ undone: true }))).toBe('Saved the note “Ring Ruth” (undone again)');
    expect(whenText(line({}))).toBe('21 November 2026, 2:05 pm');
  });

  it('is never told wrongly where a later program did something this one does not know', () => {
    expect(activitySentence(line({ name: 'later.thing' }))).toBe('Something was changed');
  });

  it('has whose initials it is beside Undo, in an organisation alone', () => {
    expect(actionBy('moved a shift', 'AP')).toBe('moved a shift (AP)');
    expect(actionBy('moved a shift', '')).toBe('moved a shift');
  });
});

it('a note’s buttons are named by its beginning, in one line', () => {
  expect(noteName('Ring Ruth\nabout Maya')).toBe('Ring Ruth about Maya');
  expect(noteName('Ask the council for the uplift letter of this year')).toBe(
    'Ask the council for the uplift letter o…',
  );
});
