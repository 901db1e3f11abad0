import { LinkButton } from '../../components/link-button';
import { fullerRule as words } from '../../text/budget';

/** Where an agreement says more about money left than a number of weeks: leads to its own rule. */
export function SurplusRuleLink({ agreementId }: { readonly agreementId: string }) {
  return (
    <div>
      <p className="quiet">{words.note}</p>
      <LinkButton kind="quiet" flush to={`/money/left/${agreementId}/rule`}>
        {words.link}
      </LinkButton>
    </div>
  );
}
