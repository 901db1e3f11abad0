import type { CoverContact } from '@shared/api/cover';
import type { CoverPlan } from '@shared/api/cover-papers';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { must } from '@shared/result';
import { describe, expect, test } from 'vitest';
import type { ServiceContext } from '../../electron/services/context';
import { confirmOutside, fillCover } from '../../electron/services/cover-fill';
import {
  coverClaims,
  madeClaim,
  makeClaim,
  previewClaim,
  removeClaim,
  sendClaim,
} from '../../electron/services/cover-papers-claim';
import { coverClaimFile, coverPlanFile, coverReportFile } from '../../electron/services/cover-papers-files';
import { checkCoverPlan, coverPlanView, saveCoverPlan } from '../../electron/services/cover-papers-plan';
import { coverReportView } from '../../electron/services/cover-papers-report';
import { saveContact } from '../../electron/services/cover-save';
import { saveLeaving } from '../../electron/services/people-save-details';
import { confirmHours } from '../../electron/services/rota-shifts';
import { rotaView } from '../../electron/services/rota-view';
import { redo, undo } from '../../electron/services/undo';
import {
  addTestAbsence,
  addTestHousehold,
  addTestPattern,
  addTestWorker,
  testWorkspace,
} from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';
import { readPdf } from '../unit/documents/read-pdf';

const AGENCY: CoverContact = {
  id: null,
  kind: 'agency',
  name: '=Bright Care',
  phone: '0113 496 0100',
  hours: 'Day and night',
  minimumMinutes: 0,
  noticeMinutes: null,
  trainings: null,
  note: '',
  charges: [{ id: null, kindOfWork: null, fromDay: isoDay('2026-04-06'), toDay: null, pounds: '28.50' }],
};

const FROM = isoDay('2026-11-02');
const TO = isoDay('2026-11-15');

function keyOf(context: ServiceContext, householdId: string, day: string): string {
  const { shifts } = rotaView(context, householdId, isoDay(day), isoDay(day));
  return must(
    shifts.find((one) => one.coversKey === null),
    'a shift',
  ).key;
}

const span = (day: string, start: string, end: string) => ({
  day: isoDay(day),
  start: clockTime(start),
  endDay: isoDay(day),
  end: clockTime(end),
});

/**
 * Grace works 10 to 2 on weekdays from 2 November 2026, at £13. She is sick on Tuesday 3rd and on holiday on Monday 9th
 * and Tuesday 10th. Maya covers the 3rd; an agency covers 11 to 2 of the 9th for £85.50; nobody covers the 10th.
 */
async function twoWeeks() {
  const { context } = await workspaceForTest('2026-11-16');
  const householdId = addTestHousehold(context);
  const grace = addTestWorker(context, householdId, { startedOn: '2026-11-02' });
  const maya = addTestWorker(context, householdId, {
    firstNames: 'Maya',
    lastName: 'Lewis',
    startedOn: '2026-11-02',
    rates: { weekday: '14.00' },
  });
  addTestPattern(context, householdId, grace, '2026-11-02', [0, 1, 2, 3, 4], '10:00', '14:00');
  addTestAbsence(context, householdId, grace, 'sickness', '2026-11-03', '2026-11-03');
  addTestAbsence(context, householdId, grace, 'holiday', '2026-11-09', '2026-11-10');
  const agency = saveContact(context, householdId, AGENCY);
  const sick = keyOf(context, householdId, '2026-11-03');
  const filled = fillCover(context, householdId, {
    key: sick,
    takers: [{ who: { kind: 'worker', id: maya }, span: span('2026-11-03', '10:00', '14:00') }],
    how: 'call',
  });
  const holiday = keyOf(context, householdId, '2026-11-09');
  const outside = fillCover(context, householdId, {
    key: holiday,
    takers: [{ who: { kind: 'agency', id: agency }, span: span('2026-11-09', '11:00', '14:00') }],
    how: 'call',
  });
  return { context, householdId, grace, maya, agency, cover: filled.keys[0]!, outside: outside.keys[0]! };
}

type Given = Awaited<ReturnType<typeof twoWeeks>>;

function bothWorked({ context, householdId, cover, outside }: Given): void {
  confirmHours(context, householdId, [{ key: cover, actual: null }]);
  confirmOutside(context, householdId, outside, span('2026-11-09', '11:00', '14:00'), pence(8_550));
}

