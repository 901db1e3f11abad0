import {
  ChevronLeft,
  ChevronsUpDown,
  CircleHelp,
  Lock,
  NotebookPen,
  Search,
  Settings,
  UserRound,
} from 'lucide-react';
import { Button as AriaButton, MenuTrigger } from 'react-aria-components';
import { Link, NavLink, useLocation } from 'react-router';
import { cardPath } from '../api/desk-paths';
import { useLook } from '../components/look';
import { MenuPopover } from '../components/menu';
import { deskFrame as deskWords } from '../text/desk/list';
import { frame } from '../text/frame';
import { helpFor } from '../text/help';
import type { DeskFrame, FrameProps } from './frame';
import { DESK_PLACES, PLACES } from './places';

/** Whose money it is, the places, and what stands at the same spot on every page. */
export function Places(props: FrameProps & { readonly onFind: () => void }) {
  const { plainMode } = useLook((state) => state.look);
  const { pathname } = useLocation();
  const { desk } = props;
  const shown = plainMode ? PLACES.filter((place) => place.plain) : PLACES;
  return (
    <>
      {desk === undefined ? (
        <HouseholdCard {...props} />
      ) : props.currentId === undefined ? (
        <OrganisationCard desk={desk} />
      ) : (
        <HouseholdOfDesk {...props} desk={desk} />
      )}
      {props.currentId === undefined ? (
        <DeskPlaces />
      ) : (
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
      )}
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

function HouseholdCard({ households, currentId, onSwitchHousehold, listTo }: FrameProps) {
  const current = households.find((household) => household.id === currentId);
  if (current === undefined) return null;
  if (listTo !== undefined)
    return (
      <section className="household" aria-label={frame.householdLabel}>
        <b>{current.name}</b>
        <span>{current.role}</span>
        <Link to={listTo}>{frame.changeHousehold}</Link>
      </section>
    );
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

/** A household that an organisation looks after: whose money it is, the way back, and what is noted about it. */
function HouseholdOfDesk({ households, currentId, desk }: FrameProps & { readonly desk: DeskFrame }) {
  const current = households.find((household) => household.id === currentId);
  if (current === undefined) return null;
  return (
    <>
      <nav aria-label={deskWords.backLabel} className="places-back">
        <ul className="place-list">
          <li>
            <Link className="place" to={desk.listPath}>
              <ChevronLeft aria-hidden="true" />
              {deskWords.back}
            </Link>
          </li>
        </ul>
      </nav>
      <section className="household" aria-label={frame.householdLabel}>
        <b>{current.name}</b>
        <div className="household-links">
          <Link
            className="household-link"
            to={cardPath(current.id)}
            aria-label={deskWords.cardNamed(current.name)}
          >
            <NotebookPen aria-hidden="true" />
            {deskWords.card}
          </Link>
          <WorkingNow desk={desk} short />
        </div>
      </section>
    </>
  );
}

function OrganisationCard({ desk }: { readonly desk: DeskFrame }) {
  return (
    <section className="household" aria-label={deskWords.organisationLabel}>
      <Link className="household-name" to="/desk/organisation">
        <b>{desk.organisation}</b>
      </Link>
      <WorkingNow desk={desk} />
    </section>
  );
}

/** Who is working now, or that nobody said; by the initials where there is little room. */
function WorkingNow({ desk, short = false }: { readonly desk: DeskFrame; readonly short?: boolean }) {
  if (!desk.hasStaff) return null;
  const said = desk.me === null ? deskWords.nobody : short ? desk.me.initials : desk.me.name;
  return (
    <Link
      className="household-link"
      to="/desk/who"
      {...(desk.me === null ? {} : { 'aria-label': deskWords.change(said, desk.me.name) })}
    >
      <UserRound aria-hidden="true" />
      {said}
    </Link>
  );
}

/** All places of the desk but the organisation, to which its name leads. */
function DeskPlaces() {
  return (
    <nav aria-label={deskWords.placesLabel}>
      <ul className="place-list">
        {DESK_PLACES.filter(({ id }) => id !== 'organisation').map(({ id, to, name, icon: Icon }) => (
          <li key={id}>
            <NavLink className="place" to={to} end={to === '/desk'}>
              <Icon aria-hidden="true" />
              {name}
            </NavLink>
          </li>
        ))}
        <li>
          <NavLink className="place" to="/settings">
            <Settings aria-hidden="true" />
            {deskWords.settings}
          </NavLink>
        </li>
      </ul>
    </nav>
  );
}
