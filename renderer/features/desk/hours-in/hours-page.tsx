import type { PayDays } from '@shared/api/hours-in';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CalendarCheck, FileUp, Search } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { api, refusalOf } from '../../../api/client';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { Checkbox } from '../../../components/checkbox';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { readDate } from '../../../components/read-fields';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { hoursGrid as words } from '../../../text/desk/hours-in';
import { sentenceFor } from '../../../text/refusals';
import { HoursGrid } from './hours-grid';
import { type HoursChoice, useHoursChoice } from './use-pay-days';

/** Typing the hours of everybody who is paid on some days, a row a PA. */
export function HoursPage() {
  const choice = useHoursChoice();
  const batch = choice?.batchId ?? null;
  return (
    <Page
      title={words.title}
      sub={words.sub}
      backTo={batch === null ? '/desk' : `/desk/batches/${batch}`}
      backLabel={batch === null ? words.back : words.toBatch}
      panelOver
    >
      {choice === undefined ? (
        <WaitingLine>{words.waiting}</WaitingLine>
      ) : (
        <>
          {batch === null ? (
            <PayDaysForm key={`${choice.from} ${choice.to}`} choice={choice} />
          ) : (
            <div className="button-row">
              <OtherWays choice={choice} />
            </div>
          )}
          <People choice={choice} />
        </>
      )}
    </Page>
  );
}

function OtherWays({ choice }: { readonly choice: HoursChoice }) {
  const more = choice.address === '' ? '' : `?${choice.address}`;
  return (
    <>
      <LinkButton icon={FileUp} to={`/desk/hours/file${more}`}>
        {words.toFile}
      </LinkButton>
      <LinkButton icon={CalendarCheck} to={`/desk/hours/plan${more}`}>
        {words.toPlan}
      </LinkButton>
    </>
  );
}

function PayDaysForm({ choice }: { readonly choice: HoursChoice }) {
  const form = useForm({
    initial: { from: dateText(choice.from), to: dateText(choice.to) },
    check: (values) =>
      checkFields({
        from: readDate(values.from, words.said.from),
        to: readDate(values.to, words.said.to),
      }),
    send: async ({ from, to }) => {
      choice.change({ from, to });
      return { ok: true };
    },
  });
  return (
    <Form
      form={form}
      actions={
        <>
          <Button type="submit" pending={form.pending}>
            {words.show}
          </Button>
          <OtherWays choice={choice} />
        </>
      }
    >
      <div className="hours-filters">
        <DateField label={words.from} {...form.field('from')} />
        <DateField label={words.to} {...form.field('to')} />
      </div>
    </Form>
  );
}

function People({ choice }: { readonly choice: HoursChoice }) {
  const { pay, page, search, without: onlyWithout } = choice;
  const found = useQuery({
    ...api.hoursIn.people.queryOptions({ input: { pay, page, search, without: onlyWithout } }),
    placeholderData: keepPreviousData,
    retry: false,
    // Nothing moves under somebody who types.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const [counted, setCounted] = useState<{ readonly of: object; readonly without: number }>();
  const refusal = refusalOf(found.error);
  if (refusal !== undefined) return <Notice tone="attention" title={sentenceFor(refusal)} spoken />;
  if (found.error !== null) throw found.error;
  const grid = found.data;
  if (grid === undefined) return <WaitingLine>{words.waiting}</WaitingLine>;
  if (grid.count === 0 && search === '')
    return <EmptyState title={words.nobody}>{words.nobodyBody}</EmptyState>;
  const without = counted?.of === grid ? counted.without : grid.without;
  return (
    <section className="section" aria-labelledby="hours-typed">
      <h2 id="hours-typed">{words.caption(grid.from, grid.to)}</h2>
      <p>{words.count(grid.count, without)}</p>
      <Filters choice={choice} without={without} />
      {grid.rows.length === 0 ? (
        <EmptyState
          title={words.notFound}
          actions={
            <Button onPress={() => choice.change({ search: '', without: '' })}>{words.everybody}</Button>
          }
        >
          {words.notFoundBody}
        </EmptyState>
      ) : (
        <>
          <details className="hours-how">
            <summary>{words.howTitle}</summary>
            <ul>
              {words.how.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
          <HoursGrid
            key={gridKey(pay, choice)}
            grid={grid}
            onWithout={(now) => setCounted({ of: grid, without: now })}
          />
          <Pages choice={choice} page={grid.page} pages={grid.pages} />
        </>
      )}
    </section>
  );
}

function gridKey(pay: PayDays, choice: HoursChoice): string {
  return JSON.stringify([pay, choice.page, choice.search, choice.without]);
}

function Filters({ choice, without }: { readonly choice: HoursChoice; readonly without: number }) {
  const [typed, setTyped] = useState(choice.search);
  const go = (event: FormEvent) => {
    event.preventDefault();
    choice.change({ search: typed.trim() });
  };
  return (
    <form className="hours-filters" onSubmit={go}>
      <TextField label={words.search} type="search" value={typed} onChange={setTyped} />
      <Button type="submit" icon={Search}>
        {words.searchGo}
      </Button>
      <Checkbox
        label={words.without(without)}
        value={choice.without}
        onChange={(only) => choice.change({ without: only ? 'yes' : '' })}
      />
    </form>
  );
}

function Pages(props: { readonly choice: HoursChoice; readonly page: number; readonly pages: number }) {
  const { choice, page, pages } = props;
  if (pages === 1) return null;
  return (
    <nav className="button-row" aria-label={words.pages}>
      {page > 1 ? (
        <Button onPress={() => choice.change({ page: String(page - 1) })}>{words.before}</Button>
      ) : null}
      <span className="quiet">{words.page(page, pages)}</span>
      {page < pages ? (
        <Button onPress={() => choice.change({ page: String(page + 1) })}>{words.next}</Button>
      ) : null}
    </nav>
  );
}
