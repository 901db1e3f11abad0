import type { CoverAsk, CoverChoice, CoverTaker, CoverView } from '@shared/api/cover';
import { CircleCheck, Phone, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tag } from '../../../components/tag';
import { costParts, costWords, namesWords, cover as words } from '../../../text/cover';
import { coverReason } from '../../../text/cover-reasons';
import { longTimes } from '../../../text/rota-times';

/** A phone number to ring: a link where the computer can, and readable where it can't. */
export function PhoneLine({ name, phone }: { readonly name: string; readonly phone: string | null }) {
  if (phone === null) return <p className="cover-phone quiet">{words.noPhone}</p>;
  return (
    <p className="cover-phone">
      <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} aria-label={words.callNamed(name, phone)}>
        <Phone aria-hidden="true" />
        {words.call(phone)}
      </a>
    </p>
  );
}

/** Why somebody can, or can’t: what is for it first. */
function Reasons({ taker }: { readonly taker: CoverTaker }) {
  return (
    <ul className="cover-reasons">
      {taker.reasons.map((reason, index) => (
        <li key={`${reason.code}-${index}`} className={reason.weight}>
          {reason.weight === 'good' ? <CircleCheck aria-hidden="true" /> : null}
          {reason.weight === 'weigh' ? <TriangleAlert aria-hidden="true" /> : null}
          {coverReason(reason)}.
        </li>
      ))}
    </ul>
  );
}

function sameSpan(a: CoverTaker['span'], b: CoverTaker['span']): boolean {
  return a.day === b.day && a.start === b.start && a.endDay === b.endDay && a.end === b.end;
}

/** One way to cover: who, why, what it costs more, who pays, and what can be done about it. */
export function ChoiceCard(props: {
  readonly view: CoverView;
  readonly choice: CoverChoice;
  readonly askOf: (taker: CoverTaker) => CoverAsk | undefined;
  readonly tag: string | undefined;
  readonly children: ReactNode;
}) {
  const { view, choice } = props;
  const isSolo = choice.takers.length === 1;
  return (
    <li>
      <div className="cover-words">
        {isSolo ? null : <h3>{namesWords(choice.takers.map((taker) => taker.shortName))}</h3>}
        {choice.takers.map((taker) => {
          const isPart = view.need !== null && !sameSpan(taker.span, view.need);
          return (
            <div key={`${taker.kind}${taker.id}${taker.span.start}`} className="cover-taker">
              {isSolo ? (
                <h3>
                  {taker.name}
                  {isPart ? `, ${longTimes(taker.span)}` : ''}
                  {props.tag === undefined ? null : (
                    <>
                      {' '}
                      <Tag tone="attention">{props.tag}</Tag>
                    </>
                  )}
                </h3>
              ) : (
                <p className="strong">
                  {taker.name}, {longTimes(taker.span)}
                </p>
              )}
              {choice.standing === 'cannot' ? null : <PhoneLine name={taker.name} phone={taker.phone} />}
              <Reasons taker={taker} />
            </div>
          );
        })}
        {choice.standing === 'cannot' ? null : <Cost view={view} choice={choice} />}
      </div>
      {props.children}
    </li>
  );
}

function Cost({ view, choice }: { readonly view: CoverView; readonly choice: CoverChoice }) {
  const outside = choice.takers.every((taker) => taker.kind !== 'worker');
  const away = view.away?.shortName;
  const net = choice.costAfterSpared;
  return (
    <div className="cover-cost">
      <p className="strong">{costWords(choice.cost, outside)}</p>
      {choice.takers.map((taker) =>
        taker.cost === null || taker.cost.total === 0 ? null : (
          <p key={`${taker.id}${taker.span.start}`} className="quiet small">
            {costParts(taker)}
          </p>
        ),
      )}
      {net === null || view.spared === 0 || away === undefined ? null : (
        <p className="small">{net < 0 ? words.netSaves(-net as typeof net, away) : words.net(net, away)}</p>
      )}
      {choice.pots.length === 0 ? null : (
        <p className="small">
          {words.from(
            choice.pots.map((pot) => ({
              name: pot.name || (pot.kind === 'own-money' ? words.ownMoney : words.unnamedPot),
              amount: pot.amount,
            })),
          )}
        </p>
      )}
      {choice.short > 0 ? <p className="small">{words.short(choice.short)}</p> : null}
    </div>
  );
}
