import { Menu as MenuIcon, X } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useLocation, useNavigate } from 'react-router';
import { Brand } from '../components/brand';
import { Button } from '../components/button';
import { CommandBox } from '../components/command-box';
import { type Command, useCommandStore, useCommands } from '../components/command-store';
import { SkipLink } from '../components/skip-link';
import { Toasts } from '../components/toast';
import { useWindowWidth } from '../components/use-width';
import { common } from '../text/common';
import { deskFrame as deskWords } from '../text/desk/list';
import { frame } from '../text/frame';
import { Places } from './frame-places';
import { PageArea } from './page-area';
import { DESK_PLACES, PLACES } from './places';

/** A household as the frame shows it: whose money, and in which role one acts. */
export type HouseholdLine = { readonly id: string; readonly name: string; readonly role: string };

/** The desk of an organisation, as the frame shows it around its households. */
export type DeskFrame = {
  readonly organisation: string;
  /** Who said that they work now, with whether there is anybody to be. */
  readonly me: { readonly name: string; readonly initials: string } | null;
  readonly hasStaff: boolean;
  /** Where the list of households was left. */
  readonly listPath: string;
};

export type FrameProps = {
  /** Households to choose from; the current one alone where there are too many for a menu. */
  readonly households: readonly HouseholdLine[];
  /** The household in the window; undefined at an organisation’s desk. */
  readonly currentId: string | undefined;
  readonly onSwitchHousehold: (id: string) => void;
  readonly onLock: () => void;
  /** Where all households are listed, where there are too many for a menu. */
  readonly listTo?: string | undefined;
  readonly desk?: DeskFrame | undefined;
  /** Actions and things that can be found from everywhere. */
  readonly commands?: readonly Command[];
  /** Told what is typed into “What do you want to do?”. */
  readonly onTyped?: ((typed: string) => void) | undefined;
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
  const hasDesk = props.desk !== undefined;
  const isAtHousehold = props.currentId !== undefined;
  const own = useMemo<readonly Command[]>(
    () => [
      ...(hasDesk ? DESK_PLACES : []).map((place) => ({
        id: `desk-${place.id}`,
        name: deskWords.goTo(place.name),
        group: 'places' as const,
        run: () => void navigate(place.to),
      })),
      ...(isAtHousehold ? PLACES : []).map((place) => ({
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
    [navigate, props.onLock, hasDesk, isAtHousehold],
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
            {props.desk === undefined ? null : (
              <p className="top-bar-name">
                {props.households.find((one) => one.id === props.currentId)?.name ?? props.desk.organisation}
              </p>
            )}
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
      <CommandBox open={isOpen} onClose={() => setOpen(false)} commands={commands} onTyped={props.onTyped} />
      <Toasts />
    </>
  );
}
