import type { AttachmentOrder, OrderKind, OrderView } from '@shared/api/orders';
import { NO_MONEY, type Pence, poundsString } from '@shared/money';
import { checkFields } from '../../../components/check-fields';
import { type DateText, dateText } from '../../../components/date-text';
import { type Read, readDate, readMoney, readText } from '../../../components/read-fields';
import { fine, readChoice } from '../../../components/read-more';
import { orders as words } from '../../../text/orders';

/** The answers of the form as they are typed. */
export type OrderText = {
  kind: OrderKind | '';
  higherRate: 'standard' | 'higher';
  payee: string;
  reference: string;
  issuedOn: DateText;
  fromDay: DateText;
  amount: string;
  protectedAmount: string;
  per: 'week' | 'month';
  total: string;
  administration: boolean;
};

const moneyText = (amount: Pence | null | undefined): string =>
  amount === null || amount === undefined ? '' : poundsString(amount);

/** The form of an order that is kept, or an empty one. */
export function orderText(order: OrderView | undefined): OrderText {
  return {
    kind: order?.kind ?? '',
    higherRate: order?.higherRate === true ? 'higher' : 'standard',
    payee: order?.payee ?? '',
    reference: order?.reference ?? '',
    issuedOn: dateText(order?.issuedOn),
    fromDay: dateText(order?.fromDay),
    amount: moneyText(order?.amount),
    protectedAmount: moneyText(order?.protectedAmount),
    per: order?.per ?? 'week',
    total: moneyText(order?.total),
    administration: (order?.administration ?? 0) > 0,
  };
}

/** Names of the fields, for what a service refuses. */
export const ORDER_FIELDS = Object.keys(orderText(undefined));

function optionalMoney(text: string, label: string): Read<Pence | null> {
  return text.trim() === '' ? fine(null) : readMoney(text, label);
}

function neededMoney(text: string, label: string, message: string): Read<Pence | null> {
  return text.trim() === '' ? { ok: false, message } : readMoney(text, label);
}

/** Reads the form. `most` is what may be kept for each deduction. */
export function readOrder(values: OrderText, most: Pence) {
  const isCourt = values.kind === 'court-priority' || values.kind === 'court-debt';
  const isFixed = isCourt || values.kind === 'child-maintenance';
  const checks = {
    kind: readChoice(values.kind, words.kindNeeded),
    higherRate: fine(values.kind === 'direct-earnings' && values.higherRate === 'higher'),
    payee: readText(values.payee, words.payeeNeeded),
    reference: fine(values.reference.trim()),
    issuedOn: readDate(values.issuedOn, words.issuedAsked),
    fromDay: readDate(values.fromDay, words.fromAsked),
    amount: isFixed ? neededMoney(values.amount, words.amountAsked, words.amountNeeded) : fine(null),
    protectedAmount: isCourt
      ? neededMoney(values.protectedAmount, words.protectedAsked, words.protectedNeeded)
      : fine(null),
    per: fine(values.per),
    total: optionalMoney(values.total, words.totalAsked),
    administration: fine(values.administration ? most : NO_MONEY),
  } satisfies { [Field in keyof AttachmentOrder]: Read<AttachmentOrder[Field]> };
  return checkFields(checks);
}
