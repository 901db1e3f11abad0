import type { ProfileView } from '@shared/api/profiles';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Page } from '../../../components/page';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { builder as words } from '../../../text/profile-builder';
import { profiles as list, oneProfile as shown } from '../../../text/profiles';
import type { ItemProps } from './builder-form';
import { isListPart, type ListPart, listItems } from './builder-lists';
import { CategoryItem } from './category-item';
import { DaysPart } from './days-part';
import { EvidenceItem } from './evidence-item';
import { FieldItem, SectionItem } from './field-item';
import { ListPartPage } from './list-part';
import { NoteItem, RetentionItem, TierItem } from './rule-items';
import { AboutPart, SignPart, SurplusPart } from './single-parts';
import { profilePath, useProfile } from './use-profiles';

const ITEMS: Readonly<Record<ListPart, (props: ItemProps) => ReactNode>> = {
  tiers: TierItem,
  sections: SectionItem,
  fields: FieldItem,
  categories: CategoryItem,
  evidence: EvidenceItem,
  retention: RetentionItem,
  notes: NoteItem,
};

const SINGLES = { about: AboutPart, days: DaysPart, surplus: SurplusPart, sign: SignPart } as const;

function isSingle(part: string): part is keyof typeof SINGLES {
  return Object.hasOwn(SINGLES, part);
}

const NEW_TITLES: Readonly<Record<ListPart, string>> = {
  tiers: words.tier.newTitle,
  sections: words.section.newTitle,
  fields: words.field.newTitle,
  categories: words.category.newTitle,
  evidence: words.proof.newTitle,
  retention: words.keep.newTitle,
  notes: words.note.newTitle,
};

/** One’s own profile, once it is here; a ready one, or a part that is none, is not changed. */
function useOwn(): { readonly view: ProfileView | undefined; readonly isGone: boolean } {
  const { view, isGone } = useProfile();
  return { view, isGone: isGone || view?.kind === 'ready' };
}

function Gone({ isGone }: { readonly isGone: boolean }) {
  return (
    <Page title={list.title} backTo="/returns/profiles" backLabel={list.back}>
      {isGone ? <p>{shown.gone}</p> : <WaitingLine>{common.loading}</WaitingLine>}
    </Page>
  );
}

/** One part of the builder: a form, or a list. */
export function PartPage() {
  const { view, isGone } = useOwn();
  const { part = '' } = useParams();
  const isKnown = isSingle(part) || isListPart(part);
  if (view === undefined || isGone || !isKnown) return <Gone isGone={isGone || !isKnown} />;
  const Single = isSingle(part) ? SINGLES[part] : undefined;
  return (
    <Page
      title={words.names[part]}
      sub={view.name}
      backTo={`${profilePath(view.key)}/change`}
      backLabel={words.backToParts}
    >
      {Single === undefined ? null : <Single view={view} />}
      {isListPart(part) ? <ListPartPage view={view} part={part} /> : null}
    </Page>
  );
}

/** One item of a list of the builder. */
export function ItemPage() {
  const { view, isGone } = useOwn();
  const { part = '', item = '' } = useParams();
  if (view === undefined || isGone || !isListPart(part)) return <Gone isGone={isGone || !isListPart(part)} />;
  const index = item === 'new' ? undefined : Number(item);
  const existing = listItems(view.profile, part).find((one) => one.index === index);
  if (index !== undefined && existing === undefined) return <Gone isGone />;
  const Item = ITEMS[part];
  return (
    <Page
      title={existing?.name ?? NEW_TITLES[part]}
      sub={view.name}
      backTo={`${profilePath(view.key)}/change/${part}`}
      backLabel={words.names[part]}
    >
      <Item key={item} view={view} index={index} />
    </Page>
  );
}
