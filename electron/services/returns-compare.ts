import type { ComparedFigure, ReturnComparison, ReturnView } from '@shared/api/returns';
import { agreementsOf } from '../db/queries/household';
import { sealedReturn, sentReturnsOf } from '../db/queries/returns';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { sealedFigures } from './money-closed';
import { getReturn, sentView } from './returns';
import { makeReturn, sentReturn, type WhichReturn } from './returns-make';
import { agreementPeriods } from './returns-profile';

type Row = Omit<ComparedFigure, 'before' | 'now' | 'difference'> & { readonly amount: number };

/** Every figure of a return, in the order of its page. */
function figuresOf(view: ReturnView): Row[] {
  const money = (group: Row['group'], code: string, amount: number, label: string | null = null): Row => {
    return { group, code, label, unit: 'money', amount };
  };
  const minutes = (code: string, amount: number): Row => {
    return { group: 'hours', code, label: null, unit: 'minutes', amount };
  };
  const { hours } = view;
  return [
    money('balance', 'opening', view.opening),
    ...view.moneyIn.map((line) => money('in', line.code, line.amount, line.label)),
    money('in', 'total-in', view.totalIn),
    ...view.moneyOut.map((line) => money('out', line.code, line.amount, line.label)),
    money('out', 'total-out', view.totalOut),
    money('balance', 'closing', view.closing),
    ...view.spokenFor.map((line) => money('promised', line.code, line.amount, line.label)),
    money('surplus', 'left-over', view.leftOver),
    ...(view.surplusLimit === null ? [] : [money('surplus', 'limit', view.surplusLimit)]),
    money('surplus', 'surplus', view.surplus),
    minutes('planned', hours.plannedMinutes),
    minutes('worked', hours.workedMinutes),
    minutes('covered', hours.coveredMinutes),
    minutes('lost', hours.lostMinutes),
    ...(hours.coverCost === null ? [] : [{ ...money('hours', 'cover-cost', hours.coverCost) }]),
  ];
}

const ORDER: readonly ComparedFigure['group'][] = ['in', 'out', 'balance', 'promised', 'surplus', 'hours'];

function compared(before: ReturnView | undefined, now: ReturnView): ComparedFigure[] {
  const keyOf = (row: Row): string => `${row.group} ${row.code} ${row.label ?? ''}`;
  const rows = new Map<string, Row & { readonly was?: number; readonly is?: number }>();
  const add = (view: ReturnView, which: 'was' | 'is'): void => {
    for (const row of figuresOf(view)) {
      const known: Row & { readonly was?: number; readonly is?: number } = rows.get(keyOf(row)) ?? row;
      rows.set(keyOf(row), { ...known, [which]: (known[which] ?? 0) + row.amount });
    }
  };
  add(now, 'is');
  if (before !== undefined) add(before, 'was');
  return [...rows.values()]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map(({ group, code, label, unit, was, is }) => {
      // A heading that only one of the two has is nothing in the other.
      const then = before === undefined ? null : (was ?? 0);
      const present = is ?? 0;
      return {
        group,
        code,
        label,
        unit,
        before: then,
        now: present,
        difference: then === null ? null : present - then,
      };
    });
}

/** As they are read: what was there first, a total after its headings. */
function placeOf({ group, code }: Row): number {
  if (code === 'opening') return -1;
  return ORDER.indexOf(group) * 2 + (code.startsWith('total-') ? 1 : 0);
}

/** The return before: the one that was sent last before these days, else the agreement's period that ends before them. */
function viewBefore(
  context: ServiceContext,
  householdId: string,
  which: WhichReturn,
): ReturnView | undefined {
  const db = databaseOf(context);
  const sent = sentReturnsOf(db, householdId)
    .filter((one) => one.agreement_id === which.agreementId && one.to_day < which.from)
    .at(-1);
  const agreement = agreementsOf(db, householdId).find((one) => one.id === which.agreementId);
  const period =
    agreement === undefined
      ? undefined
      : agreementPeriods(agreement, which.from).findLast((one) => one.to < which.from);
  if (sent !== undefined && (period === undefined || sent.to_day >= period.to)) {
    const whole = sealedReturn(db, sent.id);
    return whole === undefined ? undefined : sentView(sent, sealedFigures(whole));
  }
  if (period === undefined) return undefined;
  const { from, to } = period;
  return makeReturn(context, householdId, { agreementId: which.agreementId, from, to }).view;
}

const headOf = ({ from, to, state, sentOn }: ReturnView) => ({ from, to, state, sentOn });

/**
 * A return beside the one before it, heading by heading; or what was sealed beside what the record says of the same days
 * now. Refuses with `not-found` or `return.not-sent`.
 */
export function compareReturn(
  context: ServiceContext,
  householdId: string,
  input: WhichReturn & { readonly with: 'last-return' | 'sealed' },
): ReturnComparison {
  const agreement = ownedRow(databaseOf(context).byId('funding_agreement', input.agreementId), householdId);
  const funderName = agreement.funder_name;
  if (input.with === 'sealed') {
    const sent = sentReturn(context, householdId, input) ?? refuse('return.not-sent');
    const before = sentView(sent.row, sent.sealed);
    const now = makeReturn(context, householdId, input).view;
    return { funderName, before: headOf(before), now: headOf(now), figures: compared(before, now) };
  }
  const now = getReturn(context, householdId, input);
  const before = viewBefore(context, householdId, input);
  return {
    funderName,
    before: before === undefined ? null : headOf(before),
    now: headOf(now),
    figures: compared(before, now),
  };
}
