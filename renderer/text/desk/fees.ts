import type { FeeCharge, FeeInvoice, FeeState, FeeTerms } from '@shared/api/fees';
import { formatDay, type IsoDay } from '@shared/dates';
import { addPence, formatPounds, type Pence } from '@shared/money';
import { many } from '../values';

const households = (count: number): string => many(count, 'household', 'households');
const invoices = (count: number): string => many(count, 'invoice', 'invoices');

/** `20 %`, `17.5 %`. */
const rate = (hundredths: number): string => `${String(hundredths / 100)} %`;

/** Words for what an organisation charges. */
export const fees = {
  title: 'Fees',
  sub: 'What you charge for your work, and what is not charged yet.',
  back: 'Fees',
  unexpected: 'This did not work. Try again.',
  noAccount: 'Your invoices can’t say where to pay yet',
  noAccountBody: 'Add your bank details under “Organisation”.',
  toOrganisation: 'Add your bank details',
  waiting: 'Not charged yet',
  waitingSum: (count: number, sum: Pence, vat: Pence) =>
    `${households(count)}, ${formatPounds(addPence(sum, vat))} in all${vat === 0 ? '' : ` with ${formatPounds(vat)} VAT`}.`,
  nothingWaits: 'Nothing waits to be charged.',
  noTermsYet: 'No household has terms yet, so nothing is charged. Add your usual terms first.',
  withoutTerms: (count: number) =>
    count === 1
      ? '1 household has no terms. It is not charged.'
      : `${count} households have no terms. They are not charged.`,
  caption: (count: number) => `What waits for ${households(count)}`,
  name: 'Household',
  what: 'What for',
  net: 'Before VAT',
  vat: 'VAT',
  total: 'Total',
  next: (count: number) => `Show the next ${count}`,
  before: 'Show those before',
  toMake: (count: number) => `Make ${invoices(count)}`,
  toInvoices: 'See the invoices',
  usual: 'Your usual terms',
  usualNone: 'You have no usual terms yet.',
  usualNote: 'A household gets its own copy. A change here changes nothing for those who have theirs.',
  addUsual: 'Add usual terms',
  usualCaption: 'Usual terms',
  usualName: 'Terms',
  amounts: {
    perRun: 'Each pay run',
    perPayslip: 'Each payslip',
    starter: 'Each new PA',
    yearEnd: 'Each year end',
    vat: 'VAT',
    noVat: 'None',
    rate,
  },
  charge: (one: FeeCharge): string => {
    switch (one.kind) {
      case 'run':
        return `Pay of ${formatDay(one.day)}, ${many(one.payslips, 'payslip', 'payslips')}`;
      case 'starter':
        return `New PA: ${one.what}, from ${formatDay(one.day)}`;
      case 'year-end':
        return `Year end of ${one.what}`;
      case 'other':
        return `${one.what}, ${formatDay(one.day)}`;
    }
  },
  runs: (runs: number, payslips: number) =>
    `${many(runs, 'pay run', 'pay runs')} with ${many(payslips, 'payslip', 'payslips')}`,
  saved: 'Saved.',
  scale: {
    add: 'Add usual terms',
    change: (name: string) => `Usual terms: ${name}`,
    sub: 'Amounts are before VAT. Leave empty what you do not charge for.',
    name: 'What these terms are called',
    nameHint: 'For example: Payroll only.',
    nameEmpty: 'Enter a name for these terms.',
    vatRate: 'VAT rate in %',
    vatHint: 'Leave it empty where you charge no VAT.',
    vatWrong: 'Enter the VAT rate as a number, like 20.',
    nothing: 'Enter at least one amount.',
    save: 'Save these terms',
    remove: 'Remove these terms',
    removeTitle: (name: string) => `Remove ${name}?`,
    removeBody: 'Households that have these terms keep theirs.',
    use: 'Use them for households',
    giveNote: (count: number) =>
      count === 0
        ? 'Every household has terms already.'
        : `${count === 1 ? '1 household has' : `${count} households have`} no terms yet.`,
    giveFrom: 'First day to charge for',
    giveFromHint: 'Pay days, new PAs and year ends from this day on are charged.',
    askedFrom: 'the first day',
    giveNow: (count: number) => `Use these terms for ${households(count)}`,
    used: (count: number) =>
      `${count === 1 ? '1 household has' : `${count} households have`} these terms now.`,
  },
  make: {
    title: 'Make invoices',
    sub: 'Each household gets one invoice. It also becomes a bill in the household’s own money.',
    until: 'Charge what was done up to',
    dueOn: 'To be paid by',
    askedUntil: 'the last day to charge for',
    askedDue: 'the day to pay by',
    summary: 'What will be made',
    count: 'Invoices',
    final: 'An invoice can’t be undone. You can cancel it while it is not paid.',
    now: (count: number) => `Make these ${invoices(count)}`,
    nothing: 'Nothing waits up to this day. Choose a later day.',
    running: 'Making invoices',
    done: (state: FeeState) => `${invoices(state.made)} made.`,
    stopped: (state: FeeState) => `You stopped after ${invoices(state.made)}. Those are made.`,
    failed: 'Something went wrong. The invoices made so far stand.',
    refused: (count: number) => `${households(count)} could not be charged`,
    zip: 'Save them all (ZIP)',
  },
  invoices: {
    title: 'Invoices',
    sub: 'Newest first. One is paid when the household’s bank line or its tick says so.',
    find: 'Find by number or household',
    none: 'No invoice fits.',
    caption: (count: number) => invoices(count),
    number: 'Number',
    issued: 'Made',
    due: 'Pay by',
    state: 'State',
    states: { open: 'To be paid', late: 'Late', paid: 'Paid', cancelled: 'Cancelled' } as Readonly<
      Record<FeeInvoice['state'], string>
    >,
    actions: 'Actions',
    save: 'Save as PDF',
    saveNamed: (number: string) => `Save as PDF: invoice ${number}`,
    cancel: 'Cancel',
    cancelNamed: (number: string) => `Cancel invoice ${number}`,
    cancelTitle: (number: string) => `Cancel invoice ${number}?`,
    cancelBody:
      'Its bill goes from the household’s money. What it charged waits again. The number is not used twice.',
    keep: 'Keep it',
    cancelled: (number: string) => `Invoice ${number} is cancelled.`,
  },
  household: {
    title: (name: string) => `Fees of ${name}`,
    card: (name: string) => `Our notes on ${name}`,
    now: 'Terms',
    none: 'This household has no terms. Nothing is charged.',
    caption: 'Terms by day',
    from: 'From',
    to: 'To',
    goesOn: 'goes on',
    set: 'Set terms from a day',
    startsOn: 'First day of these terms',
    startsHint: 'Terms that are later than this day are replaced.',
    fund: 'Paid from',
    fundOnDay: 'The budget in force on the day',
    save: 'Set these terms',
    endTitle: 'Stop charging',
    end: 'Last day to charge for',
    endAsked: 'the last day',
    endNow: 'Stop charging after this day',
    other: 'Something else to charge for',
    otherWhat: 'What it is for',
    otherWhatEmpty: 'Enter what it is for.',
    otherNet: 'Amount before VAT',
    otherDay: 'Day',
    otherAdd: 'Add this charge',
    removeCharge: (what: string) => `Remove ${what}`,
    waiting: 'Not charged yet',
    day: (day: IsoDay) => formatDay(day),
    fundName: (terms: FeeTerms, agreements: readonly { readonly id: string; readonly name: string }[]) =>
      agreements.find((one) => one.id === terms.agreementId)?.name ?? 'The budget in force on the day',
  },
};
