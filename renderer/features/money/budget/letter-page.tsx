import { type SurplusReason, surplusReason } from '@shared/api/budget';
import { useQuery } from '@tanstack/react-query';
import { FileText, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { answerOf, api, client } from '../../../api/client';
import { saveFile } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { CheckboxGroup } from '../../../components/checkbox-group';
import { announce } from '../../../components/live-region';
import { Page } from '../../../components/page';
import { TextArea } from '../../../components/text-area';
import { showToast } from '../../../components/toast';
import { WaitingLine } from '../../../components/waiting-line';
import { left, letter as words } from '../../../text/budget';
import { common } from '../../../text/common';
import { sentenceFor } from '../../../text/refusals';
import { AgreementPage } from './use-agreement';

/** A letter that explains why money is left: a first text from the record, changed by the person, saved as a file. */
export function LetterPage() {
  return (
    <AgreementPage title={words.title} backTo="/money/left" backLabel={left.back}>
      {(agreement) => <Loader key={agreement.id} agreementId={agreement.id} />}
    </AgreementPage>
  );
}

function Loader({ agreementId }: { readonly agreementId: string }) {
  const householdId = useHouseholdId();
  const first = useQuery({
    ...api.budget.letter.queryOptions({ input: { householdId, agreementId, reasons: [] } }),
    throwOnError: true,
  }).data;
  return (
    <Page title={words.title} sub={words.sub} backTo={`/money/left/${agreementId}`} backLabel={left.back}>
      {first === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <Letter agreementId={agreementId} text={first.text} suggested={first.suggested} />
      )}
    </Page>
  );
}

function Letter(props: {
  readonly agreementId: string;
  readonly text: string;
  readonly suggested: readonly SurplusReason[];
}) {
  const { agreementId } = props;
  const householdId = useHouseholdId();
  const [text, setText] = useState(props.text);
  const [reasons, setReasons] = useState<readonly SurplusReason[]>(props.suggested);
  const [error, setError] = useState<string | undefined>();
  const again = async () => {
    const answer = await answerOf(client.budget.letter({ householdId, agreementId, reasons: [...reasons] }));
    if (!answer.ok) {
      showToast(sentenceFor(answer));
      return;
    }
    setText(answer.value.text);
    setError(undefined);
    announce(words.written);
  };
  const save = async (format: 'pdf' | 'odt') => {
    if (text.trim() === '') {
      setError(words.empty);
      return;
    }
    setError(/\[[^\]]*\]/.test(text) ? words.brackets : undefined);
    const answer = await answerOf(client.budget.letterFile({ householdId, agreementId, text, format }));
    if (!answer.ok) {
      showToast(sentenceFor(answer));
      return;
    }
    saveFile(answer.value);
    announce(words.saved(answer.value.name));
  };
  return (
    <div className="budget-fields">
      <CheckboxGroup<SurplusReason>
        label={words.reasons}
        value={reasons}
        onChange={setReasons}
        choices={surplusReason.options.map((value) => ({ value, label: words.reasonNames[value] }))}
      />
      <div className="row">
        <Button icon={RotateCcw} onPress={() => void again()}>
          {words.again}
        </Button>
      </div>
      <TextArea
        label={words.text}
        hint={words.textHint}
        rows={18}
        value={text}
        onChange={setText}
        error={error}
      />
      <div className="actions">
        <Button kind="primary" icon={FileText} onPress={() => void save('pdf')}>
          {words.pdf}
        </Button>
        <Button icon={FileText} onPress={() => void save('odt')}>
          {words.odt}
        </Button>
      </div>
    </div>
  );
}
