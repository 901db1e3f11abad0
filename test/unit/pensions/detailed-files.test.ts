import { isoDay } from '@shared/dates';
import { describe, expect, it } from 'vitest';
import type { DetailedMember } from '../../../electron/files/pensions/member-details';
import { type PapdisMember, type PapdisSchedule, papdisFile } from '../../../electron/files/pensions/papdis';
import {
  type PeoplesPensionMember,
  type PeoplesPensionSchedule,
  peoplesPensionFile,
} from '../../../electron/files/pensions/peoples-pension';
import { pounds } from '../payroll/pay-case';

const details: DetailedMember = {
  surname: 'Okafor',
  title: 'Ms',
  forename: 'Grace',
  gender: 'F',
  birthDate: isoDay('1988-02-09'),
  startedOn: isoDay('2024-05-13'),
  leftOn: null,
  address: ['Flat 2, 14 Mill Lane', 'Leeds'],
  postcode: 'LS1 4AB',
  email: 'grace@example.org',
  niNumber: 'AB123456C',
  alternativeId: '7',
  pensionableEarnings: pounds('720.50'),
  employer: pounds('21.62'),
  member: pounds('28.82'),
};
const period = { from: isoDay('2026-11-01'), to: isoDay('2026-11-30'), frequency: 'monthly' } as const;
const expected = { members: 1, employer: pounds('21.62'), member: pounds('28.82') };

function text(file: ReturnType<typeof papdisFile> | ReturnType<typeof peoplesPensionFile>) {
  return file.ok ? new TextDecoder().decode(file.value.bytes) : file;
}

describe('a People’s Pension full file', () => {
  const grace: PeoplesPensionMember = {
    ...details,
    workerGroup: 'A',
    status: 'Eligible',
    statusFrom: isoDay('2024-05-13'),
    joinedOn: isoDay('2024-08-13'),
    optedOutOn: null,
    optedInOn: null,
    totalEarnings: pounds('1240.50'),
    missingCode: '',
  };
  const schedule: PeoplesPensionSchedule = {
    account: '123456',
    fileType: 'FULL',
    period,
    members: [grace],
    expected,
  };
  const withGrace = (change: Partial<PeoplesPensionMember>) =>
    text(peoplesPensionFile({ ...schedule, members: [{ ...grace, ...change }] }));

  it('has a header, 32 titles, a line for each member, and the total of all that is paid in', () => {
    // 21.62 + 28.82 = 50.44.
    const made = text(peoplesPensionFile(schedule));
    expect(made).toBe(
      [
        'H,123456,01/11/2026,30/11/2026,FULL',
        'Record Type,Title,Gender,Forename 1,Forename 2,Surname,Date of Birth,National Insurance Number,Unique Identifier,Address 1,Address 2,Address 3,Address 4,Address 5,Home Phone Number,Personal Email Address,Date Employment Started,Start/Leaver Flag,Employment Ended,AE Worker Group,AE Status,AE Date,Scheme Join Date,Opt Out Date,Opt In Date,Total Earnings Per PRP,Pensionable Earnings Per PRP,Employer Pension Contribution,Employee Pension Contribution,Missing/Partial Pension Code,EAC/ELC Premium,Date AE Information Received',
        'D,Ms,F,Grace,,Okafor,09/02/1988,AB123456C,7,"Flat 2, 14 Mill Lane",Leeds,,,LS1 4AB,,grace@example.org,13/05/2024,,,A,Eligible,13/05/2024,13/08/2024,,,1240.50,720.50,21.62,28.82,,0,',
        'T,50.44',
        '',
      ].join('\r\n'),
    );
  });

  it('refuses what the provider would turn away', () => {
    expect(text(peoplesPensionFile({ ...schedule, account: ' ' }))).toMatchObject({
      code: 'peoples-pension.account-missing',
    });
    expect(text(peoplesPensionFile({ ...schedule, fileType: '' }))).toMatchObject({
      code: 'peoples-pension.file-type-missing',
    });
    expect(withGrace({ alternativeId: '' })).toMatchObject({
      code: 'peoples-pension.unique-identifier-missing',
    });
    expect(withGrace({ workerGroup: '' })).toMatchObject({ code: 'peoples-pension.group-missing' });
    expect(withGrace({ totalEarnings: pounds('720.49') })).toMatchObject({
      code: 'peoples-pension.total-earnings-wrong',
    });
    expect(withGrace({ forename: 'Gr@ce' })).toMatchObject({ code: 'pension-file.forename-not-allowed' });
    expect(withGrace({ postcode: '' })).toMatchObject({ code: 'pension-file.address-not-allowed' });
    expect(withGrace({ leftOn: isoDay('2024-05-12') })).toMatchObject({ code: 'pension-file.dates-wrong' });
    expect(withGrace({ email: '=cmd()' })).toMatchObject({ code: 'csv.text-not-allowed' });
    expect(withGrace({ employer: pounds('21.63') })).toMatchObject({ code: 'pension-file.totals-differ' });
    const nothing = { ...grace, employer: pounds('0'), member: pounds('0') };
    expect(
      text(
        peoplesPensionFile({
          ...schedule,
          members: [nothing],
          expected: { members: 1, employer: pounds('0'), member: pounds('0') },
        }),
      ),
    ).toMatchObject({ code: 'peoples-pension.missing-code-needed' });
  });
});

