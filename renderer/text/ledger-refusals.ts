import type { RefusalSentences, RefusalValues } from './refusals';
import { pounds, said } from './values';

const unsigned = (values: RefusalValues, name: string): string => pounds(values, name).replace('−', '');

/** Refusals of lines written by hand, transfers, cash, accounts and funds. */
export const ledgerRefusals: RefusalSentences = {
  'line.counts-in-sent-return': (values) =>
    `A return was sent for ${said(values, 'from')} to ${said(values, 'to')}. Choose a day after it.`,
  'hand.from-statement': 'This line came from a statement of the bank, so it can’t be changed by hand.',
  'hand.drawn': 'This line was made by a line of the bank. Change what that line was instead.',
  'hand.shown': 'A statement shows this payment already. Take that back first.',
  'hand.transfer-end': 'This is one end of a transfer. Take back what it was first.',
  'hand.before-account': (values) =>
    `The record of this account begins on ${said(values, 'day')}. Choose that day or a later one.`,
  'hand.account-closed': (values) =>
    `${said(values, 'name', 'This account')} was closed on ${said(values, 'day')}. Choose another account or an earlier day.`,
  'hand.in-sent-return': (values) =>
    `A return was sent for ${said(values, 'from')} to ${said(values, 'to')}. Those days are closed. Choose a later day.`,
  'transfer.same-account': 'Money moves between two different accounts. Choose another one.',
  'transfer.other-explained': (values) =>
    `“${said(values, 'name', 'The other line')}” is said to be something else. Take that back first.`,
  'transfer.amounts-differ': (values) =>
    `The two amounts are not the same: ${unsigned(values, 'amount')} and ${unsigned(values, 'other')}.`,
  'shown.not-by-hand': 'Only a line of a statement can show a payment that you wrote down.',
  'shown.other-account': 'The payment you wrote down is of another account.',
  'shown.already': (values) =>
    `Another line shows “${said(values, 'name', 'this payment')}” already. Take that back first.`,
  'shown.amount-differs': (values) =>
    `The two amounts are not the same: ${unsigned(values, 'amount')} and ${unsigned(values, 'other')}.`,
  'shown.not-yet': 'No line of a statement shows this payment yet.',
  'refund.same-way': (values) =>
    `Money back goes the other way than “${said(values, 'name', 'that payment')}”. Choose another line.`,
  'refund.not-explained': (values) =>
    `Say first what “${said(values, 'name', 'that payment')}” was for. Then its money back can go there too.`,
  'refund.too-much': (values) =>
    `Only ${unsigned(values, 'paid')} was paid for “${said(values, 'name', 'that')}”. More than that can’t come back.`,
  'cash.not-cash': (values) => `${said(values, 'name', 'This account')} is no cash. Choose your cash.`,
  'account.opening-parts': (values) =>
    `The parts are out by ${unsigned(values, 'difference')}. They must add up to the first balance.`,
  'account.kind-settled': 'Lines are in for this account already, so its kind can’t change.',
  'account.not-empty': (values) =>
    `${pounds(values, 'left')} is still in ${said(values, 'name', 'this account')}. Move it first, then close the account.`,
  'account.closed-too-early': (values) =>
    `The last line of this account is of ${said(values, 'day')}. Choose that day or a later one.`,
};
