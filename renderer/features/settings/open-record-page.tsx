import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { answerOf, client } from '../../api/client';
import { saveFile } from '../../api/files';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { common } from '../../text/common';
import { sentenceFor } from '../../text/refusals';
import { openRecord as words } from '../../text/settings';
import { backTo } from './record-page';

/** The whole record of the household as open files. */
export function OpenRecordPage() {
  const householdId = useHouseholdId();
  const [pending, setPending] = useState(false);
  const [said, setSaid] = useState<{ tone: 'done' | 'wrong'; text: string } | undefined>();
  const get = async () => {
    if (pending) return;
    setPending(true);
    setSaid(undefined);
    try {
      const answer = await answerOf(client.workspace.openRecord({ householdId }));
      if (answer.ok) saveFile(answer.value);
      setSaid(answer.ok ? { tone: 'done', text: words.done } : { tone: 'wrong', text: sentenceFor(answer) });
    } catch {
      setSaid({ tone: 'wrong', text: common.unexpected });
    } finally {
      setPending(false);
    }
  };
  return (
    <Page title={words.title} sub={words.sub} {...backTo('/settings')}>
      <p>{words.what}</p>
      <p>{words.why}</p>
      <Notice tone="attention" title={words.warning}>
        <p>{words.warningBody}</p>
      </Notice>
      <div className="actions">
        <Button kind="primary" icon={FileDown} pending={pending} onPress={() => void get()}>
          {words.go}
        </Button>
      </div>
      {said === undefined ? null : <Notice tone={said.tone} title={said.text} spoken />}
    </Page>
  );
}
