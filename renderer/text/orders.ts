import type { OrderKind, OrderView } from '@shared/api/orders';
import { formatDay, formatWeekday, type IsoDay } from '@shared/dates';
import { formatPounds, type Pence } from '@shared/money';
import type { RefusalSentences } from './refusals';
import { pounds, said } from './values';

const NATIONS: Readonly<Record<string, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

/** Kinds of order, with the words that stand on the paper. */
export const orderKinds: Readonly<Record<OrderKind, { readonly label: string; readonly note: string }>> = {
  'direct-earnings': {
    label: 'Benefit debt (direct earnings attachment)',
    note: 'A letter from DWP or a council asks you to take money. A table sets how much.',
  },
  'council-tax': {
    label: 'Council tax (attachment of earnings order)',
    note: 'A council in England sends it. A table in the law sets how much.',
  },
  'court-priority': {
    label: 'A fine or maintenance, ordered by a court',
    note: 'The order names an amount to take, and what must be left.',
  },
  'court-debt': {
    label: 'Another debt, ordered by a court',
    note: 'A county court judgment, for example. It comes after all other orders.',
  },
  'child-maintenance': {
    label: 'Child maintenance (deduction from earnings order)',
    note: 'The Child Maintenance Service sends it. It leaves 60% of net pay.',
  },
};

const SHORT_KINDS: Readonly<Record<OrderKind, string>> = {
  'direct-earnings': 'Benefit debt',
  'council-tax': 'Council tax',
  'court-priority': 'Fine or maintenance',
  'court-debt': 'Court debt',
  'child-maintenance': 'Child maintenance',
};

const PER = { week: 'a week', month: 'a month' } as const;

/** Words of the pages about orders to take money from pay. */
export const orders = {
  section: 'Orders to take money from pay',
  sectionNone: 'There are none.',
  sectionCount: (count: number) => (count === 1 ? '1 order' : `${count} orders`),
  open: (name: string) => `See orders for ${name}’s pay`,
  openShort: 'See orders',
  titleNoName: 'Orders to take money from pay',
  title: (name: string) => `Orders to take money from ${name}’s pay`,
  sub: 'A court, a council or DWP can order you to take money from a PA’s pay and send it on.',
  back: (name: string) => `Back to ${name}`,
  empty: 'No orders yet',
  emptyBody: 'When a letter with an order comes, put it in here. You must follow it from the next pay day.',
  add: 'Add an order',
  addTitle: (name: string) => `Add an order for ${name}’s pay`,
  changeTitle: (payee: string) => `Change the order for ${payee}`,
  backToOrders: 'Back to the orders',
  unknownNation: (nation: string) => `Mainstay does not know the orders of ${NATIONS[nation] ?? nation}`,
  unknownNationBody:
    'The rules there are different. Ask whoever sent the order how much to take. You can take it as a deduction, with “Add something” in the pay.',
  someUnknown: (nation: string) =>
    `Only orders whose rules Mainstay knows for ${NATIONS[nation] ?? nation} are listed. For another, ask whoever sent it how much to take.`,
  kind: 'What kind of order is it?',
  kindNeeded: 'Choose what kind of order it is.',
  higherRate: 'Which rate does the letter ask for?',
  standard: 'Standard rate',
  higher: 'Higher rate',
  payee: 'Who is the money for?',
  payeeHint: 'The name on the payment in your bank. For example, DWP Debt Management',
  payeeNeeded: 'Enter who the money is for.',
  reference: 'Their reference',
  referenceHint: 'It goes with each payment, and on the payslip.',
  issuedOn: 'Date on the order',
  issuedAsked: 'The date on the order',
  issuedHint: 'Older orders are taken first.',
  fromDay: 'First pay day to take from',
  fromAsked: 'The first pay day',
  fromHint: 'The letter says from when. Often it is the next pay day.',
  amount: 'Amount to take (normal deduction)',
  amountAsked: 'The amount to take',
  amountNeeded: 'Enter the amount that the order says to take.',
  per: 'The amounts are for',
  perChoices: { week: 'A week', month: 'A month' },
  protectedAmount: 'Amount that must be left (protected earnings)',
  protectedAsked: 'The amount that must be left',
  protectedNeeded: 'Enter the amount that the order says must be left.',
  total: 'How much is left to take in all',
  totalAsked: 'The total',
  totalHint: 'Mainstay stops there. Leave it empty where the order has no end.',
  administration: (most: Pence) => `Keep ${formatPounds(most)} of pay for your own costs each time`,
  administrationNote: 'The law lets you, but pay must not fall under the minimum wage by it.',
  check: 'See what it would take',
  checkTitle: 'Check this order',
  save: 'Save this order',
  changeAnswers: 'Change the answers',
  wouldTake: (day: IsoDay) => `What would be taken on ${formatWeekday(day, true)}`,
  netBefore: 'Pay before orders',
  netAfter: 'They would get',
  thisOrder: (payee: string) => `${payee} (this order)`,
  withCharge: (charge: Pence) => `and ${formatPounds(charge)} that you keep`,
  noPreview: 'Nothing can be shown yet',
  notLaw: 'The rules come from the law and employers’ guides. The order itself always comes first.',
  summary: {
    kind: 'Kind',
    payee: 'For',
    reference: 'Reference',
    issued: 'Date on the order',
    from: 'Taken from',
    rate: 'Rate',
    amount: 'To take',
    left: 'Must be left',
    total: 'In all',
    charge: 'You keep each time',
    taken: 'Taken so far',
    toGo: 'Still to take',
    ended: 'Last pay day',
  },
  noTotal: 'No end given',
  perAmount: (amount: Pence, per: 'week' | 'month') => `${formatPounds(amount)} ${PER[per]}`,
  share: '60% of net pay',
  shortKind: (kind: OrderKind) => SHORT_KINDS[kind],
  states: {
    'to-come': 'Not begun',
    'in-force': 'In force',
    done: 'All taken',
    ended: 'Ended',
  } satisfies Record<OrderView['state'], string>,
  change: 'Change this order',
  changeNamed: (payee: string) => `Change this order: ${payee}`,
  end: 'End this order',
  endNamed: (payee: string) => `End this order: ${payee}`,
  endTitle: (payee: string) => `End the order for ${payee}`,
  endSub: 'Do this when a letter says that the order has stopped.',
  endedOn: 'Last pay day that it takes from',
  endedAsked: 'The last pay day',
  endSave: 'End this order',
  notEnded: 'Take back that it ends',
  notEndedNamed: (payee: string) => `Take back that it ends: ${payee}`,
  remove: 'Remove this order',
  removeNamed: (payee: string) => `Remove this order: ${payee}`,
  removed: 'The order is removed. You can undo it.',
  gone: 'This order is not in the record.',
  yes: 'Yes',
  no: 'No',
  lastTaken: (amount: Pence, day: IsoDay) => `${formatPounds(amount)}, last on ${formatDay(day)}`,
} as const;

