import type { ServiceAgreement } from '@shared/api/casework';
import { formatDay } from '@shared/dates';
import { client } from '../../../api/client';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { card, levels } from '../../../text/desk/casework';
import { type Case, useMadeFile } from './use-casework';

const words = card.services;

/** From when to when an agreement is in force. */
const spanText = (one: ServiceAgreement): string =>
  one.endsOn === null
    ? words.onward(formatDay(one.startsOn))
    : words.span(formatDay(one.startsOn), formatDay(one.endsOn));

/** What the organisation may do for a household and might before, each with its signed paper. */
export function ServicesSection({ householdId, card: { services } }: Case) {
  const home = `/desk/households/${householdId}`;
  const { pending, save } = useMadeFile();
  const now = services.find((one) => one.inForce);
  return (
    <section className="section stack" aria-labelledby="case-services">
      <h2 id="case-services">{words.title}</h2>
      {services.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          {now === undefined ? <p>{words.nothingNow}</p> : <p>{levels[now.level][1]}</p>}
          <Table
            caption={words.caption}
            hideCaption
            tools={false}
            rows={services}
            rowKey={(one) => one.id}
            columns={[
              {
                id: 'what',
                heading: words.what,
                isName: true,
                cell: (one) => (
                  <>
                    {levels[one.level][0]} {one.inForce ? <Tag tone="done">{words.now}</Tag> : null}
                    {one.note === '' ? null : <span className="case-under quiet">{one.note}</span>}
                  </>
                ),
              },
              { id: 'days', heading: words.days, cell: spanText },
              {
                id: 'signed',
                heading: words.signed,
                cell: (one) => (one.signedOn === null ? words.notSigned : formatDay(one.signedOn)),
              },
              {
                id: 'paper',
                heading: words.paper,
                cell: (one) =>
                  one.fileName === '' ? (
                    words.noPaper
                  ) : (
                    <Button
                      kind="quiet"
                      flush
                      pending={pending === one.id}
                      onPress={() =>
                        void save(one.id, () => client.casework.serviceFile({ householdId, id: one.id }))
                      }
                    >
                      {words.savePaper(one.fileName)}
                    </Button>
                  ),
              },
              {
                id: 'change',
                heading: words.change,
                kind: 'action',
                cell: (one) => (
                  <LinkButton
                    kind="quiet"
                    to={`${home}/agreements/${one.id}`}
                    name={words.changeNamed(levels[one.level][0], formatDay(one.startsOn))}
                  >
                    {words.change}
                  </LinkButton>
                ),
              },
            ]}
          />
        </>
      )}
      <div className="button-row">
        <LinkButton to={`${home}/agreements/new`}>{words.add}</LinkButton>
        <LinkButton kind="quiet" to={`/desk/fees/households/${householdId}`}>
          {words.fees}
        </LinkButton>
        {now === undefined ? null : (
          <LinkButton kind="quiet" to={`${home}/leaving`}>
            {words.leave}
          </LinkButton>
        )}
      </div>
    </section>
  );
}
