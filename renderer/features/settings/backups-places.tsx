import type { BackupsView, PlaceFacts } from '@shared/api/backups';
import type { IsoDay } from '@shared/dates';
import { useQueryClient } from '@tanstack/react-query';
import { HardDriveDownload } from 'lucide-react';
import { useState } from 'react';
import { answerOf, client } from '../../api/client';
import { AlertDialog } from '../../components/alert-dialog';
import { Button } from '../../components/button';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { Tag } from '../../components/tag';
import { placeName, whenText, backups as words } from '../../text/backups';
import { common } from '../../text/common';
import { sentenceFor } from '../../text/refusals';
import type { Said } from './backups-page';

type PartProps = {
  readonly view: BackupsView;
  readonly today: IsoDay;
  readonly onSaid: (said: Said | undefined) => void;
};

/** This computer and every other place that backups are copied to, with how each stands. */
export function BackupPlaces({ view, today, onSaid }: PartProps) {
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState<string | undefined>();
  const [leaving, setLeaving] = useState<PlaceFacts | undefined>();
  const run = async (place: PlaceFacts, work: () => Promise<Said>) => {
    if (busy !== undefined) return;
    setBusy(place.id);
    onSaid(undefined);
    try {
      onSaid(await work());
      await queryClient.invalidateQueries();
    } catch {
      onSaid({ tone: 'wrong', text: common.unexpected });
    } finally {
      setBusy(undefined);
    }
  };
  const tryAgain = (place: PlaceFacts, mark: boolean) =>
    run(place, async () => {
      const answer = await answerOf(client.backups.tryPlace({ placeId: place.id, mark }));
      if (!answer.ok) return { tone: 'wrong', text: sentenceFor(answer) };
      return answer.value.problem === null
        ? { tone: 'done', text: words.tried(placeName(place.folder)) }
        : {
            tone: 'attention',
            text: words.notTried(placeName(place.folder)),
            body: words.placeProblem(answer.value.problem),
          };
    });
  const stop = (place: PlaceFacts) =>
    run(place, async () => {
      const answer = await answerOf(client.backups.removePlace({ placeId: place.id }));
      setLeaving(undefined);
      return answer.ok
        ? { tone: 'done', text: words.stopped(placeName(place.folder)) }
        : { tone: 'wrong', text: sentenceFor(answer) };
    });
  return (
    <section className="section" aria-labelledby="backups-places">
      <h2 id="backups-places">{words.placesTitle}</h2>
      {view.places.length === 0 ? (
        <Notice tone="attention" title={words.placesNone}>
          <p>{words.placesNoneBody}</p>
        </Notice>
      ) : (
        <ul className="backup-places">
          <li className="backup-place">
            <div className="row">
              <strong>{words.here}</strong>
              <span className="quiet row-end">{words.copies(view.backups.length)}</span>
            </div>
          </li>
          {view.places.map((place) => (
            <Place
              key={place.id}
              place={place}
              today={today}
              busy={busy === place.id}
              onTry={(mark) => void tryAgain(place, mark)}
              onStop={() => setLeaving(place)}
            />
          ))}
        </ul>
      )}
      <div className="button-row">
        <LinkButton icon={HardDriveDownload} to="/settings/backups/place">
          {words.addPlace}
        </LinkButton>
      </div>
      {leaving === undefined ? null : (
        <AlertDialog
          open
          title={words.stopAsk(placeName(leaving.folder))}
          doLabel={words.stopPlace}
          keepLabel={words.stopKeep}
          pending={busy === leaving.id}
          onDo={() => void stop(leaving)}
          onClose={() => setLeaving(undefined)}
        >
          <p>{words.stopBody}</p>
        </AlertDialog>
      )}
    </section>
  );
}

function Place(props: {
  readonly place: PlaceFacts;
  readonly today: IsoDay;
  readonly busy: boolean;
  readonly onTry: (mark: boolean) => void;
  readonly onStop: () => void;
}) {
  const { place, today, busy } = props;
  const name = placeName(place.folder);
  const isGood = place.state === 'good';
  const isWrong = !isGood && place.problem !== null && place.problem !== 'place.away';
  const damaged = place.backups.filter((one) => one.state === 'damaged').length;
  return (
    <li className="backup-place">
      <div className="row">
        <strong>{name}</strong>
        <Tag tone={isGood ? 'done' : isWrong ? 'wrong' : 'attention'}>{words.placeTag(place)}</Tag>
        {place.isHere ? <span className="quiet row-end">{words.copies(place.backups.length)}</span> : null}
      </div>
      <p className="quiet backup-path">{place.folder}</p>
      {isGood && place.last !== null ? (
        <p>{words.placeGood(whenText(place.last.copied, today))}</p>
      ) : (
        <p>
          {place.problem === null ? words.placeSoon : words.placeProblem(place.problem)}{' '}
          {place.last === null ? words.placeNever : words.placeLast(whenText(place.last.made, today))}
        </p>
      )}
      {place.sameDisk ? <p>{words.sameDisk}</p> : null}
      {damaged === 0 ? null : <p>{words.placeDamaged(damaged)}</p>}
      <div className="button-row">
        {isGood ? null : place.problem === 'place.not-it' ? (
          <Button name={common.named(words.markPlace, name)} pending={busy} onPress={() => props.onTry(true)}>
            {words.markPlace}
          </Button>
        ) : (
          <Button name={common.named(words.tryPlace, name)} pending={busy} onPress={() => props.onTry(false)}>
            {words.tryPlace}
          </Button>
        )}
        <Button kind="quiet" name={common.named(words.stopPlace, name)} onPress={props.onStop}>
          {words.stopPlace}
        </Button>
      </div>
    </li>
  );
}
