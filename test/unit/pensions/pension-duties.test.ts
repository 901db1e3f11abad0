import { type IsoDay, isoDay } from '@shared/dates';
import { pensionContributions, rateTooLow } from '@shared/payroll/pension';
import {
  contributionsDue,
  declarationDue,
  type EarnedPeriod,
  type EnrolmentInput,
  enrolmentAskedFor,
  enrolmentDuties,
  informBy,
  leftOutOfReEnrolment,
  nextReEnrolment,
  optOut,
  optOutWindow,
  reDeclarationFor,
  reEnrolmentOn,
} from '@shared/payroll/pension-duties';
import { bundledRates } from '@shared/rates/bundled-rates';
import { ratesForDay } from '@shared/rates/rates-book';
import { describe, expect, it } from 'vitest';
import { pounds } from '../payroll/pay-case';

const day = isoDay;

/** A month of pay in 2026. Monthly figures for 2026-27: lower level £520, trigger £833. */
function month(number: number, amount: string): EarnedPeriod {
  const text = String(number).padStart(2, '0');
  const last = number === 9 || number === 11 || number === 6 ? '30' : '31';
  return {
    from: day(`2026-${text}-01`),
    to: day(`2026-${text}-${last}`),
    payDate: day(`2026-${text}-28`),
    frequency: 'monthly',
    earnings: pounds(amount),
  };
}

function duties(change: Partial<EnrolmentInput> = {}) {
  return enrolmentDuties(
    {
      worker: { birthDate: day('1990-01-01'), startedOn: day('2026-06-01') },
      dutiesStartOn: day('2026-06-01'),
      periods: [6, 7, 8, 9, 10].map((number) => month(number, '900')),
      postponement: null,
      askedOn: null,
      ...change,
    },
    bundledRates,
  );
}

function enrolled(change: Partial<EnrolmentInput> = {}) {
  const found = duties(change);
  if (!found.ok) throw new Error(found.code);
  const { enrolment } = found.value;
  return enrolment && { how: enrolment.how, pays: enrolment.employerPays, on: enrolment.enrolOn.day };
}

describe('when a worker has to be put into a pension', () => {
  it('is the first day of work for who earns more than the trigger, done within six weeks', () => {
    // Six weeks that begin on Monday 1 June 2026 end on Sunday 12 July.
    expect(duties()).toMatchObject({
      value: {
        eligibleOn: { day: '2026-06-01', mark: 'SEEN' },
        enrolment: {
          how: 'automatic',
          enrolOn: { day: '2026-06-01', mark: 'SEEN', source: { source: 'TPRPA' } },
          doneBy: { day: '2026-07-12', mark: 'SEEN', source: { source: 'TPRPA' } },
        },
      },
    });
  });

  it('is the first day of the first period with pay above the trigger', () => {
    const periods = [month(6, '833'), month(7, '520'), month(8, '833.01')];
    expect(enrolled({ periods })).toEqual({ how: 'automatic', pays: true, on: '2026-08-01' });
    expect(enrolled({ periods: periods.slice(0, 2) })).toBeNull();
  });

  it('is the 22nd birthday for who turns 22 in a period', () => {
    const worker = { birthDate: day('2004-07-15'), startedOn: day('2026-06-01') };
    expect(enrolled({ worker })?.on).toBe('2026-07-15');
  });

  it('is never for who has reached State Pension age', () => {
    const worker = { birthDate: day('1955-01-01'), startedOn: day('2026-06-01') };
    expect(enrolled({ worker })).toBeNull();
  });

  it('says so where the figures for a pay date are not known', () => {
    const late = { ...month(6, '900'), payDate: day('2031-06-28') };
    expect(duties({ periods: [late] })).toMatchObject({ ok: false, code: 'rates.unknown-date' });
  });
});

