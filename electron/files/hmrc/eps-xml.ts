import { poundsString } from '@shared/money';
import type { Eps, EpsMessage, EpsRecoverable } from '@shared/payroll/rti/eps-types';
import { type WrittenMessage, writeGovTalk } from './govtalk';
import { finalXml, money, optionalYesNo, referencesXml } from './rti-xml';
import { element, optional, type XmlElement } from './xml';

function recoverableXml(amounts: EpsRecoverable): XmlElement {
  return element('RecoverableAmountsYTD', [
    optional('TaxMonth', amounts.taxMonth === undefined ? undefined : `${amounts.taxMonth}`),
    money('SMPRecovered', amounts.smp),
    money('SPPRecovered', amounts.spp),
    money('SAPRecovered', amounts.sap),
    money('ShPPRecovered', amounts.shpp),
    money('SPBPRecovered', amounts.spbp),
    money('SPBPRecoveredInNorthernIreland', amounts.spbpNorthernIreland),
    money('SNCPRecovered', amounts.sncp),
    money('NICCompensationOnSMP', amounts.nicOnSmp),
    money('NICCompensationOnSPP', amounts.nicOnSpp),
    money('NICCompensationOnSAP', amounts.nicOnSap),
    money('NICCompensationOnShPP', amounts.nicOnShpp),
    money('NICCompensationOnSPBP', amounts.nicOnSpbp),
    money('NICCompensationOnSPBPinNorthernIreland', amounts.nicOnSpbpNorthernIreland),
    money('NICCompensationOnSNCP', amounts.nicOnSncp),
    money('CISDeductionsSuffered', amounts.cisDeductionsSuffered),
  ]);
}

function submissionXml(eps: Eps): XmlElement {
  const { noPayment, inactivity, recoverable, apprenticeshipLevy, account } = eps;
  const days = (span: { readonly from: string; readonly to: string }): readonly XmlElement[] => [
    element('From', span.from),
    element('To', span.to),
  ];
  return element('EmployerPaymentSummary', [
    referencesXml(eps.references),
    noPayment === undefined ? undefined : element('NoPaymentForPeriod', 'yes'),
    noPayment === undefined ? undefined : element('NoPaymentDates', days(noPayment)),
    inactivity === undefined ? undefined : element('PeriodOfInactivity', days(inactivity)),
    optionalYesNo('EmpAllceInd', eps.employmentAllowance),
    recoverable === undefined ? undefined : recoverableXml(recoverable),
    apprenticeshipLevy === undefined
      ? undefined
      : element('ApprenticeshipLevy', [
          element('LevyDueYTD', poundsString(apprenticeshipLevy.dueToDate)),
          element('TaxMonth', `${apprenticeshipLevy.taxMonth}`),
          element('AnnualAllce', poundsString(apprenticeshipLevy.annualAllowance)),
        ]),
    account === undefined
      ? undefined
      : element('Account', [
          element('AccountHoldersName', account.holder),
          element('AccountNo', account.number),
          element('SortCode', account.sortCode),
          optional('BuildingSocRef', account.buildingSocietyReference),
        ]),
    element('RelatedTaxYear', eps.relatedTaxYear),
    finalXml(eps.finalSubmission),
  ]);
}

/**
 * An Employer Payment Summary as XML in the order of HMRC's schema for its year, with its IRmark. It writes what it is
 * given: check it first (`epsFaults`). Writing is not sending.
 */
export function writeEps(message: EpsMessage): WrittenMessage {
  return writeGovTalk(message, 'EmployerPaymentSummary', submissionXml(message.submission));
}
