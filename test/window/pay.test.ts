import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EarningsLine } from '@shared/api/pay';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { refused } from '@shared/result';
import { describe, expect, test } from 'vitest';
import { paidFor, payHome, periodName } from '../../renderer/text/pay';
import {
  hasPaySentence,
  payRefusals,
  problemLink,
  problemText,
  warningText,
} from '../../renderer/text/pay-problems';
import { sentenceFor } from '../../renderer/text/refusals';

const services = fileURLToPath(new URL('../../electron/services', import.meta.url));
const rules = fileURLToPath(new URL('../../shared/payroll', import.meta.url));

function textsOf(folder: string, starts: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(starts) && name.endsWith('.ts'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
}

const line = (code: string, rest: Partial<EarningsLine> = {}): EarningsLine => ({
  code,
  kindOfWork: null,
  minutes: null,
  units: null,
  rate: null,
  amount: pence(1000),
  note: '',
  ...rest,
});

describe('every code of the pay services has its sentence', () => {
  test('what they refuse, what they warn of, and what the rules refuse', () => {
    const codes = textsOf(services, 'pay-').flatMap((text) =>
      [...text.matchAll(/\b(?:refuse|refuseFor|note)\(\s*'([a-z.-]+)'|code: '(pay\.[a-z-]+)'/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      ),
    );
    const problems =
      /type PayProblem =([^;]*);/.exec(readFileSync(`${rules}/pay-types.ts`, 'utf8'))?.[1] ?? '';
    codes.push(...[...problems.matchAll(/'([a-z.-]+)'/g)].map((match) => match[1] ?? ''));
    const shared = [
      'not-found',
      'day.in-the-future',
      'pay.holiday',
      'pay.kept-time',
      'pay.hmrc-owed',
      // Told by the sentences that all areas share: only an organisation meets them.
      'pay.second-check-needed',
      'pay.say-who-works',
    ];
    expect(codes.length).toBeGreaterThan(20);
    const missing = codes.filter((code) => !shared.includes(code) && !hasPaySentence(code));
    expect([...new Set(missing)]).toEqual([]);
  });
});

describe('warnings and problems', () => {
  test('a wage under the minimum says how much is missing and where the rate is changed', () => {
    const warning = warningText(
      'pay.below-minimum-wage',
      { name: 'Maya', shortfall: '£12.10', minimum: '12.71', age: 31, average: '12.20' },
      'w1',
      'Maya',
    );
    expect(warning.title).toBe('Maya’s pay is £12.10 under the minimum wage');
    expect(warning.body).toContain('£12.71 an hour');
    expect(warning.link).toEqual({ to: '/people/w1/rates', label: 'Change Maya’s rates of pay' });
  });

  test('days of sickness without pay are named by their dates', () => {
    const warning = warningText(
      'sick-pay.used-up',
      { name: 'Grace', from: '2026-11-16', to: '2026-11-18', days: 3 },
      'w2',
      'Grace',
    );
    expect(warning.title).toBe('No sick pay (SSP) for Grace from 16 November 2026 to 18 November 2026');
  });

  test('a missing rate names the kind of work', () => {
    expect(problemText('pay.no-rate', { name: 'Dev', kind: 'sleep-in', day: '2026-11-17' }, 'Dev Shah')).toBe(
      'There is no rate for this kind of work: Sleep-in. Add what you pay Dev for it.',
    );
    expect(problemLink('pay.no-rate', 'w3', 'Dev')?.to).toBe('/people/w3/rates');
  });

  test('an unknown code stays calm, names itself and leads to the PA', () => {
    expect(problemText('pay.odd', {}, 'Dev')).toContain('“pay.odd”');
    expect(problemLink('pay.odd', 'w3', 'Dev')?.to).toBe('/people/w3');
  });

  test('figures that changed since they were seen are said without blame', () => {
    expect(sentenceFor(refused('pay.changed-since', { expected: 1, now: 2 }), payRefusals)).toBe(
      'Something changed since you looked. Nothing was finished. Look at the pay again.',
    );
  });
});

describe('what pay is called', () => {
  test('a run is named by its period, people, amount and pay day', () => {
    expect(
      payHome.nextPay({
        key: 'weekly:2026-11-16',
        runId: null,
        state: 'open',
        kind: 'regular',
        frequency: 'weekly',
        periodFrom: isoDay('2026-11-16'),
        periodTo: isoDay('2026-11-22'),
        payDate: isoDay('2026-11-27'),
        people: 3,
        hoursIn: 3,
        net: pence(81240),
      }),
    ).toBe('Pay for the week to Sunday 22 November: 3 people, £812.40, pay day Friday 27 November');
    expect(periodName('monthly', isoDay('2026-11-30'), true)).toBe('the month to Monday 30 November 2026');
  });

  test('what somebody is paid for is said in a few words', () => {
    expect(paidFor([line('hours', { minutes: 720 }), line('statutory-sick-pay', { units: 2 })])).toBe(
      '12 h work, 2 days’ sick pay',
    );
    expect(paidFor([line('hours', { minutes: 450 }), line('sleep-in', { units: 1 })])).toBe(
      '7 h 30 work, 1 sleep-in',
    );
    expect(paidFor([line('holiday-pay', { minutes: 300 })])).toBe('holiday pay');
  });
});