describe('putting a pension off', () => {
  const off = (from: string, until: string) => ({ postponement: { from: day(from), until: day(until) } });

  it('lasts three months at the most, with a notice within six weeks', () => {
    expect(duties(off('2026-06-01', '2026-09-01'))).toMatchObject({
      value: {
        postponement: { latest: { day: '2026-09-01', mark: 'SEEN' }, noticeBy: { day: '2026-07-12' } },
        // Enrolled from 1 September; six weeks that begin on that day end on 12 October.
        enrolment: { enrolOn: { day: '2026-09-01' }, doneBy: { day: '2026-10-12' } },
      },
    });
    expect(duties(off('2026-06-01', '2026-09-02'))).toMatchObject({
      code: 'pension.postponed-too-long',
      details: { latest: '2026-09-01' },
    });
  });

  it('begins when duties start, with the job, or on becoming eligible, and on no other day', () => {
    expect(duties(off('2026-06-10', '2026-08-01')).ok).toBe(false);
    const periods = [month(6, '600'), month(7, '900'), month(8, '900'), month(9, '900'), month(10, '900')];
    expect(enrolled({ periods, ...off('2026-07-01', '2026-10-01') })?.on).toBe('2026-10-01');
    expect(duties(off('2026-06-01', '2026-06-01'))).toMatchObject({ code: 'pension.postponed-backwards' });
  });

  it('is looked at again when it ends: nobody is put in whose pay has fallen', () => {
    const periods = [month(6, '900'), month(7, '900'), month(8, '900'), month(9, '400'), month(10, '950')];
    expect(enrolled({ periods, ...off('2026-06-01', '2026-09-01') })?.on).toBe('2026-10-01');
    expect(enrolled({ periods: periods.slice(0, 4), ...off('2026-06-01', '2026-09-01') })).toBeNull();
  });

  it('ends early for a worker who asks to be put in', () => {
    const asked = { ...off('2026-06-01', '2026-09-01'), askedOn: day('2026-06-20') };
    expect(enrolled(asked)).toEqual({ how: 'opt-in', pays: true, on: '2026-07-01' });
  });
});

describe('a worker who asks for a pension', () => {
  const asks = (amount: string) =>
    enrolled({ periods: [month(6, amount), month(7, amount)], askedOn: day('2026-06-20') });

  it('is put in from the next pay period, and the employer pays too above the lower level', () => {
    expect(asks('520.01')).toEqual({ how: 'opt-in', pays: true, on: '2026-07-01' });
  });
  it('may join at or below the lower level, and the employer need not pay', () => {
    expect(asks('520')).toEqual({ how: 'joined', pays: false, on: '2026-07-01' });
  });
  it('cannot ask under 16 or outside the periods known', () => {
    const young = { birthDate: day('2011-01-01'), startedOn: day('2026-06-01') };
    expect(duties({ worker: young, askedOn: day('2026-06-20') })).toMatchObject({
      code: 'pension.cannot-ask',
    });
    expect(duties({ askedOn: day('2026-12-01') })).toMatchObject({ code: 'pension.cannot-ask' });
  });
});

describe('opting out', () => {
  // A member from 10 March, told on 14 March: the month that begins on 14 March ends on 13 April.
  const window = optOutWindow(day('2026-03-10'), day('2026-03-14'));
  const notice = (on: IsoDay) =>
    optOut({
      window,
      noticeOn: on,
      taken: [pounds('18.40'), pounds('20.15')],
      payDates: [day('2026-04-30'), day('2026-03-31')],
    });

  it('is open for one month from the later of membership and being told', () => {
    expect(window).toMatchObject({
      from: { day: '2026-03-14', mark: 'RECALLED' },
      to: { day: '2026-04-13', mark: 'RECALLED', source: { source: 'PR2010', part: 'regulations 9 and 11' } },
    });
    expect(notice(day('2026-03-13'))).toMatchObject({ code: 'pension.opt-out-too-early' });
    expect(notice(day('2026-04-14'))).toMatchObject({ code: 'pension.opt-out-too-late' });
  });

  it('gives back everything taken through the next pay, within a month', () => {
    expect(notice(day('2026-04-13'))).toMatchObject({
      value: { refund: pounds('38.55'), refundBy: { day: '2026-05-12' }, refundPayDate: '2026-04-30' },
    });
    expect(notice(day('2026-03-20'))).toMatchObject({ value: { refundPayDate: '2026-03-31' } });
  });
});

describe('what the employer tells The Pensions Regulator', () => {
  it('is a declaration within five months of the day duties start', () => {
    expect(declarationDue(day('2026-04-01'))).toMatchObject({
      day: '2026-08-31',
      mark: 'RECALLED',
      source: { source: 'ECR2010' },
    });
  });

  it('is done again around every third anniversary, in a window of six months', () => {
    expect(nextReEnrolment(day('2024-03-01'), null)).toMatchObject({
      anniversary: { day: '2027-03-01' },
      windowFrom: { day: '2026-12-01' },
      windowTo: { day: '2027-05-31' },
      declareBy: { day: '2027-07-31', mark: 'RECALLED' },
    });
    expect(nextReEnrolment(day('2024-03-01'), day('2027-01-15')).anniversary.day).toBe('2030-01-15');
    // 29 February has no third anniversary of its own.
    expect(nextReEnrolment(day('2024-02-29'), null).anniversary.day).toBe('2027-02-28');
  });
});

