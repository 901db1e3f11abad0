import type { ServiceContext } from '../services/context';
import { saveReceipt } from '../services/money-receipts';
import { programFile } from '../services/program-files';
import { queueReading, readingProgress, stopReading } from '../services/receipts-reading';
import {
  addReceipts,
  findLines,
  receiptList,
  receiptPicture,
  receiptView,
  turnReceipt,
} from '../services/receipts-view';
import { fileFrom } from './files-in';
import { calls, SAVED } from './implementer';

export function receiptsApi(context: ServiceContext) {
  const on = calls.receipts;
  return {
    add: on.add.handler(async ({ input }) => ({
      files: await addReceipts(context, input.householdId, {
        ...input,
        files: input.files.map((file) => () => fileFrom(file)),
        names: input.files.map((file) => file.name),
      }),
    })),
    list: on.list.handler(({ input }) => receiptList(context, input.householdId, input)),
    get: on.get.handler(({ input }) => receiptView(context, input.householdId, input.id)),
    page: on.page.handler(async ({ input }) => {
      const { picture, ...rest } = await receiptPicture(context, input.householdId, input.id, input);
      return { ...rest, picture: picture === null ? null : programFile(picture) };
    }),
    save: on.save.handler(({ input }) => {
      saveReceipt(context, input.householdId, input);
      return SAVED;
    }),
    turn: on.turn.handler(async ({ input }) => {
      await turnReceipt(context, input.householdId, input.id, input.turn);
      return SAVED;
    }),
    findLines: on.findLines.handler(({ input }) =>
      findLines(context, input.householdId, input.id, input.search),
    ),
    read: on.read.handler(({ input }) => ({
      queued: queueReading(context, input.householdId, input.ids),
    })),
    reading: on.reading.handler(({ input }) => readingProgress(context, input.householdId)),
    stopReading: on.stopReading.handler(async ({ input }) => ({
      stopped: await stopReading(context, input.householdId),
    })),
  };
}
