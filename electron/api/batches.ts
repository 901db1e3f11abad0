import { BatchJob } from '../services/batches-job';
import { checkRun } from '../services/batches-line';
import {
  accept,
  acceptReason,
  createBatch,
  leaveOut,
  putAway,
  takeBackAccept,
  workOutAgain,
} from '../services/batches-save';
import { batchLine, batchLines, batchList, batchView } from '../services/batches-view';
import type { ServiceContext } from '../services/context';
import { runChecks } from '../services/pay-second-check';
import { calls, SAVED } from './implementer';

export function batchesApi(context: ServiceContext) {
  const on = calls.batches;
  const job = new BatchJob(context);
  /** What was found so far is written down before it is read or changed. */
  const written = <T>(work: () => T): T => {
    job.writeDown();
    return work();
  };
  return {
    list: on.list.handler(() => written(() => batchList(context))),
    create: on.create.handler(({ input }) => ({
      batchId: createBatch(context, input.payFrom, input.payTo),
    })),
    get: on.get.handler(({ input }) => written(() => batchView(context, job.state(), input.batchId))),
    lines: on.lines.handler(({ input: { batchId, ...choice } }) =>
      written(() => batchLines(context, batchId, choice)),
    ),
    line: on.line.handler(({ input }) => written(() => batchLine(context, input.batchId, input.lineId))),
    start: on.start.handler(({ input }) =>
      written(() => job.start(input.batchId, input.work, input.everything === true)),
    ),
    stop: on.stop.handler(() => job.stop()),
    job: on.job.handler(() => job.state()),
    again: on.again.handler(({ input }) =>
      written(() => {
        workOutAgain(context, input.batchId, input.lineId);
        return batchLine(context, input.batchId, input.lineId);
      }),
    ),
    accept: on.accept.handler(({ input }) =>
      written(() => ({ lines: accept(context, input.batchId, input.lineIds) })),
    ),
    acceptReason: on.acceptReason.handler(({ input }) =>
      written(() => ({ lines: acceptReason(context, input.batchId, input.reason) })),
    ),
    takeBackAccept: on.takeBackAccept.handler(({ input }) =>
      written(() => {
        takeBackAccept(context, input.batchId, input.lineId);
        return SAVED;
      }),
    ),
    leaveOut: on.leaveOut.handler(({ input }) =>
      written(() => {
        leaveOut(context, input.batchId, input.lineId, true);
        return SAVED;
      }),
    ),
    takeIn: on.takeIn.handler(({ input }) =>
      written(() => {
        leaveOut(context, input.batchId, input.lineId, false);
        return SAVED;
      }),
    ),
    putAway: on.putAway.handler(({ input }) => {
      putAway(context, input.batchId, input.away);
      return SAVED;
    }),
    runChecks: on.runChecks.handler(({ input }) =>
      runChecks(context, input.householdId, input.key, input.net),
    ),
    checkRun: on.checkRun.handler(({ input }) => {
      checkRun(context, input.householdId, input.key, input.net);
      return SAVED;
    }),
  };
}
