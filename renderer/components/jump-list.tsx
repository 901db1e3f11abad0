import { Button } from './button';

export type JumpPlace = {
  /** The id of a heading on this page. */
  readonly id: string;
  readonly name: string;
};

/** The parts of a long page, at its top: pressing one goes to its heading, and reading goes on from there. */
export function JumpList({
  label,
  places,
}: {
  readonly label: string;
  readonly places: readonly JumpPlace[];
}) {
  const go = (id: string): void => {
    const heading = document.getElementById(id);
    if (heading === null) return;
    // A heading takes the focus only when it is jumped to: the Tab key passes it by.
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'start' });
  };
  return (
    <nav className="jump-list" aria-label={label}>
      <ul>
        {places.map((place) => (
          <li key={place.id}>
            <Button kind="quiet" flush onPress={() => go(place.id)}>
              {place.name}
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
