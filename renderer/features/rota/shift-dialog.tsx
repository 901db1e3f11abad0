import type { RotaShift, RotaView } from '@shared/api/rota';
import type { IsoDay } from '@shared/dates';
import { CalendarX, Check, Trash2, Undo2, UserSearch } from 'lucide-react';
import { useState } from 'react';
import { answerOf, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { SummaryList } from '../../components/summary-list';
import { kindsOfWork } from '../../text/kinds-of-work';
import { lateWords } from '../../text/late-change';
import { sentenceFor } from '../../text/refusals';
import { shiftWords } from '../../text/rota';
import { confirmWords } from '../../text/rota-more';
import { awayWithin, rotaRefusals } from '../../text/rota-sentences';
import { hoursWords, longTimes } from '../../text/rota-times';
import { rotaPath } from './paths';
import { holderOf, namesOf, timesOf } from './rota-model';
import { ShiftForm, type ShiftStart } from './shift-form';
import { useWritten } from './use-rota';

/** What is open over the rota: a new shift, or one that is there. */
export type OpenShift =
  | Extract<ShiftStart, { kind: 'new' }>
  | { readonly kind: 'shift'; readonly key: string };

/** One shift over the rota: change it, find cover, confirm or remove it. Finished ones are only read. */
export function ShiftDialog(props: {
  readonly open: OpenShift | undefined;
  readonly view: RotaView;
  readonly today: IsoDay;
  readonly onClose: () => void;
}) {
  const { open, view, today, onClose } = props;
  const shift = open?.kind === 'shift' ? view.shifts.find((one) => one.key === open.key) : undefined;
  const isOpen = open !== undefined && (open.kind === 'new' || shift !== undefined);
  const title =
    shift === undefined ? shiftWords.newTitle : shiftWords.title(holderOf(shift, namesOf(view)), shift.day);
  return (
    <Dialog open={isOpen} onClose={onClose} title={title}>
      {open?.kind === 'new' ? <ShiftForm start={open} onDone={onClose} /> : null}
      {shift === undefined ? null : (
        <ShiftInside key={shift.key} shift={shift} view={view} today={today} onClose={onClose} />
      )}
    </Dialog>
  );
}

function ShiftInside(props: {
  readonly shift: RotaShift;
  readonly view: RotaView;
  readonly today: IsoDay;
  readonly onClose: () => void;
}) {
  const { shift, view, today, onClose } = props;
  const householdId = useHouseholdId();
  const written = useWritten();
  const [problem, setProblem] = useState<string | undefined>();
  const names = namesOf(view);
  const run = async (call: Promise<unknown>, said?: string) => {
    const answer = await answerOf(call);
    if (!answer.ok) {
      setProblem(sentenceFor(answer, rotaRefusals));
      return;
    }
    onClose();
    await written(said);
  };
  const { key, day } = shift;
  const isFinished = shift.state === 'paid' || shift.state === 'confirmed';
  const isOnFamilyLeave =
    !isFinished && shift.absence?.kind === 'family' && shift.absence.workerId === shift.workerId;
  const cover = view.shifts.find((one) => one.coversKey === key);
  const awayName = shift.absence === null ? undefined : names.get(shift.absence.workerId);
  return (
    <div className="stack">
      {problem === undefined ? null : <Notice tone="wrong" title={problem} spoken />}
      {shift.absence === null || awayName === undefined ? null : (
        <Notice
          title={shiftWords.away(awayName, awayWithin(shift.absence.kind))}
          action={
            <LinkButton to={rotaPath.absence(shift.absence.id, day)} icon={CalendarX}>
              {shiftWords.changeAway}
            </LinkButton>
          }
        >
          {cover === undefined ? null : <p>{shiftWords.coveredBy(holderOf(cover, names))}</p>}
        </Notice>
      )}
      {isFinished ? <FinishedShift shift={shift} /> : null}
      <div className="button-row">
        {shift.state === 'needs-someone' ? (
          <LinkButton kind="primary" to={rotaPath.cover(key, day)} icon={UserSearch}>
            {shiftWords.findCover}
          </LinkButton>
        ) : null}
        {(shift.state === 'planned' || isOnFamilyLeave) && day <= today ? (
          <Button
            icon={Check}
            onPress={() =>
              void run(
                client.rota.confirm({ householdId, shifts: [{ key, actual: null }] }),
                confirmWords.confirmed(1),
              )
            }
          >
            {isOnFamilyLeave ? shiftWords.keptInTouch : shiftWords.confirm}
          </Button>
        ) : null}
        {shift.state === 'confirmed' ? (
          <Button icon={Undo2} onPress={() => void run(client.rota.unconfirm({ householdId, key }))}>
            {shiftWords.takeBack}
          </Button>
        ) : null}
        {isFinished ? null : (
          <Button icon={Trash2} onPress={() => void run(client.rota.removeShift({ householdId, key }))}>
            {shiftWords.remove}
          </Button>
        )}
      </div>
      {shift.patternId !== null && !isFinished ? <p className="quiet">{shiftWords.repeats}</p> : null}
      {isFinished ? null : <ShiftForm start={{ kind: 'change', shift }} onDone={onClose} />}
    </div>
  );
}

function FinishedShift({ shift }: { readonly shift: RotaShift }) {
  const { actual } = shift;
  return (
    <>
      <SummaryList
        rows={[
          { label: shiftWords.stateLabel, value: shiftWords.state[shift.state] },
          { label: shiftWords.planned, value: longTimes(shift) },
          {
            label: shiftWords.worked,
            value: `${longTimes(timesOf(shift))}, ${hoursWords(actual?.minutes ?? shift.minutes)}`,
          },
          { label: shiftWords.kind, value: kindsOfWork[shift.kindOfWork] },
          ...(actual === null || actual.reason === ''
            ? []
            : [{ label: shiftWords.reason, value: actual.reason }]),
          ...(actual?.awakeMinutes == null
            ? []
            : [{ label: shiftWords.awake, value: hoursWords(actual.awakeMinutes) }]),
          ...(shift.note === '' ? [] : [{ label: shiftWords.note, value: shift.note }]),
        ]}
      />
      <p className="quiet">{shift.state === 'paid' ? shiftWords.locked : shiftWords.confirmedNote}</p>
      {shift.state === 'paid' ? (
        <p>
          <LinkButton kind="quiet" flush to={rotaPath.lateChange(shift.shiftId ?? shift.key)}>
            {lateWords.dialogLink}
          </LinkButton>
        </p>
      ) : null}
    </>
  );
}
