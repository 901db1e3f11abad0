import {
  type DeskFilter,
  type DeskOrder,
  deskKind,
  deskLevels,
  deskOrders,
  deskStates,
  deskWaitsFor,
} from '@shared/api/desk';
import { isIsoDay, isoDay } from '@shared/dates';
import { PAY_CHOICES } from '@shared/desk/desk-lines';

/** What is chosen to be seen, and in which order, from which household on. */
export type DeskChosen = DeskFilter & { readonly order: DeskOrder; readonly offset: number };

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | null {
  return values.find((one) => one === text) ?? null;
}

/** What is chosen, from the address of the page. What is not understood counts as not chosen. */
export function chosenFrom(query: URLSearchParams): DeskChosen {
  const pay = query.get('pay');
  return {
    state: oneOf(deskStates, query.get('state')),
    kind: oneOf(deskKind.options, query.get('about')),
    waitsFor: oneOf(deskWaitsFor.options, query.get('waits')),
    level: oneOf(deskLevels, query.get('level')),
    pay: pay !== null && isIsoDay(pay) ? isoDay(pay) : (oneOf(PAY_CHOICES, pay) ?? 'any'),
    search: query.get('search') ?? '',
    order: oneOf(deskOrders, query.get('order')) ?? 'due',
    offset: Math.max(0, Number.parseInt(query.get('from') ?? '0', 10) || 0),
  };
}

/** The address of what is chosen; what is usual is left out. */
export function pathOf(chosen: DeskChosen): string {
  const parts: readonly (readonly [string, string | null])[] = [
    ['state', chosen.state],
    ['about', chosen.kind],
    ['waits', chosen.waitsFor],
    ['level', chosen.level],
    ['pay', chosen.pay === 'any' ? null : chosen.pay],
    ['search', chosen.search === '' ? null : chosen.search],
    ['order', chosen.order === 'due' ? null : chosen.order],
    ['from', chosen.offset === 0 ? null : String(chosen.offset)],
  ];
  const query = new URLSearchParams();
  for (const [name, value] of parts) if (value !== null) query.set(name, value);
  const text = query.toString();
  return text === '' ? '/desk' : `/desk?${text}`;
}

/** What the program is asked for. */
export function filterOf({ order: _order, offset: _offset, ...filter }: DeskChosen): DeskFilter {
  return filter;
}

/** Whether nothing is chosen but the order. */
export function choosesAll(chosen: DeskChosen): boolean {
  const { state, kind, waitsFor, level, pay, search } = chosen;
  return [state, kind, waitsFor, level].every((one) => one === null) && pay === 'any' && search === '';
}