describe('asking to be put in', () => {
  const asked = (periods: readonly EarnedPeriod[], askedOn: string) =>
    enrolmentAskedFor(
      {
        worker: { birthDate: day('1990-01-01'), startedOn: day('2026-06-01') },
        dutiesStartOn: day('2026-06-01'),
        periods,
        askedOn: day(askedOn),
      },
      bundledRates,
    );

  it('also counts for an eligible worker who was put off or opted out: from the next period, and the employer pays', () => {
    expect(asked([month(6, '900')], '2026-06-15')).toMatchObject({
      ok: true,
      value: { enrolment: { how: 'opt-in', employerPays: true, enrolOn: { day: '2026-07-01' } } },
    });
  });

  it('is refused on a day of no pay period', () => {
    expect(asked([month(6, '900')], '2026-07-15')).toMatchObject({ ok: false, code: 'pension.cannot-ask' });
  });
});

describe('days that come again', () => {
  it('contributions of a pay date are due on the 22nd of the month after, or the 19th when not electronic', () => {
    expect(contributionsDue(day('2026-11-27'))).toMatchObject({ day: '2026-12-22', mark: 'RECALLED' });
    expect(contributionsDue(day('2026-12-31'), 'other').day).toBe('2027-01-19');
  });

  it('a worker who may ask is told within six weeks', () => {
    // Six weeks that begin on Monday 1 June 2026 end on Sunday 12 July.
    expect(informBy(day('2026-06-01'))).toMatchObject({ day: '2026-07-12', mark: 'RECALLED' });
  });

  it('re-enrolment that nobody noted for years is the one that is not over', () => {
    // From 1 January 2020: 2023 (re-declared by 31 May 2023), then 2026 (by 31 May 2026).
    expect(reEnrolmentOn(day('2020-01-01'), null, day('2023-05-31')).anniversary.day).toBe('2023-01-01');
    expect(reEnrolmentOn(day('2020-01-01'), null, day('2023-06-01')).anniversary.day).toBe('2026-01-01');
    // Done on 15 November 2025: in the window around 1 January 2026.
    expect(reDeclarationFor(day('2020-01-01'), day('2025-11-15')).day).toBe('2026-05-31');
  });

  it('who left less than a year before is left out of it', () => {
    expect(leftOutOfReEnrolment(day('2026-01-02'), day('2027-01-01'))).toBe(true);
    expect(leftOutOfReEnrolment(day('2026-01-01'), day('2027-01-01'))).toBe(false);
  });
});

describe('percentages and refunds', () => {
  const found = ratesForDay(bundledRates, day('2026-11-27'));
  if (!found.ok) throw new Error(found.code);
  const { pensions } = found.value;

  it('are too low under 8 % in all or 3 % from the employer, and by how much is said', () => {
    const short = (employeePercent: number, employerPercent: number) =>
      rateTooLow({ employeePercent, employerPercent }, pensions.minimum);
    expect(short(500, 300)).toBeNull();
    expect(short(0, 800)).toBeNull();
    expect(short(450, 300)).toEqual({ total: 50, employer: 0 });
    expect(short(600, 200)).toEqual({ total: 0, employer: 100 });
  });

  it('a refund is a contribution below zero on both sides, and takes the relief back at source', () => {
    const band = { lower: pounds('120.00'), upper: pounds('967.00') };
    const refund = { kind: 'refund', employee: pounds('7.04'), employer: pounds('5.28') } as const;
    const back = (treatment: 'relief-at-source' | 'net-pay') =>
      pensionContributions(pounds('208.00'), { ...refund, treatment }, band, pensions);
    // £7.04 was 80 %: the relief was £1.76.
    expect(back('relief-at-source')).toEqual({
      contributoryPay: 0,
      employee: -704,
      employer: -528,
      reliefAdded: -176,
    });
    expect(back('net-pay').reliefAdded).toBe(0);
  });
});
