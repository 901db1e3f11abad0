import type { EvidenceItem } from '@shared/api/returns';
import { type EvidenceWords, evidenceItemWords, moreMissingWords, oneReturn } from '../../text/returns';
import { lineHome } from './line-home';

export type CheckLine = EvidenceWords & {
  readonly id: string;
  readonly ready: boolean;
  /** Where it is mended, when something is missing. */
  readonly mend?: { readonly to: string; readonly words: string } | undefined;
};

/** Where a missing thing is mended; nothing where there is no one place. */
export function mendOf(item: EvidenceItem, returnPath = '/returns'): CheckLine['mend'] {
  const { mend } = oneReturn;
  if (item.lineId !== null) return { to: lineHome(item.lineId), words: mend.line };
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
      return { to: `${returnPath}/questions`, words: mend.questions };
    case 'check.declaration':
      return { to: `${returnPath}/questions`, words: mend.sign };
    case 'check.hours':
      return { to: '/rota', words: mend.rota };
    default:
      return undefined;
  }
}

const isCheck = (item: EvidenceItem): boolean => item.code.startsWith('check.');

/** How many of the things asked for are ready: each check counts once, however many lines it is about. */
export function readinessOf(evidence: readonly EvidenceItem[]): {
  readonly ready: number;
  readonly asked: number;
} {
  const checks = evidence.filter(isCheck);
  const counted = checks.length === 0 ? evidence : checks;
  return { ready: counted.filter((item) => item.ready).length, asked: counted.length };
}

/** Single things shown of one rule; the rest are told in a number. */
const MOST_OF_RULE = 4;

/**
 * The checklist as it is shown: what is missing first, each with where to mend it. A check that misses single things
 * gives way to those things.
 */
export function checklistOf(
  evidence: readonly EvidenceItem[],
  returnPath = '/returns',
): readonly CheckLine[] {
  const single = evidence.filter((item) => !isCheck(item));
  const ofRule = (rule: unknown) =>
    single.filter((item) => !item.ready && !item.reason && item.values['ruleId'] === rule);
  const shown = (item: EvidenceItem, id: string): CheckLine => ({
    id,
    ready: item.ready,
    ...evidenceItemWords(item),
    ...(item.ready ? {} : { mend: mendOf(item, returnPath) }),
  });
  const lines = evidence.flatMap((item, index): CheckLine[] => {
    if (!isCheck(item)) return [];
    const missing = item.ready || item.code !== 'check.evidence' ? [] : ofRule(item.values['ruleId']);
    if (missing.length === 0) return [shown(item, String(index))];
    const first = missing.slice(0, MOST_OF_RULE);
    const rest = missing.length - first.length;
    return [
      ...first.map((one, at) => shown(one, `${index}-${at}`)),
      ...(rest === 0
        ? []
        : [
            {
              id: `${index}-rest`,
              ready: false,
              ...moreMissingWords(rest, String(item.values['label'] ?? '')),
              mend: { to: '/money/lines', words: oneReturn.mend.rest },
            },
          ]),
    ];
  });
  return [...lines.filter((line) => !line.ready), ...lines.filter((line) => line.ready)];
}
