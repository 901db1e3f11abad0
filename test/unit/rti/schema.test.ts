import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { epsFaults, fpsFaults } from '@shared/payroll/rti/check-rti';
import type { EpsMessage } from '@shared/payroll/rti/eps-types';
import type { FpsMessage } from '@shared/payroll/rti/fps-types';
import { taxMonthOf } from '@shared/payroll/tax-period';
import { bundledRates } from '@shared/rates/bundled-rates';
import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { writeEps } from '../../../electron/files/hmrc/eps-xml';
import { writeFps } from '../../../electron/files/hmrc/fps-xml';
import {
  base32,
  ENVELOPE_NAMESPACE,
  irMarkOfBody,
  irMarkOfMessage,
} from '../../../electron/files/hmrc/ir-mark';
import { canonicalXml, element } from '../../../electron/files/hmrc/xml';
import { hmrcFile, hmrcFilesAreHere, schemaErrors } from './hmrc-files';
import { randomEmployer } from './random-employers';
import { envelope, first, goodEps, goodFps, job } from './rti-messages';

/** The canonical text of a message's Body as another program reads it, without its mark. */
function canonicalBody(xml: string): string {
  const inside = /<Body>([\s\S]*)<\/Body>/.exec(xml)?.[1]?.replace(/<IRmark[^>]*>[^<]*<\/IRmark>/, '') ?? '';
  const document = XmlDocument.fromString(`<Body xmlns="${ENVELOPE_NAMESPACE}">${inside}</Body>`);
  const text = document.canonicalizeToString();
  document.dispose();
  return text;
}

describe('the IRmark', () => {
  it('is the one of HMRC’s published samples', () => {
    if (!hmrcFilesAreHere('the IRmark of HMRC’s samples')) return;
    const monthly = hmrcFile('irmark/Monthly_Return_valid_file_with_IRmark.xml');
    expect(irMarkOfMessage(monthly)).toEqual({
      base64: 'NyORVKN9UOqClDiguALmlZmOP6o=',
      base32: 'G4RZCVFDPVIOVAUUHCQLQAXGSWMY4P5K',
    });
    const verification = hmrcFile('irmark/Verification_valid_file_with_IRmark.xml');
    expect(irMarkOfMessage(verification)?.base64).toBe('GqztZiDzj7jlzblq9u8SbUMv5jc=');
    for (const kind of ['fps', 'eps']) {
      const sample = hmrcFile(`samples/${kind}_26-27_sample.xml`);
      expect(sample).toContain(`<IRmark Type="generic">${irMarkOfMessage(sample)?.base64}</IRmark>`);
    }
    for (const sample of [monthly, verification])
      expect(irMarkOfBody(canonicalBody(sample.replace(/\r\n/g, '\n')))).toEqual(irMarkOfMessage(sample));
  });

  it('in Base32 is the published alphabet', () => {
    // RFC 4648, section 10: foobar.
    expect(base32(new TextEncoder().encode('foobar'))).toBe('MZXW6YTBOI');
  });

  it('shows that a message was altered after it was made', () => {
    const { xml, irMark } = writeFps(goodFps());
    expect(irMarkOfMessage(xml)).toEqual(irMark);
    expect(irMarkOfMessage(xml.replace('1200.00', '1300.00'))).not.toEqual(irMark);
    expect(irMarkOfMessage('<GovTalkMessage/>')).toBeNull();
  });

  it('keeps an apostrophe as it is', () => {
    expect(writeFps(goodFps()).xml).toContain("<Sur>O'Brien-Smith</Sur>");
  });

  it('is made of text that is canonical already, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', "'", '"', '&', '<', '>', ']', '\t', '\n', '\r', ' ') }),
        (text) => {
          const written = canonicalXml(
            element('a', [element('b', text, { z: text, c: 'x' })], { xmlns: 'urn:example' }),
          );
          const document = XmlDocument.fromString(written);
          expect(document.canonicalizeToString()).toBe(written);
          document.dispose();
        },
      ),
      { seed: 20_261_122, numRuns: 500 },
    );
  });
});

/** What HMRC's schemas say; nothing where they are not here or have nothing to say. */
function errors(message: FpsMessage): string {
  return schemaErrors(writeFps(message).xml, message.year, 'FPS');
}

