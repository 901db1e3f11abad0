type Values = Readonly<Record<string, string | number>>;
type Words = Readonly<Record<string, (values: Values) => string>>;

const name = (values: Values, other: string): string => String(values['name'] ?? '') || other;

/** What was done, as it reads after “Undo: ”. By the code of the action. */
const ACTIONS: Words = {
  'household.added': () => 'added a household',
  'household.details-saved': () => 'changed the household’s details',
  'household.representative-saved': (values) => `saved ${name(values, 'a person')} as acting for you`,
  'household.representative-removed': (values) => `removed ${name(values, 'a person')} as acting for you`,
  'household.employer-saved': () => 'saved the employer',
  'household.agreement-saved': (values) => `saved the agreement with ${name(values, 'the funder')}`,
  'household.agreement-removed': (values) => `removed the agreement with ${name(values, 'the funder')}`,
  'household.account-saved': (values) => `saved the account ${name(values, '')}`.trim(),
  'household.bill-saved': (values) => `saved the bill ${name(values, '')}`.trim(),
  'household.bill-removed': (values) => `removed the bill ${name(values, '')}`.trim(),
  'household.certificate-saved': (values) => `saved the document ${name(values, '')}`.trim(),
  'people.added': (values) => `added ${name(values, 'a PA')}`,
  'people.details-saved': (values) => `changed ${name(values, 'a PA')}’s details`,
  'people.contract-saved': (values) => `saved ${name(values, 'a PA')}’s contract`,
  'people.rates-saved': (values) => `saved ${name(values, 'a PA')}’s rates of pay`,
  'people.tax-saved': (values) => `saved ${name(values, 'a PA')}’s tax details`,
  'people.notice-saved': (values) => `saved an HMRC notice for ${name(values, 'a PA')}`,
  'people.earlier-pay-saved': (values) => `saved what ${name(values, 'a PA')} was paid before`,
  'people.earlier-pay-removed': (values) => `took out what ${name(values, 'a PA')} was paid before`,
  'people.p45-given-saved': (values) => `said when ${name(values, 'a PA')} got the P45`,
  'people.p45-given-taken-back': (values) => `took back that ${name(values, 'a PA')} got the P45`,
  'pay.day-changed': () => 'changed the pay day',
  'people.starter-saved': (values) => `saved ${name(values, 'a PA')}’s starter checklist`,
  'people.pension-saved': (values) => `saved ${name(values, 'a PA')}’s pension`,
  'pensions.enrolled': (values) => `put ${name(values, 'a PA')} into a pension`,
  'pensions.joined': (values) => `noted that ${name(values, 'a PA')} asked to be in a pension`,
  'pensions.postponed': (values) => `put off ${name(values, 'a PA')}’s pension`,
  'pensions.opted-out': (values) => `noted that ${name(values, 'a PA')} opted out`,
  'pensions.stopped': (values) => `noted that ${name(values, 'a PA')} stops paying in`,
  'pensions.taken-back': (values) => `took back a change of ${name(values, 'a PA')}’s pension`,
  'pensions.days-saved': () => 'saved the days of your pension duties',
  'pensions.letter-made': (values) => `made a pension letter for ${name(values, 'a PA')}`,
  'pensions.letter-given': (values) => `noted a pension letter for ${name(values, 'a PA')}`,
  'people.leaving-saved': (values) => `said when ${name(values, 'a PA')} leaves`,
  'people.leaving-taken-back': (values) => `took back that ${name(values, 'a PA')} leaves`,
  'rota.pattern-saved': () => 'saved the repeating week',
  'rota.pattern-ended': () => 'ended the repeating week',
  'rota.shift-added': (values) =>
    name(values, '') === '' ? 'added a shift' : `added a shift for ${name(values, '')}`,
  'rota.shift-changed': (values) =>
    name(values, '') === '' ? 'changed a shift' : `changed ${name(values, '')}’s shift`,
  'rota.shift-removed': () => 'removed a shift',
  'rota.shift-moved': () => 'moved a shift',
  'rota.absence-saved': (values) => `saved time off for ${name(values, 'a PA')}`,
  'rota.absence-removed': (values) => `removed time off for ${name(values, 'a PA')}`,
  'family.leave-saved': (values) => `saved ${name(values, 'a PA')}’s time off for a child`,
  'family.leave-ended': (values) => `changed when ${name(values, 'a PA')}’s time off ends`,
  'family.leave-removed': (values) => `removed ${name(values, 'a PA')}’s time off for a child`,
  'family.paper-made': (values) => `made a paper for ${name(values, 'a PA')}`,
  'family.paper-given': (values) => `noted when a paper was given to ${name(values, 'a PA')}`,
  'duties.done': () => 'marked a duty as done',
  'duties.not-done': () => 'opened a duty again',
  'rota.hours-confirmed': () => 'confirmed hours',
  'rota.confirmation-taken-back': () => 'took back confirmed hours',
  'rota.timesheet-agreed': (values) => `noted that ${name(values, 'a PA')} agreed to the hours`,
  'rota.timesheet-agreement-taken-back': (values) =>
    `took back that ${name(values, 'a PA')} agreed to the hours`,
  'rota.timesheet-typed-in': (values) => `typed in ${name(values, 'a PA')}’s timesheet`,
  'rota.appointment-saved': (values) => `saved the appointment ${name(values, '')}`.trim(),
  'rota.appointment-removed': (values) => `removed the appointment ${name(values, '')}`.trim(),
  'rota.calendar-read': () => 'read a calendar file',
  'pay.line-added': (values) => `added to ${name(values, 'a PA')}’s pay`,
  'pay.line-removed': (values) => `removed from ${name(values, 'a PA')}’s pay`,
  'pay.finished': () => 'finished the pay',
  'pay.corrected': (values) => `corrected ${name(values, 'a PA')}’s payslip`,
  'pay.ticked': () => 'ticked a payment as paid',
  'orders.saved': (values) => `saved an order for ${name(values, 'a PA')}’s pay`,
  'orders.ended': (values) => `ended an order for ${name(values, 'a PA')}’s pay`,
  'orders.end-taken-back': (values) => `took back the end of an order for ${name(values, 'a PA')}’s pay`,
  'orders.removed': (values) => `removed an order for ${name(values, 'a PA')}’s pay`,
  'orders.home-saved': (values) => `saved ${name(values, 'a PA')}’s home with the job`,
  'orders.home-removed': (values) => `removed ${name(values, 'a PA')}’s home with the job`,
  'orders.carried-saved': (values) => `saved holiday that ${name(values, 'a PA')} brings over`,
  'orders.carried-removed': (values) => `removed holiday that ${name(values, 'a PA')} brings over`,
  'money.statement-imported': (values) => `brought in ${name(values, 'a statement')}`,
  'money.statement-removed': (values) => `removed ${name(values, 'a statement')}`,
  'money.line-explained': (values) => `said what ${name(values, 'a line')} was`,
  'money.line-unexplained': (values) => `took back what ${name(values, 'a line')} was`,
  'money.proposals-accepted': (values) =>
    Number(values['count'] ?? 0) > 1
      ? `said yes to ${String(values['count'])} lines`
      : `said yes to ${name(values, 'a line')}`,
  'money.receipt-added': (values) => `added the receipt ${name(values, '')}`.trim(),
  'money.receipt-saved': (values) => `saved what the receipt ${name(values, '')} says`,
  'money.receipt-linked': (values) => `put the receipt ${name(values, '')} with its line`,
  'money.receipt-unlinked': (values) => `took the receipt ${name(values, '')} off its line`,
  'money.receipt-removed': (values) => `removed the receipt ${name(values, '')}`.trim(),
  'returns.sent': (values) => `marked the return to ${name(values, 'the funder')} as sent`,
  'year.started': () => 'started the new tax year',
  'year.p60-given': (values) => `noted that ${name(values, 'a PA')} has their P60`,
  'year.p60-not-given': (values) => `took back that ${name(values, 'a PA')} has their P60`,
  'pay.tick-taken-back': () => 'took back a paid tick',
  'filing.noted': () => 'noted a report to HMRC',
  'filing.note-changed': () => 'changed the note of a report to HMRC',
  'filing.note-removed': () => 'removed the note of a report to HMRC',
};

/** What an action did, in words; a code that has none is “the last change”. */
export function actionWords(code: string, values: Values): string {
  return ACTIONS[code]?.(values) ?? 'the last change';
}

export const redoWords = (what: string): string => `Do again: ${what}`;
export const redoneWords = (what: string): string => `Done again: ${what}`;
