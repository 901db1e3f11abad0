import type { OutputKind, OutputSources, OutputsOf, OutputsWanted } from '@shared/api/outputs';
import { type DateText, dateText, readDateText } from '../../../components/date-text';
import { readDate } from '../../../components/read-fields';
import type { Checked } from '../../../components/use-form';
import { outputs as words } from '../../../text/desk/outputs';

/** What is typed and chosen on the page, as it stands in its fields. */
export type OutputsChoice = {
  readonly whose: OutputsOf['kind'];
  readonly batchId: string;
  readonly from: DateText;
  readonly to: DateText;
  readonly taxYear: string;
  readonly kinds: readonly OutputKind[];
  readonly sort: OutputsWanted['sort'];
  readonly doubleSided: boolean;
  readonly letterId: string;
  readonly pack: OutputsWanted['pack'];
};

/** The kinds of paper, in the order they are shown; the year end’s only for a tax year. */
export function kindsFor(whose: OutputsOf['kind']): readonly OutputKind[] {
  const always: readonly OutputKind[] = [
    'payslips',
    'print-run',
    'payment-sheets',
    'hmrc-list',
    'report-figures',
    'p32',
    'pension-files',
    'letters',
  ];
  return whose === 'year' ? [...always, 'year-end'] : always;
}

/** What the page begins with: the batch it was opened for, else the newest batch, else the newest pay day. */
export function firstChoice(sources: OutputSources, batchId: string | null): OutputsChoice {
  const [newestBatch] = sources.batches;
  const batch = sources.batches.find((one) => one.id === batchId) ?? newestBatch;
  return {
    whose: batch === undefined ? 'days' : 'batch',
    batchId: batch?.id ?? '',
    from: dateText(sources.newest?.from),
    to: dateText(sources.newest?.to),
    taxYear: sources.taxYears[0]?.name ?? '',
    kinds: ['payslips'],
    sort: 'household',
    doubleSided: false,
    letterId: '',
    pack: 'folders',
  };
}

/** Whose papers they are, where that is chosen whole; undefined until then. */
export function sourceOf(choice: OutputsChoice): OutputsOf | undefined {
  switch (choice.whose) {
    case 'batch':
      return choice.batchId === '' ? undefined : { kind: 'batch', batchId: choice.batchId };
    case 'days': {
      const from = readDateText(choice.from);
      const to = readDateText(choice.to);
      return from.ok && to.ok && from.value <= to.value
        ? { kind: 'days', from: from.value, to: to.value }
        : undefined;
    }
    case 'year':
      return choice.taxYear === '' ? undefined : { kind: 'year', taxYear: choice.taxYear };
  }
}

/** Reads the page. Kinds that are not shown for what was chosen, and a letter that is not asked for, are left out. */
export function readChoice(choice: OutputsChoice): Checked<OutputsChoice, OutputsWanted> {
  const of = sourceOf(choice);
  const kinds = kindsFor(choice.whose).filter((kind) => choice.kinds.includes(kind));
  const needsLetter = kinds.includes('letters');
  const problems: { -readonly [Name in keyof OutputsChoice]?: string } = {};
  if (of === undefined) Object.assign(problems, sourceProblems(choice));
  if (kinds.length === 0) problems.kinds = words.whatMissing;
  if (needsLetter && choice.letterId === '') problems.letterId = words.letterMissing;
  if (of === undefined || Object.keys(problems).length > 0) return { ok: false, problems };
  const { sort, doubleSided, pack } = choice;
  return {
    ok: true,
    value: { of, kinds, sort, doubleSided, pack, letterId: needsLetter ? choice.letterId : null },
  };
}

function sourceProblems(choice: OutputsChoice): { [Name in keyof OutputsChoice]?: string } {
  if (choice.whose === 'batch') return { batchId: words.batchMissing };
  if (choice.whose === 'year') return { taxYear: words.yearMissing };
  const from = readDate(choice.from, words.from);
  const to = readDate(choice.to, words.to);
  if (from.ok && to.ok) return { to: words.order };
  return { ...(from.ok ? {} : { from: from.message }), ...(to.ok ? {} : { to: to.message }) };
}
