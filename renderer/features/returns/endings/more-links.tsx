import { Link } from 'react-router';
import { moreReturns as words } from '../../../text/endings';
import './endings.css';

/** From the returns to what goes with them: reviews, the diary, an ending, and how long records are kept. */
export function MoreOfReturns() {
  return (
    <section className="section" aria-labelledby="returns-more">
      <h2 id="returns-more">{words.title}</h2>
      <ul className="ending-links">
        {words.links.map(({ to, name, note }) => (
          <li key={to}>
            <Link to={to}>{name}</Link>
            <span className="quiet">{note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