describe('the report for the annual review', () => {
  test('says what was needed, covered by whom and at what cost, and what was not and why', async () => {
    const given = await twoWeeks();
    bothWorked(given);
    const report = coverReportView(given.context, given.householdId, FROM, TO);
    // Ten shifts of 4 h; 7 as planned; 4 h + 3 h covered; 1 h of the 9th and 4 h of the 10th not.
    expect(report.needed.minutes).toBe(40 * 60);
    expect(report.asPlanned.minutes).toBe(28 * 60);
    expect(report.covered.minutes).toBe(7 * 60);
    expect(report.uncovered.minutes).toBe(5 * 60);
    expect(report.plan?.minutes).toBe(80 * 60);
    expect(report.byCause).toEqual([
      {
        because: 'holiday',
        shifts: 2,
        covered: { minutes: 180, sleepIns: 0 },
        uncovered: { minutes: 300, sleepIns: 0 },
      },
      {
        because: 'sickness',
        shifts: 1,
        covered: { minutes: 240, sleepIns: 0 },
        uncovered: { minutes: 0, sleepIns: 0 },
      },
    ]);
    expect(report.byMonth).toEqual([
      {
        month: '2026-11-01',
        shifts: 3,
        covered: { minutes: 420, sleepIns: 0 },
        uncovered: { minutes: 300, sleepIns: 0 },
      },
    ]);
    // Maya: 4 h at £14 = £56.00, and holiday that builds up at 12.07 % = £6.76. The agency: £85.50.
    expect(report.byWho.map((one) => [one.name, one.cost])).toEqual([
      ['=Bright Care', 8_550],
      ['Maya Lewis', 6_276],
    ]);
    expect(
      report.uncoveredShifts.map((one) => [one.day, one.uncoveredMinutes, one.name, one.search]),
    ).toEqual([
      ['2026-11-09', 60, 'Grace Okafor', 'not-kept'],
      ['2026-11-10', 240, 'Grace Okafor', 'nobody-asked'],
    ]);
  });

  test('is a tagged PDF and a CSV that runs nothing, with no word of anybody’s illness but its kind', async () => {
    const given = await twoWeeks();
    bothWorked(given);
    const pdf = readPdf(coverReportFile(given.context, given.householdId, FROM, TO, 'pdf').bytes);
    expect(pdf.raw).toContain('/StructTreeRoot');
    for (const words of ['Nobody was asked', 'Grace Okafor', 'Nobody came', 'November 2026'])
      expect(pdf.text).toContain(words);
    const file = coverReportFile(given.context, given.householdId, FROM, TO, 'csv');
    const csv = new TextDecoder().decode(file.bytes);
    expect(csv).toContain("'=Bright Care");
    expect(file.name).toContain('2026-11-15');
  });

  test('of a period that ends before it begins, or of more than three years, is refused', async () => {
    const { context } = await workspaceForTest('2026-11-16');
    const householdId = addTestHousehold(context);
    const report = (from: string, to: string) =>
      refusalOf(() => coverReportView(context, householdId, isoDay(from), isoDay(to)));
    expect(report('2026-11-16', '2026-11-15')).toBe('day.end-before-start');
    expect(report('2020-01-01', '2026-11-15')).toBe('cover-report.too-long');
    expect(coverReportView(context, householdId, FROM, TO)).toMatchObject({
      needed: { minutes: 0 },
      byCause: [],
      uncoveredShifts: [],
    });
  });
});

