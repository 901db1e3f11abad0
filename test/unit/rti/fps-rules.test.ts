import { isoDay } from '@shared/dates';
import { fpsFaults } from '@shared/payroll/rti/check-rti';
import { HMRC_FPS_RULES } from '@shared/payroll/rti/fps-rules';
import { breaches } from '@shared/payroll/rti/hmrc-rule';
import { bundledRates } from '@shared/rates/bundled-rates';
import { describe, expect, it } from 'vitest';
import { FPS_RULE_CASES, type Message, ni } from './fps-rule-cases';
import { hmrcFilesAreHere, hmrcRules } from './hmrc-files';
import { first, goodFps, job, TODAY } from './rti-messages';

describe('an FPS that HMRC would refuse is refused with HMRC’s number', () => {
  for (const [hmrcError, element, what, spoil, today = TODAY] of FPS_RULE_CASES)
    it(`${hmrcError} ${element}: ${what}`, () => {
      const message = goodFps();
      spoil(message);
      expect(fpsFaults(message, isoDay(today), bundledRates)).toContainEqual(
        expect.objectContaining({ code: 'rti.hmrc-rule', hmrcError, element, severity: 'wrong' }),
      );
    });

  it('for each of the 54 rules', () => {
    const rules = HMRC_FPS_RULES.map((rule) => `${rule.hmrcError} ${rule.element}`).sort();
    expect(rules).toHaveLength(54);
    expect(FPS_RULE_CASES.map(([hmrcError, element]) => `${hmrcError} ${element}`).sort()).toEqual(rules);
    if (hmrcFilesAreHere('the list of rules of an FPS')) expect(hmrcRules('FPS')).toEqual(rules);
  });
});

describe('an FPS that HMRC would take is taken', () => {
  it('when nothing is wrong with it', () => {
    expect(fpsFaults(goodFps(), TODAY, bundledRates)).toEqual([]);
  });

  it.each<readonly [string, (message: Message) => void]>([
    [
      'no NI number, with two lines of address',
      (m) => {
        first(m).details.niNumber = undefined;
      },
    ],
    [
      'a start 30 days ahead',
      (m) => {
        job(m).starter!.startDate = isoDay('2026-10-18');
      },
    ],
    [
      'leaving 30 days ahead',
      (m) => {
        job(m).leavingDate = isoDay('2026-10-18');
      },
    ],
    [
      'born today',
      (m) => {
        first(m).details.birthDate = TODAY;
      },
    ],
    [
      'letter F with a workplace',
      (m) => {
        ni(m).letter = 'F';
        job(m).workplacePostcode = 'LS1 1AA';
      },
    ],
    [
      'letter B for a woman born on 5 April 1961',
      (m) => {
        first(m).details.birthDate = isoDay('1961-04-05');
        ni(m).letter = 'B';
      },
    ],
    [
      'a test in live',
      (m) => {
        m.envelope.messageClass = 'HMRC-PAYE-RTI-FPS-TIL';
      },
    ],
    [
      'a right tax reference',
      (m) => {
        m.submission.references.selfAssessmentUtr = '2325648152';
      },
    ],
    [
      'the last one of the year',
      (m) => {
        m.submission.finalSubmission = { forYear: true };
      },
    ],
    [
      'seconded instead of a declaration',
      (m) => {
        job(m).starter = { startDate: TODAY, seconded: { stay: '183-days-or-more', eeaCitizen: true } };
      },
    ],
  ])('%s', (_what, change) => {
    const message = goodFps();
    change(message);
    expect(breaches(HMRC_FPS_RULES, message, TODAY)).toEqual([]);
  });
});
