import type { BackupsView } from '@shared/api/backups';
import { useQueryClient } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { answerOf, client } from '../../api/client';
import { Button } from '../../components/button';
import { Progress } from '../../components/progress';
import { backups as words } from '../../text/backups';
import { common } from '../../text/common';
import type { Said } from './backups-page';

/** Opens every backup again, here and in the places that are here, one after another. */
export function CheckAll(props: {
  readonly view: BackupsView;
  readonly onSaid: (said: Said | undefined) => void;
}) {
  const { view, onSaid } = props;
  const queryClient = useQueryClient();
  const [done, setDone] = useState<number | undefined>();
  const [of, setOf] = useState(0);
  const stopped = useRef(false);
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );
  const run = async () => {
    const all = [
      ...view.backups.map(({ name }) => ({ placeId: null, name })),
      ...view.places.flatMap((place) => place.backups.map(({ name }) => ({ placeId: place.id, name }))),
    ];
    stopped.current = false;
    onSaid(undefined);
    setOf(all.length);
    setDone(0);
    let bad = 0;
    let checked = 0;
    try {
      for (const one of all) {
        if (stopped.current) break;
        const answer = await answerOf(client.backups.check(one));
        // One that was let go meanwhile, or whose stick was taken out, is no damaged one.
        if (answer.ok && answer.value.state === 'damaged') bad += 1;
        checked += 1;
        setDone(checked);
      }
      onSaid(
        bad > 0
          ? { tone: 'wrong', text: words.someDamaged(bad, checked), body: words.someDamagedBody }
          : checked < all.length
            ? { tone: 'attention', text: words.stoppedAfter(checked, all.length) }
            : { tone: 'done', text: words.allGood(checked) },
      );
      await queryClient.invalidateQueries();
    } catch {
      onSaid({ tone: 'wrong', text: common.unexpected });
    } finally {
      setDone(undefined);
    }
  };
  if (view.backups.length === 0) return null;
  return done === undefined ? (
    <div className="stack">
      <p className="quiet">{words.checkNote}</p>
      <div className="button-row">
        <Button icon={ShieldCheck} onPress={() => void run()}>
          {words.checkAll}
        </Button>
      </div>
    </div>
  ) : (
    <Progress
      label={words.checking}
      done={done}
      of={of}
      onStop={() => {
        stopped.current = true;
      }}
    />
  );
}