describe('a claim for cover that the council pays apart', () => {
  test('holds what was worked for the causes asked, and says what is left out', async () => {
    const given = await twoWeeks();
    const { context, householdId } = given;
    const asked = { from: FROM, to: TO, causes: ['holiday'] as const };
    expect(previewClaim(context, householdId, asked)).toMatchObject({
      claim: { lines: [], amount: 0 },
      leftOut: [
        { code: 'cover-claim.other-cause', covers: 1 },
        { code: 'cover-claim.not-confirmed', covers: 1 },
      ],
    });
    expect(refusalOf(() => makeClaim(context, householdId, asked))).toBe('cover-claim.nothing-to-claim');
    expect(refusalOf(() => makeClaim(context, householdId, { ...asked, causes: [] }))).toBe(
      'cover-claim.no-cause',
    );
    bothWorked(given);
    const { claim } = previewClaim(context, householdId, { ...asked, causes: ['holiday', 'sickness'] });
    // £85.50 and £62.76.
    expect(claim.lines.map((line) => [line.day, line.who, line.amount])).toEqual([
      ['2026-11-03', 'Maya Lewis', 6_276],
      ['2026-11-09', '=Bright Care', 8_550],
    ]);
    expect([claim.minutes, claim.wages, claim.onCosts, claim.amount]).toEqual([420, 14_150, 676, 14_826]);
  });

  test('is never made twice of one cover, is marked as sent, and can be undone until then', async () => {
    const given = await twoWeeks();
    const { context, householdId } = given;
    bothWorked(given);
    const asked = { from: FROM, to: TO, causes: ['holiday', 'sickness'] as const };
    const id = makeClaim(context, householdId, asked);
    expect(previewClaim(context, householdId, asked).leftOut).toEqual([
      { code: 'cover-claim.claimed-already', covers: 2 },
    ]);
    expect(coverClaims(context, householdId)).toMatchObject({
      claims: [{ id, amount: 14_826, covers: 2, sentOn: null }],
      nextFrom: '2026-11-16',
      causes: ['holiday', 'sickness'],
    });
    undo(context, householdId);
    expect(coverClaims(context, householdId).claims).toEqual([]);
    redo(context, householdId);
    const send = (day: string) =>
      sendClaim(context, householdId, id, { sentOn: isoDay(day), reference: 'LCC 4417' });
    expect(refusalOf(() => send('2026-11-17'))).toBe('day.in-the-future');
    expect(refusalOf(() => send('2026-11-15'))).toBe('cover-claim.sent-before-made');
    send('2026-11-16');
    expect(madeClaim(context, householdId, id)).toMatchObject({
      sentOn: '2026-11-16',
      reference: 'LCC 4417',
    });
    expect(refusalOf(() => removeClaim(context, householdId, id))).toBe('cover-claim.already-sent');
    sendClaim(context, householdId, id, { sentOn: null, reference: '' });
    removeClaim(context, householdId, id);
    expect(previewClaim(context, householdId, asked).claim.lines).toHaveLength(2);
  });

  test('is a tagged PDF that adds up, and a CSV whose names can’t run as formulas', async () => {
    const given = await twoWeeks();
    const { context, householdId } = given;
    bothWorked(given);
    const id = makeClaim(context, householdId, { from: FROM, to: TO, causes: ['holiday', 'sickness'] });
    const pdf = readPdf(coverClaimFile(context, householdId, id, 'pdf').bytes);
    expect(pdf.pages).toHaveLength(1);
    for (const words of ['Margaret Ellis', 'LS1 1AA', '148.26', 'Signed', 'holiday, sickness'])
      expect(pdf.text).toContain(words);
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      coverClaimFile(context, householdId, id, 'csv').bytes,
    );
    const lines = csv.split('\r\n');
    expect(lines[1]).toBe(
      '2026-11-03,10:00,2026-11-03,14:00,Maya Lewis,PA,sickness,4.00,14.00,hour,56.00,6.76,62.76',
    );
    expect(lines[2]).toContain("'=Bright Care,Agency,holiday,3.00");
  });

  test('of another household is not found', async () => {
    const given = await twoWeeks();
    bothWorked(given);
    const id = makeClaim(given.context, given.householdId, { from: FROM, to: TO, causes: ['holiday'] });
    const other = addTestHousehold(given.context, { name: 'Another' });
    expect(refusalOf(() => madeClaim(given.context, other, id))).toBe('not-found');
  });
});

