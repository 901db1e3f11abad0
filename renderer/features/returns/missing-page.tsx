import type { EvidenceItem, ReturnView } from '@shared/api/returns';
import { useQueryClient } from '@tanstack/react-query';
import { answerOf, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { LinkButton } from '../../components/link-button';
import { Page } from '../../components/page';
import { SavedNote } from '../../components/saved-note';
import { TextField } from '../../components/text-field';
import { useSavedField } from '../../components/use-saved-field';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { sentenceFor } from '../../text/refusals';
import { gaps as words } from '../../text/return-pages';
import { evidenceItemWords, oneReturn, periodWords, returnRefusals } from '../../text/returns';
import { mendOf } from './checklist';
import { returnPath, useReturn, useReturnKey } from './use-returns';

/** Every gap of a return on a line of its own: where it is mended, or why it can’t be. */
export function MissingPage() {
  const key = useReturnKey();
  const { view, refusal } = useReturn(key);
  const back = key === undefined ? '/returns' : returnPath(key);
  if (view === undefined)
    return (
      <Page title={words.title} backTo={back} backLabel={words.back}>
        {key === undefined ? (
          <p>{oneReturn.gone}</p>
        ) : refusal === undefined ? (
          <WaitingLine>{common.loading}</WaitingLine>
        ) : (
          <p>{sentenceFor(refusal, returnRefusals)}</p>
        )}
      </Page>
    );
  const missing = view.evidence.filter((item) => item.key !== null && !item.ready);
  return (
    <Page
      title={words.title}
      sub={words.sub(view.funderName, periodWords(view.from, view.to))}
      backTo={back}
      backLabel={words.back}
    >
      {missing.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p className="quiet">{view.state === 'sent' ? words.sent : words.lead}</p>
          <h2 className="returns-count">{words.caption(missing.length)}</h2>
          <ul className="returns-gaps">
            {missing.map((item) => (
              <li key={item.key}>
                <Gap item={item} view={view} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function Gap({ item, view }: { readonly item: EvidenceItem; readonly view: ReturnView }) {
  const { title, detail } = evidenceItemWords(item);
  const mend = mendOf(item, returnPath(view));
  return (
    <>
      <h3>{title}</h3>
      <p className="quiet">{detail}</p>
      {view.state === 'sent' ? (
        item.reason === null ? null : (
          <p>
            {words.given}: {item.reason}
          </p>
        )
      ) : (
        <div className="returns-gap">
          <Reason item={item} view={view} title={title} />
          {mend === undefined ? null : (
            <LinkButton to={mend.to} name={oneReturn.mendNamed(mend.words, title)}>
              {mend.words}
            </LinkButton>
          )}
        </div>
      )}
    </>
  );
}

function Reason(props: { readonly item: EvidenceItem; readonly view: ReturnView; readonly title: string }) {
  const { item, view, title } = props;
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const { agreementId, from, to } = view;
  const reason = useSavedField<string, string>({
    kept: item.reason ?? '',
    read: (typed) => ({ ok: true, value: typed }),
    save: async (typed) => {
      const answer = await answerOf(
        client.returns.saveReason({ householdId, agreementId, from, to, key: item.key ?? '', reason: typed }),
      );
      if (answer.ok) await queryClient.invalidateQueries();
      return answer;
    },
    refusal: (refusal) => sentenceFor(refusal, returnRefusals),
  });
  return (
    <div>
      <TextField label={words.reasonFor(title)} hint={words.reasonHint} width="full" {...reason.field} />
      <SavedNote state={reason.state} />
    </div>
  );
}
