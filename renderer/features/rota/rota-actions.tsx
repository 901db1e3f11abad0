import type { RotaView } from '@shared/api/rota';
import { formatWeekday, type IsoDay, mondayOf } from '@shared/dates';
import { CalendarDays, Check, ChevronLeft, ChevronRight, Plus, Printer, UserMinus } from 'lucide-react';
import { answerOf, client } from '../../api/client';
import { saveFile } from '../../api/files';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { LinkButton } from '../../components/link-button';
import { Menu } from '../../components/menu';
import { More } from '../../components/more';
import { SegmentedControl } from '../../components/segmented-control';
import { showToast } from '../../components/toast';
import { awayListWords } from '../../text/absences';
import { planWords } from '../../text/cover-papers';
import { needWords } from '../../text/need';
import { pools as poolWords } from '../../text/pools';
import { sentenceFor } from '../../text/refusals';
import { rota } from '../../text/rota';
import { rotaRefusals } from '../../text/rota-sentences';
import { rotaViews } from '../../text/rota-views';
import { type RotaViewName, rotaPath } from './paths';
import { CopyWeek } from './shift/copy-week';

type RotaPerson = RotaView['people'][number];

/** The ways to look at the rota. */
export const VIEWS: readonly RotaViewName[] = ['week', 'time', 'day', 'month', 'list'];

const EVERYONE = 'everyone';

/** To another week, day or month, and to another way to look. */
export function RotaMove({
  name,
  today,
  people,
  person,
  onMove,
  onNow,
  onLook,
  onWhose,
}: {
  readonly name: RotaViewName;
  readonly today: IsoDay;
  readonly onMove: (step: -1 | 1) => void;
  readonly onNow: () => void;
  readonly onLook: (as: RotaViewName) => void;
  readonly people: RotaView['people'];
  /** Whose rota is looked at; everybody’s when left out. */
  readonly person: RotaPerson | undefined;
  readonly onWhose: (workerId: string | undefined) => void;
}) {
  return (
    <div className="rota-head">
      <nav className="button-row" aria-label={rota.moveLabel}>
        <Button icon={ChevronLeft} onPress={() => onMove(-1)}>
          {rota.before[name]}
        </Button>
        <Button onPress={onNow} name={`${rota.now}, ${formatWeekday(today)}`}>
          {rota.now}
        </Button>
        <Button iconAfter={ChevronRight} onPress={() => onMove(1)}>
          {rota.after[name]}
        </Button>
      </nav>
      <More>
        <SegmentedControl
          label={rota.viewLabel}
          value={name}
          onChange={onLook}
          choices={VIEWS.map((value) => ({ value, label: rota.views[value] }))}
        />
        {people.length < 2 ? null : (
          <Menu
            kind="quiet"
            label={rotaViews.whose(person === undefined ? rotaViews.whoseAll : person.name)}
            choices={[
              { id: EVERYONE, label: rotaViews.everyone, onPress: () => onWhose(undefined) },
              ...people.map((one) => ({
                id: one.workerId,
                label: one.name,
                onPress: () => onWhose(one.workerId),
              })),
            ]}
          />
        )}
      </More>
    </div>
  );
}

/** What can be done with the rota: add, say who is away, confirm, print, fetch a calendar. */
export function RotaActions({
  person,
  today,
  day,
  onAdd,
}: {
  /** Whose rota is looked at; everybody’s when left out. */
  readonly person: RotaPerson | undefined;
  readonly today: IsoDay;
  readonly day: IsoDay;
  readonly onAdd: () => void;
}) {
  const householdId = useHouseholdId();
  const fetchFile = (call: ReturnType<typeof client.rota.weekPdf>) =>
    void answerOf(call).then((answer) => {
      if (answer.ok) saveFile(answer.value);
      else showToast(sentenceFor(answer, rotaRefusals));
    });
  return (
    <div className="actions">
      <Button kind="primary" icon={Plus} onPress={onAdd}>
        {rota.addShift}
      </Button>
      <LinkButton
        icon={UserMinus}
        to={rotaPath.away({ day: today, ...(person === undefined ? {} : { worker: person.workerId }) })}
      >
        {rota.away}
      </LinkButton>
      <LinkButton icon={Check} to={rotaPath.confirm}>
        {rota.confirm}
      </LinkButton>
      <More>
        <Button
          kind="quiet"
          icon={Printer}
          onPress={() =>
            fetchFile(
              client.rota.weekPdf({
                householdId,
                from: mondayOf(day),
                workerId: person?.workerId ?? null,
              }),
            )
          }
        >
          {person === undefined ? rota.print : rotaViews.printPerson(person.shortName)}
        </Button>
        <CopyWeek day={day} />
        <LinkButton kind="quiet" icon={CalendarDays} to={rotaPath.calendar}>
          {rota.calendars}
        </LinkButton>
      </More>
    </div>
  );
}

/** The other pages of the rota. */
export function RotaMore() {
  return (
    <nav className="section rota-more" aria-label={rota.more}>
      <LinkButton kind="quiet" flush to={rotaPath.patterns}>
        {rota.patterns}
      </LinkButton>
      <LinkButton kind="quiet" flush to={rotaPath.gaps}>
        {rota.gaps}
      </LinkButton>
      <LinkButton kind="quiet" flush to={rotaPath.coverPlan}>
        {planWords.title}
      </LinkButton>
      <LinkButton kind="quiet" flush to={rotaPath.need}>
        {needWords.title}
      </LinkButton>
      <LinkButton kind="quiet" flush to={rotaPath.timesheet}>
        {rota.timesheet}
      </LinkButton>
      <LinkButton kind="quiet" flush to={rotaPath.appointments}>
        {rota.appointments}
      </LinkButton>
      <LinkButton kind="quiet" flush to={rotaPath.absences}>
        {awayListWords.title}
      </LinkButton>
      <LinkButton kind="quiet" flush to={rotaPath.holiday}>
        {rota.holiday}
      </LinkButton>
      <LinkButton kind="quiet" flush to={rotaPath.pools}>
        {poolWords.title}
      </LinkButton>
    </nav>
  );
}
