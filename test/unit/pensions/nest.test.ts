import { isoDay } from '@shared/dates';
import { describe, expect, it } from 'vitest';
import type { ContributionTotals } from '../../../electron/files/pensions/contribution';
import {
  type NestMember,
  type NestSchedule,
  nestContributionFile,
} from '../../../electron/files/pensions/nest';
import { pounds } from '../payroll/pay-case';

function member(change: Partial<NestMember> = {}): NestMember {
  return {
    surname: 'Okafor',
    niNumber: 'AB123456C',
    alternativeId: '',
    pensionableEarnings: pounds('720.50'),
    employer: pounds('21.62'),
    member: pounds('28.82'),
    reason: null,
    ...change,
  };
}

function totals(members: number, employer: string, own: string): ContributionTotals {
  return { members, employer: pounds(employer), member: pounds(own) };
}

const schedule: NestSchedule = {
  employerReference: 'EMP001234567',
  paymentSource: 'My current account',
  paymentDueOn: isoDay('2026-12-22'),
  period: { from: isoDay('2026-11-01'), to: isoDay('2026-11-30'), frequency: 'monthly' },
  members: [member()],
  expected: totals(1, '21.62', '28.82'),
};

function made(change: Partial<NestSchedule> = {}) {
  const file = nestContributionFile({ ...schedule, ...change });
  return file.ok ? new TextDecoder().decode(file.value.bytes) : file;
}

describe('a NEST contribution file', () => {
  it('has a line for the schedule, one for each member, and one with their number', () => {
    const members = [
      member(),
      member({ surname: 'D’Arcy', niNumber: 'ab 12 34 57 d', alternativeId: '2', reason: 3 }),
      member({
        surname: 'Ní Bhriain',
        niNumber: '',
        alternativeId: '3',
        pensionableEarnings: pounds('300'),
        employer: pounds('0'),
        member: pounds('0'),
        reason: 5,
      }),
    ];
    expect(made({ members, expected: totals(3, '43.24', '57.64') })).toBe(
      [
        'H,EMP001234567,CS,2026-11-30,My current account,2026-12-22,Monthly,,,2026-11-01',
        'D,Okafor,AB123456C,,720.50,,21.62,28.82,',
        "D,D'Arcy,AB123457D,2,720.50,,21.62,28.82,3",
        'D,Ní Bhriain,,3,300.00,,0.00,0.00,5',
        'T,3,3',
        '',
      ].join('\r\n'),
    );
  });

  it('leaves the due day to the schedule in the account where it is not given, and names each interval', () => {
    const period = { ...schedule.period, frequency: 'four-weekly' as const };
    expect(made({ paymentDueOn: null, period })).toContain(
      'H,EMP001234567,CS,2026-11-30,My current account,,Four Weekly,,,2026-11-01',
    );
  });

  it('takes an employer reference as people type it and refuses another', () => {
    expect(made({ employerReference: 'emp 001 234 567' })).toContain('H,EMP001234567,');
    for (const employerReference of ['', 'EMP12345678', 'EMPL12345678', '001234567'])
      expect(made({ employerReference })).toMatchObject({ code: 'nest.employer-reference-wrong' });
  });

  it('needs a payment source that no program takes for a formula', () => {
    expect(made({ paymentSource: ' ' })).toMatchObject({ code: 'nest.payment-source-missing' });
    for (const paymentSource of ['=HYPERLINK("x")', 'Bank, mine', 'x'.repeat(41)])
      expect(made({ paymentSource })).toMatchObject({ code: 'nest.payment-source-not-allowed' });
  });

  it('refuses what NEST would turn away, and says about whom', () => {
    const refusals: [Partial<NestMember>, string][] = [
      [{ niNumber: '' }, 'pension-file.no-number'],
      [{ niNumber: 'QQ123456C' }, 'pension-file.ni-number-wrong'],
      [{ alternativeId: '=1' }, 'pension-file.alternative-id-not-allowed'],
      [{ surname: ' ' }, 'pension-file.no-name'],
      [{ surname: 'Smith3' }, 'pension-file.name-not-allowed'],
      [{ surname: 'Петрова' }, 'pension-file.name-not-allowed'],
      [{ surname: '=Smith' }, 'pension-file.name-not-allowed'],
      [{ surname: 'A'.repeat(36) }, 'pension-file.name-not-allowed'],
      [{ employer: pounds('-0.01') }, 'pension-file.negative-amount'],
      [{ member: pounds('720.51') }, 'pension-file.more-than-earned'],
      [{ employer: pounds('0'), member: pounds('0') }, 'nest.reason-missing'],
    ];
    for (const [change, code] of refusals) {
      const wrong = member(change);
      const expected = { members: 1, employer: wrong.employer, member: wrong.member };
      expect(made({ members: [wrong], expected })).toMatchObject({ code, details: { row: 1 } });
    }
  });

  it('refuses a member named twice, no members, and a period that ends before it starts', () => {
    const twice = [member(), member({ surname: 'Okafor', niNumber: 'AB 12 34 56 C' })];
    expect(made({ members: twice, expected: totals(2, '43.24', '57.64') })).toMatchObject({
      code: 'pension-file.same-member-twice',
      details: { row: 2 },
    });
    expect(made({ members: [], expected: totals(0, '0', '0') })).toMatchObject({
      code: 'pension-file.nobody',
    });
    const period = { ...schedule.period, to: isoDay('2026-10-31') };
    expect(made({ period })).toMatchObject({ code: 'pension-file.dates-backwards' });
  });

  it('refuses lines that do not add up to what the payslips gave', () => {
    expect(made({ expected: totals(1, '21.62', '28.83') })).toMatchObject({
      code: 'pension-file.totals-differ',
    });
    expect(made({ expected: totals(2, '21.62', '28.82') })).toMatchObject({
      code: 'pension-file.totals-differ',
    });
  });
});