/** Words of the page about a home that goes with the job. */
export const home = {
  section: 'Home that goes with the job',
  sectionNone: 'None. Add one if your PA lives in a home that you provide.',
  open: (name: string) => `See ${name}’s home with the job`,
  openShort: 'See home',
  title: (name: string) => `${name}’s home with the job`,
  titleNoName: 'Home with the job',
  sub: 'A room or flat that you provide counts for the minimum wage.',
  rule: (offset: string) =>
    `By law a day counts as at most £${offset} now. A free home adds that to the pay. A charge above it takes the rest away.`,
  notTaken:
    'Mainstay does not take the charge from pay. Add rent as a deduction in the pay, if you take it there.',
  empty: 'No home is noted',
  fromDay: 'First day',
  fromAsked: 'The first day',
  endedOn: 'Last day',
  endedHint: 'Leave it empty while they live there.',
  endedAsked: 'The last day',
  charge: 'Charge for a day',
  chargeAsked: 'The charge',
  chargeHint: 'Enter 0 if it is free. For a weekly rent, divide by 7.',
  add: 'Add a home',
  save: 'Save this home',
  change: 'Change this home',
  changeNamed: (from: IsoDay) => `Change this home: from ${formatDay(from)}`,
  remove: 'Remove this home',
  removeNamed: (from: IsoDay) => `Remove this home: from ${formatDay(from)}`,
  removed: 'The home is removed. You can undo it.',
  from: (from: IsoDay, to: IsoDay | null) =>
    to === null ? `From ${formatDay(from)}` : `${formatDay(from)} to ${formatDay(to)}`,
  free: 'Free',
  aDay: (amount: Pence) => `${formatPounds(amount)} a day`,
  counts: 'For the minimum wage',
  countsFor: (amount: Pence) =>
    amount === 0
      ? 'Changes nothing'
      : amount > 0
        ? `Adds ${formatPounds(amount)} a day to the pay that counts`
        : `Takes ${formatPounds(-amount as Pence)} a day from the pay that counts`,
} as const;

/** Sentences for what the services of orders and homes refuse. */
export const orderRefusals: RefusalSentences = {
  'order.not-known-in-nation': (values) =>
    `Mainstay does not know this kind of order for ${NATIONS[said(values, 'nation')] ?? 'this nation'}. Ask whoever sent it how much to take.`,
  'order.starts-before-issue': 'The first pay day can’t be before the date on the order.',
  'order.total-needed': 'Enter what is left to take, or leave it empty.',
  'order.charge-too-high': 'You may keep £1 for each deduction at most.',
  'order.amount-needed': orders.amountNeeded,
  'order.protected-needed': orders.protectedNeeded,
  'order.terms-settled': (values) =>
    `${pounds(values, 'taken')} was taken for this order, so its kind, dates and amounts must stay. End it, and add the changed order from its first day.`,
  'order.total-below-taken': (values) => `${pounds(values, 'taken')} was taken already. Enter that or more.`,
  'order.ends-before-taken': (values) =>
    `Money was taken for it on ${said(values, 'day')}. Enter that day or a later one.`,
  'order.taken-from-pay': (values) =>
    `${pounds(values, 'taken')} was taken for this order, so it must stay in the record. You can end it.`,
  'order.no-pay-yet': 'No pay is open with hours in it. The amount is worked out with the next pay.',
  'order.starts-later': (values) =>
    `It takes nothing before ${said(values, 'day')}. No pay is open for then.`,
  'home.overlaps': (values) =>
    `Another home is noted from ${said(values, 'day')}, at the same time. End that one first.`,
};
