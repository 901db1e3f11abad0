import { type PaymentTemplate, paymentTemplateSchema } from '@shared/budget/payment-template';
import type { IsoDay } from '@shared/dates';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { Checkbox } from '../../../components/checkbox';
import { EmptyState } from '../../../components/empty-state';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Select } from '../../../components/select';
import { TextField } from '../../../components/text-field';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import {
  fileAmounts,
  fileCharacters,
  fileDates,
  fileDelimiters,
  fileLineEnds,
  fileOrders,
  fileQuotes,
  fileSortCodes,
  templateForm as words,
} from '../../../text/payment-files';
import { payees, paymentRefusals } from '../../../text/payments';
import { sentenceFor } from '../../../text/refusals';
import { FilePreviewPart } from './file-preview';
import { TemplateColumns } from './template-columns';
import { useDoing, useTemplates, useToday, useWritten } from './use-payments';

const FILE = '/money/payments/file';

/** The builder of a payment file’s form, with what it would make of two invented payments. */
export function TemplatePage() {
  const { templateId = '' } = useParams();
  const [search] = useSearchParams();
  const templates = useTemplates();
  const today = useToday();
  const own = templates?.own.find((one) => one.id === templateId);
  const base = templates?.ready.find((one) => one.id === search.get('from')) ?? templates?.ready[0];
  const back = { backTo: FILE, backLabel: words.back };
  if (templates === undefined || today === undefined)
    return (
      <Page title={words.newTitle} {...back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  const isNew = templateId === 'new';
  if ((!isNew && own === undefined) || base === undefined)
    return (
      <Page title={words.newTitle} {...back}>
        <EmptyState title={payees.gone}>{words.sub}</EmptyState>
      </Page>
    );
  return (
    <Page title={own === undefined ? words.newTitle : words.title(own.name)} sub={words.sub} {...back}>
      <Builder
        key={own?.id ?? base.id}
        id={own?.id ?? null}
        name={own?.name ?? words.copyOf(base.name)}
        template={own?.template ?? base.template}
        today={today}
      />
    </Page>
  );
}

/** Choices of a format with what each looks like. */
function choicesOf<Value extends string>(
  names: Readonly<Record<Value, string>>,
): { value: Value; label: string }[] {
  return (Object.keys(names) as Value[]).map((value) => ({ value, label: names[value] }));
}

function Builder(props: {
  readonly id: string | null;
  readonly name: string;
  readonly template: PaymentTemplate;
  readonly today: IsoDay;
}) {
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const { doing, run } = useDoing();
  const [name, setName] = useState(props.name);
  const [template, setTemplate] = useState(props.template);
  const [problem, setProblem] = useState<string | undefined>();
  const [pending, setPending] = useState(false);
  const set = (patch: Partial<PaymentTemplate>) => setTemplate((now) => ({ ...now, ...patch }));
  const checked = paymentTemplateSchema.safeParse(template);
  const usesKind = template.columns.some((one) => one.value === 'payee-kind');
  const save = async () => {
    if (pending) return;
    if (name.trim() === '') return setProblem(words.nameNeeded);
    if (!checked.success) return setProblem(words.notReady);
    setPending(true);
    try {
      const answer = await answerOf(
        client.payments.saveTemplate({
          householdId,
          id: props.id,
          name: name.trim(),
          template: checked.data,
        }),
      );
      if (!answer.ok) return setProblem(sentenceFor(answer, paymentRefusals));
      void navigate(FILE);
      await written(words.saved(name.trim()));
    } finally {
      setPending(false);
    }
  };
  const remove = async (id: string) => {
    const done = await run(
      'remove',
      () => answerOf(client.payments.removeTemplate({ householdId, id })),
      words.removed(name),
    );
    if (done) void navigate(FILE);
  };
  return (
    <div className="bank-file">
      <TextField label={words.name} value={name} onChange={setName} />
      <TemplateColumns
        part="columns"
        columns={template.columns}
        headings={template.headings}
        onChange={(columns) => set({ columns: [...columns] })}
      />
      <TemplateColumns
        part="head"
        columns={template.head}
        headings={false}
        onChange={(head) => set({ head: [...head] })}
      />
      <TemplateColumns
        part="total"
        columns={template.total}
        headings={false}
        onChange={(total) => set({ total: [...total] })}
      />
      <section className="section" aria-labelledby="template-formats">
        <h2 id="template-formats">{words.formats}</h2>
        <Checkbox
          label={words.headings}
          value={template.headings}
          onChange={(headings) => set({ headings })}
        />
        <Checkbox
          label={words.upperCase}
          value={template.upperCase}
          onChange={(upperCase) => set({ upperCase })}
        />
        <Checkbox
          label={words.lastLineEnds}
          value={template.lastLineEnds}
          onChange={(lastLineEnds) => set({ lastLineEnds })}
        />
        <div className="template-fields">
          <Select
            label={words.dates}
            value={template.dates}
            onChange={(dates) => set({ dates })}
            choices={choicesOf(fileDates)}
          />
          <Select
            label={words.amounts}
            value={template.amounts}
            onChange={(amounts) => set({ amounts })}
            choices={choicesOf(fileAmounts)}
          />
          <Select
            label={words.sortCodes}
            value={template.sortCodes}
            onChange={(sortCodes) => set({ sortCodes })}
            choices={choicesOf(fileSortCodes)}
          />
          <Select
            label={words.delimiter}
            value={template.delimiter}
            onChange={(delimiter) => set({ delimiter })}
            choices={choicesOf(fileDelimiters)}
          />
          <Select
            label={words.quotes}
            value={template.quotes}
            onChange={(quotes) => set({ quotes })}
            choices={choicesOf(fileQuotes)}
          />
          <Select
            label={words.lineEnds}
            value={template.lineEnds}
            onChange={(lineEnds) => set({ lineEnds })}
            choices={choicesOf(fileLineEnds)}
          />
          <Select
            label={words.order}
            value={template.order}
            onChange={(order) => set({ order })}
            choices={choicesOf(fileOrders)}
          />
          <Select
            label={words.characters}
            value={template.characters}
            onChange={(characters) => set({ characters })}
            choices={choicesOf(fileCharacters)}
          />
          {usesKind ? (
            <>
              <TextField
                label={words.person}
                width="12"
                value={template.texts.person}
                onChange={(person) => set({ texts: { ...template.texts, person } })}
              />
              <TextField
                label={words.firm}
                width="12"
                value={template.texts.firm}
                onChange={(firm) => set({ texts: { ...template.texts, firm } })}
              />
            </>
          ) : null}
        </div>
      </section>
      {checked.success ? (
        <FilePreviewPart plan={{ template: checked.data, keys: [], accountId: null, payDay: props.today }} />
      ) : (
        <Notice tone="attention" title={words.notReady} />
      )}
      {problem === undefined ? null : <Notice tone="wrong" title={problem} spoken />}
      <div className="actions">
        <Button kind="primary" pending={pending} onPress={() => void save()}>
          {words.save}
        </Button>
        {props.id === null ? null : (
          <Button icon={Trash2} pending={doing === 'remove'} onPress={() => void remove(props.id ?? '')}>
            {words.removeForm}
          </Button>
        )}
      </div>
    </div>
  );
}
