import type { AuthorityFormView, ShownFormFacts } from '@shared/api/packs';
import type { FormMapping, FormValue } from '@shared/returns/form-mapping';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { NumberField } from '../../../components/number-field';
import { Page } from '../../../components/page';
import { readText } from '../../../components/read-fields';
import { TextField } from '../../../components/text-field';
import { type Checked, useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { forms, packRefusals, placing as words } from '../../../text/packs';
import { problemsFor } from '../../../text/refusals';
import { type ReturnKey, returnPath, useReturnKey } from '../use-returns';
import { ValueField } from './value-field';

type Mark = {
  readonly page: number | null;
  readonly across: number | null;
  readonly down: number | null;
  readonly size: number | null;
  readonly value: FormValue | undefined;
};

type Values = {
  readonly name: string;
  readonly fields: Readonly<Record<string, FormValue | undefined>>;
  readonly marks: readonly Mark[];
};
type Clean = { readonly name: string; readonly mapping: FormMapping };

const NEW_MARK: Mark = { page: 1, across: 20, down: 20, size: 10, value: undefined };
/** Marks are kept in tenths of a millimetre and typed in whole ones. */
const TENTHS = 10;

/** Which figure goes where on a form: into its fields, or on places of its pages. */
export function FormPage() {
  const key = useReturnKey();
  const { formId = '' } = useParams();
  const householdId = useHouseholdId();
  const form = useQuery({
    ...api.packs.form.queryOptions({ input: { householdId, id: formId } }),
    throwOnError: true,
  }).data;
  const facts = useQuery({
    ...api.packs.formFacts.queryOptions({
      input: { householdId, ...(key ?? { agreementId: '', from: '' as never, to: '' as never }) },
      enabled: key !== undefined,
    }),
    throwOnError: true,
  }).data;
  const back = key === undefined ? '/returns' : `${returnPath(key)}/forms`;
  return (
    <Page
      title={form === undefined ? forms.title : words.title(form.name)}
      backTo={back}
      backLabel={words.back}
    >
      {key === undefined || form === undefined || facts === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <Placing key={form.id} form={form} facts={facts} of={key} />
      )}
    </Page>
  );
}

function initialOf(form: AuthorityFormView): Values {
  return {
    name: form.name,
    fields: Object.fromEntries(form.mapping.fields.map(({ name, value }) => [name, value])),
    marks: form.mapping.marks.map((mark) => ({
      ...mark,
      across: Math.round(mark.across / TENTHS),
      down: Math.round(mark.down / TENTHS),
    })),
  };
}

/** What is wrong with what stands at a place or in a field, in words. */
function valueProblem(name: string, value: FormValue | undefined): string | undefined {
  return value?.kind === 'text' && value.text.trim() === '' ? words.emptyWords(name) : undefined;
}

function check(values: Values, form: AuthorityFormView): Checked<Values, Clean> {
  const name = readText(values.name, forms.nameMissing);
  const fields = form.fields.flatMap((field) => {
    const value = values.fields[field.name];
    return value === undefined ? [] : [{ name: field.name, value }];
  });
  const empty = fields.map((one) => valueProblem(one.name, one.value)).find((one) => one !== undefined);
  const marks: FormMapping['marks'][number][] = [];
  let wrong: string | undefined;
  for (const [index, { page, across, down, size, value }] of values.marks.entries()) {
    const number = index + 1;
    const sheet = page === null ? undefined : form.pages[page - 1];
    const fits =
      sheet !== undefined &&
      across !== null &&
      down !== null &&
      size !== null &&
      across * TENTHS <= sheet.width &&
      down * TENTHS <= sheet.height;
    if (value === undefined) wrong ??= words.emptyMark(number);
    else if (valueProblem('', value) !== undefined) wrong ??= words.emptyMark(number);
    else if (!fits || page === null) wrong ??= words.badMark(number);
    else marks.push({ page, across: across * TENTHS, down: down * TENTHS, size, value });
  }
  const problems = {
    ...(name.ok ? {} : { name: name.message }),
    ...(empty === undefined ? {} : { fields: empty }),
    ...(wrong === undefined ? {} : { marks: wrong }),
  };
  if (!name.ok || Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, value: { name: name.value, mapping: { fields, marks } } };
}

