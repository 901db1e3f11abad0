import words from '@resources/documents/shared-pay.json';
import { safeFileName } from '../files/documents/safe-file-name';
import { sharedPayPdf } from '../files/documents/shared-pay-pdf';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import type { ServiceContext } from './context';
import { poolSplits } from './pools-view';
import type { MadeFile } from './program-files';

/** One shared pay as a sheet: for anybody in the pool. Refuses with `not-found`. */
export function sharedPayFile(
  context: ServiceContext,
  householdId: string,
  poolId: string,
  payslipId: string,
): MadeFile {
  const split =
    poolSplits(context, householdId, poolId).find((one) => one.payslipId === payslipId) ??
    refuse('not-found');
  return {
    name: safeFileName(fill(words.fileName, { name: split.workerName, day: split.payDate })),
    mediaType: 'application/pdf',
    bytes: sharedPayPdf(split),
  };
}
