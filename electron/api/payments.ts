import type { ServiceContext } from '../services/context';
import { makePaymentFile, paymentSheetBy, previewFile } from '../services/payments-file';
import { whoIsOwed, whoIsOwedFile } from '../services/payments-owed';
import {
  listPayees,
  listTemplates,
  removePayee,
  removeTemplate,
  savePayee,
  saveTemplate,
} from '../services/payments-payees';
import { paymentsView, tickAny } from '../services/payments-to-pay';
import { programFile } from '../services/program-files';
import { calls, REMOVED, SAVED } from './implementer';

export function paymentsApi(context: ServiceContext) {
  const on = calls.payments;
  return {
    toPay: on.toPay.handler(({ input }) =>
      paymentsView(context, input.householdId, input.until, input.runId),
    ),
    tick: on.tick.handler(({ input }) => {
      tickAny(context, input.householdId, input.key, input.paidOn);
      return SAVED;
    }),
    sheet: on.sheet.handler(({ input }) =>
      programFile(paymentSheetBy(context, input.householdId, input.until, input.runId, input.format)),
    ),
    payees: on.payees.handler(({ input }) => listPayees(context, input.householdId)),
    savePayee: on.savePayee.handler(({ input }) => ({
      id: savePayee(context, input.householdId, input.payee),
    })),
    removePayee: on.removePayee.handler(({ input }) => {
      removePayee(context, input.householdId, input.id);
      return REMOVED;
    }),
    templates: on.templates.handler(({ input }) => listTemplates(context, input.householdId)),
    saveTemplate: on.saveTemplate.handler(({ input }) => ({
      id: saveTemplate(context, input.householdId, input),
    })),
    removeTemplate: on.removeTemplate.handler(({ input }) => {
      removeTemplate(context, input.householdId, input.id);
      return REMOVED;
    }),
    previewFile: on.previewFile.handler(({ input }) => previewFile(context, input.householdId, input)),
    makeFile: on.makeFile.handler(({ input }) =>
      programFile(makePaymentFile(context, input.householdId, input)),
    ),
    whoIsOwed: on.whoIsOwed.handler(({ input }) => whoIsOwed(context, input.householdId)),
    whoIsOwedPdf: on.whoIsOwedPdf.handler(({ input }) =>
      programFile(whoIsOwedFile(context, input.householdId)),
    ),
  };
}
