import type { PaymentToMake } from '@shared/api/pay';
import { formatWeekday } from '@shared/dates';
import { formatPounds, sumPence } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useParams } from 'react-router';
import { api } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Amount } from '../../components/amounts';
import { Button } from '../../components/button';
import { Checkbox } from '../../components/checkbox';
import { EmptyState } from '../../components/empty-state';
import { announce } from '../../components/live-region';
import { Page } from '../../components/page';
import { payHome, periodName, payDone as words } from '../../text/pay';
import { PayAnswer } from './pay-answer';
import { PensionFileForm } from './pension-file-form';
import { useFinishedRun, useTick } from './use-pay';

/** What is to be paid for a finished run: to whom, how much, into which account, and whether it is done. */
export function PaymentsPage() {
  const { runId = '' } = useParams();
  const householdId = useHouseholdId();
  const run = useFinishedRun(runId).data;
  const query = useQuery(api.pay.payments.queryOptions({ input: { householdId, runId } }));
  return (
    <PayAnswer query={query} title={payHome.payments}>
      {(payments) => {
        const paid = payments.filter((one) => one.paidOn !== null).length;
        return (
          <Page
            title={payHome.payments}
            sub={
              run === undefined ? undefined : words.paymentsFor(periodName(run.frequency, run.periodTo, true))
            }
            backTo={`/pay/finished/${runId}`}
            backLabel={words.backToRun}
          >
            {payments.length === 0 ? (
              <EmptyState title={words.noPayments} />
            ) : (
              <>
                <p>{words.paymentsBody}</p>
                <p className="strong" role="status">
                  {words.paymentsCount(paid, payments.length)}
                </p>
                <ul className="payments">
                  {payments.map((payment) => (
                    <Payment key={payment.key} payment={payment} />
                  ))}
                </ul>
                <p className="payments-total">
                  <span>{words.together}</span>
                  <Amount pence={sumPence(payments.map((one) => one.amount))} />
                </p>
                {payments.filter(isPension).map((payment) => (
                  <PensionFileForm key={payment.key} runId={runId} provider={payment.name} />
                ))}
              </>
            )}
          </Page>
        );
      }}
    </PayAnswer>
  );
}

/** Whether a payment goes to a pension: its provider takes a file. */
function isPension(payment: PaymentToMake): boolean {
  return payment.payee === 'pension';
}

function Payment({ payment }: { readonly payment: PaymentToMake }) {
  const { tick, today } = useTick();
  const name = words.payee(payment.name, payment.payee);
  const details = [
    { label: words.sortCode, value: sortCodeText(payment.sortCode) },
    { label: words.account, value: payment.accountNumber },
    { label: words.reference, value: payment.reference },
  ].filter((one) => one.value !== '');
  const missing =
    payment.payee === 'worker' && (payment.sortCode === '' || payment.accountNumber === '')
      ? words.noAccount
      : payment.payee === 'hmrc' && payment.reference === ''
        ? words.noReference
        : undefined;
  return (
    <li>
      <div className="payment-head">
        <h2>{name}</h2>
        <span className="payment-amount">{formatPounds(payment.amount)}</span>
        <span className="quiet">
          {words.due}: {formatWeekday(payment.dueOn)}
        </span>
      </div>
      {missing === undefined ? null : <p className="quiet">{missing}</p>}
      {details.length === 0 ? null : (
        <dl className="payment-details">
          {details.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <span className="figure">{value}</span>
                <Button
                  kind="quiet"
                  icon={Copy}
                  name={words.copyNamed(label, name)}
                  onPress={() => copy(value, label)}
                >
                  {words.copy}
                </Button>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Checkbox
        label={words.paid(name)}
        value={payment.paidOn !== null}
        {...(payment.paidOn === null ? {} : { note: words.paidOn(payment.paidOn) })}
        onChange={(ticked) => {
          if (today !== undefined) void tick(payment.key, ticked ? today : null);
        }}
      />
    </li>
  );
}

/** `200000` as `20-00-00`. */
function sortCodeText(code: string): string {
  return /^\d{6}$/.test(code) ? `${code.slice(0, 2)}-${code.slice(2, 4)}-${code.slice(4)}` : code;
}

function copy(value: string, label: string): void {
  navigator.clipboard.writeText(value).then(
    () => announce(words.copied(label)),
    () => announce(words.notCopied, 'assertive'),
  );
}
