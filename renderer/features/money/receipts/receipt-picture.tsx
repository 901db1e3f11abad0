import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../../api/client';
import { bytesOf } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { DocumentViewer } from '../../../components/document-viewer';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';

/** The receipt itself: a picture in sight, a PDF as a copy to keep. */
export function ReceiptPicture(props: {
  readonly id: string;
  readonly fileName: string;
  readonly describe: string;
}) {
  const householdId = useHouseholdId();
  const file = useQuery({
    ...api.money.receiptFile.queryOptions({ input: { householdId, id: props.id } }),
    throwOnError: true,
  }).data;
  const blob = useMemo(
    () => (file === undefined ? undefined : new Blob([bytesOf(file)], { type: file.mediaType })),
    [file],
  );
  if (blob === undefined) return <WaitingLine>{common.loading}</WaitingLine>;
  return <DocumentViewer blob={blob} name={props.fileName} describe={props.describe} />;
}
