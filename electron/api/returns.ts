import type { ServiceContext } from '../services/context';
import { programFile } from '../services/program-files';
import { csvFile, packFile, xlsxFile, zipFile } from '../services/return-documents';
import { getReturn, listReturns, markSent } from '../services/returns';
import { calls } from './implementer';

export function returnsApi(context: ServiceContext) {
  const on = calls.returns;
  return {
    list: on.list.handler(({ input }) => listReturns(context, input.householdId)),
    get: on.get.handler(({ input }) => getReturn(context, input.householdId, input)),
    packPdf: on.packPdf.handler(async ({ input }) =>
      programFile(await packFile(context, input.householdId, input)),
    ),
    xlsx: on.xlsx.handler(async ({ input }) =>
      programFile(await xlsxFile(context, input.householdId, input)),
    ),
    csv: on.csv.handler(async ({ input }) => programFile(await csvFile(context, input.householdId, input))),
    zip: on.zip.handler(async ({ input }) => programFile(await zipFile(context, input.householdId, input))),
    markSent: on.markSent.handler(async ({ input }) => ({
      returnId: await markSent(context, input.householdId, input),
    })),
  };
}
