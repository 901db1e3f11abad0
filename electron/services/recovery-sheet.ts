import names from '@resources/documents/file-names.json';
import { recoverySheetPdf } from '../files/documents/recovery-sheet-pdf';
import { refuse } from '../refusal';
import { readRecoveryCode } from '../system/key-envelope';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { listHouseholds } from './household-record';
import type { MadeFile } from './program-files';

/** The recovery code on a sheet to print. The code is told by the window, which still has it; Mainstay keeps it nowhere. */
export function recoverySheet(context: ServiceContext, typedCode: string): MadeFile {
  databaseOf(context);
  const code = readRecoveryCode(typedCode) ?? refuse('workspace.not-a-recovery-code', {}, 'recoveryCode');
  const bytes = recoverySheetPdf({
    workspaceName: listHouseholds(context)[0]?.name ?? 'Mainstay',
    codeGroups: code.split('-'),
    createdOn: todayOf(context),
  });
  return { name: names.recoverySheet, mediaType: 'application/pdf', bytes };
}
