import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { epsFaults, fpsFaults } from '@shared/payroll/rti/check-rti';
import { HMRC_EPS_RULES } from '@shared/payroll/rti/eps-rules';
import type { EpsMessage } from '@shared/payroll/rti/eps-types';
import { HMRC_FPS_RULES } from '@shared/payroll/rti/fps-rules';
import { taxMonthOf } from '@shared/payroll/tax-period';
import { bundledRates } from '@shared/rates/bundled-rates';
import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { createApp } from '../../electron/app';
import { writeEps } from '../../electron/files/hmrc/eps-xml';
import { writeFps } from '../../electron/files/hmrc/fps-xml';
import { ENVELOPE_NAMESPACE, irMarkOfBody, irMarkOfMessage } from '../../electron/files/hmrc/ir-mark';
import { fixedClock } from '../../electron/system/clock';
import { foldersIn } from '../../electron/system/folders';
import { seededIds } from '../../electron/system/ids';
import { silentLog } from '../../electron/system/log';
import type { Fault, FaultOutcome } from '../support/fault';
import { tryMany } from '../support/try-many';
import { TEST_KEY_COST } from '../support/workspace';
import { EPS_RULE_CASES } from '../unit/rti/eps-rule-cases';
import { FPS_RULE_CASES } from '../unit/rti/fps-rule-cases';
import { hmrcRules, schemaErrors, whyNoHmrcFiles } from '../unit/rti/hmrc-files';
import { randomEmployer } from '../unit/rti/random-employers';
import { envelope, goodEps, goodFps, TODAY } from '../unit/rti/rti-messages';

const SEED = Number(process.env['MAINSTAY_SEED'] ?? 20_261_122);

/** The IRmark of a message, worked out from its canonical text by another program. */
function markByAnother(xml: string): unknown {
  const inside = /<Body>([\s\S]*)<\/Body>/.exec(xml)?.[1]?.replace(/<IRmark[^>]*>[^<]*<\/IRmark>/, '') ?? '';
  const document = XmlDocument.fromString(`<Body xmlns="${ENVELOPE_NAMESPACE}">${inside}</Body>`);
  const text = document.canonicalizeToString();
  document.dispose();
  return irMarkOfBody(text);
}

/** What is wrong with a message as a whole: its schema, or a mark that another program works out otherwise. */
function messageBroke(xml: string, year: string, kind: 'FPS' | 'EPS'): string | undefined {
  const errors = schemaErrors(xml, year, kind);
  if (errors !== '') return `${kind} of ${year}: ${errors.slice(0, 300)}`;
  return JSON.stringify(markByAnother(xml)) === JSON.stringify(irMarkOfMessage(xml))
    ? undefined
    : `${kind} of ${year}: another IRmark`;
}

/** An employer's FPS and EPS held against rules, schemas and mark. */
function employers(tries: number): Promise<FaultOutcome> {
  const made = fc.sample(randomEmployer, { numRuns: tries, seed: SEED });
  return tryMany(tries, (index) => {
    const one = made[index];
    if (one === undefined) return undefined;
    const { message, today, totals } = one;
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
    const faults = [...fpsFaults(message, today, bundledRates), ...epsFaults(summary, today)];
    if (faults.length > 0) return `employer ${index}: ${JSON.stringify(faults[0])}`;
    return (
      messageBroke(writeFps(message).xml, message.year, 'FPS') ??
      messageBroke(writeEps(summary).xml, message.year, 'EPS')
    );
  });
}

