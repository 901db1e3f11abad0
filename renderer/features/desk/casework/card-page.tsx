import type { CaseCard } from '@shared/api/casework';
import { formatDay } from '@shared/dates';
import { useNavigate } from 'react-router';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { SummaryList } from '../../../components/summary-list';
import { Table } from '../../../components/table';
import { card as words } from '../../../text/desk/casework';
import { actingAs } from '../../../text/household';
import { activityWhat, whenText } from './casework-words';
import { NotesSection } from './notes-section';
import { ServicesSection } from './services-section';
import { type Case, CasePage, nameOf } from './use-casework';
import './casework.css';

/** A household as its organisation sees it: what is agreed, what is noted, whom to ring, what was done. */
export function CardPage() {
  return (
    <CasePage title={nameOf} sub={(card) => words.sub(nameOf(card))}>
      {(found) => (
        <>
          <OpenHousehold {...found} />
          <PaperFiling {...found} />
          <NotesSection {...found} />
          <ServicesSection {...found} />
          <Contact card={found.card} />
          <Lately {...found} />
        </>
      )}
    </CasePage>
  );
}

function OpenHousehold({ card }: Case) {
  const navigate = useNavigate();
  return (
    <div className="stack">
      <p className="quiet">
        {card.payeReference === '' ? words.noReference : words.reference(card.payeReference)}
      </p>
      <div className="button-row">
        <Button kind="primary" onPress={() => void navigate('/today')}>
          {words.openTodo(nameOf(card))}
        </Button>
      </div>
    </div>
  );
}

/** A care and support employer may file on paper only by their own hand: that ends when an agent files. */
function PaperFiling({ householdId, card }: Case) {
  const now = card.services.find((one) => one.inForce);
  if (card.filingRoute !== 'paper' || now === undefined) return null;
  if (now.paperFilingToldOn === null)
    return (
      <Notice
        tone="attention"
        title={words.paperNotTold.title}
        action={
          <LinkButton to={`/desk/households/${householdId}/agreements/${now.id}`}>
            {words.paperNotTold.go}
          </LinkButton>
        }
      >
        <p>{words.paperNotTold.body}</p>
        <p className="quiet small">{words.paperNotTold.source}</p>
      </Notice>
    );
  return (
    <Notice
      title={words.paperRouteTitle}
      action={<LinkButton to="/settings/employer">{words.paperRouteGo}</LinkButton>}
    >
      <p>{words.paperRoute(formatDay(now.paperFilingToldOn))}</p>
    </Notice>
  );
}

function Contact({ card }: { readonly card: CaseCard }) {
  const reach = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(', ');
  const rows = [
    {
      label: words.contact.household,
      value: reach(card.phone, card.email, card.addressLines.join(', ')),
    },
    ...card.acting
      .filter((one) => one.role !== 'self')
      .map((one) => ({ label: one.name, value: reach(actingAs[one.role], one.phone, one.email) })),
  ];
  return (
    <section className="section stack" aria-labelledby="case-contact">
      <h2 id="case-contact">{words.contact.title}</h2>
      <SummaryList rows={rows} />
      <div className="button-row">
        <LinkButton to="/settings/household">{words.contact.change}</LinkButton>
      </div>
    </section>
  );
}

function Lately({ householdId, card }: Case) {
  return (
    <section className="section stack" aria-labelledby="case-lately">
      <h2 id="case-lately">{words.lately.title}</h2>
      {card.lately.length === 0 ? (
        <p>{words.lately.none}</p>
      ) : (
        <Table
          caption={words.lately.caption}
          hideCaption
          tools={false}
          rows={card.lately}
          rowKey={(line) => String(line.id)}
          columns={[
            {
              id: 'what',
              heading: words.lately.what,
              isName: true,
              cell: (line) => activityWhat(line),
            },
            { id: 'when', heading: words.lately.when, cell: whenText },
            {
              id: 'who',
              heading: words.lately.who,
              cell: (line) => line.initials || words.lately.nobody,
            },
          ]}
        />
      )}
      <div className="button-row">
        <LinkButton to={`/desk/households/${householdId}/activity`}>{words.lately.all}</LinkButton>
      </div>
    </section>
  );
}
