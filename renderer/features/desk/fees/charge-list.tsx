import type { FeeCharge } from '@shared/api/fees';
import { fees as words } from '../../../text/desk/fees';

/** What a household is charged for in a few words: its pay runs together, then each other thing. */
export function inShort(charges: readonly FeeCharge[]): string[] {
  const runs = charges.filter((one) => one.kind === 'run');
  const [only] = runs;
  if (only === undefined || runs.length === 1) return charges.map(words.charge);
  const payslips = runs.reduce((sum, one) => sum + one.payslips, 0);
  return [
    words.runs(runs.length, payslips),
    ...charges.filter((one) => one.kind !== 'run').map(words.charge),
  ];
}

/** The same, one below the other. */
export function ChargeList({ charges }: { readonly charges: readonly FeeCharge[] }) {
  return (
    <ul className="fee-charges">
      {inShort(charges).map((line, index) => (
        <li key={`${line} ${index}`}>{line}</li>
      ))}
    </ul>
  );
}
