import words from '@resources/documents/return-words.json';
import type { ShownFormFacts } from '@shared/api/packs';
import { NO_MONEY, type Pence, sumPence } from '@shared/money';
import type { FormFacts } from '@shared/returns/form-mapping';
import { representativesOf } from '../db/queries/household';
import { formatAmount, formatHoursShort } from '../files/documents/figures';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { formDay, formFigure } from './figure-texts';
import { sentView } from './returns';
import { makeReturn, sentReturn, type WhichReturn } from './returns-make';

/** An amount as it stands beside a printed £: minus with a plain dash, which every font of a form has. */
function formAmount(amount: Pence): string {
  return formatAmount(amount).replace('−', '-');
}

export type PackFormFacts = { readonly facts: FormFacts; readonly shown: ShownFormFacts };

/** What one return can put on an authority's form: as texts for the form, and with their labels for choosing. Refuses with `not-found`. */
export function packsFormFacts(
  context: ServiceContext,
  householdId: string,
  which: WhichReturn,
): PackFormFacts {
  const db = databaseOf(context);
  const { made, view: standing } = makeReturn(context, householdId, which);
  const sent = sentReturn(context, householdId, which);
  const view = sent === undefined ? standing : sentView(sent.row, sent.sealed);
  const agreement = db.byId('funding_agreement', which.agreementId) ?? refuse('not-found');
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const acting = representativesOf(db, householdId).find((one) => one.uses_mainstay === 1);
  const { signing } = view;
  const spoken = sumPence(view.spokenFor.map((line) => line.amount));
  const figures = {
    'authority-name': view.funderName,
    'supported-name': view.supportedName,
    ...(household.birth_date === null ? {} : { 'date-of-birth': formDay(household.birth_date) }),
    ...(agreement.reference === '' ? {} : { reference: agreement.reference }),
    ...(acting === undefined || acting.role === 'self' ? {} : { 'acting-for': acting.name }),
    'period-from': formDay(view.from),
    'period-to': formDay(view.to),
    'made-on': formDay(todayOf(context)),
    opening: formAmount(view.opening),
    'total-in': formAmount(view.totalIn),
    'total-out': formAmount(view.totalOut),
    closing: formAmount(view.closing),
    ...(view.statementClosing === null ? {} : { 'statement-closing': formAmount(view.statementClosing) }),
    'spoken-for': formAmount(spoken),
    'left-over': formAmount(view.leftOver),
    ...(view.surplusLimit === null ? {} : { 'may-keep': formAmount(view.surplusLimit) }),
    surplus: formAmount(view.surplus),
    'hours-planned': formatHoursShort(view.hours.plannedMinutes),
    'hours-worked': formatHoursShort(view.hours.workedMinutes),
    'hours-covered': formatHoursShort(view.hours.coveredMinutes),
    'hours-lost': formatHoursShort(view.hours.lostMinutes),
    'signed-by': signing.by,
    'signed-as': signing.as === null ? '' : words.roles[signing.as],
    'signed-on': signing.on === null ? '' : formDay(signing.on),
  };
  const headings = made.categories.map((one) => {
    const line = [...view.moneyIn, ...view.moneyOut].find((each) => each.code === one.id);
    return { id: one.id, label: one.label ?? one.id, text: formAmount(line?.amount ?? NO_MONEY) };
  });
  const fields = view.fields.map(({ id, label, value, answer }) => ({
    id,
    label,
    text: answer ?? formFigure(value),
  }));
  const textById = (list: readonly { readonly id: string; readonly text: string }[]) =>
    Object.fromEntries(list.map(({ id, text }) => [id, text]));
  return {
    facts: {
      figures,
      headings: textById(headings),
      fields: textById(fields),
      lines: view.transactions.map((line) => ({
        number: String(line.number),
        day: formDay(line.day),
        what: line.description,
        heading: line.label,
        in: line.amount > 0 ? formAmount(line.amount) : '',
        out: line.amount < 0 ? formatAmount(line.amount).replace('−', '') : '',
        evidence: line.evidence === '' ? '' : String(line.number),
      })),
    },
    shown: { figures, headings, fields, lines: view.transactions.length },
  };
}
