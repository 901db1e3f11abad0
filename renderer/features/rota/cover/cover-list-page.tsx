import { addDays, formatWeekday } from '@shared/dates';
import { UserX } from 'lucide-react';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { NeedList } from '../../../components/need-list';
import { Page } from '../../../components/page';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { kindInSentence } from '../../../text/kinds-of-work';
import { coverWords, rota } from '../../../text/rota';
import { awayWithin } from '../../../text/rota-sentences';
import { longTimes } from '../../../text/rota-times';
import { rotaPath } from '../paths';
import { inOrder, namesOf } from '../rota-model';
import { useRota, useToday } from '../use-rota';

/** How far ahead gaps are listed. */
export const GAP_DAYS = 27;

/** Every shift of the next four weeks that needs someone, each with its button. */
export function CoverListPage() {
  const today = useToday();
  const view = useRota(today, today === undefined ? undefined : addDays(today, GAP_DAYS));
  const names = view === undefined ? undefined : namesOf(view);
  const gaps = inOrder(view?.shifts ?? []).filter((shift) => shift.state === 'needs-someone');
  return (
    <Page
      title={coverWords.listTitle}
      sub={coverWords.listSub}
      backTo={rotaPath.rota()}
      backLabel={coverWords.toRota}
    >
      {view === undefined || names === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : gaps.length === 0 ? (
        <EmptyState title={coverWords.listNone}>{coverWords.listNoneBody}</EmptyState>
      ) : (
        <NeedList
          label={coverWords.listTitle}
          needs={gaps.map((shift, index) => {
            const when = `${formatWeekday(shift.day)}, ${longTimes(shift)}`;
            const name = shift.absence === null ? undefined : names.get(shift.absence.workerId);
            return {
              id: shift.key,
              tone: 'attention' as const,
              icon: UserX,
              title: when,
              detail:
                name === undefined || shift.absence === null
                  ? `${rota.needsSomeone}, ${kindInSentence(shift.kindOfWork)}.`
                  : coverWords.because(name, awayWithin(shift.absence.kind)),
              action: (
                <LinkButton
                  kind={index === 0 ? 'primary' : 'secondary'}
                  to={rotaPath.cover(shift.key, shift.day)}
                  name={coverWords.findFor(when)}
                >
                  {coverWords.title}
                </LinkButton>
              ),
            };
          })}
        />
      )}
    </Page>
  );
}
