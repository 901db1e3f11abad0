import { isoDay } from '@shared/dates';
import { epsFaults } from '@shared/payroll/rti/check-rti';
import { HMRC_EPS_RULES, recoverableWindow } from '@shared/payroll/rti/eps-rules';
import { describe, expect, it } from 'vitest';
import { EPS_RULE_CASES } from './eps-rule-cases';
import { hmrcFilesAreHere, hmrcRules } from './hmrc-files';
import { goodEps, TODAY } from './rti-messages';

const day = isoDay;

describe('an EPS that HMRC would refuse is refused with HMRC’s number', () => {
  for (const [hmrcError, element, what, spoil, today = TODAY] of EPS_RULE_CASES)
    it(`${hmrcError} ${element}: ${what}`, () => {
      const message = goodEps();
      spoil(message);
      expect(epsFaults(message, day(today))).toContainEqual(
        expect.objectContaining({ code: 'rti.hmrc-rule', hmrcError, element, severity: 'wrong' }),
      );
    });

  it('for each of the 33 rules', () => {
    const rules = HMRC_EPS_RULES.map((rule) => `${rule.hmrcError} ${rule.element}`).sort();
    expect(rules).toHaveLength(33);
    expect(EPS_RULE_CASES.map(([hmrcError, element]) => `${hmrcError} ${element}`).sort()).toEqual(rules);
    if (hmrcFilesAreHere('the list of rules of an EPS')) expect(hmrcRules('EPS')).toEqual(rules);
  });
});

describe('an EPS that HMRC would take is taken', () => {
  it('when nothing is wrong with it', () => {
    expect(epsFaults(goodEps(), TODAY)).toEqual([]);
  });

  it('for twelve months without workers from the next tax month', () => {
    const message = goodEps();
    message.submission.inactivity = { from: day('2026-10-06'), to: day('2027-10-05') };
    expect(epsFaults(message, TODAY)).toEqual([]);
  });

  it('for no payment in the tax month that is running', () => {
    const message = goodEps();
    message.submission.noPayment = { from: day('2026-09-06'), to: day('2026-10-05') };
    expect(epsFaults(message, TODAY)).toEqual([]);
  });

  it('in the windows of HMRC’s error texts', () => {
    expect(recoverableWindow(2026, 1)).toEqual({ from: '2026-03-06', to: '2026-05-19' });
    expect(recoverableWindow(2026, 6)).toEqual({ from: '2026-08-06', to: '2026-10-19' });
    expect(recoverableWindow(2026, 9)).toEqual({ from: '2026-11-06', to: '2027-01-19' });
    expect(recoverableWindow(2026, 12)).toEqual({ from: '2027-02-06', to: null });
  });
});
