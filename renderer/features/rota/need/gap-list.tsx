import type { NeedGap, NeedView } from '@shared/api/need';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { NeedList } from '../../../components/need-list';
import { needWords as words } from '../../../text/need';
import { longTimes } from '../../../text/rota-times';
import { rotaPath } from '../paths';

/** So many are shown at first: a month can have very many. */
const AT_FIRST = 8;

const titleOf = (gap: NeedGap): string => words.gapTitle(gap.day, longTimes(gap), gap.people, gap.sleepIn);

const whyOf = (gap: NeedGap): string => words.why[gap.reason]?.(gap.name, gap.absenceKind) ?? gap.reason;

/** When nobody comes from today on, with a way to fill each. */
export function GapList({ view, named }: { readonly view: NeedView; readonly named: boolean }) {
  const [all, setAll] = useState(false);
  const gaps = view.gaps.filter((gap) => gap.day >= view.today);
  const shown = all ? gaps : gaps.slice(0, AT_FIRST);
  return (
    <section className="section stack" aria-labelledby="need-gaps">
      <h2 id="need-gaps">{words.gaps}</h2>
      {gaps.length === 0 ? (
        <p>{noGapsOf(view, named)}</p>
      ) : (
        <NeedList
          label={words.gaps}
          needs={shown.map((gap) => ({
            id: gap.key,
            tone: 'attention' as const,
            title: titleOf(gap),
            detail: named && !gap.inPlan ? `${whyOf(gap)} (${words.besidePlan})` : whyOf(gap),
            action: <Fill gap={gap} />,
          }))}
        />
      )}
      {gaps.length > shown.length ? (
        <div className="need-apart">
          <Button onPress={() => setAll(true)}>{words.showAll(gaps.length)}</Button>
        </div>
      ) : null}
    </section>
  );
}

/** What is said where no gap is left to fill: days that are over may have had some. */
export function noGapsOf(view: Pick<NeedView, 'from' | 'to' | 'today'>, named: boolean): string {
  if (view.to < view.today) return words.gapsOver;
  if (view.from < view.today) return named ? words.noGapsFromToday : words.noGapsFreeFromToday;
  return named ? words.noGaps : words.noGapsFree;
}

function Fill({ gap }: { readonly gap: NeedGap }) {
  const what = `${titleOf(gap)}, ${whyOf(gap)}`;
  return gap.shiftKey === null || gap.reason === 'cancelled' ? (
    <LinkButton to={`${rotaPath.rota(gap.day)}&add=shift`} name={words.addShiftName(what)}>
      {words.addShift}
    </LinkButton>
  ) : (
    <LinkButton to={rotaPath.cover(gap.shiftKey, gap.day)} name={words.fillName(what)}>
      {words.fill}
    </LinkButton>
  );
}
