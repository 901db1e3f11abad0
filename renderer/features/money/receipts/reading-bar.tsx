import { useQueryClient } from '@tanstack/react-query';
import { ScanText } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { announce } from '../../../components/live-region';
import { Notice } from '../../../components/notice';
import { Progress } from '../../../components/progress';
import { receipts as words } from '../../../text/receipts';
import { useReading } from './use-receipts';

/** What is being read in the background, with a stop; or how many were never read, with a start. */
export function ReadingBar() {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const progress = useReading();
  const running = progress !== undefined && (progress.current !== null || progress.waiting > 0);
  const was = useRef(false);
  const stopped = useRef(false);
  useEffect(() => {
    if (was.current && !running) announce(stopped.current ? words.readingStopped : words.readingDone);
    if (running && !was.current) stopped.current = false;
    was.current = running;
  }, [running]);
  if (progress === undefined) return null;
  const all = async (): Promise<void> => {
    const answer = await answerOf(client.receipts.read({ householdId, ids: null }));
    await queryClient.invalidateQueries();
    if (answer.ok) announce(words.queued(answer.value.queued));
  };
  const stop = async (): Promise<void> => {
    stopped.current = true;
    await answerOf(client.receipts.stopReading({ householdId }));
    await queryClient.invalidateQueries();
  };
  if (running) {
    const { current, waiting, done } = progress;
    return (
      <section className="receipt-reading" aria-label={words.readingTitle}>
        <Progress
          label={words.readingTitle}
          done={done}
          of={done + waiting + (current === null ? 0 : 1)}
          onStop={() => void stop()}
        />
        <p className="quiet small">
          {current === null ? words.readingLeft(waiting) : words.readingNow(current.name, current.percent)}{' '}
          {words.readHere}
        </p>
      </section>
    );
  }
  if (progress.unread === 0) return null;
  return (
    <Notice
      title={words.unread(progress.unread)}
      action={
        <Button icon={ScanText} onPress={() => void all()}>
          {words.readAll}
        </Button>
      }
    >
      <p>{words.readHere}</p>
    </Notice>
  );
}
