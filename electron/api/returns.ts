import type { ServiceContext } from '../services/context';
import { kindOfReturn } from '../services/endings-view';
import { programFile } from '../services/program-files';
import { csvFile, packFile, xlsxFile, zipFile } from '../services/return-documents';
import { getReturn, listReturns, markSent } from '../services/returns';
import { compareReturn } from '../services/returns-compare';
import { closedLine, correctLine } from '../services/returns-correct';
import { saveAnswer, saveReason, saveSigning } from '../services/returns-draft';
import { calls, SAVED } from './implementer';

export function returnsApi(context: ServiceContext) {
  const on = calls.returns;
  return {
    list: on.list.handler(({ input }) => listReturns(context, input.householdId)),
    get: on.get.handler(({ input }) => getReturn(context, input.householdId, input)),
    packPdf: on.packPdf.handler(({ input }) => packFile(context, input.householdId, input)),
    xlsx: on.xlsx.handler(async ({ input }) =>
      programFile(await xlsxFile(context, input.householdId, input)),
    ),
    csv: on.csv.handler(async ({ input }) => programFile(await csvFile(context, input.householdId, input))),
    zip: on.zip.handler(({ input }) => zipFile(context, input.householdId, input)),
    saveAnswer: on.saveAnswer.handler(({ input }) => {
      saveAnswer(context, input.householdId, input);
      return SAVED;
    }),
    saveReason: on.saveReason.handler(({ input }) => {
      saveReason(context, input.householdId, input);
      return SAVED;
    }),
    saveSigning: on.saveSigning.handler(({ input }) => {
      saveSigning(context, input.householdId, input);
      return SAVED;
    }),
    compare: on.compare.handler(({ input }) => compareReturn(context, input.householdId, input)),
    closedLine: on.closedLine.handler(({ input }) => closedLine(context, input.householdId, input.lineId)),
    correctLine: on.correctLine.handler(({ input }) => ({
      correctionId: correctLine(context, input.householdId, input.lineId, input.parts, input.reason),
    })),
    markSent: on.markSent.handler(async ({ input }) => ({
      returnId: await markSent(context, input.householdId, input, kindOfReturn(context, input)),
    })),
  };
}
