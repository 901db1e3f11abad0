import type { ServiceContext } from '../services/context';
import { closeAccount, listAccounts, saveMoneyAccount } from '../services/money-accounts';
import { countCash, markShown, removeByHand, saveByHand, transferByHand } from '../services/money-by-hand';
import { fundStatement, fundsOn } from '../services/money-funds';
import { linesPage } from '../services/money-line-list';
import { joinTransfer, markRefund, oneLine, transfersToJoin } from '../services/money-one-line';
import { calls, REMOVED, SAVED } from './implementer';

export function ledgerApi(context: ServiceContext) {
  const on = calls.ledger;
  return {
    accounts: on.accounts.handler(({ input }) => listAccounts(context, input.householdId)),
    saveAccount: on.saveAccount.handler(({ input }) => ({
      id: saveMoneyAccount(context, input.householdId, input.account),
    })),
    closeAccount: on.closeAccount.handler(({ input }) => {
      closeAccount(context, input.householdId, input.id, input.closedOn);
      return SAVED;
    }),
    lines: on.lines.handler(({ input }) => linesPage(context, input)),
    line: on.line.handler(({ input }) => oneLine(context, input.householdId, input.id)),
    saveByHand: on.saveByHand.handler(({ input }) => ({
      id: saveByHand(context, input.householdId, input.line),
    })),
    removeByHand: on.removeByHand.handler(({ input }) => {
      removeByHand(context, input.householdId, input.id);
      return REMOVED;
    }),
    transferByHand: on.transferByHand.handler(({ input }) => ({
      id: transferByHand(context, input.householdId, input),
    })),
    markShown: on.markShown.handler(({ input }) => {
      markShown(context, input.householdId, input.id, input.lineId);
      return SAVED;
    }),
    transfers: on.transfers.handler(({ input }) => transfersToJoin(context, input.householdId)),
    markRefund: on.markRefund.handler(({ input }) => {
      markRefund(context, input.householdId, input.lineId, input.paidId);
      return SAVED;
    }),
    joinTransfer: on.joinTransfer.handler(({ input }) => {
      joinTransfer(context, input.householdId, input.lineId, input.otherId);
      return SAVED;
    }),
    countCash: on.countCash.handler(({ input }) => countCash(context, input.householdId, input)),
    funds: on.funds.handler(({ input }) => fundsOn(context, input.householdId, input.day)),
    fundStatement: on.fundStatement.handler(({ input }) =>
      fundStatement(context, input.householdId, input.fund, input.from, input.to),
    ),
  };
}
