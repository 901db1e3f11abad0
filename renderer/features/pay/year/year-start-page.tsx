import type { NewYear, NewYearCode } from '@shared/api/year';
import { taxYearAfter } from '@shared/payroll/new-tax-year';
import { parseTaxCode } from '@shared/payroll/tax-code';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import type { Read } from '../../../components/read-fields';
import { fine } from '../../../components/read-more';
import { SummaryList } from '../../../components/summary-list';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { payYearRefusals, payYearStart as words } from '../../../text/pay-year';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { PayAnswer } from '../pay-answer';

/** Start a tax year: check each PA’s code before it is saved, all in one action. */
export function YearStartPage() {
  const householdId = useHouseholdId();
  const { taxYear: ending = '' } = useParams();
  const taxYear = taxYearAfter(ending);
  const query = useQuery(api.year.newYear.queryOptions({ input: { householdId, taxYear } }));
  return (
    <PayAnswer query={query} title={words.waiting}>
      {(year) => (
        <Page
          title={words.title(taxYear)}
          sub={words.sub(year.from)}
          backTo={`/pay/year/${ending}/end`}
          backLabel={words.back}
        >
          {year.ratesKnown ? null : (
            <Notice tone="note" title={words.rates(taxYear)}>
              <p>{words.ratesBody}</p>
            </Notice>
          )}
          {year.startedOn === null ? (
            <StartForm year={year} ending={ending} householdId={householdId} />
          ) : (
            <Started year={year} />
          )}
        </Page>
      )}
    </PayAnswer>
  );
}

function hint(code: NewYearCode, year: NewYear): string {
  return `${words.how(code)}${words.from(code, year.from)}`;
}

function Started({ year }: { readonly year: NewYear }) {
  return (
    <>
      <Notice
        tone="done"
        title={words.done(year.startedOn ?? year.from)}
        action={<LinkButton to="/people">{words.people}</LinkButton>}
      >
        <p>{words.doneBody}</p>
      </Notice>
      <Codes codes={year.codes} />
    </>
  );
}

function Codes({ codes }: { readonly codes: readonly NewYearCode[] }) {
  if (codes.length === 0) return null;
  return (
    <div className="section">
      <SummaryList rows={codes.map((one) => ({ label: words.code(one.name), value: one.code }))} />
    </div>
  );
}

function readCode(text: string): Read<string> {
  const read = parseTaxCode(text);
  return read.ok ? fine(text.trim()) : { ok: false, message: sentenceFor(read) };
}

function StartForm(props: { readonly year: NewYear; readonly ending: string; readonly householdId: string }) {
  const { year, ending, householdId } = props;
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const own = year.codes.filter((one) => one.how === 'own');
  const asked = year.codes.filter((one) => one.how !== 'own');
  const initial: Record<string, string> = Object.fromEntries(asked.map((one) => [one.workerId, one.code]));
  const form = useForm({
    initial,
    check: (values) =>
      checkFields(
        Object.fromEntries(asked.map((one) => [one.workerId, readCode(values[one.workerId] ?? '')])),
      ),
    send: async (codes) => {
      const answer = await answerOf(
        client.year.start({
          householdId,
          taxYear: year.taxYear,
          codes: Object.entries(codes).map(([workerId, taxCode]) => ({ workerId, taxCode: String(taxCode) })),
        }),
      );
      if (answer.ok) {
        await queryClient.invalidateQueries();
        void navigate(`/pay/year/${ending}/end`);
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial), payYearRefusals),
  });
  return (
    <>
      {own.map((one) => (
        <p key={one.workerId}>
          <strong>
            {words.code(one.name)}: {one.code}
          </strong>{' '}
          {hint(one, year)}
        </p>
      ))}
      {year.codes.length === 0 ? (
        <Notice title={words.none}>
          <p>{words.noneBody}</p>
        </Notice>
      ) : (
        <p className="year-rule">{words.rule}</p>
      )}
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.send(year.taxYear)}
          </Button>
        }
      >
        {asked.map((one) => (
          <TextField
            key={one.workerId}
            label={words.code(one.name)}
            hint={hint(one, year)}
            width="8"
            autoComplete="off"
            {...form.field(one.workerId)}
          />
        ))}
      </Form>
    </>
  );
}
