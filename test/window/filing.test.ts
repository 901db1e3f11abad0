import { HMRC_EPS_RULES } from '@shared/payroll/rti/eps-rules';
import { HMRC_FPS_RULES } from '@shared/payroll/rti/fps-rules';
import { describe, expect, test } from 'vitest';
import { dutyCodes } from '../../renderer/text/duties';
import { filingRefusals, whyNoFileText } from '../../renderer/text/filing';
import { faultWords, hasFaultSentence } from '../../renderer/text/filing-faults';
import { needCodes } from '../../renderer/text/needs';

const RULES = [...HMRC_FPS_RULES, ...HMRC_EPS_RULES].map(({ hmrcError, element }) => ({
  code: 'rti.hmrc-rule',
  hmrcError,
  element,
}));

describe('what is not right with a report', () => {
  test('has a sentence for each of HMRC’s 87 rules', () => {
    expect(RULES).toHaveLength(87);
    expect(RULES.filter((rule) => !hasFaultSentence(rule))).toEqual([]);
  });

  test('is short, and says no number nobody knows', () => {
    for (const rule of RULES) {
      const { text } = faultWords({ ...rule, severity: 'wrong', workerId: 'a', values: { name: 'Grace' } });
      for (const sentence of text.split(/[.:?] /))
        expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(20);
      expect(text).not.toMatch(/78\d\d|79\d\d/);
    }
  });

  test('says who it is about and where it is put right', () => {
    expect(
      faultWords({
        code: 'rti.hmrc-rule',
        hmrcError: 7829,
        element: '',
        severity: 'wrong',
        workerId: 'grace',
        values: { name: 'Grace' },
      }),
    ).toEqual({
      text: 'Grace is new. HMRC needs two lines of their address.',
      link: { to: '/people/grace/details', label: 'Change Grace’s details' },
    });
  });

  test('names what has no sentence, calmly', () => {
    const words = faultWords({
      code: 'rti.other',
      hmrcError: null,
      element: '',
      severity: 'wrong',
      workerId: null,
      values: {},
    });
    expect(words.text).toContain('rti.other');
  });
});

test('every code about reports has its words', () => {
  expect(needCodes).toEqual(
    expect.arrayContaining(['hmrc.fps-not-noted', 'hmrc.eps-not-noted', 'hmrc.paper-not-noted']),
  );
  expect(dutyCodes).toEqual(expect.arrayContaining(['hmrc-fps', 'hmrc-eps']));
  for (const code of [
    'filing.not-registered',
    'filing.not-needed',
    'filing.on-paper',
    'filing.year-not-known',
  ]) {
    expect(filingRefusals[code]).toBeDefined();
    expect(whyNoFileText(code)).not.toContain(code);
  }
  for (const code of ['has-faults', 'month-not-begun', 'sent-before', 'mark-not-a-mark', 'mark-of-one'])
    expect(filingRefusals[`filing.${code}`]).toBeDefined();
});
