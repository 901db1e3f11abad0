import type { CoverList, CoverNeed } from '@shared/api/cover';
import type { IsoDay } from '@shared/dates';
import { UserX } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { NeedList } from '../../../components/need-list';
import { Page } from '../../../components/page';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { dayWords, namesWords, needWords, spanWords, cover as words } from '../../../text/cover';
import { coverWords } from '../../../text/rota';
import { longTimes } from '../../../text/rota-times';
import { rotaPath } from '../paths';
import { useCoverList } from './use-cover';

/** Every shift that needs someone, today first; of one absence where the address names it. */
export function CoverListPage() {
  const [search] = useSearchParams();
  const absenceId = search.get('absence');
  const list = useCoverList(absenceId);
  const absence = list?.absence ?? null;
  return (
    <Page
      title={absence === null ? words.listTitle : words.absenceTitle(absence.name)}
      sub={absence === null ? words.listSub : words.absenceSub(absence)}
      backTo={rotaPath.rota()}
      backLabel={coverWords.toRota}
    >
      {list === undefined ? <WaitingLine>{common.loading}</WaitingLine> : <Needs list={list} />}
      <nav className="section cover-more" aria-label={words.contacts}>
        {absence === null ? null : (
          <LinkButton kind="quiet" flush to={rotaPath.gaps}>
            {words.all}
          </LinkButton>
        )}
        <LinkButton kind="quiet" flush to={rotaPath.coverContacts}>
          {words.contacts}
        </LinkButton>
        <LinkButton kind="quiet" flush to={rotaPath.coverMoney}>
          {words.money}
        </LinkButton>
        <LinkButton kind="quiet" flush to={rotaPath.coverTrainings}>
          {words.trainings}
        </LinkButton>
      </nav>
    </Page>
  );
}

function Needs({ list }: { readonly list: CoverList }) {
  const { needs, absence, covered } = list;
  return (
    <>
      {needs.length > 0 ? (
        <NeedList
          label={absence === null ? words.listTitle : words.absenceTitle(absence.name)}
          needs={needs.map((need, index) => oneNeed(need, index, list.now.day))}
        />
      ) : (
        <EmptyState
          title={absence === null ? words.listNone : words.absenceNone}
          actions={<LinkButton to={rotaPath.rota()}>{words.toRota}</LinkButton>}
        >
          {absence === null
            ? words.listNoneBody
            : covered.length === 0
              ? words.absenceNoShifts
              : words.absenceNoneBody}
        </EmptyState>
      )}
      {covered.length === 0 ? null : (
        <section className="section" aria-labelledby="cover-covered">
          <h2 id="cover-covered">{absence === null ? words.toConfirm : words.coveredHeading}</h2>
          <ul className="cover-lines">
            {covered.map((need) => {
              const line = words.coveredLine(
                spanWords(need.span),
                namesWords(need.coveredBy.map((one) => one.name)),
              );
              return (
                <li key={need.key}>
                  <span>{line}</span>
                  <LinkButton
                    kind="quiet"
                    to={rotaPath.cover(need.key, need.span.day)}
                    name={words.openNamed(line)}
                  >
                    {words.open}
                  </LinkButton>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}

function oneNeed(need: CoverNeed, index: number, today: IsoDay) {
  const when = `${dayWords(need.span.day, today)}, ${longTimes(need.span)}`;
  return {
    id: need.key,
    tone: 'attention' as const,
    icon: UserX,
    title: when,
    detail: needWords(need),
    action: (
      <LinkButton
        kind={index === 0 ? 'primary' : 'secondary'}
        to={rotaPath.cover(need.key, need.span.day)}
        name={words.findFor(when)}
      >
        {words.find}
      </LinkButton>
    ),
  };
}
