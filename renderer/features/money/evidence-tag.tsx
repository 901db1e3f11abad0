import type { BankLine } from '@shared/api/money';
import type { Tone } from '../../components/notice';
import { Tag } from '../../components/tag';
import { evidenceWords } from '../../text/money';

const TONES: Readonly<Record<BankLine['evidence'], Tone | 'plain'>> = {
  payslip: 'done',
  receipt: 'done',
  statement: 'done',
  missing: 'attention',
  'not-needed': 'plain',
};

/** What stands beside a line as its evidence: a word and a shape. */
export function EvidenceTag({ evidence }: { readonly evidence: BankLine['evidence'] }) {
  return <Tag tone={TONES[evidence]}>{evidenceWords[evidence]}</Tag>;
}
