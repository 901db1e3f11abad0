import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { workOutReallyYours } from '@shared/budget/really-yours';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { checkMinimumWage } from '@shared/payroll/minimum-wage';
import { NOTHING_TO_DATE } from '@shared/payroll/pay';
import { describe, expect, test } from 'vitest';
import { explainText, hasStepSentence, hasTitle } from '../../renderer/text/explain/explain-text';
import { figureText } from '../../renderer/text/explain/figure-text';
import { hasPaySentence } from '../../renderer/text/pay-problems';
import { isKnownSource, sourceText } from '../../renderer/text/sources';
import { hours, paid, payInput, pounds, WORKER } from '../unit/payroll/pay-case';

const root = fileURLToPath(new URL('../..', import.meta.url));

function sourcesIn(folder: string): { readonly path: string; readonly text: string }[] {
  return readdirSync(`${root}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesIn(path);
    return path.endsWith('.ts') ? [{ path, text: readFileSync(`${root}/${path}`, 'utf8') }] : [];
  });
}

/** Files that build explanations, other than the types themselves. */
const explaining = [
  ...['shared/payroll', 'shared/rota', 'shared/budget', 'shared/returns'].flatMap(sourcesIn),
  ...sourcesIn('electron/services'),
].filter(({ text }) => /import .*\b(Explanation|Step)\b.* from '(\.\.|@shared)\/explain'/.test(text));

const PARTS = [
  'bank',
  'cash',
  'net-pay-owed',
  'earned-not-run',
  'hmrc-owed',
  'pension-owed',
  'deductions-owed',
  'pooled-owed',
  'holiday-earned',
  'bills',
  'earmarks',
  'leaving',
];

/** Codes that are put together from parts, with every code they can come to. */
const PUT_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'pay.${side}-national-insurance': ['pay.employee-national-insurance', 'pay.employer-national-insurance'],
  'pay.${side}-pension': ['pay.employee-pension', 'pay.employer-pension'],
  'pay.${figure}': [
    'pay.gross',
    'pay.taxable-pay',
    'pay.total-deductions',
    'pay.net-pay',
    'pay.employer-cost',
  ],
  'average-weekly-earnings.${method}': ['eight-weeks', 'months', 'days', 'contract'].map(
    (method) => `average-weekly-earnings.${method}`,
  ),
  'holiday.balance-in-${unit}': ['hours', 'days', 'weeks', 'shifts'].map(
    (unit) => `holiday.balance-in-${unit}`,
  ),
  'pay.${input.kind.toLowerCase()}': ['smp', 'spp', 'sap', 'shpp', 'spbp', 'sncp'].map(
    (kind) => `pay.${kind}`,
  ),
  'family-pay.${event.kind.toLowerCase()}': ['shpp', 'spbp', 'sncp'].map((kind) => `family-pay.${kind}`),
  'family-pay.weeks-of-${event.kind.toLowerCase()}': ['shpp', 'spbp', 'sncp'].map(
    (kind) => `family-pay.weeks-of-${kind}`,
  ),
  'budget.really-yours.${code}': PARTS.map((part) => `budget.really-yours.${part}`),
  'budget.really-yours.${part.code}': PARTS.map((part) => `budget.really-yours.${part}`),
  'budget.really-yours.${only?.code ?? code}': ['wages', ...PARTS].map(
    (part) => `budget.really-yours.${part}`,
  ),
  'budget.surplus.less-${code}': ['liabilities', 'earmarks', 'own-money', 'over-contribution'].map(
    (code) => `budget.surplus.less-${code}`,
  ),
  'budget.surplus.${code}': [
    ...['balance', 'available', 'may-keep', 'may-keep-advance', 'may-keep-current', 'contingency-back'],
    ...['liabilities', 'earmarks', 'over-contribution', 'contingency'].map((less) => `less-${less}`),
  ].map((code) => `budget.surplus.${code}`),
  'return.closing.${code}': ['opening', 'in', 'out', 'transfers'].map((code) => `return.closing.${code}`),
  'hmrc.${kebab(name)}': [
    'tax',
    'student-loans',
    'employee-ni',
    'employer-ni',
    'employment-allowance',
    'statutory-recovered',
  ].map((part) => `hmrc.${part}`),
  'sick-pay.${reason}': [],
};

/** Codes beside `code:` that name something else than a figure or a step of its sum. */
const OTHER = /^(return\.(?!closing)|evidence\.|rates\.|pay\.(no-|holiday-no))/;

function codesOf(text: string): string[] {
  const plain = [
    ...text.matchAll(
      /\bcode(?:: | = )(?:[^\n'`]*\? ?)?'([a-z-]+\.[a-z.-]+)'(?:\s*: '([a-z-]+\.[a-z.-]+)')?/g,
    ),
  ];
  const inCalls = [
    ...text.matchAll(/\b(?:band|answer|sumExplanation|explainLoan)\(\s*'([a-z.-]+\.[a-z.-]+)'/g),
  ];
  const inSums = [...text.matchAll(/sumExplanation\(\s*'[a-z-]+',\s*'([a-z.-]+)'/g)];
  const templates = [...text.matchAll(/\bcode: `([^`]+)`/g)].flatMap((match) => {
    const template = match[1] ?? '';
    const found = PUT_TOGETHER[template];
    expect(found, `what ${template} can come to is not listed in this test`).toBeDefined();
    return found ?? [];
  });
  return [...[...plain, ...inCalls, ...inSums].flatMap((match) => match.slice(1)), ...templates].filter(
    (code): code is string => code !== undefined && !OTHER.test(code),
  );
}

describe('every explanation has its words', () => {
  test('files that explain are found', () => {
    expect(explaining.length).toBeGreaterThan(10);
  });

  test.each(explaining.map(({ path, text }) => [path, text] as const))(
    'each code in %s has a sentence or a title',
    (_, text) => {
      const missing = codesOf(text).filter(
        (code) => !hasStepSentence(code) && !hasTitle(code) && !hasPaySentence(code),
      );
      expect(missing).toEqual([]);
    },
  );

  test('each reason against sick pay has a sentence', () => {
    const text = readFileSync(`${root}/shared/payroll/sick-pay-days.ts`, 'utf8');
    const reasons = /type SickPayExclusionReason =([^;]*);/.exec(text)?.[1] ?? '';
    const codes = [
      ...[...reasons.matchAll(/'([a-z-]+)'/g)].map((match) => `sick-pay.${match[1]}`),
      ...[...text.matchAll(/'(sick-pay\.[a-z-]+)'/g)].map((match) => match[1] ?? ''),
    ].filter((code) => code !== 'sick-pay.rates-not-known');
    expect(codes.length).toBeGreaterThan(12);
    expect(codes.filter((code) => !hasStepSentence(code))).toEqual([]);
  });

  test('each source a rule names is in the list, with a title', () => {
    for (const { text } of explaining)
      for (const match of text.matchAll(/source: '([A-Z0-9]+)'/g))
        expect(isKnownSource(match[1] ?? '')).toBe(true);
  });
});

// 1257L, week 34 of 2026-27: a week’s free pay is £241.92 (1,257 × 10 + 9 over 52, up to the penny), so 34 weeks are
// £8,225.28. Pay so far £9,841.60 leaves £1,616.32, in whole pounds £1,616; 20 % of it is £323.20.
const week34 = paid(
  payInput(pounds('343.20'), {
    payDate: isoDay('2026-11-27'),
    periodFrom: isoDay('2026-11-16'),
    periodTo: isoDay('2026-11-22'),
    earnings: [hours(pounds('343.20'), { minutes: 26 * 60, rate: '13.2000', kindOfWork: 'weekday' })],
    toDate: { ...NOTHING_TO_DATE, taxablePay: pounds('9498.40'), tax: pounds('303.00') },
  }),
);

describe('a week’s tax in plain words', () => {
  const explained = explainText(week34.explanations['income-tax'], 'Maya');

  test('names whose it is, what it comes to, and the rule', () => {
    expect(explained.title).toBe('Maya’s tax: £20.20');
    expect(explained.rule).toBe('Worked out as HMRC’s tables do, code 1257L, week 34');
  });

  test('gives the sum step by step, ending in the figure itself', () => {
    expect(explained.steps).toEqual([
      { label: 'Pay so far this tax year', detail: '£9,498.40 before and £343.20 now', figure: '£9,841.60' },
      {
        label: 'Tax-free part so far',
        detail: '1257L gives £241.92 a week, for 34 weeks',
        figure: '£8,225.28',
      },
      { label: 'Part that is taxed', detail: '£9,841.60 − £8,225.28, in whole pounds', figure: '£1,616.00' },
      { label: 'Taxed at 20 %', detail: 'On the first £1,616.00', figure: '£323.20' },
      { label: 'Tax due', detail: undefined, figure: '£323.20' },
      {
        label: 'Tax on this pay day',
        detail: '£323.20 due so far − £303.00 already taken',
        figure: '£20.20',
      },
    ]);
  });

  test('says where the rule is from and when that was checked', () => {
    expect(explained.source).toContain('checked 21 November 2026');
  });

  test('shows hours and rate of what was earned', () => {
    const gross = explainText(week34.explanations.gross, 'Maya');
    expect(gross.steps[0]).toEqual({
      label: 'Weekday',
      detail: '26:00 × £13.20 an hour',
      figure: '£343.20',
    });
  });
});

describe('other figures', () => {
  test('no step of any figure of pay is left without its words', () => {
    const everything = paid(
      payInput(pounds('1400.00'), {
        worker: {
          ...WORKER,
          taxCode: 'K100',
          loans: { plan: 'plan-2', postgraduate: true },
          pension: {
            kind: 'qualifying-earnings',
            treatment: 'relief-at-source',
            employeePercent: 500,
            employerPercent: 300,
          },
        },
      }),
    );
    for (const explanation of Object.values(everything.explanations)) {
      const { title, steps } = explainText(explanation);
      expect(title).not.toContain('How this was worked out');
      expect(steps.map((step) => step.label)).not.toContain('A further step');
      expect(steps.length).toBeGreaterThan(0);
    }
  });

  test('really yours says what is there and what is promised', () => {
    const nothing = pence(0);
    const { explanation } = workOutReallyYours({
      today: isoDay('2026-11-21'),
      bankAccounts: [{ id: 'a', name: 'Care account', amount: pence(500_000) }],
      cash: nothing,
      netPayOwed: pence(81_240),
      earnedNotRun: { grossPay: nothing, employerCosts: nothing },
      hmrcOwed: nothing,
      pensionOwed: nothing,
      deductionsOwed: nothing,
      holidayEarned: nothing,
      bills: [],
      earmarks: [],
    });
    const { title, steps } = explainText(explanation);
    expect(title).toBe('Really yours: £4,187.60');
    expect(steps).toEqual([
      { label: 'In the bank', detail: undefined, figure: '£5,000.00' },
      { label: 'Pay finished, not paid yet', detail: undefined, figure: '−£812.40' },
    ]);
  });

  test('a minimum wage that is not met says what is missing', () => {
    const checked = checkMinimumWage({
      periodStart: isoDay('2026-11-16'),
      birthDate: isoDay('1990-06-15'),
      work: [{ minutes: 600, counts: 'all' }],
      pay: [{ kind: 'work', amount: pence(10_000) }],
    });
    if (!checked.ok) throw new Error(checked.code);
    const last = explainText(checked.value.explanation).steps.at(-1);
    expect(last?.label).toBe('Short by');
    expect(last?.detail).toContain('and the pay is £100.00');
  });

  test('a code without words stays calm', () => {
    const explained = explainText({
      code: 'not.known',
      values: {},
      steps: [{ code: 'not.known-either', values: {}, result: { kind: 'count', count: 3 } }],
      result: { kind: 'count', count: 3 },
      sources: [],
    });
    expect(explained.title).toBe('How this was worked out: 3');
    expect(explained.steps[0]?.label).toBe('A further step');
    expect(explained.source).toBeUndefined();
  });
});

describe('figures by kind', () => {
  test.each([
    [{ kind: 'money', pence: pence(-2020) }, '−£20.20'],
    [{ kind: 'exact-money', pounds: '1616.3200' }, '£1,616.32'],
    [{ kind: 'exact-money', pounds: '246.3274' }, '£246.3274'],
    [{ kind: 'minutes', minutes: 1560 }, '26:00'],
    [{ kind: 'rate', pounds: '13.2500', per: 'hour' }, '£13.25 an hour'],
    [{ kind: 'percent', percent: '12.07' }, '12.07 %'],
    [{ kind: 'count', count: 34 }, '34'],
    [{ kind: 'decimal', value: '1234.5' }, '1,234.5'],
    [{ kind: 'day', day: '2026-11-22' }, '22 November 2026'],
    [{ kind: 'text', text: '1257L' }, '1257L'],
  ] as const)('%j reads %s', (figure, text) => {
    expect(figureText(figure)).toBe(text);
  });

  test('a source is shown by its title, its part and the day it was checked', () => {
    expect(sourceText({ source: 'V24X', part: 'part 4' })).toBe(
      'HMRC specification for PAYE tax table routines, v24.0 (February 2026), part 4, checked 21 November 2026',
    );
    expect(sourceText({ source: 'acas-working-time' })).toBe('Acas: jobs with different working time rules');
  });
});
