import type { ProfileView } from '@shared/api/profiles';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { Fragment, useEffect, useRef } from 'react';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { announce } from '../../../components/live-region';
import { showToast } from '../../../components/toast';
import { builder as words } from '../../../text/profile-builder';
import { type ListItem, type ListPart, listItems, movedItem, withoutItem } from './builder-lists';
import { profilePath, useKeepNow } from './use-profiles';

/** One list of a profile: each item can be changed, taken out, and moved by buttons. */
export function ListPartPage({ view, part }: { readonly view: ProfileView; readonly part: ListPart }) {
  const keep = useKeepNow(view);
  const items = listItems(view.profile, part);
  const groups = [...new Set(items.map((item) => item.group))];
  const path = `${profilePath(view.key)}/change/${part}`;
  const box = useRef<HTMLDivElement>(null);
  // The button that moved an item keeps the focus, wherever its item went.
  const focusOn = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (focusOn.current === undefined) return;
    box.current?.querySelector<HTMLElement>(`[data-move="${focusOn.current}"] button`)?.focus();
    focusOn.current = undefined;
  });
  const move = async (item: ListItem, way: 'up' | 'down') => {
    const moved = movedItem(view.profile, part, item.index, way);
    if (moved === undefined) {
      announce(words.atEnd);
      return;
    }
    const group = items.filter((one) => one.group === item.group);
    focusOn.current = `${way}-${group[moved.place - 1]?.index ?? item.index}`;
    await keep(moved.profile, words.moved(item.name, moved.place, moved.of));
  };
  const takeOut = async (item: ListItem) => {
    const used =
      part === 'sections'
        ? view.profile.fields.filter((one) => one.section === view.profile.sections[item.index]?.id).length
        : 0;
    if (used > 0) showToast(words.section.used(used));
    else if (part !== 'evidence' && part !== 'tiers' && isLast(part, items)) showToast(words.category.last);
    else await keep(withoutItem(view.profile, part, item.index), words.takenOut(item.name));
  };
  return (
    <div ref={box}>
      {items.length === 0 ? <p>{words.nothing}</p> : null}
      {groups.map((group) => (
        <Fragment key={group}>
          {group === '' ? null : <h2>{group}</h2>}
          <ul className="profile-list" aria-label={group === '' ? words.names[part] : group}>
            {items
              .filter((item) => item.group === group)
              .map((item) => (
                <Item
                  key={item.index}
                  item={item}
                  to={`${path}/${item.index}`}
                  onMove={(way) => void move(item, way)}
                  onTakeOut={() => void takeOut(item)}
                />
              ))}
          </ul>
        </Fragment>
      ))}
      <div className="actions">
        <LinkButton kind="primary" icon={Plus} to={`${path}/new`}>
          {words.add[part]}
        </LinkButton>
      </div>
    </div>
  );
}

/** Some lists may not be empty. */
function isLast(part: ListPart, items: readonly ListItem[]): boolean {
  return (part === 'categories' || part === 'sections') && items.length === 1;
}

function Item(props: {
  readonly item: ListItem;
  readonly to: string;
  readonly onMove: (way: 'up' | 'down') => void;
  readonly onTakeOut: () => void;
}) {
  const { item, onMove } = props;
  const what = item.group === '' ? item.name : `${item.name}, ${item.group}`;
  return (
    <li>
      <p className="strong">{item.name}</p>
      {item.note === '' ? null : <p className="quiet small">{item.note}</p>}
      <div className="row">
        <span data-move={`up-${item.index}`}>
          <Button kind="quiet" icon={ArrowUp} onPress={() => onMove('up')} name={words.of(words.up, what)}>
            {words.up}
          </Button>
        </span>
        <span data-move={`down-${item.index}`}>
          <Button
            kind="quiet"
            icon={ArrowDown}
            onPress={() => onMove('down')}
            name={words.of(words.down, what)}
          >
            {words.down}
          </Button>
        </span>
        <LinkButton kind="quiet" to={props.to} name={words.of(words.change, what)}>
          {words.change}
        </LinkButton>
        <Button kind="quiet" icon={X} onPress={props.onTakeOut} name={words.of(words.takeOut, what)}>
          {words.takeOut}
        </Button>
      </div>
    </li>
  );
}