/** A message spoiled in the one way that each of HMRC's 87 rules is about. */
function rules(tries: number): Promise<FaultOutcome> {
  const told = [
    ...HMRC_FPS_RULES.map((rule) => `FPS ${rule.hmrcError} ${rule.element}`),
    ...HMRC_EPS_RULES.map((rule) => `EPS ${rule.hmrcError} ${rule.element}`),
  ].sort();
  const wanted = [
    ...hmrcRules('FPS').map((rule) => `FPS ${rule}`),
    ...hmrcRules('EPS').map((rule) => `EPS ${rule}`),
  ].sort();
  return tryMany(tries, (index) => {
    if (JSON.stringify(told) !== JSON.stringify(wanted)) return 'the rules here are not those of HMRC’s list';
    const fps = FPS_RULE_CASES[index];
    const eps = EPS_RULE_CASES[index - FPS_RULE_CASES.length];
    const [hmrcError, element] = fps ?? eps ?? [0, ''];
    const found = (() => {
      if (fps !== undefined) {
        const message = goodFps();
        fps[3](message);
        return fpsFaults(message, isoDay(fps[4] ?? TODAY), bundledRates);
      }
      const message = goodEps();
      eps?.[3](message);
      return epsFaults(message, isoDay(eps?.[4] ?? TODAY));
    })();
    return found.some(
      (fault) => fault.hmrcError === hmrcError && fault.element === element && fault.severity === 'wrong',
    )
      ? undefined
      : `rule ${hmrcError} about ${element} was passed over`;
  });
}

/** Every FPS and EPS that can be made of the example's thirteen months. */
async function example(tries: number): Promise<FaultOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-reports-'));
  const app = createApp({
    folders: foldersIn(folder),
    clock: fixedClock(isoDay('2026-11-21')),
    ids: seededIds('reports'),
    log: silentLog(),
    keyCost: TEST_KEY_COST,
  });
  try {
    const { client } = app;
    await client.workspace.create({ passphrase: 'four plain test words', kind: 'example' });
    const householdId = (await client.household.list())[0]?.id ?? '';
    const files: (readonly [string, 'FPS' | 'EPS', () => Promise<{ readonly base64: string }>])[] = [];
    for (const taxYear of ['2025-26', '2026-27']) {
      const view = await client.filing.view({ householdId, taxYear });
      for (const month of view.months) {
        for (const day of month.payDays)
          files.push([
            taxYear,
            'FPS',
            () => client.filing.fpsFile({ householdId, runId: day.runId, lateReason: null }),
          ]);
        files.push([
          taxYear,
          'EPS',
          () => client.filing.epsFile({ householdId, taxYear, taxMonth: month.taxMonth, choices: null }),
        ]);
      }
    }
    let made = 0;
    const outcome = await tryMany(Math.min(tries, files.length), async (index) => {
      const [year, kind, make] = files[index] ?? ['', 'FPS', () => Promise.reject(new Error('no file'))];
      const file = await make().catch((error: { readonly code?: string }) => {
        if (error.code === 'REFUSED') return undefined;
        throw error;
      });
      if (file === undefined) return undefined;
      made += 1;
      return messageBroke(Buffer.from(file.base64, 'base64').toString('utf8'), year, kind);
    });
    return made < 20
      ? { ...outcome, failures: [...outcome.failures, `only ${made} files could be made`] }
      : outcome;
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const promise = 'A report to HMRC is one that HMRC takes';

export const faults: readonly Fault[] = [
  {
    row: 29,
    promise,
    how: 'employers made at random, each with an FPS and an EPS: HMRC’s schemas, HMRC’s 87 rules, and an IRmark that another program works out the same',
    tries: 200,
    quick: 15,
    cannot: whyNoHmrcFiles,
    attempt: employers,
  },
  {
    row: 29,
    promise,
    how: 'a sound report spoiled in the way that each of HMRC’s 87 rules forbids',
    tries: FPS_RULE_CASES.length + EPS_RULE_CASES.length,
    quick: 0,
    cannot: whyNoHmrcFiles,
    attempt: rules,
  },
  {
    row: 29,
    promise,
    how: 'every FPS and EPS of the example’s two tax years',
    tries: 60,
    quick: 0,
    cannot: whyNoHmrcFiles,
    attempt: example,
  },
];
