import type { PoolInput, PoolPreview, PoolView } from '@shared/api/pools';
import type { IsoDay } from '@shared/dates';
import { mondayOf } from '@shared/dates';
import type { Refused } from '@shared/result';
import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { DateField } from '../../../components/date-field';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { announce } from '../../../components/live-region';
import { Page } from '../../../components/page';
import { TextArea } from '../../../components/text-area';
import { TextField } from '../../../components/text-field';
import { type Form as FormState, useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { pools as words } from '../../../text/pools';
import { poolTold } from '../../../text/pools-problems';
import { problemsFor } from '../../../text/refusals';
import { rotaPath } from '../paths';
import { useToday, useWritten } from '../use-rota';
import { MemberFields, RuleFields, WeekFields } from './pool-fields';
import { newPool, type PoolValues, type RuleRow, readPool, typedPool } from './pool-values';
import { SplitView } from './split-view';
import { usePools, useWeeks } from './use-pools';

type Households = readonly {
  readonly id: string;
  readonly name: string;
  readonly agreements: readonly { readonly id: string; readonly name: string }[];
}[];

/** Says who shares a PA, how the cost is split and which shifts are shared. */
export function PoolFormPage() {
  const { poolId } = useParams();
  const householdId = useHouseholdId();
  const list = usePools();
  const weeks = useWeeks();
  const today = useToday();
  const known = list?.pools.find((one) => one.id === poolId && one.isEmployer);
  const employer = list?.households.find((one) => one.id === householdId);
  const isWaiting = list === undefined || weeks === undefined || today === undefined;
  return (
    <Page
      title={known === undefined ? words.newTitle : words.changeTitle(known.name)}
      sub={employer === undefined ? undefined : words.formSub(employer.name)}
      backTo={known === undefined ? rotaPath.pools : rotaPath.pool(known.id)}
      backLabel={known?.name ?? words.title}
    >
      {isWaiting ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : poolId !== undefined && known === undefined ? (
        <EmptyState title={words.gone}>{words.goneBody}</EmptyState>
      ) : list.households.length < 2 ? (
        <EmptyState
          title={words.oneTitle}
          actions={
            <LinkButton kind="primary" to="/households/new">
              {words.addHousehold}
            </LinkButton>
          }
        >
          <p>{words.oneBody}</p>
          <p>{words.oneBody2}</p>
        </EmptyState>
      ) : (
        <PoolForm
          key={known?.id ?? 'new'}
          known={known}
          households={list.households}
          weeks={weeks}
          today={today}
        />
      )}
    </Page>
  );
}

function PoolForm({
  known,
  households,
  weeks,
  today,
}: {
  readonly known: PoolView | undefined;
  readonly households: Households;
  readonly weeks: readonly { readonly id: string; readonly name: string }[];
  readonly today: IsoDay;
}) {
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const [seen, setSeen] = useState<PoolPreview | undefined>();
  const monday = mondayOf(today);
  const onlyLooking = useRef(false);
  // The household of the employer comes first.
  const ordered = [...households].sort((a, b) => Number(b.id === householdId) - Number(a.id === householdId));
  const look = async (pool: PoolInput): Promise<Refused | undefined> => {
    const answer = await answerOf(client.pools.preview({ householdId, id: known?.id ?? null, pool }));
    if (!answer.ok) return answer;
    setSeen(answer.value);
    announce(words.previewTitle);
    return undefined;
  };
  const form = useForm<PoolValues, PoolInput>({
    initial: known === undefined ? newPool(ordered, weeks, monday) : typedPool(known, ordered, weeks, monday),
    check: (values) => readPool(values, known),
    send: async (pool) => {
      if (onlyLooking.current) return look(pool);
      const answer = await answerOf(client.pools.save({ householdId, id: known?.id ?? null, pool }));
      if (!answer.ok) return answer;
      void navigate(rotaPath.pool(answer.value.id));
      await written(common.saved);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['name', 'endedOn']),
  });
  const submit = (looking: boolean) => {
    onlyLooking.current = looking;
    void form.submit().finally(() => {
      onlyLooking.current = false;
    });
  };
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
          <Button onPress={() => submit(true)}>{words.preview}</Button>
        </>
      }
    >
      <TextField label={words.name} hint={words.nameHint} width="20" {...form.field('name')} />
      <section className="fields" aria-labelledby="pool-members">
        <h2 id="pool-members">{words.memberTitle}</h2>
        {form.values.members.map((row) => (
          <MemberFields
            key={row.householdId}
            row={row}
            form={form}
            isEmployer={row.householdId === householdId}
            agreements={households.find((one) => one.id === row.householdId)?.agreements ?? []}
          />
        ))}
      </section>
      <Rules form={form} />
      <section className="fields" aria-labelledby="pool-weeks">
        <h2 id="pool-weeks">{words.patternTitle}</h2>
        {form.values.patterns.length === 0 ? (
          <>
            <p>{words.patternNone}</p>
            <LinkButton kind="quiet" flush to={rotaPath.patterns}>
              {words.toPatterns}
            </LinkButton>
          </>
        ) : (
          <>
            <p className="quiet">{words.patternNote}</p>
            {form.values.patterns.map((row) => (
              <WeekFields key={row.patternId} row={row} form={form} />
            ))}
          </>
        )}
      </section>
      {known === undefined ? null : (
        <DateField label={words.end} hint={words.endHint} optional {...form.field('endedOn')} />
      )}
      <TextArea label={words.note} optional {...form.field('note')} />
      {seen === undefined ? null : <Seen seen={seen} />}
    </Form>
  );
}

function Rules({ form }: { readonly form: FormState<PoolValues> }) {
  const { rules } = form.values;
  const nextId = useRef(Math.max(0, ...rules.map((row) => row.id)) + 1);
  const add = () => {
    const last = rules.at(-1);
    const row: RuleRow = {
      id: nextId.current,
      from: { day: '', month: '', year: '' },
      kind: 'equal',
      parts: last?.parts ?? {},
    };
    nextId.current += 1;
    form.set('rules', [...rules, row]);
  };
  return (
    <section className="fields" aria-labelledby="pool-split">
      <h2 id="pool-split">{words.rulesTitle}</h2>
      {rules.map((row, index) => (
        <RuleFields
          key={row.id}
          row={row}
          number={index + 1}
          form={form}
          onRemove={
            rules.length === 1
              ? undefined
              : () =>
                  form.set(
                    'rules',
                    rules.filter((one) => one.id !== row.id),
                  )
          }
        />
      ))}
      <div>
        <Button kind="quiet" flush icon={Plus} onPress={add}>
          {words.addRule}
        </Button>
      </div>
    </section>
  );
}

/** What the next pay would come to with what was typed. */
function Seen({ seen }: { readonly seen: PoolPreview }) {
  return (
    <section className="section" aria-labelledby="pool-seen">
      <h2 id="pool-seen">{words.previewTitle}</h2>
      {seen.warnings.map((warning) => (
        <p key={`${warning.code} ${Object.values(warning.values).join(' ')}`}>
          {warning.code === 'pooled.no-agreement'
            ? `${words.noAgreement(String(warning.values['name']))}. `
            : ''}
          {poolTold(warning)}
        </p>
      ))}
      {seen.why === null ? (
        seen.splits.map((split) => <SplitView key={`${split.workerName} ${split.payDate}`} split={split} />)
      ) : (
        <p>{poolTold(seen.why)}</p>
      )}
    </section>
  );
}
