import type { FeeCharge } from '@shared/api/fees';
import { fees as words } from '../../../text/desk/fees';

/** What a household is charged for, one below the other. */
export function ChargeList({ charges }: { readonly charges: readonly FeeCharge[] }) {
  return (
    <ul className="fee-charges">
      {charges.map((one, index) => (
        <li key={one.id ?? `${one.kind} ${one.day} ${one.what} ${index}`}>{words.charge(one)}</li>
      ))}
    </ul>
  );
}
