import type { PoolView } from '@shared/api/pools';
import type { RotaShift } from '@shared/api/rota';
import { formatHours } from '@shared/clock-time';
import { addDays, type IsoDay } from '@shared/dates';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { CheckboxGroup } from '../../../components/checkbox-group';
import { Form } from '../../../components/form';
import { HoursField } from '../../../components/hours-field';
import { readHours } from '../../../components/read-fields';
import { Select } from '../../../components/select';
import { showToast } from '../../../components/toast';
import { type Checked, type Problems, useForm } from '../../../components/use-form';
import { pools as words } from '../../../text/pools';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { useRota, useWritten } from '../use-rota';

type Supported = PoolView['shifts'][number]['supported'];
type Typed = {
  readonly key: string;
  readonly who: readonly string[];
  readonly hours: Readonly<Record<string, string>>;
} & { readonly [Name in `hours-${string}`]?: undefined };
type Clean = { readonly key: string; readonly supported: Supported };

/** How far back and ahead a shift can be chosen. */
const BACK = -13;
const AHEAD = 27;

/** Whom one shift supports, where that is not what its repeating week says. */
export function SingleShifts({ pool, today }: { readonly pool: PoolView; readonly today: IsoDay }) {
  const rota = useRota(addDays(today, BACK), addDays(today, AHEAD));
  if (rota === undefined) return null;
  const open = rota.shifts.filter((shift) => shift.state !== 'paid' && shift.state !== 'off');
  const nameOf = (shift: RotaShift): string => {
    const person = rota.people.find((one) => one.workerId === shift.workerId);
    return words.shiftChoice(shift, person?.shortName ?? '');
  };
  const kept = pool.shifts.flatMap((one) => {
    const shift = open.find((each) => each.key === one.key);
    return shift === undefined ? [] : [{ ...one, label: nameOf(shift) }];
  });
  return (
    <section className="section" aria-labelledby="pool-singles">
      <h2 id="pool-singles">{words.singlesTitle}</h2>
      <p className="quiet">{words.singlesNote}</p>
      {kept.length === 0 ? null : (
        <ul className="pools">
          {kept.map((one) => (
            <KeptShift key={one.key} pool={pool} kept={one} />
          ))}
        </ul>
      )}
      {open.length === 0 ? (
        <p>{words.singlesNone}</p>
      ) : (
        <ShiftForm
          pool={pool}
          choices={open.map((shift) => ({ value: shift.key, label: nameOf(shift) }))}
          patternOf={(key) => open.find((shift) => shift.key === key)?.patternId ?? null}
        />
      )}
    </section>
  );
}

function KeptShift({
  pool,
  kept,
}: {
  readonly pool: PoolView;
  readonly kept: { readonly key: string; readonly label: string; readonly supported: Supported };
}) {
  const householdId = useHouseholdId();
  const written = useWritten();
  const names = kept.supported.map(
    (one) => pool.households.find((each) => each.id === one.householdId)?.name ?? '',
  );
  const takeBack = async () => {
    const input = { householdId, id: pool.id, key: kept.key, supported: null };
    const answer = await answerOf(client.pools.saveShift(input));
    if (answer.ok) await written(words.singleSaved);
    else showToast(sentenceFor(answer));
  };
  return (
    <li>
      <p>{words.singleKept(kept.label, names)}</p>
      <Button onPress={() => void takeBack()} name={`${words.singleBack}: ${kept.label}`}>
        {words.singleBack}
      </Button>
    </li>
  );
}

function ShiftForm({
  pool,
  choices,
  patternOf,
}: {
  readonly pool: PoolView;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly patternOf: (key: string) => string | null;
}) {
  const householdId = useHouseholdId();
  const written = useWritten();
  const byHours = pool.rules.some((rule) => rule.kind === 'by-hours');
  const nameOf = (id: string): string => pool.households.find((one) => one.id === id)?.name ?? '';
  const form = useForm<Typed, Clean>({
    initial: { key: '', who: [], hours: {} },
    check: (typed) => readShift(typed, nameOf),
    send: async ({ key, supported }) => {
      const input = { householdId, id: pool.id, key, supported: [...supported] };
      const answer = await answerOf(client.pools.saveShift(input));
      if (answer.ok) await written(words.singleSaved);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['key']),
  });
  const { who, hours } = form.values;
  // Choosing a shift shows whom it supports now.
  const choose = (key: string) => {
    const patternId = patternOf(key);
    const now =
      pool.shifts.find((one) => one.key === key)?.supported ??
      pool.patterns.find((one) => one.patternId === patternId)?.supported ??
      [];
    form.set('key', key);
    form.set(
      'who',
      now.map((one) => one.householdId),
    );
    form.set(
      'hours',
      Object.fromEntries(
        now.flatMap((one) => (one.minutes === null ? [] : [[one.householdId, formatHours(one.minutes)]])),
      ),
    );
  };
  const key = form.field('key');
  const group = form.field('who');
  return (
    <Form
      form={form}
      actions={
        <Button type="submit" pending={form.pending}>
          {words.singleSave}
        </Button>
      }
    >
      <Select label={words.single} choices={choices} {...key} onChange={choose} />
      <CheckboxGroup
        label={words.singleWho}
        choices={pool.households.map((one) => ({ value: one.id, label: one.name }))}
        {...group}
        value={[...who]}
      />
      {byHours && who.length > 1
        ? who.map((id) => {
            const { fieldId, error } = form.field(`hours-${id}`);
            return (
              <HoursField
                key={id}
                label={words.singleHours(nameOf(id))}
                hint={words.forHoursHint}
                optional
                value={hours[id] ?? ''}
                onChange={(text) => form.set('hours', { ...hours, [id]: text })}
                fieldId={fieldId}
                error={error}
              />
            );
          })
        : null}
    </Form>
  );
}

function readShift(typed: Typed, nameOf: (id: string) => string): Checked<Typed, Clean> {
  const problems: Record<string, string> = {};
  if (typed.key === '') problems['key'] = words.singleChoose;
  if (typed.who.length === 0) problems['who'] = words.singleNobody;
  const supported = typed.who.map((householdId) => {
    const text = (typed.hours[householdId] ?? '').trim();
    if (text === '') return { householdId, minutes: null };
    const read = readHours(text, words.singleHours(nameOf(householdId)));
    if (!read.ok) problems[`hours-${householdId}`] = read.message;
    return { householdId, minutes: read.ok ? read.value : null };
  });
  if (Object.keys(problems).length > 0) return { ok: false, problems: problems as Problems<Typed> };
  return { ok: true, value: { key: typed.key, supported } };
}
