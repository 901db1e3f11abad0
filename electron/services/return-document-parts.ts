import words from '@resources/documents/return-words.json';
import type { ReturnView } from '@shared/api/returns';
import { formatDay } from '@shared/dates';
import type { ReturnDocument } from '../files/documents/return-document';
import { fill } from '../files/documents/words';
import { paperText } from './figure-texts';

/** What stands between an account's record and its statement, as the paper names it. */
function itemName(item: ReturnView['unpresented'][number]): string {
  const sentence = words.items[item.kind];
  return fill(sentence, { name: item.description, day: formatDay(item.day) });
}

/** Each account's own sums and the way to its statement. */
export function accountsOfReturn(view: ReturnView): NonNullable<ReturnDocument['accounts']> {
  return view.accounts.map(
    ({ name, opening, moneyIn, moneyOut, transfers, closing, expected, items, ...bank }) => ({
      name,
      opening,
      moneyIn,
      moneyOut,
      transfers,
      closing,
      items: items.map((item) => ({ name: itemName(item), amount: item.amount })),
      expected,
      isCash: bank.kind === 'cash',
      ...(bank.statementClosing === null ? {} : { statementClosing: bank.statementClosing }),
      ...(bank.difference === null ? {} : { difference: bank.difference }),
    }),
  );
}

/** Each fund's own sums: the agreement's money, the client's contribution, the person's own. */
export function fundsOfReturn(view: ReturnView): NonNullable<ReturnDocument['funds']> {
  return view.funds.map(({ name, part, opening, moneyIn, moneyOut, transfers, closing }) => ({
    name: name === '' ? words.funds[part] : name,
    opening,
    moneyIn,
    moneyOut,
    transfers,
    closing,
  }));
}

/** The authority's own questions with their answers, part by part, in its order. */
export function answersOfReturn(view: ReturnView): NonNullable<ReturnDocument['answers']> {
  return view.sections.map(({ id, title }) => ({
    title,
    rows: view.fields
      .filter((field) => field.section === id)
      .map((field) => ({ label: field.label, text: field.answer ?? paperText(field.value) })),
  }));
}

/** Who signs, where that is said. */
export function signingOfReturn(view: ReturnView): Pick<ReturnDocument, 'signing'> {
  const { by, as, on } = view.signing;
  if (by === '' || as === null) return {};
  return { signing: { name: by, role: words.roles[as], ...(on === null ? {} : { day: on }) } };
}

/** Why a line stands in this return, where that is not plain. */
export function markOfLine(line: ReturnView['transactions'][number]): { readonly detail?: string } {
  if (line.mark === null) return {};
  const bankDay = formatDay(line.bankDay ?? line.day);
  const detail = fill(words.marks[line.mark], { day: bankDay });
  return { detail: line.reason === null || line.reason === '' ? detail : `${detail} ${line.reason}` };
}
