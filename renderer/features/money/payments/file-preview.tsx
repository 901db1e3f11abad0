import type { FilePreview } from '@shared/api/payments';
import type { PaymentTemplate } from '@shared/budget/payment-template';
import type { IsoDay } from '@shared/dates';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, refusalOf } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Notice } from '../../../components/notice';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { paymentFile as words } from '../../../text/payment-files';
import { paymentProblem, paymentRefusals } from '../../../text/payments';
import { sentenceFor } from '../../../text/refusals';

const SIGNS: Readonly<Record<PaymentTemplate['delimiter'], string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
};

export type FilePlan = {
  readonly template: PaymentTemplate;
  readonly keys: readonly string[];
  readonly accountId: string | null;
  readonly payDay: IsoDay;
};

/** What a payment file would say, with what has to be put right before it can be made. */
export function FilePreviewPart({ plan }: { readonly plan: FilePlan }) {
  const householdId = useHouseholdId();
  const query = useQuery({
    ...api.payments.previewFile.queryOptions({ input: { householdId, ...plan, keys: [...plan.keys] } }),
    placeholderData: keepPreviousData,
    retry: false,
    throwOnError: (error) => refusalOf(error) === undefined,
  });
  const refusal = query.error === null ? undefined : refusalOf(query.error);
  if (refusal !== undefined)
    return <Notice tone="wrong" title={sentenceFor(refusal, paymentRefusals)} spoken />;
  if (query.data === undefined) return <WaitingLine>{common.loading}</WaitingLine>;
  return <Found preview={query.data} template={plan.template} />;
}

function Found({ preview, template }: { readonly preview: FilePreview; readonly template: PaymentTemplate }) {
  const blocking = [...new Set(preview.problems.filter((one) => one.blocks).map(paymentProblem))];
  const told = preview.problems.filter((one) => !one.blocks).map(paymentProblem);
  return (
    <>
      {blocking.length === 0 ? null : (
        <Notice tone="wrong" title={words.problemsTitle(blocking.length)}>
          <Sentences of={blocking} />
        </Notice>
      )}
      {told.length === 0 ? null : (
        <Notice tone="attention" title={words.toldTitle}>
          <Sentences of={told} />
        </Notice>
      )}
      <section className="section" aria-labelledby="file-preview">
        <h2 id="file-preview">{words.preview}</h2>
        <p className="quiet">
          {preview.sample ? `${words.sample} ` : ''}
          {words.total(preview.payments, preview.total)}
        </p>
        <pre className="bank-file-rows">
          {preview.rows.map((row) => row.join(SIGNS[template.delimiter])).join('\n')}
        </pre>
      </section>
    </>
  );
}

function Sentences({ of }: { readonly of: readonly string[] }) {
  return (
    <ul className="owed-list">
      {[...new Set(of)].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
