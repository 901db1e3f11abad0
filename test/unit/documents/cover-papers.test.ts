import type { CoverClaim, CoverReport } from '@shared/api/cover-papers';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { describe, expect, test } from 'vitest';
import { coverClaimCsv, coverClaimPdf } from '../../../electron/files/documents/cover-claim-paper';
import { type CoverPlanPaper, coverPlanPdf } from '../../../electron/files/documents/cover-plan-pdf';
import { coverReportCsv, coverReportPdf } from '../../../electron/files/documents/cover-report-paper';
import { readPdf } from './read-pdf';

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const hours = (minutes: number, sleepIns = 0) => ({ minutes, sleepIns });

const plan: CoverPlanPaper = {
  name: 'Ruth Bell',
  pages: [
    {
      case: 'sickness',
      from: null,
      lines: [
        { step: 'first', name: 'Maya Lewis', phone: '07700 900102' },
        { step: 'last-resort', name: 'Leeds duty team', phone: null },
      ],
      toKnow: 'Two people to move her.',
    },
    { case: 'transport', from: 'sickness', lines: [], toKnow: '' },
  ],
  toKnow: 'The key is with Mrs Hall.',
  checkedOn: isoDay('2026-11-21'),
  printedOn: isoDay('2026-11-22'),
};

const report: CoverReport = {
  from: isoDay('2026-04-01'),
  to: isoDay('2026-09-30'),
  plan: null,
  needed: hours(600, 2),
  asPlanned: hours(360, 0),
  worked: hours(480, 1),
  covered: hours(120, 1),
  uncovered: hours(120, 1),
  byCause: [{ because: 'open', shifts: 3, covered: hours(120, 1), uncovered: hours(120, 1) }],
  byMonth: [{ month: isoDay('2026-05-01'), shifts: 3, covered: hours(120, 1), uncovered: hours(120, 1) }],
  byWho: [{ kind: 'agency', name: '+Bright Care', covers: 1, covered: hours(120), cost: pence(5_700) }],
  extraCost: pence(5_700),
  costComplete: false,
  uncoveredShifts: [
    {
      key: 'a',
      day: isoDay('2026-05-04'),
      start: clockTime('22:00'),
      endDay: isoDay('2026-05-05'),
      end: clockTime('07:00'),
      because: 'open',
      name: null,
      sleepIn: true,
      minutes: 540,
      uncoveredMinutes: 540,
      search: 'no-answer',
    },
  ],
};

const claim: CoverClaim = {
  from: isoDay('2026-04-01'),
  to: isoDay('2026-09-30'),
  causes: ['holiday'],
  lines: Array.from({ length: 40 }, (_, index) => ({
    shiftKey: `shift-${index}`,
    coverKey: `cover-${index}`,
    day: isoDay('2026-05-04'),
    start: clockTime('10:00'),
    endDay: isoDay('2026-05-04'),
    end: clockTime('14:00'),
    because: 'holiday' as const,
    who: '@Maya Lewis',
    kind: 'worker' as const,
    minutes: 240,
    rate: { per: 'hour' as const, pounds: '14.00' },
    wages: pence(5_600),
    onCosts: pence(676),
    amount: pence(6_276),
  })),
  minutes: 9_600,
  wages: pence(224_000),
  onCosts: pence(27_040),
  amount: pence(251_040),
};

const claimPaper = {
  name: 'Ruth Bell',
  from: { name: 'Ruth Bell', lines: ['12 Larch Avenue', 'AN1 2YZ'] },
  claim,
  reference: 'LCC 4417',
  madeOn: isoDay('2026-10-01'),
};

describe('The cover plan to hang up', () => {
  test('says who to ring, with the number, when nobody is named, and what to know', () => {
    const { text: drawn, pages, tags } = readPdf(coverPlanPdf(plan));
    const text = drawn.replaceAll('\u00a0', ' ');
    expect(pages).toHaveLength(1);
    for (const words of [
      'Maya Lewis',
      '07700 900102',
      'no number',
      'Nobody yet',
      'As for sickness',
      'Two people to move her.',
      'The key is with Mrs Hall.',
      'Gone through on 21 November 2026',
    ])
      expect(text).toContain(words);
    expect(tags).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD']));
  });

  test('is the same file each time', () => {
    expect(coverPlanPdf(plan)).toEqual(coverPlanPdf(plan));
  });
});

describe('The report of what was covered', () => {
  test('tells hours and nights apart, names the cause and what was tried, and says what is not known', () => {
    const { text, tags } = readPdf(
      coverReportPdf({ name: 'Ruth Bell', report, printedOn: isoDay('2026-10-01') }),
    );
    for (const words of [
      'not known',
      '2:00 and 1 night',
      'Nobody to take the shift',
      'Nobody answered',
      'May 2026',
      '£57.00',
      'Some costs are not known yet',
      'Nobody came',
    ])
      expect(text).toContain(words);
    expect(tags).toEqual(expect.arrayContaining(['H1', 'H2', 'Table']));
  });

  test('is a table whose names can’t run as formulas, each row as long as the heading', () => {
    const csv = decoded(coverReportCsv({ name: 'Ruth Bell', report, printedOn: isoDay('2026-10-01') }));
    expect(csv).toContain("'+Bright Care");
    expect(csv).toContain('Every time that nobody was there,open shift,2026-05-04,2026-05-05,1,,0.00,,1,');
    // Four sums, a cause, a month, who covered and one time that nobody was there, under the heading.
    expect(csv.trimEnd().split('\r\n')).toHaveLength(9);
  });
});

describe('The claim for cover', () => {
  test('goes over pages with its heading on each, adds up, and is signed at its end', () => {
    const { text, pages } = readPdf(coverClaimPdf(claimPaper));
    expect(pages.length).toBeGreaterThan(1);
    for (const words of ['LCC 4417', '12 Larch Avenue', '2,510.40', 'Claimed for cover because of: holiday.'])
      expect(text).toContain(words);
    for (const page of pages.slice(0, 2)) expect(page).toContain('Who covered');
    expect(pages.at(-1)).toContain('Signed');
  });

  test('is a table with plain numbers whose names can’t run as formulas', () => {
    const lines = decoded(coverClaimCsv(claimPaper)).trimEnd().split('\r\n');
    expect(lines).toHaveLength(41);
    expect(lines[1]).toBe(
      "2026-05-04,10:00,2026-05-04,14:00,'@Maya Lewis,PA,holiday,4.00,14.00,hour,56.00,6.76,62.76",
    );
  });
});
