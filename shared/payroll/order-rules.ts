import orderData from '@resources/rates/attachment-orders.json';
import { type Pence, pence } from '../money';

/** What kind of order it is, as the person reads it off the paper. */
export type OrderKind = 'direct-earnings' | 'council-tax' | 'fixed';

type Rule = { readonly dueDay: number; readonly nations: readonly string[] };

/** Rules of the orders that are not a table: where they are known, when the money is due, what may be charged. */
const RULES: Readonly<Record<OrderKind, Rule>> = {
  'direct-earnings': orderData.directEarnings,
  'council-tax': orderData.councilTaxEngland,
  fixed: orderData.fixed,
};

/** The most an employer may keep for each deduction. Source: employers' guides to orders. */
export const mostAdministrationCharge: Pence = pence(orderData.administration.mostPence);

/** Council tax orders that are taken at the same time, at the most. */
export const mostCouncilTaxOrders: number = orderData.councilTaxEngland.mostAtOnce;

/** The share of net pay that a child maintenance order always leaves, in per cent. */
export const childMaintenanceProtectedPercent: string = orderData.childMaintenance.protectedPercent;

const NOT_EARNINGS: ReadonlySet<string> = new Set(orderData.notEarnings.codes);

/** Whether a kind of pay counts as earnings for an order: statutory family pay does not. Source: AEA 1971 s24 (RECALLED). */
export function countsForOrders(earningsCode: string): boolean {
  return !NOT_EARNINGS.has(earningsCode);
}

/**
 * Whether the rules of an order are known for a nation. A fixed order that protects a share of pay is for child
 * maintenance, which is the same in Great Britain; a court's fixed order is for England and Wales.
 */
export function isOrderKnown(kind: OrderKind, isChildMaintenance: boolean, nation: string): boolean {
  const nations: readonly string[] =
    kind === 'fixed' && isChildMaintenance ? orderData.childMaintenance.nations : RULES[kind].nations;
  return nations.includes(nation);
}

/** The day of the month after a deduction by which it has to be with the payee. */
export function orderDueDay(kind: OrderKind): number {
  return RULES[kind].dueDay;
}
