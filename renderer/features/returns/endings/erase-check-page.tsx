import type { ErasureOf, ErasurePreview, UnneededPart } from '@shared/api/erasure';
import { isIsoDay } from '@shared/dates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { CheckboxGroup } from '../../../components/checkbox-group';
import { Form } from '../../../components/form';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { erasureGroups, unneededParts, erasureCheck as words } from '../../../text/erasure';
import { sentenceFor } from '../../../text/refusals';

const HOME = '/returns/keep/erase';

/** What the address asks for; the parts of what is not needed are chosen on the page. */
function whatOf(
  kind: string | undefined,
  key: string,
  parts: readonly UnneededPart[],
): ErasureOf | undefined {
  if (kind === 'worker') return { kind, workerId: key };
  if (kind === 'unneeded') return parts.length === 0 ? undefined : { kind, workerId: key, parts: [...parts] };
  return (kind === 'pay' || kind === 'money') && isIsoDay(key)
    ? { kind: 'years', years: kind, to: key }
    : undefined;
}

/** Exactly what would go and what stays, then the name to type, then it goes. */
export function EraseCheckPage() {
  const householdId = useHouseholdId();
  const { kind, key = '' } = useParams();
  const view = useQuery({
    ...api.erasure.view.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const person = view?.people.find((one) => one.workerId === key);
  const [chosen, setChosen] = useState<readonly UnneededPart[]>();
  const parts = chosen ?? person?.unneeded ?? [];
  const what = whatOf(kind, key, parts);
  const asked = JSON.stringify(what);
  const answer = useQuery({
    queryKey: ['erasure preview', householdId, asked],
    queryFn: () => (what === undefined ? null : answerOf(client.erasure.preview({ householdId, what }))),
    enabled: what !== undefined,
  }).data;
  const name = person?.name ?? key.slice(0, 4);
  const title =
    kind === 'worker'
      ? words.title(name)
      : kind === 'unneeded'
        ? words.emptyTitle(name)
        : words.yearsTitle(name);
  return (
    <Page title={title} sub={words.sub} backTo={HOME} backLabel={words.back}>
      {kind === 'unneeded' && person !== undefined ? (
        <CheckboxGroup
          label={words.parts}
          value={parts}
          onChange={setChosen}
          choices={person.unneeded.map((part) => ({ value: part, ...unneededParts[part] }))}
          {...(parts.length === 0 ? { error: words.partsNeeded } : {})}
        />
      ) : null}
      {what === undefined ? null : answer === undefined || answer === null ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : answer.ok ? (
        <Confirm key={asked} what={what} preview={answer.value} />
      ) : (
        <Notice tone="attention" title={words.cannot}>
          <p>{sentenceFor(answer)}</p>
        </Notice>
      )}
    </Page>
  );
}

function Confirm({ what, preview }: { readonly what: ErasureOf; readonly preview: ErasurePreview }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<
    { readonly perhaps: readonly string[]; readonly typed: string },
    { perhaps: string[]; typed: string }
  >({
    initial: { perhaps: preview.perhaps.map((one) => one.key), typed: '' },
    check: ({ perhaps, typed }) =>
      typed.trim() === ''
        ? { ok: false, problems: { typed: words.typedWrong(preview.typed) } }
        : { ok: true, value: { perhaps: [...perhaps], typed } },
    send: async ({ perhaps, typed }) => {
      const answer = await answerOf(client.erasure.erase({ householdId, what, perhaps, typed }));
      if (!answer.ok) return answer;
      void navigate(HOME, { state: { done: words.done(answer.value.rows, answer.value.files) } });
      await queryClient.invalidateQueries();
      return { ok: true };
    },
  });
  const doWords =
    what.kind === 'worker'
      ? words.doPerson(preview.name)
      : what.kind === 'years'
        ? words.doYears
        : words.doEmpty;
  return (
    <>
      {preview.first.length === 0 ? null : (
        <Notice tone="attention" title={words.firstTitle}>
          {preview.first.map((one) => (
            <p key={JSON.stringify(one.values)}>{words.first(one.values)}</p>
          ))}
        </Notice>
      )}
      <section className="section" aria-labelledby="erase-goes">
        <h2 id="erase-goes">{words.goesTitle}</h2>
        <Table
          caption={words.goesTitle}
          hideCaption
          rows={[
            ...preview.goes.map(({ group, count }) => ({
              id: group as string,
              name: erasureGroups[group],
              count,
            })),
            ...(preview.files === 0 ? [] : [{ id: 'files', name: words.files, count: preview.files }]),
          ]}
          rowKey={(row) => row.id}
          columns={[
            { id: 'what', heading: words.group, isName: true, cell: (row) => row.name },
            { id: 'count', heading: words.count, kind: 'figure', cell: (row) => String(row.count) },
          ]}
        />
        {preview.named === 0 ? null : <p>{words.named(preview.named)}</p>}
        {what.kind === 'worker' ? <p>{words.picturesNote}</p> : null}
      </section>
      {preview.stays.length === 0 && preview.perhapsKept === 0 ? null : (
        <section className="section" aria-labelledby="erase-stays">
          <h2 id="erase-stays">{words.staysTitle}</h2>
          <ul className="ending-list">
            {preview.stays.map((one) => (
              <li key={one.code}>{words.stays(one.code, one.values)}</li>
            ))}
            {preview.perhapsKept === 0 ? null : <li>{words.perhapsKept(preview.perhapsKept)}</li>}
          </ul>
        </section>
      )}
      <section className="section erase-sure" aria-labelledby="erase-sure">
        <h2 id="erase-sure">{words.confirmTitle}</h2>
        <p>{words.confirmBody}</p>
        <Form
          form={form}
          actions={
            <Button kind="danger" type="submit" pending={form.pending}>
              {doWords}
            </Button>
          }
        >
          {preview.perhaps.length === 0 ? null : (
            <CheckboxGroup
              label={words.perhaps}
              hint={words.perhapsHint}
              {...form.field('perhaps')}
              choices={preview.perhaps.map((one) => ({
                value: one.key,
                label: one.text,
                note: words.perhapsDay(one.day, erasureGroups[one.group]),
              }))}
            />
          )}
          <TextField
            label={words.typed(preview.typed)}
            width="20"
            autoComplete="off"
            {...form.field('typed')}
          />
        </Form>
      </section>
    </>
  );
}
