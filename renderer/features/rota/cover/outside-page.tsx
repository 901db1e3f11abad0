import type { CoverView } from '@shared/api/cover';
import { formatTime } from '@shared/clock-time';
import { addDays } from '@shared/dates';
import { formatPounds, type Pence } from '@shared/money';
import { useNavigate, useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { MoneyField } from '../../../components/money-field';
import { Page } from '../../../components/page';
import { type Read, readMoney, readTime } from '../../../components/read-fields';
import { TimeField } from '../../../components/time-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { spanWords, cover as words } from '../../../text/cover';
import { coverRefusals } from '../../../text/cover-reasons';
import { problemsFor } from '../../../text/refusals';
import { rotaPath } from '../paths';
import { useWritten } from '../use-rota';
import { useCoverView } from './use-cover';

type Outside = CoverView['coveredBy'][number] & { readonly outsideId: string };

/** When an agency came, and what it charged. */
export function OutsidePage() {
  const { key = '', outsideId = '' } = useParams();
  const view = useCoverView(key);
  const found = view?.coveredBy.find((one) => one.outsideId === outsideId);
  const back = {
    backTo: rotaPath.cover(key, found?.span.day ?? ('' as Outside['span']['day'])),
    backLabel: words.titleNone,
  };
  if (found === undefined || found.outsideId === null)
    return (
      <Page title={words.titleNone} {...back} backTo={rotaPath.gaps}>
        {view === undefined ? (
          <WaitingLine>{common.loading}</WaitingLine>
        ) : (
          <EmptyState title={words.gone}>{words.goneBody}</EmptyState>
        )}
      </Page>
    );
  return (
    <Page title={words.outsideTitle(found.name)} sub={spanWords(found.span)} {...back}>
      <OutsideForm shiftKey={key} outside={{ ...found, outsideId: found.outsideId }} />
    </Page>
  );
}

function readCharge(text: string): Read<Pence | null> {
  return text.trim() === '' ? { ok: true, value: null } : readMoney(text, words.outsideCharge);
}

function OutsideForm({ shiftKey, outside }: { readonly shiftKey: string; readonly outside: Outside }) {
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const { day } = outside.span;
  const form = useForm({
    initial: {
      start: formatTime(outside.span.start),
      end: formatTime(outside.span.end),
      charge: outside.charge === null ? '' : formatPounds(outside.charge).replace(/[£,]/g, ''),
    },
    check: (values) =>
      checkFields({
        start: readTime(values.start, words.outsideStart),
        end: readTime(values.end, words.outsideEnd),
        charge: readCharge(values.charge),
      }),
    send: async ({ start, end, charge }) => {
      const span = { day, start, endDay: end > start ? day : addDays(day, 1), end };
      const answer = await answerOf(
        client.cover.confirmOutside({ householdId, id: outside.outsideId, span, charge }),
      );
      if (answer.ok) {
        void navigate(rotaPath.cover(shiftKey, day));
        await written(words.noted);
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['start', 'end', 'charge'], coverRefusals),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.outsideSave}
        </Button>
      }
    >
      <TimeField label={words.outsideStart} {...form.field('start')} />
      <TimeField label={words.outsideEnd} {...form.field('end')} />
      <MoneyField
        label={words.outsideCharge}
        hint={words.outsideChargeHint}
        optional
        {...form.field('charge')}
      />
    </Form>
  );
}
