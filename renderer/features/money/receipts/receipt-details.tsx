import type { ReceiptKind, ReceiptView } from '@shared/api/receipts';
import { formatDay } from '@shared/dates';
import { formatPounds, poundsString } from '@shared/money';
import { useQueryClient } from '@tanstack/react-query';
import { Check, CheckCheck } from 'lucide-react';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText, readDateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { MoneyField } from '../../../components/money-field';
import { Notice } from '../../../components/notice';
import { type Read, readDate, readMoney } from '../../../components/read-fields';
import { Select } from '../../../components/select';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { moneyRefusals } from '../../../text/money';
import { receipts as words } from '../../../text/receipts';
import { problemsFor } from '../../../text/refusals';

const KINDS = Object.entries(words.kinds).map(([value, label]) => ({ value: value as ReceiptKind, label }));

/** What a receipt says, with what was read of it to take over: nothing is taken over by itself. */
export function ReceiptDetails({ receipt }: { readonly receipt: ReceiptView }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const form = useForm({
    initial: {
      kind: receipt.kind,
      day: dateText(receipt.day),
      supplier: receipt.supplier,
      total: receipt.total === null ? '' : poundsString(receipt.total),
    },
    check: (values) => {
      const noDay =
        !readDateText(values.day).ok && Object.values(values.day).every((box) => box.trim() === '');
      return checkFields({
        kind: { ok: true, value: values.kind } as Read<ReceiptKind>,
        supplier: { ok: true, value: values.supplier.trim() } as Read<string>,
        day: noDay ? ({ ok: true, value: null } as const) : readDate(values.day, words.day),
        total:
          values.total.trim() === ''
            ? ({ ok: true, value: null } as const)
            : readMoney(values.total, words.total),
      });
    },
    send: async (read) => {
      const answer = await answerOf(client.receipts.save({ householdId, id: receipt.id, ...read }));
      if (answer.ok) {
        await queryClient.invalidateQueries();
        announce(words.saved);
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['kind', 'supplier', 'day', 'total'], moneyRefusals),
  });
  return (
    <>
      <Found receipt={receipt} values={form.values} onUse={(use) => use(form.set)} />
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
        }
      >
        <TextField label={words.supplier} hint={words.supplierHint} optional {...form.field('supplier')} />
        <DateField label={words.day} optional {...form.field('day')} />
        <MoneyField label={words.total} optional {...form.field('total')} />
        <Select label={words.kind} {...form.field('kind')} choices={KINDS} />
      </Form>
    </>
  );
}

type Values = {
  readonly kind: ReceiptKind;
  readonly day: ReturnType<typeof dateText>;
  readonly supplier: string;
  readonly total: string;
};
type Set = <Name extends keyof Values>(name: Name, value: Values[Name]) => void;

/** What was read and is not in the form: one button for each, and one for all. */
function Found(props: {
  readonly receipt: ReceiptView;
  readonly values: Values;
  readonly onUse: (use: (set: Set) => void) => void;
}) {
  const { suggestion } = props.receipt;
  if (suggestion === null) return null;
  const { day, total, supplier, kind } = suggestion;
  const typed = readDateText(props.values.day);
  const offers: { readonly what: string; readonly value: string; readonly use: (set: Set) => void }[] = [];
  if (supplier !== '' && supplier !== props.values.supplier)
    offers.push({
      what: words.suggestion.supplier,
      value: supplier,
      use: (set) => set('supplier', supplier),
    });
  if (day !== null && !(typed.ok && typed.value === day))
    offers.push({
      what: words.suggestion.day,
      value: formatDay(day),
      use: (set) => set('day', dateText(day)),
    });
  if (total !== null && props.values.total !== poundsString(total))
    offers.push({
      what: words.suggestion.total,
      value: formatPounds(total),
      use: (set) => set('total', poundsString(total)),
    });
  if (kind !== null && kind !== props.values.kind)
    offers.push({ what: words.suggestion.kind, value: words.kinds[kind], use: (set) => set('kind', kind) });
  const nothing = day === null && total === null && supplier === '';
  if (nothing) return <p className="quiet">{words.foundNothing}</p>;
  if (offers.length === 0) return null;
  const use = (chosen: typeof offers): void => {
    for (const offer of chosen) props.onUse(offer.use);
    announce(words.used);
  };
  return (
    <Notice title={words.found}>
      <div className="receipt-found">
        {offers.map((offer) => (
          <Button key={offer.what} icon={Check} onPress={() => use([offer])}>
            {words.takeOne(offer.what, offer.value)}
          </Button>
        ))}
        {offers.length > 1 ? (
          <Button icon={CheckCheck} onPress={() => use(offers)}>
            {words.takeAll}
          </Button>
        ) : null}
      </div>
    </Notice>
  );
}
