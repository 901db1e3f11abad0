import type { CoverView } from '@shared/api/cover';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { cover as words } from '../../../text/cover';
import { longTimes } from '../../../text/rota-times';
import { rotaPath } from '../paths';
import { PhoneLine } from './choice-card';
import { useDoing } from './use-cover';

/** Who covers the shift, or a part of it, already; an agency is confirmed here with what it charged. */
export function CoveredBy({ view }: { readonly view: CoverView }) {
  const householdId = useHouseholdId();
  const { doing, problem, run } = useDoing();
  if (view.coveredBy.length === 0) return null;
  return (
    <section className="section" aria-labelledby="cover-by">
      <h2 id="cover-by">{words.coveredBy}</h2>
      {problem === undefined ? null : <Notice tone="wrong" title={problem} spoken />}
      <ul className="cover-options">
        {view.coveredBy.map((one) => {
          const { outsideId } = one;
          return (
            <li key={`${one.id}${one.span.start}`}>
              <div className="cover-words">
                <p className="strong">{words.coveredByTime(one.name, longTimes(one.span))}</p>
                <PhoneLine name={one.name} phone={one.phone} />
                {outsideId === null ? null : (
                  <p className="quiet">
                    {one.confirmed ? words.outsideDone : words.outsideBooked}
                    {one.charge === null
                      ? ''
                      : `, ${one.confirmed ? words.charged(one.charge) : words.expected(one.charge)}`}
                  </p>
                )}
              </div>
              {outsideId === null ? null : (
                <div className="cover-actions">
                  {one.span.day <= view.now.day ? (
                    <LinkButton
                      to={rotaPath.outsideCover(view.key, outsideId)}
                      name={words.outsideNamed(one.name)}
                    >
                      {words.outside}
                    </LinkButton>
                  ) : null}
                  <Button
                    pending={doing === outsideId}
                    name={words.outsideRemoveNamed(one.name)}
                    onPress={() =>
                      void run(
                        outsideId,
                        () => answerOf(client.cover.removeOutside({ householdId, id: outsideId })),
                        () => words.noted,
                      )
                    }
                  >
                    {words.outsideRemove}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
