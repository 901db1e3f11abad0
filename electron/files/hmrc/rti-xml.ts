import { type Pence, poundsString } from '@shared/money';
import type { EmployerReferences, FinalSubmission } from '@shared/payroll/rti/rti-types';
import { element, optional, type XmlElement, yes } from './xml';

/** An amount of pounds and pence, or nothing. */
export function money(name: string, amount: Pence | undefined): XmlElement | undefined {
  return optional(name, amount === undefined ? undefined : poundsString(amount));
}

/** The employer's references, in the order of both schemas. */
export function referencesXml(references: EmployerReferences): XmlElement {
  return element('EmpRefs', [
    element('OfficeNo', references.officeNumber),
    element('PayeRef', references.payeReference),
    element('AORef', references.accountsOfficeReference),
    optional('SAUTR', references.selfAssessmentUtr),
    optional('COTAXRef', references.corporationTaxReference),
  ]);
}

/** That no more returns come, and why. */
export function finalXml(final: FinalSubmission | undefined): XmlElement | undefined {
  return final === undefined
    ? undefined
    : element('FinalSubmission', [
        yes('BecauseSchemeCeased', final.becauseSchemeCeased),
        optional('DateSchemeCeased', final.dateSchemeCeased),
        yes('ForYear', final.forYear),
      ]);
}

/** `yes` or `no`, or nothing. */
export function optionalYesNo(name: string, value: boolean | undefined): XmlElement | undefined {
  return value === undefined ? undefined : element(name, value ? 'yes' : 'no');
}
