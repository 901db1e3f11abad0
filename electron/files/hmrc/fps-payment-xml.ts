import { poundsString } from '@shared/money';
import type { FpsCar, FpsDrawdown, FpsPayment } from '@shared/payroll/rti/fps-types';
import { money, optionalYesNo } from './rti-xml';
import { element, optional, type XmlElement, yes } from './xml';

function carXml(car: FpsCar): XmlElement {
  const { freeFuel, zeroEmissionsMileage } = car;
  return element('Car', [
    element('Make', car.make),
    element('FirstRegd', car.firstRegistered),
    element('CO2', `${car.co2}`),
    optional(
      'ZeroEmissionsMileage',
      zeroEmissionsMileage === undefined ? undefined : `${zeroEmissionsMileage}`,
    ),
    element('Fuel', car.fuel),
    optional('ID', car.id),
    optionalYesNo('Amendment', car.amendment),
    money('Price', car.price),
    element('AvailFrom', car.availableFrom),
    money('CashEquiv', car.cashEquivalent),
    optional('AvailTo', car.availableTo),
    freeFuel === undefined
      ? undefined
      : element('FreeFuel', [
          element('Provided', freeFuel.provided),
          money('CashEquiv', freeFuel.cashEquivalent),
          optional('Withdrawn', freeFuel.withdrawn),
        ]),
  ]);
}

function drawdownXml(drawdown: FpsDrawdown): XmlElement {
  return element('FlexibleDrawdown', [
    element(drawdown.kind, 'yes'),
    money('TaxablePayment', drawdown.taxablePayment),
    money('NontaxablePayment', drawdown.nonTaxablePayment),
  ]);
}

/** One payment, in the order of the schema. */
export function paymentXml(payment: FpsPayment): XmlElement {
  const { studentLoan, cars, flexibleDrawdown } = payment;
  const statutory = payment.statutoryPay ?? {};
  return element('Payment', [
    element('PayFreq', payment.frequency),
    element('PmtDate', payment.paymentDate),
    optional('LateReason', payment.lateReason),
    'week' in payment.period
      ? element('WeekNo', `${payment.period.week}`)
      : element('MonthNo', `${payment.period.month}`),
    element('PeriodsCovered', `${payment.periodsCovered}`),
    yes('AggregatedEarnings', payment.aggregatedEarnings),
    yes('PmtAfterLeaving', payment.afterLeaving),
    element('HoursWorked', payment.hoursWorked),
    element('TaxCode', payment.taxCode, {
      BasisNonCumulative: payment.nonCumulative === true ? 'yes' : undefined,
      TaxRegime: payment.taxRegime,
    }),
    money('TaxablePay', payment.taxablePay),
    money('NonTaxOrNICPmt', payment.notTaxedOrNiced),
    money('DednsFromNetPay', payment.deductionsFromNetPay),
    money('PayAfterStatDedns', payment.payAfterStatutoryDeductions),
    money('BenefitsTaxedViaPayroll', payment.benefitsTaxed),
    money('Class1ANICsYTD', payment.class1AToDate),
    cars === undefined ? undefined : element('Benefits', cars.map(carXml)),
    money('EmpeePenContribnsPaid', payment.pensionNetPay),
    money('ItemsSubjectToClass1NIC', payment.itemsForClass1),
    money('EmpeePenContribnsNotPaid', payment.pensionAfterTax),
    studentLoan === undefined
      ? undefined
      : element('StudentLoanRecovered', poundsString(studentLoan.amount), { PlanType: studentLoan.plan }),
    money('PostgradLoanRecovered', payment.postgraduateLoan),
    money('TaxDeductedOrRefunded', payment.tax),
    yes('OnStrike', payment.onStrike),
    yes('UnpaidAbsence', payment.unpaidAbsence),
    money('SMPYTD', statutory.smp),
    money('SPPYTD', statutory.spp),
    money('SAPYTD', statutory.sap),
    money('ShPPYTD', statutory.shpp),
    money('SPBPYTD', statutory.spbp),
    money('SPBPNIREYTD', statutory.spbpNorthernIreland),
    optionalYesNo('MiscarriageNIRE', statutory.miscarriageNorthernIreland),
    optional('EmployeeWorkplacePostcodeNIRE', statutory.workplacePostcodeNorthernIreland),
    money('SNCPYTD', statutory.sncp),
    ...(payment.trivialCommutation ?? []).map((one) =>
      element('TrivialCommutationPayment', poundsString(one.amount), { type: one.type }),
    ),
    flexibleDrawdown === undefined ? undefined : drawdownXml(flexibleDrawdown),
  ]);
}
