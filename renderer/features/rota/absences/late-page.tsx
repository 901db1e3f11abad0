import type { LateInput } from '@shared/api/absences';
import type { RotaShift } from '@shared/api/rota';
import { addDays, formatWeekday, type IsoDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import type { Read } from '../../../components/read-fields';
import { Select } from '../../../components/select';
import { Table } from '../../../components/table';
import { TextField } from '../../../components/text-field';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { absenceRefusals } from '../../../text/absence-problems';
import { awayListWords, lateWords as words } from '../../../text/absences';
import { common } from '../../../text/common';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { rotaRefusals } from '../../../text/rota-sentences';
import { hoursWords, longTimes } from '../../../text/rota-times';
import { rotaPath } from '../paths';
import { inOrder } from '../rota-model';
import { useRota, useToday, useWritten } from '../use-rota';

const SENTENCES = { ...rotaRefusals, ...absenceRefusals };
/** How far back shifts can be chosen, in days. */
const BACK_DAYS = 13;

/** A PA came late for a shift: which, by how much, and what is paid. */
export function LatePage() {
  const today = useToday();
  const view = useRota(today === undefined ? undefined : addDays(today, -BACK_DAYS), today);
  const back = { backTo: rotaPath.absences, backLabel: awayListWords.title };
  if (today === undefined || view === undefined)
    return (
      <Page title={words.title} {...back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  const shifts = inOrder(view.shifts)
    .filter(
      (shift) =>
        shift.workerId !== null &&
        shift.day <= today &&
        (shift.state === 'planned' || shift.state === 'confirmed'),
    )
    .toReversed();
  const names = new Map(view.people.map((person) => [person.workerId, person.shortName]));
  return (
    <Page title={words.title} sub={words.sub} {...back}>
      {shifts.length === 0 ? (
        <EmptyState
          title={words.none}
          actions={<LinkButton to={rotaPath.rota(today)}>{words.toRota}</LinkButton>}
        >
          {words.noneBody}
        </EmptyState>
      ) : (
        <LateForm shifts={shifts} names={names} />
      )}
      <Lates />
    </Page>
  );
}

type Values = {
  readonly key: string;
  readonly minutesLate: string;
  readonly reason: string;
  readonly paid: LateInput['paid'] | '';
};

function readMinutes(text: string): Read<number> {
  const typed = text.trim();
  return /^\d{1,4}$/.test(typed) && Number(typed) > 0
    ? { ok: true, value: Number(typed) }
    : { ok: false, message: String(absenceRefusals['late.not-minutes']) };
}

function LateForm(props: {
  readonly shifts: readonly RotaShift[];
  readonly names: ReadonlyMap<string, string>;
}) {
  const { shifts, names } = props;
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const [search] = useSearchParams();
  const asked = search.get('shift') ?? '';
  const nameOf = (shift: RotaShift | undefined): string => names.get(shift?.workerId ?? '') ?? '';
  const form = useForm<Values, LateInput>({
    initial: {
      key: shifts.some((shift) => shift.key === asked) ? asked : '',
      minutesLate: '',
      reason: '',
      paid: 'time-worked',
    },
    check: (values) =>
      checkFields({
        key: values.key === '' ? { ok: false, message: words.chooseShift } : { ok: true, value: values.key },
        minutesLate: readMinutes(values.minutesLate),
        reason:
          values.reason.trim() === ''
            ? { ok: false, message: String(absenceRefusals['late.no-reason']) }
            : { ok: true, value: values.reason.trim() },
        paid:
          values.paid === '' ? { ok: false, message: words.choosePaid } : { ok: true, value: values.paid },
      }),
    send: async (late) => {
      const answer = await answerOf(client.absences.saveLate({ householdId, late }));
      if (answer.ok) {
        const shift = shifts.find((one) => one.key === late.key);
        void navigate(rotaPath.rota(shift?.day));
        await written(words.saved(nameOf(shift)));
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['key', 'minutesLate', 'reason', 'paid'], SENTENCES),
  });
  const { values } = form;
  const read = readMinutes(values.minutesLate);
  const effect = useQuery({
    ...api.absences.previewLate.queryOptions({
      input:
        values.key === '' || values.paid === '' || !read.ok
          ? skipToken
          : {
              householdId,
              late: { key: values.key, minutesLate: read.value, reason: '', paid: values.paid },
            },
    }),
    placeholderData: keepPreviousData,
    retry: false,
  }).data;
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      <Select
        label={words.which}
        hint={words.whichHint}
        {...form.field('key')}
        choices={shifts.map((shift) => ({
          value: shift.key,
          label: `${nameOf(shift)}, ${formatWeekday(shift.day)}, ${longTimes(shift)}`,
        }))}
      />
      <TextField label={words.minutes} inputMode="numeric" width="4" {...form.field('minutesLate')} />
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        width="full"
        spellCheck
        {...form.field('reason')}
      />
      <RadioGroup
        label={words.paid}
        {...form.field('paid')}
        choices={[
          { value: 'time-worked', label: words.paidTime, note: words.paidTimeNote },
          { value: 'whole-shift', label: words.paidWhole },
        ]}
      />
      {effect === undefined ? null : (
        <Notice
          spoken
          title={words.effect(
            hoursWords(effect.paidMinutes),
            effect.lostMinutes,
            effect.lostPay === null ? null : formatPounds(effect.lostPay),
          )}
        >
          <p>{words.confirms}</p>
        </Notice>
      )}
    </Form>
  );
}

/** Who came late before, each with a way to take it back. */
function Lates() {
  const householdId = useHouseholdId();
  const written = useWritten();
  const lates = useQuery({
    ...api.absences.lates.queryOptions({ input: { householdId, workerId: null } }),
    throwOnError: true,
  }).data;
  if (lates === undefined || lates.length === 0) return null;
  const remove = async (id: string) => {
    const answer = await answerOf(client.absences.removeLate({ householdId, id }));
    if (answer.ok) await written(words.removed);
    else showToast(sentenceFor(answer, SENTENCES));
  };
  const when = (day: IsoDay): string => formatWeekday(day, true);
  return (
    <section className="section">
      <h2>{words.list}</h2>
      <Table
        caption={words.list}
        hideCaption
        tools={false}
        least={40}
        rows={lates}
        rowKey={(one) => one.id}
        columns={[
          { id: 'who', heading: words.columns.who, cell: (one) => one.name, isName: true },
          { id: 'when', heading: words.columns.when, cell: (one) => when(one.day) },
          { id: 'late', heading: words.columns.late, cell: (one) => words.row(one.minutesLate, one.paid) },
          { id: 'why', heading: words.columns.why, cell: (one) => one.reason },
          {
            id: 'action',
            heading: words.columns.action,
            kind: 'action',
            cell: (one) => (
              <Button
                kind="quiet"
                name={words.removeName(one.name, one.day)}
                onPress={() => void remove(one.id)}
              >
                {words.remove}
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}
