import type { SentReport } from '@shared/api/filing';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { AlertDialog } from '../../../components/alert-dialog';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { announce } from '../../../components/live-region';
import { showToast } from '../../../components/toast';
import { filingRefusals, filing as words } from '../../../text/filing';
import { sentenceFor } from '../../../text/refusals';
import { notePath } from './filing-paths';

/** What the person noted about one report, each with a way to change it and to take it out. */
export function SentNotes({ reports }: { readonly reports: readonly SentReport[] }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    if (asked === undefined) return;
    setBusy(true);
    try {
      const answer = await answerOf(client.filing.removeSent({ householdId, id: asked }));
      if (answer.ok) announce(words.removed);
      else showToast(sentenceFor(answer, filingRefusals));
      await queryClient.invalidateQueries();
    } finally {
      setBusy(false);
      setAsked(undefined);
    }
  };
  if (reports.length === 0) return <p>{words.nothingSent}</p>;
  return (
    <>
      <ul className="payslips">
        {reports.map((report) => (
          <li key={report.id}>
            <div>
              <span>{words.sent(report)}</span>
              {report.mark === 'none' ? null : (
                <span className="quiet filing-mark">
                  {words.mark[report.mark]} {report.irMark}
                </span>
              )}
              {report.note === '' ? null : <span className="quiet">{report.note}</span>}
            </div>
            <div className="payslip-actions">
              <LinkButton
                kind="quiet"
                to={notePath(report.taxYear, report.kind, [report.about], report.id)}
                name={words.changeNamed(report.sentOn)}
              >
                {words.change}
              </LinkButton>
              <Button
                kind="quiet"
                name={words.removeNamed(report.sentOn)}
                onPress={() => setAsked(report.id)}
              >
                {words.remove}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <AlertDialog
        open={asked !== undefined}
        title={words.removeTitle}
        doLabel={words.removeDo}
        onDo={() => void remove()}
        onClose={() => setAsked(undefined)}
        pending={busy}
        danger
      >
        <p>{words.removeBody}</p>
      </AlertDialog>
    </>
  );
}
