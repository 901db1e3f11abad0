import type { ReturnFieldView, ReturnView, SigningRole } from '@shared/api/returns';
import { formatDay, type IsoDay } from '@shared/dates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { DateField } from '../../components/date-field';
import { dateText } from '../../components/date-text';
import { Form } from '../../components/form';
import { announce } from '../../components/live-region';
import { Page } from '../../components/page';
import { readOptionalDate } from '../../components/read-more';
import { SavedNote } from '../../components/saved-note';
import { Select } from '../../components/select';
import { SummaryList } from '../../components/summary-list';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { type Checked, useForm } from '../../components/use-form';
import { useSavedField } from '../../components/use-saved-field';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { figureText } from '../../text/explain/figure-text';
import { sentenceFor } from '../../text/refusals';
import { signingRoles, answers as words } from '../../text/return-pages';
import { oneReturn, periodWords, returnRefusals } from '../../text/returns';
import { returnPath, useReturn, useReturnKey } from './use-returns';

/** What the authority’s form asks: what the record tells, what only the person can, and who signs. */
export function QuestionsPage() {
  const key = useReturnKey();
  const { view, refusal } = useReturn(key);
  const today = useQuery(api.workspace.status.queryOptions()).data?.today;
  const back = key === undefined ? '/returns' : returnPath(key);
  if (view === undefined || today === undefined)
    return (
      <Page title={words.title} backTo={back} backLabel={words.back}>
        {key === undefined ? (
          <p>{oneReturn.gone}</p>
        ) : refusal === undefined ? (
          <WaitingLine>{common.loading}</WaitingLine>
        ) : (
          <p>{sentenceFor(refusal, returnRefusals)}</p>
        )}
      </Page>
    );
  const asked = view.fields.filter((field) => field.answer !== null);
  const told = view.fields.filter((field) => field.answer === null);
  return (
    <Page
      title={words.title}
      sub={words.sub(view.funderName, periodWords(view.from, view.to))}
      backTo={back}
      backLabel={words.back}
    >
      <section className="section" aria-labelledby="asked">
        <h2 id="asked">{words.asked}</h2>
        {asked.length === 0 ? <p>{words.none}</p> : null}
        <div className="stack">
          {asked.map((field) =>
            view.state === 'sent' ? (
              <p key={field.id}>
                <strong>{field.label}</strong>
                <br />
                {field.answer || words.notKnown}
              </p>
            ) : (
              <Answer key={field.id} field={field} view={view} />
            ),
          )}
        </div>
      </section>
      <section className="section" aria-labelledby="sign">
        <h2 id="sign">{words.sign}</h2>
        {view.declaration === null ? null : (
          <blockquote className="returns-declaration">{view.declaration}</blockquote>
        )}
        {view.state === 'sent' ? (
          <p>
            {view.signing.by !== '' && view.signing.on !== null
              ? words.signed(view.signing.by, formatDay(view.signing.on))
              : words.notSigned}
          </p>
        ) : (
          <>
            <p className="quiet returns-sign-lead">{words.signLead}</p>
            <Signing view={view} today={today} />
          </>
        )}
      </section>
      {told.length === 0 ? null : (
        <section className="section" aria-labelledby="told">
          <h2 id="told">{words.fromRecord}</h2>
          <p className="quiet">{words.fromRecordLead}</p>
          {view.sections.map((section) => (
            <Told
              key={section.id}
              title={section.title}
              fields={told.filter((one) => one.section === section.id)}
            />
          ))}
        </section>
      )}
    </Page>
  );
}

function Told(props: { readonly title: string; readonly fields: readonly ReturnFieldView[] }) {
  if (props.fields.length === 0) return null;
  return (
    <div className="returns-told">
      <h3>{props.title}</h3>
      <SummaryList
        rows={props.fields.map((field) => ({
          label: field.label,
          value: field.value === null ? words.notKnown : figureText(field.value),
        }))}
      />
    </div>
  );
}

function Answer({ field, view }: { readonly field: ReturnFieldView; readonly view: ReturnView }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const { agreementId, from, to } = view;
  const answer = useSavedField<string, string>({
    kept: field.answer ?? '',
    read: (typed) => ({ ok: true, value: typed }),
    save: async (typed) => {
      const saved = await answerOf(
        client.returns.saveAnswer({ householdId, agreementId, from, to, fieldId: field.id, answer: typed }),
      );
      if (saved.ok) await queryClient.invalidateQueries();
      return saved;
    },
    refusal: (refusal) => sentenceFor(refusal, returnRefusals),
  });
  const hint = field.hint ?? (field.needed ? words.neededHint : undefined);
  return (
    <div>
      <TextArea
        label={field.label}
        {...(hint === undefined ? {} : { hint })}
        optional={!field.needed}
        rows={2}
        {...answer.field}
      />
      <SavedNote state={answer.state} />
    </div>
  );
}

type Values = { readonly by: string; readonly as: string; readonly on: ReturnType<typeof dateText> };
type Clean = { readonly by: string; readonly as: SigningRole | null; readonly on: IsoDay | null };

function isRole(text: string): text is SigningRole {
  return Object.hasOwn(signingRoles, text);
}

function checked(values: Values, today: IsoDay): Checked<Values, Clean> {
  const on = readOptionalDate(values.on, words.on);
  const by = values.by.trim();
  const problems = {
    ...(!on.ok ? { on: on.message } : on.value !== null && on.value > today ? { on: words.onLater } : {}),
    ...(on.ok && on.value !== null && by === '' ? { by: words.whoMissing } : {}),
  };
  if (Object.keys(problems).length > 0 || !on.ok) return { ok: false, problems };
  return { ok: true, value: { by, as: isRole(values.as) ? values.as : null, on: on.value } };
}

function Signing({ view, today }: { readonly view: ReturnView; readonly today: IsoDay }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const { agreementId, from, to, signing, signers } = view;
  const first = signers[0];
  const form = useForm<Values, Clean>({
    initial: {
      by: signing.by,
      as: signing.as ?? '',
      on: dateText(signing.on),
    },
    check: (values) => checked(values, today),
    send: async (clean) => {
      const answer = await answerOf(
        client.returns.saveSigning({ householdId, agreementId, from, to, ...clean }),
      );
      if (answer.ok) {
        await queryClient.invalidateQueries();
        announce(words.saved);
      }
      return answer;
    },
    refusal: (refusal) => ({ by: sentenceFor(refusal, returnRefusals) }),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      {signers.length === 0 || first === undefined ? null : (
        <ul className="returns-signers" aria-label={words.pick}>
          {signers.map((one) => (
            <li key={`${one.role} ${one.name}`}>
              <Button
                onPress={() => {
                  form.set('by', one.name);
                  form.set('as', one.role);
                }}
              >
                {`${one.name}, ${signingRoles[one.role].toLowerCase()}`}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <TextField label={words.who} hint={words.whoHint} width="full" {...form.field('by')} />
      <Select
        label={words.role}
        choices={(Object.keys(signingRoles) as SigningRole[]).map((role) => ({
          value: role,
          label: signingRoles[role],
        }))}
        {...form.field('as')}
        value={isRole(form.values.as) ? form.values.as : ''}
      />
      <DateField label={words.on} hint={words.onHint} optional {...form.field('on')} />
    </Form>
  );
}
