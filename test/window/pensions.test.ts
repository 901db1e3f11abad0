// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import type { WorkerPension } from '@shared/api/pensions';
import { isoDay } from '@shared/dates';
import { describe, expect, it } from 'vitest';
import { kindFor, readPensionFile } from '../../renderer/features/pay/pension-file-form';
import { inJourney, journeyStart, readJourney } from '../../renderer/features/people/pension-journey';
import { hasPaySentence } from '../../renderer/text/pay-problems';
import { effectText, pensionCodes, rateShort, taskWords } from '../../renderer/text/pensions';
import { pensionRefusals } from '../../renderer/text/pensions-refusals';
import { pensionDutyWords, pensionNeedWords } from '../../renderer/text/pensions-told';
import { sentenceFor } from '../../renderer/text/refusals';

const source = (name: string): string => readFileSync(`electron/services/${name}.ts`, 'utf8');
const found = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map((one) => String(one[1])))].sort();

describe('every code about pensions has its words', () => {
  it('tasks', () => {
    const codes = found(source('pensions-standing'), /\btask\(\s*'([a-z-]+)'/g);
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => !pensionCodes.tasks.includes(code))).toEqual([]);
  });

  it('what will happen, and what to look at first', () => {
    const codes = found(source('pensions-plan'), /code:\s*'([a-z-]+)'/g);
    const chosen = ['terms-change', 'becomes-member', 'opts-in', 'joins', 'refund-taxed', 'refund-after-tax'];
    const known = [...pensionCodes.effects, ...pensionCodes.warnings];
    expect([...codes, ...chosen].filter((code) => !known.includes(code))).toEqual([]);
  });

  it('refusals', () => {
    const codes = ['pensions-plan', 'pensions-change', 'pensions-letters'].flatMap((name) =>
      found(source(name), /'(pension\.[a-z-]+)'/g),
    );
    const rules = found(readFileSync('shared/payroll/pension-duties.ts', 'utf8'), /'(pension\.[a-z-]+)'/g);
    for (const code of [...codes, ...rules])
      expect(sentenceFor({ code, details: {} }, pensionRefusals), code).not.toContain('The reason is called');
  });

  it('needs and duties', () => {
    const codes = found(source('pensions-duties'), /'(pension-[a-z-]+)'/g);
    expect(codes.filter((code) => !(code in pensionDutyWords))).toEqual([]);
    expect([...codes, 'pension-rate-too-low'].filter((code) => !(code in pensionNeedWords))).toEqual([]);
  });

  it('warnings of a pay', () => {
    const codes = found(source('pay-pension'), /'(pay\.pension-[a-z-]+)'/g);
    expect(codes.length).toBe(5);
    expect(codes.filter((code) => !hasPaySentence(code))).toEqual([]);
  });
});

describe('sentences about pensions', () => {
  it('say by how much the percentages are too low', () => {
    const values = { total: 150, employer: 50, leastTotal: 800, leastEmployer: 300 };
    expect(rateShort(values)).toBe(
      'The least is 8 % together, and 3 % from you. The two shares together are 1.5 % too low. Your own share is 0.5 % too low.',
    );
  });

  it('name days and money as people write them', () => {
    const values = { name: 'Grace', own: 704, by: '2026-12-20', day: '2026-11-27' };
    expect(effectText({ code: 'refund-after-tax', values })).toBe(
      '£7.04 comes back to Grace with the pay of 27 November 2026. The last day for it is 20 December 2026. Tax and National Insurance stay as they are.',
    );
    expect(
      taskWords({ code: 'enrol', values: { name: 'Grace', day: '2026-11-16' }, by: isoDay('2026-12-27') })
        .detail,
    ).toBe('The law asks for it from 16 November 2026. Do it, and write to Grace, by 27 December 2026.');
  });
});

const PENSION: WorkerPension = {
  standing: {
    workerId: 'w',
    name: 'Grace Okafor',
    shortName: 'Grace',
    leftOn: null,
    state: 'not-enrolled',
    stateFrom: null,
    provider: '',
    duty: 'eligible-jobholder',
    dutyFrom: isoDay('2026-11-16'),
    dutyUnknown: '',
    tasks: [
      {
        code: 'enrol',
        values: { name: 'Grace', day: '2026-11-16' },
        by: isoDay('2026-12-27'),
        late: false,
        letter: null,
      },
    ],
  },
  periods: [],
  history: [],
  letters: [],
  optOutWindow: null,
  lastPaidTo: isoDay('2026-11-15'),
  least: { total: 800, employer: 300 },
  postponeFrom: [{ from: isoDay('2026-11-16'), until: isoDay('2027-02-16') }],
};

describe('the steps of a change', () => {
  it('begin with the day the law names and the least percentages', () => {
    const start = journeyStart('enrol', PENSION, isoDay('2026-11-23'));
    expect(start).toMatchObject({
      from: { day: '16', month: '11', year: '2026' },
      why: 'by-law',
      employeePercentHundredths: '5',
      employerPercentHundredths: '3',
    });
    const read = readJourney('enrol', { ...start, provider: 'Nest' });
    expect(read).toMatchObject({
      ok: true,
      value: { kind: 'enrol', from: '2026-11-16', employeePercentHundredths: 500, provider: 'Nest' },
    });
    // A day in a period that was paid is left for the person to choose.
    const paid = { ...PENSION, lastPaidTo: isoDay('2026-11-22') };
    expect(journeyStart('enrol', paid, isoDay('2026-11-23')).from.day).toBe('');
  });

  it('say what is missing, and put a refusal at the field it is about', () => {
    const start = journeyStart('postpone', PENSION, isoDay('2026-11-23'));
    expect(readJourney('postpone', start)).toMatchObject({
      ok: true,
      value: { kind: 'postpone', from: '2026-11-16', until: '2027-02-16' },
    });
    expect(readJourney('postpone', { ...start, postponeFrom: '' })).toMatchObject({
      ok: false,
      problems: { postponeFrom: expect.any(String) },
    });
    expect(inJourney('postpone', { from: 'x' })).toEqual({ postponeFrom: 'x' });
    expect(inJourney('stop', { from: 'x' })).toEqual({ from: 'x' });
  });
});

describe('the pension file', () => {
  it('is of the kind that goes with the name of the provider', () => {
    expect(
      ['NEST', 'The People’s Pension', "People's Pension", 'Smart Pension', 'Aviva'].map(kindFor),
    ).toEqual(['nest', 'peoples-pension', 'peoples-pension', 'papdis', '']);
  });

  it('asks for the kind, and for what the kind needs', () => {
    const typed = {
      kind: '' as const,
      employerReference: '',
      paymentSource: '',
      employerId: '',
      providerId: '',
      group: '',
      account: '',
      fileType: '',
      workerGroup: '',
    };
    expect(readPensionFile(typed)).toMatchObject({ ok: false, problems: { kind: expect.any(String) } });
    expect(readPensionFile({ ...typed, kind: 'papdis' })).toMatchObject({
      ok: false,
      problems: { employerId: expect.any(String) },
    });
    expect(readPensionFile({ ...typed, kind: 'papdis', employerId: 'E1' })).toEqual({
      ok: true,
      value: { kind: 'papdis', employerId: 'E1', providerId: '', group: '' },
    });
  });
});
