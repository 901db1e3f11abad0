import { isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import { hasReasonKind, reasonKind, reasonText } from '../../renderer/text/desk/batch-reasons';
import { payDaysText, periodOfKey } from '../../renderer/text/desk/batches';
import { payReasonCodes } from '../../renderer/text/pay-problems';

describe('why a household is not ready', () => {
  test('every reason that pay can have has a few words of its own', () => {
    expect(payReasonCodes().filter((code) => !hasReasonKind(code))).toEqual([]);
  });

  test('a kind of reason names nobody, one household’s own names its PA and leads to where it is mended', () => {
    expect(reasonKind('pay.no-tax-code')).toBe('No tax code');
    const one = { code: 'pay.no-tax-code', values: {}, workerId: 'w1', name: 'Tom' };
    expect(reasonText(one)).toEqual({
      title: 'Tom: No tax code',
      body: 'Tom has no tax code yet. It is on the P45 or the starter checklist.',
      link: { to: '/people/w1/tax', label: 'Change Tom’s tax details' },
    });
  });

  test('hours that nobody confirmed lead to where they are confirmed', () => {
    const one = { code: 'batch.hours-not-in', values: { shifts: 2 }, workerId: 'w1', name: 'Maya' };
    expect(reasonText(one).title).toBe('2 shifts of Maya not confirmed');
    expect(reasonText(one).link?.to).toBe('/rota/confirm');
  });

  test('a reason without words is named by its code', () => {
    expect(reasonKind('pay.brand-new')).toBe('Something else (pay.brand-new)');
  });
});

test('pay days and periods read short', () => {
  expect(payDaysText(isoDay('2026-11-27'), isoDay('2026-11-27'))).toBe('Friday 27 November 2026');
  expect(payDaysText(isoDay('2026-11-23'), isoDay('2026-11-29'))).toBe('23 to 29 November 2026');
  expect(payDaysText(isoDay('2026-11-30'), isoDay('2026-12-04'))).toBe('30 November 2026 to 4 December 2026');
  expect(periodOfKey('four-weekly:2026-10-26')).toBe('Four weeks from 26 Oct');
});
