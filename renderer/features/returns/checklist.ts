import type { EvidenceItem } from '@shared/api/returns';
import { type EvidenceWords, evidenceItemWords, oneReturn, readyGroupWords } from '../../text/returns';

export type CheckLine = EvidenceWords & {
  readonly id: string;
  readonly ready: boolean;
  /** Where it is mended, when something is missing. */
  readonly mend?: { readonly to: string; readonly words: string } | undefined;
};

function mendOf(item: EvidenceItem): CheckLine['mend'] {
  const { mend } = oneReturn;
  if (item.lineId !== null) return { to: `/money/lines/${item.lineId}`, words: mend.line };
  switch (item.code) {
    case 'evidence.statements':
    case 'check.balances-agree':
      return { to: '/money/bring-in', words: mend.statement };
    case 'evidence.document':
      return { to: '/settings/certificates', words: mend.certificate };
    case 'check.lines-explained':
    case 'check.lines-sorted':
    case 'check.lines-have-fund':
      return { to: '/money/lines?only=needs-a-look', words: mend.explain };
    case 'check.evidence':
      return { to: '/money/lines', words: mend.line };
    case 'check.fields':
      return { to: '/settings', words: mend.settings };
    case 'check.hours':
      return { to: '/rota', words: mend.rota };
    default:
      return undefined;
  }
}

/** The checklist as it is shown: what is missing first, each with where to mend it; ready lines of a kind together. */
export function checklistOf(evidence: readonly EvidenceItem[]): readonly CheckLine[] {
  const lines: CheckLine[] = [];
  const groups = new Map<string, number>();
  for (const [index, item] of evidence.entries()) {
    if (item.ready && item.code === 'evidence.line') {
      const wanted = String(item.values['wanted'] ?? '');
      groups.set(wanted, (groups.get(wanted) ?? 0) + 1);
      continue;
    }
    lines.push({
      id: String(index),
      ready: item.ready,
      ...evidenceItemWords(item),
      ...(item.ready ? {} : { mend: mendOf(item) }),
    });
  }
  for (const [wanted, count] of groups)
    lines.push({ id: `ready-${wanted}`, ready: true, ...readyGroupWords(wanted, count) });
  return [...lines.filter((line) => !line.ready), ...lines.filter((line) => line.ready)];
}
