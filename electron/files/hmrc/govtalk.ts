import type { RtiKey, RtiMessage } from '@shared/payroll/rti/rti-types';
import { ENVELOPE_NAMESPACE, type IrMark, irMarkOfBody } from './ir-mark';
import { canonicalXml, element, type XmlElement } from './xml';

/** A message as a file: UTF-8 text, with the mark that is in it. */
export type WrittenMessage = { readonly xml: string; readonly irMark: IrMark };

function keys(list: readonly RtiKey[]): XmlElement {
  return element(
    'Keys',
    list.map((key) => element('Key', key.value, { Type: key.type })),
  );
}

function header(message: RtiMessage<unknown>): XmlElement {
  const { envelope } = message;
  return element('Header', [
    element('MessageDetails', [
      element('Class', envelope.messageClass),
      element('Qualifier', 'request'),
      element('Function', 'submit'),
      element('CorrelationID', ''),
      element('Transformation', 'XML'),
      element('GatewayTest', envelope.isTest ? '1' : '0'),
    ]),
    element('SenderDetails', [
      element('IDAuthentication', [
        element('SenderID', envelope.userId),
        element('Authentication', [
          element('Method', 'clear'),
          element('Role', 'principal'),
          element('Value', envelope.password),
        ]),
      ]),
    ]),
  ]);
}

function details(message: RtiMessage<unknown>): XmlElement {
  const { envelope } = message;
  return element('GovTalkDetails', [
    keys(envelope.keys),
    element('TargetDetails', [element('Organisation', 'HMRC')]),
    element('ChannelRouting', [
      element('Channel', [
        element('URI', envelope.vendorId),
        element('Product', envelope.product),
        element('Version', envelope.version),
      ]),
    ]),
  ]);
}

/** The part that HMRC's own schema is about: a header and one submission. */
function inner(
  message: RtiMessage<unknown>,
  namespace: string,
  submission: XmlElement,
  irMark: string | null,
): XmlElement {
  return element(
    'IRenvelope',
    [
      element('IRheader', [
        keys(message.header.keys),
        element('PeriodEnd', message.header.periodEnd),
        element('DefaultCurrency', 'GBP'),
        irMark === null ? undefined : element('IRmark', irMark, { Type: 'generic' }),
        element('Sender', message.header.sender),
      ]),
      submission,
    ],
    { xmlns: namespace },
  );
}

/**
 * The whole message as text, with its IRmark. Only the default namespace is declared on the outside, so that what is
 * hashed is what is written. `kind` is the name of the submission: it is also the last part of HMRC's namespace.
 */
export function writeGovTalk(
  message: RtiMessage<unknown>,
  kind: 'FullPaymentSubmission' | 'EmployerPaymentSummary',
  submission: XmlElement,
): WrittenMessage {
  const namespace = `http://www.govtalk.gov.uk/taxation/PAYE/RTI/${kind}/${message.year.slice(2)}/1`;
  const unmarked = inner(message, namespace, submission, null);
  const irMark = irMarkOfBody(canonicalXml(element('Body', [unmarked], { xmlns: ENVELOPE_NAMESPACE })));
  const whole = element(
    'GovTalkMessage',
    [
      element('EnvelopeVersion', '2.0'),
      header(message),
      details(message),
      element('Body', [inner(message, namespace, submission, irMark.base64)]),
    ],
    { xmlns: ENVELOPE_NAMESPACE },
  );
  return { xml: `<?xml version="1.0" encoding="UTF-8"?>\n${canonicalXml(whole)}`, irMark };
}