describe('the standing cover plan', () => {
  const plan = (maya: string, agency: string): CoverPlan => ({
    cases: {
      sickness: {
        sameAs: null,
        steps: {
          first: { kind: 'worker', workerId: maya },
          second: { kind: 'outside', outsideId: agency },
          'last-resort': { kind: 'council', name: 'Leeds duty team', phone: '0113 496 0200' },
        },
        toKnow: 'Her tablets are in the blue box.',
      },
      holiday: { sameAs: 'sickness', steps: {}, toKnow: '' },
    },
    toKnow: 'The key is with Mrs Hall at number 6.',
    checkedOn: null,
    checkEveryMonths: 12,
  });

  test('is kept, shown with the numbers to ring, says what is missing, and can be undone', async () => {
    const { context, householdId, maya, agency } = await twoWeeks();
    saveCoverPlan(context, householdId, plan(maya, agency));
    const view = coverPlanView(context, householdId);
    expect(view.pages[0]).toEqual({
      case: 'holiday',
      from: 'sickness',
      toKnow: '',
      lines: [
        { step: 'first', name: 'Maya Lewis', phone: null },
        { step: 'second', name: '=Bright Care', phone: '0113 496 0100' },
        { step: 'last-resort', name: 'Leeds duty team', phone: '0113 496 0200' },
      ],
    });
    expect(view.missing.map((one) => [one.code, one.values['case'] ?? ''])).toEqual([
      ['cover-plan.no-phone', 'sickness'],
      ['cover-plan.nothing-yet', 'emergency'],
      ['cover-plan.nothing-yet', 'weather'],
      ['cover-plan.nothing-yet', 'transport'],
      ['cover-plan.never-checked', ''],
    ]);
    checkCoverPlan(context, householdId);
    expect(coverPlanView(context, householdId).plan.checkedOn).toBe('2026-11-16');
    undo(context, householdId);
    undo(context, householdId);
    expect(coverPlanView(context, householdId).plan).toEqual({
      cases: {},
      toKnow: '',
      checkedOn: null,
      checkEveryMonths: 12,
    });
  });

  test('says when somebody in it has left, and when it should be gone through again', async () => {
    const given = await testWorkspace('2026-11-16');
    try {
      const { context, goTo } = given;
      const householdId = addTestHousehold(context);
      const grace = addTestWorker(context, householdId, { startedOn: '2026-11-02' });
      saveCoverPlan(context, householdId, {
        ...plan(grace, ''),
        cases: {
          sickness: { sameAs: null, steps: { first: { kind: 'worker', workerId: grace } }, toKnow: '' },
        },
        checkEveryMonths: 6,
      });
      checkCoverPlan(context, householdId);
      saveLeaving(context, householdId, grace, isoDay('2026-11-20'));
      goTo('2027-05-16');
      const codes = coverPlanView(context, householdId).missing.map((one) => [
        one.code,
        one.values['name'] ?? '',
      ]);
      expect(codes).toContainEqual(['cover-plan.not-employed', 'Grace']);
      expect(codes.map(([code]) => code)).toContain('cover-plan.check-due');
    } finally {
      given.close();
    }
  });

  test('that goes round in a circle, or names somebody of another household, is refused', async () => {
    const { context, householdId, maya, agency } = await twoWeeks();
    const round = plan(maya, agency);
    expect(
      refusalOf(() =>
        saveCoverPlan(context, householdId, {
          ...round,
          cases: {
            holiday: { sameAs: 'sickness', steps: {}, toKnow: '' },
            sickness: { sameAs: 'holiday', steps: {}, toKnow: '' },
          },
        }),
      ),
    ).toBe('cover-plan.circle');
    const other = addTestHousehold(context, { name: 'Another' });
    expect(refusalOf(() => saveCoverPlan(context, other, round))).toBe('not-found');
    expect(coverPlanView(context, householdId).plan.cases).toEqual({});
  });

  test('is one tagged page to hang up, however much is written in it', async () => {
    const { context, householdId, maya, agency } = await twoWeeks();
    const empty = readPdf(coverPlanFile(context, householdId).bytes);
    expect(empty.pages).toHaveLength(1);
    expect(empty.text).toContain('Nobody yet');
    const full = plan(maya, agency);
    const sickness = must(full.cases.sickness, 'a case');
    const long = { ...sickness, toKnow: 'Wide words to fill a line. '.repeat(8).trim() };
    saveCoverPlan(context, householdId, {
      ...full,
      cases: { holiday: long, sickness: long, emergency: long, weather: long, transport: long },
      toKnow: 'Wide words to fill a line. '.repeat(33).trim(),
    });
    const pdf = readPdf(coverPlanFile(context, householdId).bytes);
    expect(pdf.pages).toHaveLength(1);
    expect(pdf.raw).toContain('/StructTreeRoot');
    for (const words of ['0113 496 0200', 'Leeds', 'weather', 'ring 999'])
      expect(pdf.text.replaceAll('\u00a0', ' ')).toContain(words);
  });
});
