import { calculateAttachmentOrder } from '@shared/payroll/calculator/attachment-orders';
import { calculateBankHoliday } from '@shared/payroll/calculator/bank-holidays';
import type { Calculator } from '@shared/payroll/calculator/case-reader';
import { calculateHolidayEntitlement } from '@shared/payroll/calculator/holiday-entitlement';
import { calculateMinimumWage } from '@shared/payroll/calculator/nmw';
import { calculateSickPay } from '@shared/payroll/calculator/ssp';
import { calculateStatutoryParental } from '@shared/payroll/calculator/statutory-parental';
import { bundledRates } from '@shared/rates/bundled-rates';
import { describe, expect, it } from 'vitest';
import { differences, loadGolden } from './load-golden';

const FAMILIES: Readonly<Record<string, Calculator>> = {
  ssp: calculateSickPay,
  nmw: calculateMinimumWage,
  bank_holidays: calculateBankHoliday,
  statutory_parental: calculateStatutoryParental,
  attachment_orders: calculateAttachmentOrder,
  holiday_entitlement: calculateHolidayEntitlement,
};

for (const [family, calculate] of Object.entries(FAMILIES))
  describe(`golden ${family}`, () => {
    it.each(loadGolden(family).cases.map((one) => [one.id, one] as const))('%s', (_id, one) => {
      const result = calculate(one, bundledRates);
      expect(result).toMatchObject({ ok: true });
      if (result.ok) expect(differences(one, result.value)).toEqual([]);
    });
  });
