import type { PaymentsView } from '@shared/api/payments';
import type { PaymentTemplate, ReadyTemplate } from '@shared/budget/payment-template';
import { addDays } from '@shared/dates';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { CheckboxGroup } from '../../../components/checkbox-group';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { readDate } from '../../../components/read-fields';
import { Select } from '../../../components/select';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { paymentFile as words } from '../../../text/payment-files';
import { payments } from '../../../text/payments';
import { FilePreviewPart } from './file-preview';
import { paymentNames } from './payment-names';
import { useMadeFile, useTemplates, useToday, useToPay } from './use-payments';

/** How far ahead payments may be due to be offered for a file. */
const AHEAD_DAYS = 31;

/** A file of payments for a bank that takes them: the form, the payments, what it says, and what is wrong with it. */
export function BankFilePage() {
  const today = useToday();
  const view = useToPay(today === undefined ? undefined : addDays(today, AHEAD_DAYS));
  const templates = useTemplates();
  return (
    <Page title={words.title} sub={words.sub} backTo="/money/payments" backLabel={words.back}>
      {view === undefined || templates === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <FileForm view={view} ready={templates.ready} own={templates.own} />
      )}
    </Page>
  );
}

type OwnTemplate = { readonly id: string; readonly name: string; readonly template: PaymentTemplate };

function FileForm(props: {
  readonly view: PaymentsView;
  readonly ready: readonly ReadyTemplate[];
  readonly own: readonly OwnTemplate[];
}) {
  const { view, ready, own } = props;
  const householdId = useHouseholdId();
  const { pending, save } = useMadeFile();
  const open = view.items.filter((one) => one.paidOn === null && one.left > 0);
  const names = paymentNames(open, (at) => {
    const one = open[at];
    return one === undefined
      ? ''
      : words.payment(payments.payee(one.nameOnAccount || one.name, one.kind), one.left);
  });
  const forms = [
    ...own.map((one) => ({ ...one, label: words.own(one.name), about: undefined })),
    ...ready.map((one) => ({
      id: one.id,
      name: one.name,
      template: one.template,
      label: one.use === 'pay' ? one.name : words.book(one.name),
      about: one,
    })),
  ];
  const [formId, setFormId] = useState(forms[0]?.id ?? '');
  const [accountId, setAccountId] = useState(view.accounts[0]?.id ?? '');
  const [payDay, setPayDay] = useState(dateText(view.today));
  const [keys, setKeys] = useState<readonly string[]>(() =>
    open.filter((one) => one.sortCode !== '' && one.accountNumber !== '').map((one) => one.key),
  );
  const chosen = forms.find((one) => one.id === formId);
  if (chosen === undefined) return null;
  const day = readDate(payDay, words.payDay);
  const known = keys.filter((key) => open.some((one) => one.key === key));
  const plan = {
    template: chosen.template,
    keys: known,
    accountId: accountId === '' ? null : accountId,
    payDay: day.ok ? day.value : view.today,
  };
  return (
    <div className="bank-file">
      <Select
        label={words.which}
        hint={words.whichHint}
        value={formId}
        onChange={setFormId}
        choices={forms.map((one) => ({ value: one.id, label: one.label }))}
      />
      {chosen.about === undefined ? null : (
        <p className="quiet">
          {chosen.about.note} {words.source(chosen.about.source)}.{' '}
          {chosen.about.mark === 'RECALLED' ? words.recalled : ''}
        </p>
      )}
      <div className="button-row">
        {chosen.about === undefined ? (
          <LinkButton to={`/money/payments/forms/${chosen.id}`}>{words.change}</LinkButton>
        ) : (
          <LinkButton to={`/money/payments/forms/new?from=${chosen.id}`}>{words.copy}</LinkButton>
        )}
      </div>
      {view.accounts.length < 2 ? null : (
        <Select
          label={words.account}
          value={accountId}
          onChange={setAccountId}
          choices={view.accounts.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      <DateField
        label={words.payDay}
        value={payDay}
        onChange={setPayDay}
        {...(day.ok ? {} : { error: day.message })}
      />
      {open.length === 0 ? (
        <p>{words.noPayments}</p>
      ) : (
        <CheckboxGroup
          label={words.payments}
          value={known}
          onChange={setKeys}
          choices={open.map((one) => ({
            value: one.key,
            label: names.get(one.key) ?? '',
            note: payments.due(one.dueOn),
          }))}
        />
      )}
      <FilePreviewPart plan={plan} />
      {open.length === 0 ? null : (
        <>
          <p className="quiet">{words.safe}</p>
          <div className="actions">
            <Button
              kind="primary"
              icon={Download}
              pending={pending}
              onPress={() =>
                void save(() =>
                  client.payments.makeFile({ householdId, ...plan, keys: [...known], name: chosen.name }),
                )
              }
            >
              {words.make}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