describe('a PAPDIS file', () => {
  const grace: PapdisMember = { ...details, employerPercent: 300, memberPercent: 500 };
  const schedule: PapdisSchedule = {
    providerId: '',
    employerId: '00012345',
    group: 'Employees',
    period,
    takenOn: isoDay('2026-11-27'),
    taxPeriod: 8,
    members: [grace],
    expected,
  };

  it('has the titles of PAPDIS 1.0 and a line for each member', () => {
    expect(text(papdisFile(schedule))).toBe(
      [
        'PAPDISVersion,PensionProviderId,EmployerId,Group,SubGroup,PayPeriodStartDate,PayPeriodEndDate,ContributionDeductionDate,FrequencyCode,TaxPeriod,Title,Forename1,Forename2,Surname,EmployeeId,BirthDate,Gender,NationalInsuranceNumber,Address1,Address2,Address3,Address4,Postcode,Country,EmailAddress,EmploymentStartDate,ExitDate,ExitReasonCode,AssessmentCode,EventCode,EventDate,DeferralDate,AEOptOutDate,AEOptOutReference,EnrolmentCommunicationsIssuedDate,EmployerContributionsAmount,EmployeeContributionsAmount,AdditionalVoluntaryContributionsAmount,AdditionalVoluntaryContributionsPercent,PensionableEarningsAmount,EmployerContributionsPercent,EmployeeContributionsPercent,SalarySacrificeIndicator,AnnualSalary',
        'PAP01,,00012345,Employees,,2026-11-01,2026-11-30,2026-11-27,M1,8,Ms,Grace,,Okafor,7,1988-02-09,F,AB123456C,"Flat 2, 14 Mill Lane",Leeds,,,LS1 4AB,,grace@example.org,2024-05-13,,,,,,,,,,21.62,28.82,0,,720.50,3,5,0,',
        '',
      ].join('\r\n'),
    );
  });

  it('refuses what a provider would turn away', () => {
    expect(text(papdisFile({ ...schedule, employerId: '' }))).toMatchObject({
      code: 'papdis.employer-missing',
    });
    expect(text(papdisFile({ ...schedule, taxPeriod: 13 }))).toMatchObject({
      code: 'papdis.tax-period-wrong',
    });
    const nameless = { ...grace, alternativeId: '' };
    expect(text(papdisFile({ ...schedule, members: [nameless] }))).toMatchObject({
      code: 'papdis.employee-id-missing',
      details: { row: 1, name: 'Okafor' },
    });
    expect(text(papdisFile({ ...schedule, members: [{ ...grace, address: [] }] }))).toMatchObject({
      code: 'pension-file.address-not-allowed',
    });
    expect(text(papdisFile({ ...schedule, expected: { ...expected, members: 2 } }))).toMatchObject({
      code: 'pension-file.totals-differ',
    });
  });
});
