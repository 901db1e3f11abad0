import type { PaymentsView, ToPay } from '@shared/api/payments';
import { addDays, type IsoDay, isIsoDay, isoDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { Download } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { Checkbox } from '../../../components/checkbox';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { readDate } from '../../../components/read-fields';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { payments as words } from '../../../text/payments';
import { paymentNames } from './payment-names';
import { sortCodeText, useDoing, useMadeFile, useToday, useToPay } from './use-payments';

/** How far ahead is shown at first. */
const AHEAD_DAYS = 14;

/** Everything that is to be paid by a day: to whom, how much, into which account, and whether it is done. */
export function PaymentsPage() {
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('until');
  const until =
    asked !== null && isIsoDay(asked)
      ? isoDay(asked)
      : today === undefined
        ? undefined
        : addDays(today, AHEAD_DAYS);
  const view = useToPay(until);
  return (
    <Page title={words.title} sub={words.sub} backTo="/money" backLabel={words.back}>
      {until === undefined || view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          <UntilForm
            key={until}
            until={until}
            onChange={(day) => setSearch({ until: day }, { replace: true })}
          />
          <Found view={view} />
        </>
      )}
    </Page>
  );
}

function UntilForm(props: { readonly until: IsoDay; readonly onChange: (day: IsoDay) => void }) {
  const form = useForm({
    initial: { until: dateText(props.until) },
    check: (values) => checkFields({ until: readDate(values.until, words.untilSaid) }),
    send: async ({ until }) => {
      props.onChange(until);
      return undefined;
    },
  });
  return (
    <Form
      form={form}
      actions={
        <Button type="submit" pending={form.pending}>
          {words.show}
        </Button>
      }
    >
      <DateField label={words.until} {...form.field('until')} />
    </Form>
  );
}

/** What a payment's tick is called: whom, how much, and when. */
const tickOf = (item: ToPay | undefined): string =>
  item === undefined
    ? ''
    : words.paid(words.payee(item.nameOnAccount || item.name, item.kind), item.amount, item.dueOn);

function Found({ view }: { readonly view: PaymentsView }) {
  const householdId = useHouseholdId();
  const ticks = paymentNames(view.items, (at) => tickOf(view.items[at]));
  const { pending, save } = useMadeFile();
  const sheet = (format: 'pdf' | 'csv') => () =>
    client.payments.sheet({ householdId, until: view.until, runId: null, format });
  return (
    <>
      {view.items.length === 0 ? (
        <EmptyState title={words.none} actions={<LinkButton to="/pay">{words.toPay}</LinkButton>}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <>
          <p className="strong to-pay-left" role="status">
            {words.left(view.left)}
          </p>
          <ul className="to-pay">
            {view.items.map((item) => (
              <Item
                key={item.key}
                item={item}
                tickName={ticks.get(item.key) ?? tickOf(item)}
                today={view.today}
              />
            ))}
          </ul>
          <div className="actions">
            <Button kind="primary" icon={Download} pending={pending} onPress={() => void save(sheet('pdf'))}>
              {words.savePdf}
            </Button>
            <Button icon={Download} pending={pending} onPress={() => void save(sheet('csv'))}>
              {words.saveCsv}
            </Button>
          </div>
        </>
      )}
      <More />
    </>
  );
}

const LINKS = [
  ['file', '/money/payments/file'],
  ['payees', '/money/payments/payees'],
  ['owed', '/money/owed'],
] as const;

function More() {
  return (
    <section className="section" aria-labelledby="payments-more">
      <h2 id="payments-more">{words.more}</h2>
      <ul className="money-links">
        {LINKS.map(([key, to]) => (
          <li key={key}>
            <Link to={to}>{words.links[key][0]}</Link>
            <span className="quiet">{words.links[key][1]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Item(props: { readonly item: ToPay; readonly tickName: string; readonly today: IsoDay }) {
  const { item, today } = props;
  const householdId = useHouseholdId();
  const { run } = useDoing();
  const name = words.payee(item.nameOnAccount || item.name, item.kind);
  const details = [
    [words.sortCode, sortCodeText(item.sortCode)],
    [words.account, item.accountNumber],
    [words.reference, item.reference],
    [words.phone, item.phone],
  ].filter(([, value]) => value !== '');
  const tick = (ticked: boolean) =>
    run(
      item.key,
      () => answerOf(client.payments.tick({ householdId, key: item.key, paidOn: ticked ? today : null })),
      ticked ? words.ticked(name) : words.unticked(name),
    );
  return (
    <li>
      <div className="to-pay-head">
        <h2>{name}</h2>
        <span className="to-pay-amount">{formatPounds(item.amount)}</span>
        <span className="quiet">
          {words.what(item.kind)}. {words.due(item.dueOn)}
        </span>
      </div>
      {item.sortCode === '' && item.accountNumber === '' ? <NoAccount item={item} name={name} /> : null}
      {item.paidOn === null && item.left !== item.amount ? (
        <p className="quiet">{words.partPaid(item.left)}</p>
      ) : null}
      {details.length === 0 ? null : (
        <dl className="to-pay-details">
          {details.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="figure">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <Checkbox
        label={props.tickName}
        value={item.paidOn !== null}
        {...(item.paidOn === null ? {} : { note: words.paidOn(item.paidOn) })}
        onChange={(ticked) => void tick(ticked)}
      />
    </li>
  );
}

/** Where an account can be added: on the PA's page, or among those who are paid. */
function NoAccount({ item, name }: { readonly item: ToPay; readonly name: string }) {
  const kind = item.kind === 'bill' ? 'other' : item.kind;
  const to =
    item.workerId !== null && item.kind === 'worker'
      ? `/people/${item.workerId}`
      : item.payeeId !== null
        ? `/money/payments/payees/${item.payeeId}`
        : `/money/payments/payees/new?kind=${kind}&name=${encodeURIComponent(item.name)}`;
  return (
    <p className="quiet">
      {words.noAccount} <Link to={to}>{words.addAccount(name)}</Link>
    </p>
  );
}
