import type { FeeScale } from '@shared/api/fees';
import { NO_MONEY, type Pence, poundsString } from '@shared/money';
import { MoneyField } from '../../../components/money-field';
import { type Read, readMoney } from '../../../components/read-fields';
import { TextField } from '../../../components/text-field';
import type { Form } from '../../../components/use-form';
import { fees as words } from '../../../text/desk/fees';

export type AmountsText = {
  readonly perRun: string;
  readonly perPayslip: string;
  readonly starter: string;
  readonly yearEnd: string;
  readonly vatRate: string;
};
type Amounts = Omit<FeeScale, 'id' | 'name'>;

const text = (amount: Pence | undefined): string =>
  amount === undefined || amount === NO_MONEY ? '' : poundsString(amount);

/** Amounts as they are typed. */
export function amountsText(amounts: Amounts | undefined): AmountsText {
  return {
    perRun: text(amounts?.perRun),
    perPayslip: text(amounts?.perPayslip),
    starter: text(amounts?.starter),
    yearEnd: text(amounts?.yearEnd),
    vatRate: amounts?.vatRate == null ? '' : String(amounts.vatRate / 100),
  };
}

function readVat(typed: string): Read<number | null> {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(typed.trim());
  if (typed.trim() === '') return { ok: true, value: null };
  const value = Number(match?.[1] ?? 999) * 100 + Number((match?.[2] ?? '').padEnd(2, '0'));
  return match !== null && value <= 10_000
    ? { ok: true, value }
    : { ok: false, message: words.scale.vatWrong };
}

const optional = (typed: string, label: string): Read<Pence> =>
  typed.trim() === '' ? { ok: true, value: NO_MONEY } : readMoney(typed, label);

/** Reads typed amounts, for `checkFields`. All empty is no terms at all. */
export function readAmounts(values: AmountsText) {
  const { amounts } = words;
  const isEmpty = [values.perRun, values.perPayslip, values.starter, values.yearEnd].every(
    (one) => one.trim() === '',
  );
  return {
    perRun: isEmpty
      ? ({ ok: false, message: words.scale.nothing } as Read<Pence>)
      : optional(values.perRun, amounts.perRun),
    perPayslip: optional(values.perPayslip, amounts.perPayslip),
    starter: optional(values.starter, amounts.starter),
    yearEnd: optional(values.yearEnd, amounts.yearEnd),
    vatRate: readVat(values.vatRate),
  };
}

/** The fields of what is charged. */
export function AmountFields<Values extends AmountsText>({ form }: { readonly form: Form<Values> }) {
  const { amounts, scale } = words;
  const field = form.field as unknown as Form<AmountsText>['field'];
  return (
    <>
      <MoneyField label={amounts.perRun} {...field('perRun')} />
      <MoneyField label={amounts.perPayslip} {...field('perPayslip')} />
      <MoneyField label={amounts.starter} {...field('starter')} />
      <MoneyField label={amounts.yearEnd} {...field('yearEnd')} />
      <TextField label={scale.vatRate} hint={scale.vatHint} width="4" after="%" {...field('vatRate')} />
    </>
  );
}
