import type { ServiceContext } from '../services/context';
import { acceptProposals, bankLines, explainLine, unexplainLine } from '../services/money-lines';
import { forgetRefused, linesToMatch, refuseAnswer } from '../services/money-matching';
import { ledgerCsv, moneyOverview } from '../services/money-overview';
import {
  addReceiptFile,
  linkReceipt,
  listReceipts,
  receiptFile,
  removeReceipt,
  saveReceipt,
} from '../services/money-receipts';
import {
  importStatement,
  listStatements,
  previewStatement,
  removeStatement,
} from '../services/money-statements';
import { programFile } from '../services/program-files';
import { fileFrom } from './files-in';
import { calls, REMOVED, SAVED } from './implementer';

export function moneyApi(context: ServiceContext) {
  const on = calls.money;
  return {
    overview: on.overview.handler(({ input }) => moneyOverview(context, input.householdId)),
    lines: on.lines.handler(({ input }) => bankLines(context, input.householdId, input)),
    previewStatement: on.previewStatement.handler(({ input }) =>
      previewStatement(context, input.householdId, input.accountId, fileFrom(input.file), input.reading),
    ),
    importStatement: on.importStatement.handler(({ input }) =>
      importStatement(context, input.householdId, input.accountId, fileFrom(input.file), input.reading),
    ),
    statements: on.statements.handler(({ input }) => listStatements(context, input.householdId)),
    removeStatement: on.removeStatement.handler(({ input }) => {
      removeStatement(context, input.householdId, input.id);
      return REMOVED;
    }),
    explain: on.explain.handler(({ input }) => {
      explainLine(context, input.householdId, input.lineId, input.parts);
      return SAVED;
    }),
    unexplain: on.unexplain.handler(({ input }) => {
      unexplainLine(context, input.householdId, input.lineId);
      return SAVED;
    }),
    accept: on.accept.handler(({ input }) => ({
      accepted: acceptProposals(context, input.householdId, input.lineIds),
    })),
    toMatch: on.toMatch.handler(({ input }) => linesToMatch(context, input.householdId, input)),
    acceptAnswers: on.acceptAnswers.handler(({ input }) => ({
      accepted: acceptProposals(context, input.householdId, input.answers),
    })),
    refuseAnswer: on.refuseAnswer.handler(({ input }) => {
      refuseAnswer(context, input.householdId, input.lineId, input.key);
      return SAVED;
    }),
    forgetRefused: on.forgetRefused.handler(({ input }) => {
      forgetRefused(context, input.householdId, input.lineId);
      return SAVED;
    }),
    receipts: on.receipts.handler(({ input }) => listReceipts(context, input.householdId)),
    addReceipt: on.addReceipt.handler(async ({ input }) => {
      const file = fileFrom(input.file);
      const { keepLocked = false, ...receipt } = input;
      const kept = await addReceiptFile(context, input.householdId, { ...receipt, file }, { keepLocked });
      const { id, alreadyHere } = kept;
      return { id, alreadyHere };
    }),
    saveReceipt: on.saveReceipt.handler(({ input }) => {
      saveReceipt(context, input.householdId, input);
      return SAVED;
    }),
    linkReceipt: on.linkReceipt.handler(({ input }) => {
      linkReceipt(context, input.householdId, input);
      return SAVED;
    }),
    removeReceipt: on.removeReceipt.handler(({ input }) => {
      removeReceipt(context, input.householdId, input.id);
      return REMOVED;
    }),
    receiptFile: on.receiptFile.handler(({ input }) =>
      programFile(receiptFile(context, input.householdId, input.id)),
    ),
    ledgerCsv: on.ledgerCsv.handler(({ input }) =>
      programFile(ledgerCsv(context, input.householdId, input.from, input.to)),
    ),
  };
}
