import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { handOverDesk as words } from '../../../text/desk/hand-over';

/** How a household comes to the organisation, and how it leaves. */
export function HandOverDeskPage() {
  return (
    <Page title={words.title} sub={words.sub} backTo="/desk" backLabel={words.outGo}>
      <section className="section">
        <h2>{words.inTitle}</h2>
        <p>{words.inBody}</p>
      </section>
      <section className="section">
        <h2>{words.outTitle}</h2>
        <p>{words.outBody}</p>
      </section>
      <section className="section">
        <h2>{words.before}</h2>
        <ul>
          {words.beforeList.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <div className="actions">
        <LinkButton kind="primary" to="/households/from-file">
          {words.inGo}
        </LinkButton>
        <LinkButton kind="secondary" to="/desk">
          {words.outGo}
        </LinkButton>
      </div>
    </Page>
  );
}
