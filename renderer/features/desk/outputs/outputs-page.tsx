import type { OutputSources, OutputsWanted } from '@shared/api/outputs';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Files } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { Button } from '../../../components/button';
import { Checkbox } from '../../../components/checkbox';
import { CheckboxGroup } from '../../../components/checkbox-group';
import { DateField } from '../../../components/date-field';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { announce } from '../../../components/live-region';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { Select } from '../../../components/select';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { outputs as words } from '../../../text/desk/outputs';
import { payRefusals } from '../../../text/pay-problems';
import { problemsFor } from '../../../text/refusals';
import { firstChoice, kindsFor, type OutputsChoice, readChoice, sourceOf } from './outputs-choice';
import { OutputsResult, useOutputsState } from './outputs-result';
import './outputs.css';

/** Makes papers and files of many households in one go: whose, which, and how they are put together. */
export function OutputsPage() {
  const sources = useQuery({ ...api.outputs.sources.queryOptions(), throwOnError: true }).data;
  const [search] = useSearchParams();
  const state = useOutputsState();
  return (
    <Page
      title={words.title}
      sub={words.sub}
      backTo="/desk"
      backLabel={words.back}
      head={
        <div className="button-row outputs-ways">
          <LinkButton to="/desk/outputs/letters">{words.toLetters}</LinkButton>
          <LinkButton to="/desk/outputs/pensions">{words.toPensions}</LinkButton>
        </div>
      }
    >
      {sources === undefined || state === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          <OutputsResult state={state} />
          {state.state === 'never' ? null : <h2 className="outputs-other">{words.makeOther}</h2>}
          <ChoiceForm
            sources={sources}
            batchId={search.get('batch')}
            running={state.state === 'running'}
            hasFile={state.state === 'done'}
          />
        </>
      )}
    </Page>
  );
}

function ChoiceForm(props: {
  readonly sources: OutputSources;
  readonly batchId: string | null;
  readonly running: boolean;
  readonly hasFile: boolean;
}) {
  const { sources, running } = props;
  const queryClient = useQueryClient();
  const form = useForm<OutputsChoice, OutputsWanted>({
    initial: firstChoice(sources, props.batchId),
    check: readChoice,
    send: async (wanted) => {
      if (running) {
        announce(words.waiting);
        return { ok: true };
      }
      const answer = await answerOf(client.outputs.start(wanted));
      await queryClient.invalidateQueries({ queryKey: api.outputs.state.queryKey() });
      return answer;
    },
    refusal: (refusal) =>
      problemsFor(refusal, ['kinds', 'letterId', 'batchId', 'from', 'to', 'taxYear'], payRefusals),
  });
  const { values } = form;
  const year = sources.taxYears.find((one) => one.name === values.taxYear);
  return (
    <Form
      form={form}
      actions={
        <Button
          kind={props.hasFile || running ? 'secondary' : 'primary'}
          type="submit"
          icon={Files}
          pending={form.pending}
        >
          {props.hasFile || running ? words.makeOther : words.make}
        </Button>
      }
    >
      <RadioGroup
        label={words.whose}
        {...form.field('whose')}
        choices={[
          ...(sources.batches.length === 0
            ? []
            : [
                {
                  value: 'batch' as const,
                  label: words.sources.batch,
                  note: words.sources.batchNote,
                  more: (
                    <Select
                      label={words.batch}
                      {...form.field('batchId')}
                      choices={sources.batches.map((one) => ({
                        value: one.id,
                        label: words.batchNamed(one.payFrom, one.payTo, one.finished),
                      }))}
                    />
                  ),
                },
              ]),
          {
            value: 'days',
            label: words.sources.days,
            note: words.sources.daysNote,
            more: (
              <div className="outputs-days">
                <DateField label={words.from} {...form.field('from')} />
                <DateField label={words.to} {...form.field('to')} />
              </div>
            ),
          },
          {
            value: 'year',
            label: words.sources.year,
            note: words.sources.yearNote,
            more: (
              <Select
                label={words.year}
                {...form.field('taxYear')}
                choices={sources.taxYears.map((one) => ({
                  value: one.name,
                  label: one.isOver ? words.yearOver(one.name) : words.yearRunning(one.name),
                }))}
              />
            ),
          },
        ]}
      />
      <Outline choice={values} />
      <CheckboxGroup
        label={words.what}
        {...form.field('kinds')}
        value={values.kinds}
        choices={kindsFor(values.whose).map((kind) => ({
          value: kind,
          label: words.kinds[kind][0],
          note: words.kinds[kind][1],
        }))}
      />
      {values.whose === 'year' && values.kinds.includes('year-end') && year?.isOver === false ? (
        <Notice tone="attention" title={words.yearEndWaits(year.p60From)} />
      ) : null}
      {values.kinds.includes('print-run') ? (
        <>
          <RadioGroup
            label={words.sort}
            {...form.field('sort')}
            choices={(['household', 'worker'] as const).map((value) => ({
              value,
              label: words.sorts[value][0],
              note: words.sorts[value][1],
            }))}
          />
          <Checkbox label={words.doubleSided} note={words.doubleSidedNote} {...form.field('doubleSided')} />
        </>
      ) : null}
      {values.kinds.includes('letters') ? <LetterChoice field={form.field('letterId')} /> : null}
      <RadioGroup
        label={words.pack}
        {...form.field('pack')}
        choices={(['folders', 'zips'] as const).map((value) => ({
          value,
          label: words.packs[value][0],
          note: words.packs[value][1],
        }))}
      />
    </Form>
  );
}

/** How much there is of what was chosen, and the pensions whose files can’t be made yet. */
function Outline({ choice }: { readonly choice: OutputsChoice }) {
  const of = sourceOf(choice);
  const outline = useQuery({
    ...api.outputs.outline.queryOptions({ input: { of: of ?? { kind: 'year', taxYear: '2000-01' } } }),
    enabled: of !== undefined,
    placeholderData: (before) => before,
  }).data;
  if (of === undefined || outline === undefined) return null;
  const missing = outline.pensions.reduce((sum, one) => sum + one.households - one.ready, 0);
  return (
    <>
      <p className="strong" role="status">
        {words.outline(outline)}
      </p>
      {missing > 0 && choice.kinds.includes('pension-files') ? (
        <Notice
          tone="attention"
          title={words.pensionsMissing(missing)}
          action={<LinkButton to="/desk/outputs/pensions">{words.pensionsFill}</LinkButton>}
        />
      ) : null}
    </>
  );
}

type LetterField = {
  readonly fieldId: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
};

function LetterChoice({ field }: { readonly field: LetterField }) {
  const letters = useQuery({ ...api.outputs.letters.queryOptions(), throwOnError: true }).data;
  if (letters === undefined) return <WaitingLine>{common.loading}</WaitingLine>;
  if (letters.length === 0)
    return (
      <Notice
        tone={field.error === undefined ? 'note' : 'wrong'}
        title={words.noLetters}
        action={<LinkButton to="/desk/outputs/letters/new">{words.writeLetter}</LinkButton>}
      />
    );
  return (
    <Select
      label={words.letter}
      {...field}
      choices={letters.map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}
