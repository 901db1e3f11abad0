import type { Coded } from '@shared/api/common';
import type { RotaView } from '@shared/api/rota';
import { type IsoDay, isIsoDay, isoDay } from '@shared/dates';
import { formatPounds, negatePence } from '@shared/money';
import { ExplainableFigure, ExplainPanel } from '../../components/explain-panel';
import { type FigureLine, FigureRow } from '../../components/figure-row';
import { Notice } from '../../components/notice';
import { rota } from '../../text/rota';
import { rotaWarning } from '../../text/rota-sentences';
import { hoursWords } from '../../text/rota-times';
import type { RotaViewName } from './paths';

/** Hours and cost of the days in sight, against what the plan pays for. */
export function RotaFigures({
  view,
  name,
  isOne,
}: {
  readonly view: RotaView;
  readonly name: RotaViewName;
  /** One PA’s own hours: what they cost is not for the paper they are given. */
  readonly isOne: boolean;
}) {
  const words = rota.figures;
  const { cost, overPlan } = view;
  const sleepIns = view.people.reduce((sum, person) => sum + person.sleepIns, 0);
  const ours = view.shared.reduce((sum, one) => sum + (one.isOurs ? one.minutes : 0), 0);
  // The plan pays by the week: a day’s share of it says nothing.
  const hasPlan = name !== 'day';
  const figures: FigureLine[] = [
    {
      label: words.planned,
      value: hoursWords(view.plannedMinutes),
      note:
        [
          ...(sleepIns === 0 ? [] : [words.sleepIns(sleepIns)]),
          ...(ours === 0 ? [] : [words.sharedHours(hoursWords(ours))]),
        ].join(', ') || undefined,
    },
  ];
  if (isOne)
    return (
      <section className="rota-figures" aria-label={words.label}>
        <FigureRow figures={figures} />
      </section>
    );
  if (hasPlan && view.planMinutes > 0)
    figures.push({ label: words.plan, value: hoursWords(view.planMinutes) });
  figures.push(
    cost === null
      ? { label: words.cost[name], value: words.noCost, note: words.noCostNote }
      : {
          label: words.cost[name],
          value: (
            <ExplainableFigure
              id={`rota-cost-${view.from}-${view.to}`}
              text={formatPounds(cost)}
              what={words.costWhat}
              panel={() => <CostPanel view={view} name={name} />}
            />
          ),
        },
  );
  if (hasPlan && overPlan !== null && overPlan !== 0)
    figures.push(
      overPlan > 0
        ? { label: words.over, value: formatPounds(overPlan) }
        : { label: words.under, value: formatPounds(negatePence(overPlan)) },
    );
  return (
    <section className="rota-figures" aria-label={words.label}>
      <FigureRow figures={figures} />
    </section>
  );
}

function CostPanel({ view, name }: { readonly view: RotaView; readonly name: RotaViewName }) {
  const words = rota.figures;
  const steps = view.people.flatMap((person) =>
    person.cost === null || (person.minutes === 0 && person.sleepIns === 0)
      ? []
      : [
          {
            words: words.person(
              person.name,
              rota.personNote(hoursWords(person.minutes), person.sleepIns, undefined),
            ),
            result: formatPounds(person.cost),
          },
        ],
  );
  const outside = view.outside.flatMap((one) =>
    one.cost === null ? [] : [{ words: words.outside(one.name), result: formatPounds(one.cost) }],
  );
  const shared = view.shared.map((one) => ({
    words: words.shared(one.isOurs, one.workerName, one.household.name, hoursWords(one.minutes)),
    result: formatPounds(one.cost),
  }));
  return (
    <ExplainPanel
      title={words.cost[name]}
      rule={shared.length === 0 ? words.costRule : `${words.costRule} ${words.sharedRule}`}
      steps={[
        ...steps,
        ...shared,
        ...outside,
        { words: words.together, result: view.cost === null ? '' : formatPounds(view.cost) },
      ]}
    />
  );
}

/** The same warning of the same PA is told once, with each of the other days it holds on. */
export function grouped(
  warnings: readonly Coded[],
): readonly { readonly first: Coded; readonly days: readonly IsoDay[] }[] {
  const groups = new Map<string, { first: Coded; days: IsoDay[] }>();
  for (const warning of warnings) {
    const { name, day } = warning.values;
    const key = `${warning.code} ${name}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: warning, days: [] });
    else if (
      typeof day === 'string' &&
      isIsoDay(day) &&
      day !== group.first.values['day'] &&
      !group.days.includes(isoDay(day))
    )
      group.days.push(isoDay(day));
  }
  return [...groups.values()];
}

/** Rest and hours that are worth a look, each with the rule it comes from. */
export function RotaWarnings({ view }: { readonly view: RotaView }) {
  if (view.warnings.length === 0) return null;
  return (
    <section className="section stack" aria-labelledby="rota-warnings">
      <h2 id="rota-warnings">{rota.warnings}</h2>
      {grouped(view.warnings).map(({ first, days }, index) => {
        const { title, body } = rotaWarning(first);
        return (
          <Notice key={`${first.code}-${index}`} tone="attention" title={title}>
            <p>{body}</p>
            {days.length === 0 ? null : <p>{rota.warningAlso(days)}</p>}
          </Notice>
        );
      })}
    </section>
  );
}
