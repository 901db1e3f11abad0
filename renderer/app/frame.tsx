import { ChevronsUpDown, CircleHelp, Lock, Menu as MenuIcon, Search, X } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Button as AriaButton, Dialog, MenuTrigger, Modal, ModalOverlay } from 'react-aria-components';
import { NavLink, useLocation, useNavigate } from 'react-router';
import { Brand } from '../components/brand';
import { Button } from '../components/button';
import { CommandBox } from '../components/command-box';
import { type Command, useCommandStore, useCommands } from '../components/command-store';
import { useLook } from '../components/look';
import { MenuPopover } from '../components/menu';
import { SkipLink } from '../components/skip-link';
import { Toasts } from '../components/toast';
import { useWindowWidth } from '../components/use-width';
import { common } from '../text/common';
import { frame } from '../text/frame';
import { helpFor } from '../text/help';
import { PageArea } from './page-area';
import { PLACES } from './places';

/** A household as the frame shows it: whose money, and in which role one acts. */
export type HouseholdLine = { readonly id: string; readonly name: string; readonly role: string };

export type FrameProps = {
  readonly households: readonly HouseholdLine[];
  readonly currentId: string | undefined;
  readonly onSwitchHousehold: (id: string) => void;
  readonly onLock: () => void;
  /** Actions and things that can be found from everywhere. */
  readonly commands?: readonly Command[];
  readonly children: ReactNode;
};

const NO_COMMANDS: readonly Command[] = [];

/** The window: places on the left, the page on the right, and Ctrl+K. */
export function Frame(props: FrameProps) {
  const width = useWindowWidth();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [menuOpen, setMenuOpen] = useState(false);
  const { isOpen, setOpen, byOwner } = useCommandStore();
  const own = useMemo<readonly Command[]>(
    () => [
      ...PLACES.map((place) => ({
        id: `place-${place.id}`,
        name: frame.goTo(place.name),
        group: 'places' as const,
        run: () => void navigate(place.to),
      })),
      {
        id: 'place-help',
        name: frame.goTo(frame.places.help),
        group: 'help',
        run: () => void navigate('/help'),
      },
      { id: 'lock', name: frame.lock, group: 'actions', run: props.onLock },
    ],
    [navigate, props.onLock],
  );
  useCommands('frame', own);
  useCommands('window', props.commands ?? NO_COMMANDS);
  const commands = useMemo(() => Object.values(byOwner).flat(), [byOwner]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen(true);
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [setOpen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: going to another page closes the menu
  useEffect(() => setMenuOpen(false), [pathname]);

  const find = () => {
    setMenuOpen(false);
    setOpen(true);
  };
  const places = <Places {...props} onFind={find} />;
  return (
    <>
      <SkipLink />
      <div className="frame">
        {width === 'phone' ? (
          <header className="top-bar">
            <Button icon={MenuIcon} onPress={() => setMenuOpen(true)} expanded={menuOpen}>
              {frame.menu}
            </Button>
            <Brand />
          </header>
        ) : (
          <header className="places">
            <Brand />
            {places}
          </header>
        )}
        <PageArea>{props.children}</PageArea>
      </div>
      <ModalOverlay className="menu-sheet" isOpen={menuOpen && width === 'phone'} onOpenChange={setMenuOpen}>
        <Modal>
          <Dialog aria-label={frame.menu} className="places">
            <Button
              icon={X}
              onPress={() => setMenuOpen(false)}
              slot={null}
              name={common.closeNamed(frame.menu)}
            >
              {common.close}
            </Button>
            {places}
          </Dialog>
        </Modal>
      </ModalOverlay>
      <CommandBox open={isOpen} onClose={() => setOpen(false)} commands={commands} />
      <Toasts />
    </>
  );
}

function Places(props: FrameProps & { readonly onFind: () => void }) {
  const { plainMode } = useLook((state) => state.look);
  const { pathname } = useLocation();
  const shown = plainMode ? PLACES.filter((place) => place.plain) : PLACES;
  return (
    <>
      <HouseholdCard {...props} />
      <nav aria-label={frame.placesLabel}>
        <ul className="place-list">
          {shown.map(({ id, to, name, icon: Icon }) => (
            <li key={id}>
              <NavLink className="place" to={to}>
                <Icon aria-hidden="true" />
                {name}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <nav className="places-end" aria-label={frame.toolsLabel}>
        <ul className="place-list">
          <li>
            <button type="button" className="place" onClick={props.onFind} aria-keyshortcuts="Control+K">
              <Search aria-hidden="true" />
              {frame.findOrDo}
              <span className="key" aria-hidden="true">
                {frame.shortcut}
              </span>
            </button>
          </li>
          <li>
            <NavLink className="place" to={helpFor(pathname)}>
              <CircleHelp aria-hidden="true" />
              {frame.places.help}
            </NavLink>
          </li>
          <li>
            <button type="button" className="place" onClick={props.onLock}>
              <Lock aria-hidden="true" />
              {frame.lock}
            </button>
          </li>
        </ul>
      </nav>
    </>
  );
}

function HouseholdCard({ households, currentId, onSwitchHousehold }: FrameProps) {
  const current = households.find((household) => household.id === currentId);
  if (current === undefined) return null;
  if (households.length === 1) {
    return (
      <section className="household" aria-label={frame.householdLabel}>
        <b>{current.name}</b>
        <span>{current.role}</span>
      </section>
    );
  }
  return (
    <MenuTrigger>
      <AriaButton className="household">
        <b>{current.name}</b>
        <span>{current.role}</span>
        <span className="visually-hidden">. {frame.changeHousehold}</span>
        <ChevronsUpDown aria-hidden="true" />
      </AriaButton>
      <MenuPopover
        choices={households.map((household) => ({
          id: household.id,
          label: household.name,
          note: household.role,
          onPress: () => onSwitchHousehold(household.id),
        }))}
      />
    </MenuTrigger>
  );
}