describe('messages made by hand', () => {
  it('hold the figures of four weeks at £1,200', () => {
    // 2026-27, four weeks: limit 516, threshold 967. 8% of 233 is 18.64; 15% of (1,200 − 385) is 122.25.
    const { xml } = writeFps(goodFps());
    expect(xml).toContain(
      '<NIletter>A</NIletter><GrossEarningsForNICsInPd>1200.00</GrossEarningsForNICsInPd>' +
        '<GrossEarningsForNICsYTD>1200.00</GrossEarningsForNICsYTD><AtLELYTD>516.00</AtLELYTD>' +
        '<LELtoPTYTD>451.00</LELtoPTYTD><PTtoUELYTD>233.00</PTtoUELYTD><TotalEmpNICInPd>122.25</TotalEmpNICInPd>' +
        '<TotalEmpNICYTD>122.25</TotalEmpNICYTD><EmpeeContribnsInPd>18.64</EmpeeContribnsInPd>' +
        '<EmpeeContribnsYTD>18.64</EmpeeContribnsYTD>',
    );
    expect(xml).toContain('<PayFreq>W4</PayFreq><PmtDate>2026-09-18</PmtDate><WeekNo>24</WeekNo>');
    expect(xml).toContain('<TaxCode>1257L</TaxCode>');
  });

  it('fit HMRC’s schemas', () => {
    if (!hmrcFilesAreHere('messages made by hand against the schemas')) return;
    expect(schemaErrors(hmrcFile('samples/fps_26-27_sample.xml'), '2026-27', 'FPS')).toBe('');
    expect(errors(goodFps())).toBe('');
    expect(schemaErrors(writeEps(goodEps()).xml, '2026-27', 'EPS')).toBe('');

    const full = goodFps();
    job(full).payment.studentLoan = { plan: '05', amount: pence(1_200) };
    job(full).payment.statutoryPay = {
      smp: pence(100),
      spbpNorthernIreland: pence(100),
      miscarriageNorthernIreland: false,
      workplacePostcodeNorthernIreland: 'BT1 1AA',
      sncp: pence(100),
    };
    job(full).payment.nonCumulative = true;
    job(full).payment.taxRegime = 'S';
    job(full).leavingDate = isoDay('2026-09-13');
    job(full).payment.afterLeaving = true;
    job(full).payrollIdChanged = { oldPayrollId: 'OLD 1' };
    first(full).details.niNumber = undefined;
    full.submission.finalSubmission = { becauseSchemeCeased: true, dateSchemeCeased: isoDay('2026-09-18') };
    expect(errors(full)).toBe('');

    const summary = goodEps();
    const money = pence(12_345);
    summary.submission = {
      ...summary.submission,
      noPayment: undefined,
      inactivity: { from: isoDay('2026-10-06'), to: isoDay('2027-03-05') },
      recoverable: {
        taxMonth: 5,
        smp: money,
        spbpNorthernIreland: money,
        sncp: money,
        nicOnSmp: money,
        nicOnSncp: money,
      },
      apprenticeshipLevy: { dueToDate: pence(0), taxMonth: 5, annualAllowance: pence(1_500_000) },
      account: { holder: 'G Smith', number: '12345678', sortCode: '123456' },
      finalSubmission: { forYear: true },
    };
    expect(schemaErrors(writeEps(summary).xml, '2026-27', 'EPS')).toBe('');
  });

  it('of one year do not fit the schema of another', () => {
    if (!hmrcFilesAreHere('messages of one year against the other year’s schemas')) return;
    expect(schemaErrors(writeFps(goodFps()).xml, '2025-26', 'FPS')).not.toBe('');
    const wrong = goodFps();
    job(wrong).payment.taxCode = 'S1257L';
    expect(errors(wrong)).not.toBe('');
  });
});

describe('200 employers made at random', () => {
  it('send what passes HMRC’s rules, our checks and the schemas, with the mark another program works out', () => {
    const withSchemas = hmrcFilesAreHere('200 employers against the schemas');
    let workers = 0;
    fc.assert(
      fc.property(randomEmployer, ({ message, today, totals }) => {
        workers += message.submission.employees.length;
        expect(fpsFaults(message, today, bundledRates)).toEqual([]);
        const { xml, irMark } = writeFps(message);
        expect(irMarkOfBody(canonicalBody(xml))).toEqual(irMark);
        const summary: EpsMessage = {
          ...message,
          envelope: envelope('EPS'),
          submission: {
            references: message.submission.references,
            employmentAllowance: true,
            recoverable: {
              taxMonth: taxMonthOf(today),
              smp: pence(totals.employer),
              nicOnSmp: pence(totals.tax < 0 ? 0 : totals.tax),
            },
            relatedTaxYear: message.submission.relatedTaxYear,
          },
        };
        expect(epsFaults(summary, today)).toEqual([]);
        if (withSchemas) {
          expect(errors(message)).toBe('');
          expect(schemaErrors(writeEps(summary).xml, message.year, 'EPS')).toBe('');
        }
        const sum = (name: string): number =>
          [...xml.matchAll(new RegExp(`<${name}[^>]*>(-?)(\\d+)\\.(\\d\\d)</${name}>`, 'g'))].reduce(
            (total, [, sign, pounds, rest]) => total + (sign === '-' ? -1 : 1) * Number(`${pounds}${rest}`),
            0,
          );
        expect({
          tax: sum('TaxDeductedOrRefunded'),
          employee: sum('EmpeeContribnsInPd'),
          employer: sum('TotalEmpNICInPd'),
          loans: sum('StudentLoanRecovered') + sum('PostgradLoanRecovered'),
        }).toEqual(totals);
      }),
      { seed: 20_261_122, numRuns: 200 },
    );
    expect(workers).toBeGreaterThan(300);
  });
});
