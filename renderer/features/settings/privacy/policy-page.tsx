import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { privacyPolicy as words } from '../../../text/privacy';
import { FileButton } from './file-button';
import { PrivacyRoom } from './privacy-room';
import { useDoing } from './use-privacy';

/** The policy on health data, and when it was looked at. */
export function PolicyPage() {
  const householdId = useHouseholdId();
  const { pending, run } = useDoing();
  const file = (format: 'pdf' | 'odt') => () => client.privacy.policyFile({ householdId, format });
  return (
    <PrivacyRoom title={words.title} sub={words.sub}>
      {({ policy, today }) => (
        <>
          <p>{words.what}</p>
          <p>{words.show}</p>
          <div className="actions">
            <FileButton kind="primary" make={file('pdf')}>
              {words.pdf}
            </FileButton>
            <FileButton make={file('odt')}>{words.odt}</FileButton>
          </div>
          <section className="section" aria-labelledby="policy-review">
            <h2 id="policy-review">{words.reviewTitle}</h2>
            <p>
              {policy.reviewedOn === null || policy.reviewBy === null
                ? words.never
                : words.on(policy.reviewedOn, policy.reviewBy)}
            </p>
            <div className="actions">
              <Button
                pending={pending}
                onPress={() =>
                  void run(
                    () => answerOf(client.privacy.notePolicyReviewed({ householdId, reviewedOn: today })),
                    words.lookedDone,
                  )
                }
              >
                {words.looked}
              </Button>
            </div>
          </section>
        </>
      )}
    </PrivacyRoom>
  );
}
