import { pence } from '@shared/money';
import { type FpsPerson, fpsEmployee, hoursBand } from '@shared/payroll/rti/build-fps';
import { hmrcAddressLine, hmrcName, hmrcPostcode } from '@shared/payroll/rti/hmrc-text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paid, payInput } from '../payroll/pay-case';
import { GRACE, JOB } from './rti-messages';

describe('names in HMRC’s letters', () => {
  it.each([
    ['Zoë Kovač', 'Zoe Kovac'],
    ['Siân O’Brien‐Smith', "Sian O'Brien-Smith"],
    ['Łukasz Đorđević', 'Lukasz Dordevic'],
    ['Søren Großmann', 'Soren Grossmann'],
    ['Æthelþryð', 'AEthelthryd'],
    ['Nguyễn  Thị', 'Nguyen Thi'],
    ["'t Hooft", 't Hooft'],
  ])('%s becomes %s', (own, hmrc) => {
    expect(hmrcName(own)).toEqual({ ok: true, value: hmrc });
  });

  it('nobody’s name is guessed from another script, left empty or cut short', () => {
    expect(hmrcName('Олена')).toMatchObject({ code: 'rti.text-not-latin' });
    expect(hmrcName('李')).toMatchObject({ code: 'rti.text-not-latin' });
    expect(hmrcName(' - ')).toMatchObject({ code: 'rti.text-empty' });
    expect(hmrcName('A'.repeat(36))).toMatchObject({ code: 'rti.text-too-long', details: { most: 35 } });
  });

  it('whatever is typed, what comes out has HMRC’s form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const name = hmrcName(text);
        if (name.ok) expect(name.value).toMatch(/^[A-Za-z][A-Za-z '-]{0,34}$/);
        const line = hmrcAddressLine(text);
        if (line.ok) expect(line.value).toMatch(/^[A-Za-z0-9][A-Za-z0-9 .,\-()/=!"%&*;<>'+:?]{0,34}$/);
      }),
      { seed: 20_261_122, numRuns: 500 },
    );
  });

  it('writes postcodes with one space', () => {
    expect(hmrcPostcode('ls1 1aa')).toBe('LS1 1AA');
    expect(hmrcPostcode('SW1A1AA')).toBe('SW1A 1AA');
    expect(hmrcPostcode('not one')).toBeUndefined();
  });

  it('an address that HMRC cannot hold is refused, not cut', () => {
    const input = payInput(pence(50_000));
    const employee = (rest: Partial<FpsPerson>): unknown =>
      fpsEmployee({ ...GRACE, ...rest }, JOB, input, paid(input));
    expect(employee({ addressLines: ['1', '2', '3', '4', '5'] })).toMatchObject({
      code: 'rti.address-too-many-lines',
    });
    expect(employee({ postcode: 'Leeds' })).toMatchObject({ code: 'rti.postcode-not-valid' });
    expect(employee({ postcode: null })).toMatchObject({ ok: true });
  });

  it('bands hours as the 2026-27 schema has them', () => {
    expect([959, 960, 1439, 1440, 1799, 1800, null].map(hoursBand)).toEqual([
      'A',
      'B',
      'B',
      'C',
      'C',
      'D',
      'E',
    ]);
  });
});
