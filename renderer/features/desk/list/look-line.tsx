import type { DeskList, DeskLook } from '@shared/api/desk';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import { answerOf, api, client } from '../../../api/client';
import { Button } from '../../../components/button';
import { Progress } from '../../../components/progress';
import { showToast } from '../../../components/toast';
import { deskLook as words } from '../../../text/desk/list';
import { sentenceFor } from '../../../text/refusals';

/** How often the page asks how far the look has come, and how often it shows what was found on the way. */
const ASK_AGAIN_MS = 700;
const SHOW_AGAIN_MS = 4_000;

const goesOn = (look: DeskLook): boolean =>
  look.state === 'running' || (look.state === 'idle' && look.looked < look.of);

/**
 * How far the look at all households has come. What it finds is shown when it ends, and on the way while nobody is in the
 * list: a row that is being read does not move.
 */
export function useLook(
  found: DeskList | undefined,
  box: RefObject<HTMLElement | null>,
): DeskLook | undefined {
  const queryClient = useQueryClient();
  const look = useQuery({
    ...api.desk.state.queryOptions(),
    refetchOnMount: 'always',
    refetchInterval: (query) =>
      query.state.data !== undefined && goesOn(query.state.data) ? ASK_AGAIN_MS : false,
  }).data;
  const isDone = look !== undefined && !goesOn(look);
  const isShownOld = found?.rows.some((row) => row.isOld) ?? false;
  const shown = useRef({ at: 0, looked: -1 });
  const looked = look?.looked ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew whenever the look has come further
  useEffect(() => {
    if (look === undefined || found === undefined) return;
    const isInList = box.current?.contains(document.activeElement) ?? false;
    const now = performance.now();
    const isOther = shown.current.looked !== looked || (isDone && isShownOld);
    if (!isOther || (!isDone && (isInList || now - shown.current.at < SHOW_AGAIN_MS))) return;
    shown.current = { at: now, looked };
    void queryClient.invalidateQueries({ queryKey: api.desk.list.key() });
  }, [looked, isDone, isShownOld]);
  return look;
}

/** How far the look has come, with a way to stop it and to go on. */
export function LookLine({ look }: { readonly look: DeskLook }) {
  const queryClient = useQueryClient();
  const ask = async (pending: Promise<DeskLook>) => {
    const answer = await answerOf(pending);
    if (!answer.ok) showToast(sentenceFor(answer));
    await queryClient.invalidateQueries({ queryKey: api.desk.state.key() });
  };
  if (look.state === 'running')
    return (
      <div className="section desk-look">
        <Progress
          label={words.line(look.looked, look.of)}
          done={look.looked}
          of={look.of}
          onStop={() => void ask(client.desk.stop())}
        />
      </div>
    );
  if (look.state === 'idle') return null;
  return (
    <div className="section desk-look" role="status">
      <p>
        {look.state === 'stopped' ? words.stopped(look.looked, look.of) : words.failed(look.looked, look.of)}
      </p>
      <Button icon={RefreshCw} onPress={() => void ask(client.desk.look())}>
        {words.goOn}
      </Button>
    </div>
  );
}
