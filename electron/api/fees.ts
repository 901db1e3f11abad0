import { FEES_PAGE } from '@shared/api/fees';
import { addPence } from '@shared/money';
import type { ServiceContext } from '../services/context';
import { cancelInvoice, invoiceFile, invoicesZip, listInvoices } from '../services/fees-invoice';
import { FeeJob } from '../services/fees-job';
import {
  endTerms,
  feesView,
  giveScale,
  removeScale,
  saveScale,
  saveTerms,
  termsView,
} from '../services/fees-terms';
import { addOther, removeOther, waitingOf } from '../services/fees-waiting';
import { programFile } from '../services/program-files';
import { calls } from './implementer';

const SAVED = { saved: true } as const;

export function feesApi(context: ServiceContext) {
  const job = new FeeJob(context);
  const on = calls.fees;
  return {
    view: on.view.handler(() => feesView(context)),
    saveScale: on.saveScale.handler(({ input }) => ({ id: saveScale(context, input.scale) })),
    removeScale: on.removeScale.handler(({ input }) => {
      removeScale(context, input.id);
      return SAVED;
    }),
    giveScale: on.giveScale.handler(async ({ input }) => ({
      count: await giveScale(context, input.scaleId, input.startsOn),
    })),
    terms: on.terms.handler(({ input }) => termsView(context, input.householdId)),
    saveTerms: on.saveTerms.handler(({ input }) => {
      saveTerms(context, input.householdId, input.terms);
      return SAVED;
    }),
    endTerms: on.endTerms.handler(({ input }) => {
      endTerms(context, input.householdId, input.lastDay);
      return SAVED;
    }),
    addOther: on.addOther.handler(({ input }) => ({ id: addOther(context, input.householdId, input) })),
    removeOther: on.removeOther.handler(({ input }) => {
      removeOther(context, input.householdId, input.id);
      return SAVED;
    }),
    waiting: on.waiting.handler(({ input }) => {
      const all = waitingOf(context, input.until);
      return {
        count: all.length,
        charges: all.reduce((sum, one) => sum + one.charges.length, 0),
        net: addPence(...all.map((one) => one.net)),
        vat: addPence(...all.map((one) => one.vat)),
        households: all.slice(input.from, input.from + FEES_PAGE).map((one) => ({
          ...one,
          charges: one.charges.map((charge) => charge.shown),
        })),
      };
    }),
    start: on.start.handler(({ input }) => job.start(input)),
    state: on.state.handler(() => job.state()),
    stop: on.stop.handler(() => job.stop()),
    invoices: on.invoices.handler(({ input }) => listInvoices(context, input)),
    invoicePdf: on.invoicePdf.handler(({ input }) =>
      programFile(invoiceFile(context, input.householdId, input.invoiceId)),
    ),
    zip: on.zip.handler(({ input }) => invoicesZip(context, input.issuedOn)),
    cancel: on.cancel.handler(({ input }) => {
      cancelInvoice(context, input.householdId, input.invoiceId);
      return SAVED;
    }),
  };
}
