import type { RotaShift, RotaView } from '@shared/api/rota';
import type { ShiftInside } from '@shared/api/shifts';
import type { IsoDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { CalendarX, Check, Trash2, Undo2, UserSearch } from 'lucide-react';
import { useState } from 'react';
import { answerOf, api, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { LinkButton } from '../../components/link-button';
import { Menu } from '../../components/menu';
import { Notice } from '../../components/notice';
import { SummaryList } from '../../components/summary-list';
import { kindsOfWork } from '../../text/kinds-of-work';
import { lateWords } from '../../text/late-change';
import { sentenceFor } from '../../text/refusals';
import { shiftWords } from '../../text/rota';
import { confirmWords } from '../../text/rota-more';
import { awayWithin, rotaRefusals } from '../../text/rota-sentences';
import { hoursWords, longTimes } from '../../text/rota-times';
import { shiftActions } from '../../text/shift-actions';
import { rotaPath } from './paths';
import { holderOf, namesOf, timesOf } from './rota-model';
import { BesideForm } from './shift/beside-form';
import { CopyForm } from './shift/copy-form';
import { ShareForm } from './shift/share-form';
import { type ShiftAction, shiftMenu } from './shift/shift-menu';
import { SplitForm } from './shift/split-form';
import { TakeOffForm } from './shift/take-off-form';
import { TimesForm } from './shift/times-form';
import { ActionHeading, Asked, ChangeProblem, useChange } from './shift/use-change';
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
        <ShiftInsideDialog key={shift.key} shift={shift} view={view} today={today} onClose={onClose} />
      )}
    </Dialog>
  );
}

type InsideProps = {
  readonly shift: RotaShift;
  readonly view: RotaView;
  readonly today: IsoDay;
  readonly onClose: () => void;
};

/** The shift itself, or the one thing that is being done with it. */
function ShiftInsideDialog(props: InsideProps) {
  const { shift, onClose } = props;
  const householdId = useHouseholdId();
  const [doing, setDoing] = useState<ShiftAction | undefined>();
  const inside = useQuery({
    ...api.shifts.inside.queryOptions({ input: { householdId, key: shift.key } }),
    // A shift that has just gone closes its dialog by itself.
    throwOnError: false,
  }).data;
  if (doing === undefined || inside === undefined)
    return <ShiftOverview {...props} inside={inside} onDo={setDoing} />;
  return (
    <div className="stack">
      <ActionHeading>{doing.name}</ActionHeading>
      <DoIt doing={doing} shift={shift} inside={inside} onDone={onClose} onBack={() => setDoing(undefined)} />
    </div>
  );
}

function DoIt(props: {
  readonly doing: ShiftAction;
  readonly shift: RotaShift;
  readonly inside: ShiftInside;
  readonly onDone: () => void;
  readonly onBack: () => void;
}) {
  const { doing, inside, ...rest } = props;
  switch (doing.kind) {
    case 'split':
      return <SplitForm {...rest} />;
    case 'copy':
      return <CopyForm {...rest} />;
    case 'share':
      return (
        <ShareForm {...rest} taken={[rest.shift.workerId, ...inside.together.map((one) => one.workerId)]} />
      );
    case 'beside':
      return <BesideForm {...rest} />;
    case 'times':
      return <TimesForm {...rest} inside={inside} />;
    case 'take-off':
      return <TakeOffForm {...rest} />;
    default:
      return null;
  }
}

function ShiftOverview(
  props: InsideProps & {
    readonly inside: ShiftInside | undefined;
    readonly onDo: (action: ShiftAction) => void;
  },
) {
  const { shift, view, today, onClose, inside, onDo } = props;
  const householdId = useHouseholdId();
  const written = useWritten();
  const [problem, setProblem] = useState<string | undefined>();
  const change = useChange(onClose);
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
  const make = async (...call: Parameters<typeof change.make>) => {
    const refusal = await change.make(...call);
    setProblem(refusal === undefined ? undefined : sentenceFor(refusal, rotaRefusals));
  };
  const { key, day } = shift;
  const choose = (action: ShiftAction): void => {
    switch (action.kind) {
      case 'join':
        void make(
          (said) => client.shifts.join({ householdId, key, otherKey: action.otherKey, said }),
          shiftActions.join.done,
        );
        break;
      case 'take-out':
        void make(() => client.shifts.takeOutOfShare({ householdId, key }), shiftActions.share.takenOut);
        break;
      case 'put-back':
        void make(() => client.shifts.putBack({ householdId, key }), shiftActions.putBack.done);
        break;
      default:
        onDo(action);
    }
  };
  if (change.waiting !== undefined) return <Asked waiting={change.waiting} />;
  const isFinished = shift.state === 'paid' || shift.state === 'confirmed';
  const isOnFamilyLeave =
    !isFinished && shift.absence?.kind === 'family' && shift.absence.workerId === shift.workerId;
  const cover = view.shifts.find((one) => one.coversKey === key);
  const awayName = shift.absence === null ? undefined : names.get(shift.absence.workerId);
  const menu = shiftMenu(shift, inside);
  const takeOff = () =>
    inside?.repeats == null
      ? void make(
          (said) => client.shifts.takeOff({ householdId, key, scope: 'this-one', said }),
          shiftActions.remove.done,
        )
      : onDo({ kind: 'take-off', name: shiftActions.remove.name });
  return (
    <div className="stack">
      {problem === undefined ? null : <Notice tone="wrong" title={problem} spoken />}
      <ChangeProblem change={change} />
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
      {inside === undefined || inside.together.length === 0 ? null : (
        <ul aria-label={shiftActions.togetherLabel}>
          {inside.together.map((one) => (
            <li key={one.key}>
              {shiftActions.together(
                names.get(one.workerId ?? '') ?? shiftActions.openTogether,
                longTimes(one),
              )}
            </li>
          ))}
        </ul>
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
        {menu.length === 0 ? null : (
          <Menu
            label={shiftActions.menu}
            choices={menu.map(({ id, action, note, icon }) => ({
              id,
              label: action.name,
              note,
              icon,
              onPress: () => choose(action),
            }))}
          />
        )}
        {isFinished ? null : (
          <Button icon={Trash2} onPress={takeOff}>
            {shiftWords.remove}
          </Button>
        )}
      </div>
      {inside?.repeats == null || isFinished ? null : (
        <p className="quiet">
          {shiftActions.repeats(inside.repeats.cycleWeeks)} {inside.differs ? shiftActions.differs : null}
        </p>
      )}
      {isFinished ? null : (
        <ShiftForm start={{ kind: 'change', shift, repeats: shift.patternId !== null }} onDone={onClose} />
      )}
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
