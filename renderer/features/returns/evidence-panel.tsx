import type { EvidenceItem } from '@shared/api/returns';
import { Link } from 'react-router';
import { LinkButton } from '../../components/link-button';
import { NeedList } from '../../components/need-list';
import { gaps } from '../../text/return-pages';
import { oneReturn as words } from '../../text/returns';
import { checklistOf, readinessOf } from './checklist';

/** “12 of 14 things are ready”, with a way to mend each that is not. */
export function EvidencePanel(props: {
  readonly evidence: readonly EvidenceItem[];
  readonly readOnly: boolean;
  /** The address of the return’s own page. */
  readonly returnPath: string;
}) {
  const { evidence, readOnly, returnPath } = props;
  const { ready, asked } = readinessOf(evidence);
  const lines = checklistOf(evidence, returnPath);
  const all = ready === asked;
  return (
    <div className="panel returns-evidence">
      <h2>{all ? words.evidenceAll : words.evidenceTitle(ready, asked)}</h2>
      {all || readOnly ? null : <p className="quiet small">{words.evidenceSub}</p>}
      {readOnly || !evidence.some((item) => item.key !== null) ? null : (
        <p className="returns-evidence-all">
          <Link to={`${returnPath}/missing`}>{gaps.all}</Link>
        </p>
      )}
      <NeedList
        label={words.evidenceLabel}
        needs={lines.map((line) => ({
          id: line.id,
          tone: line.ready ? 'done' : 'attention',
          title: line.title,
          detail: line.detail,
          action:
            line.mend === undefined || readOnly ? undefined : (
              <LinkButton to={line.mend.to} name={words.mendNamed(line.mend.words, line.title)}>
                {line.mend.words}
              </LinkButton>
            ),
        }))}
      />
    </div>
  );
}
