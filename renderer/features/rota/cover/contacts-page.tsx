import { Phone } from 'lucide-react';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { contactFacts, contactWords as words } from '../../../text/cover-known';
import { rotaPath } from '../paths';
import { PhoneLine } from './choice-card';
import { useContacts } from './use-known';

/** Agencies and last resorts, with their numbers in sight. */
export function ContactsPage() {
  const contacts = useContacts();
  return (
    <Page title={words.title} sub={words.sub} backTo={rotaPath.gaps} backLabel={words.back}>
      {contacts === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : contacts.length === 0 ? (
        <EmptyState
          icon={Phone}
          title={words.empty}
          actions={
            <LinkButton kind="primary" to={rotaPath.newCoverContact}>
              {words.add}
            </LinkButton>
          }
        >
          {words.emptyBody}
        </EmptyState>
      ) : (
        <>
          <ul className="cover-options">
            {contacts.map((contact) => (
              <li key={contact.id}>
                <div className="cover-words">
                  <h2 className="cover-name">{contact.name}</h2>
                  <PhoneLine name={contact.name} phone={contact.phone === '' ? null : contact.phone} />
                  <p className="quiet">{contactFacts(contact)}</p>
                  {contact.note === '' ? null : <p className="quiet">{contact.note}</p>}
                </div>
                <LinkButton to={rotaPath.coverContact(contact.id)} name={words.change(contact.name)}>
                  {words.changeShort}
                </LinkButton>
              </li>
            ))}
          </ul>
          <div className="actions">
            <LinkButton kind="primary" to={rotaPath.newCoverContact}>
              {words.add}
            </LinkButton>
          </div>
        </>
      )}
    </Page>
  );
}