function Placing(props: {
  readonly form: AuthorityFormView;
  readonly facts: ShownFormFacts;
  readonly of: ReturnKey;
}) {
  const { form: kept, facts, of } = props;
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<Values, Clean>({
    initial: initialOf(kept),
    check: (values) => check(values, kept),
    send: async (clean) => {
      const answer = await answerOf(client.packs.saveMapping({ householdId, id: kept.id, ...clean }));
      if (!answer.ok) return answer;
      await queryClient.invalidateQueries();
      announce(words.saved);
      void navigate(`${returnPath(of)}/forms`);
      return { ok: true };
    },
    refusal: (refusal) => problemsFor(refusal, ['name'], packRefusals),
  });
  const { fields, marks } = form.values;
  const fieldsField = form.field('fields');
  const marksField = form.field('marks');
  const changeMark = (index: number, part: Partial<Mark>) =>
    form.set(
      'marks',
      marks.map((mark, at) => (at === index ? { ...mark, ...part } : mark)),
    );
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      <TextField label={forms.name} {...form.field('name')} />
      <section className="section" aria-labelledby="placing-fields" id={fieldsField.fieldId} tabIndex={-1}>
        <h2 id="placing-fields">{words.fields}</h2>
        {kept.fields.length === 0 ? (
          <p>{words.noFields}</p>
        ) : (
          <div className="stack">
            <p className="quiet">{words.fieldsHint}</p>
            {kept.fields.map((field) => (
              <ValueField
                key={field.name}
                label={field.name}
                name={field.name}
                value={fields[field.name]}
                facts={facts}
                error={
                  fieldsField.error === undefined ? undefined : valueProblem(field.name, fields[field.name])
                }
                onChange={(value) => form.set('fields', { ...fields, [field.name]: value })}
              />
            ))}
          </div>
        )}
      </section>
      <section className="section" aria-labelledby="placing-marks" id={marksField.fieldId} tabIndex={-1}>
        <h2 id="placing-marks">{words.marks}</h2>
        <div className="stack">
          <p className="quiet">{words.marksHint}</p>
          {marks.map((mark, index) => (
            <fieldset key={index} className="packs-mark stack">
              <legend>{words.mark(index + 1)}</legend>
              <ValueField
                label={words.what(index + 1)}
                name={words.mark(index + 1)}
                value={mark.value}
                facts={facts}
                onChange={(value) => changeMark(index, { value })}
              />
              <div className="packs-place">
                <NumberField
                  label={words.page}
                  value={mark.page}
                  least={1}
                  most={kept.pages.length}
                  onChange={(page) => changeMark(index, { page })}
                />
                <NumberField
                  label={words.across}
                  value={mark.across}
                  least={0}
                  onChange={(across) => changeMark(index, { across })}
                />
                <NumberField
                  label={words.down}
                  value={mark.down}
                  least={0}
                  onChange={(down) => changeMark(index, { down })}
                />
                <NumberField
                  label={words.size}
                  value={mark.size}
                  least={6}
                  most={24}
                  onChange={(size) => changeMark(index, { size })}
                />
              </div>
              <Button
                kind="quiet"
                icon={Trash2}
                onPress={() =>
                  form.set(
                    'marks',
                    marks.filter((_mark, at) => at !== index),
                  )
                }
              >
                {words.removeMark(index + 1)}
              </Button>
            </fieldset>
          ))}
          <Button icon={Plus} onPress={() => form.set('marks', [...marks, NEW_MARK])}>
            {words.addMark}
          </Button>
        </div>
      </section>
    </Form>
  );
}
