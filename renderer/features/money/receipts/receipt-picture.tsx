import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { answerOf, api, client } from '../../../api/client';
import { bytesOf, saveFile } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { DocumentViewer } from '../../../components/document-viewer';
import { announce } from '../../../components/live-region';
import { showToast } from '../../../components/toast';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { receiptRefusals, receipts as words } from '../../../text/receipts';
import { sentenceFor } from '../../../text/refusals';

const QUARTER = { 0: 90, 90: 180, 180: 270, 270: 0 } as const;

/** A receipt as pictures drawn on this computer, page by page; the file itself can be kept as a copy. */
export function ReceiptPicture(props: {
  readonly id: string;
  readonly fileName: string;
  readonly describe: string;
  /** How far it is turned now; without it, it can't be turned here. */
  readonly turn?: number;
}) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const [page, setPage] = useState(1);
  const [large, setLarge] = useState(false);
  const shown = useQuery({
    ...api.receipts.page.queryOptions({ input: { householdId, id: props.id, page, large } }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const picture = shown.data?.picture;
  const blob = useMemo(
    () => (picture ? new Blob([bytesOf(picture)], { type: picture.mediaType }) : undefined),
    [picture],
  );
  const saveCopy = async (): Promise<void> => {
    const answer = await answerOf(client.money.receiptFile({ householdId, id: props.id }));
    if (answer.ok) saveFile(answer.value);
    else showToast(sentenceFor(answer, receiptRefusals));
  };
  const { turn: now } = props;
  const turnIt = async (): Promise<void> => {
    const turn = QUARTER[(now ?? 0) as keyof typeof QUARTER] ?? 0;
    const answer = await answerOf(client.receipts.turn({ householdId, id: props.id, turn }));
    if (!answer.ok) {
      showToast(sentenceFor(answer, receiptRefusals));
      return;
    }
    await queryClient.invalidateQueries();
    announce(words.turned);
  };
  const copy = (
    <Button
      kind="quiet"
      icon={FileDown}
      name={`${common.download}: ${props.fileName}`}
      onPress={() => void saveCopy()}
    >
      {common.download}
    </Button>
  );
  if (shown.isPending) return <WaitingLine>{common.loading}</WaitingLine>;
  return (
    <DocumentViewer
      picture={blob}
      name={props.fileName}
      describe={props.describe}
      missing={<p>{words.cantShow}</p>}
      page={shown.data?.page ?? 1}
      pages={shown.data?.pages ?? 1}
      onPage={setPage}
      onClose={setLarge}
      tools={copy}
      {...(now === undefined ? {} : { onTurn: () => void turnIt() })}
    />
  );
}
