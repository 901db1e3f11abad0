import type { FamilyView, PaperKind } from '@shared/api/family';
import { formatDay, type IsoDay } from '@shared/dates';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { answerOf, client } from '../../../api/client';
import { saveFile } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { Table } from '../../../components/table';
import { showToast } from '../../../components/toast';
import { familyRefusals, papers as words } from '../../../text/family';
import { sentenceFor } from '../../../text/refusals';
import { useToday } from '../use-worker';
import { useWritten } from './use-family';

/** Makes one paper and saves it. */
export function PaperButton(props: {
  readonly kind: PaperKind;
  readonly about: string;
  readonly label: string;
}) {
  const householdId = useHouseholdId();
  const written = useWritten();
  const [pending, setPending] = useState(false);
  const press = async () => {
    if (pending) return;
    setPending(true);
    try {
      const { kind, about } = props;
      const answer = await answerOf(client.family.paper({ householdId, kind, about }));
      if (answer.ok) {
        saveFile(answer.value);
        await written();
      } else showToast(sentenceFor(answer, familyRefusals));
    } catch (failure) {
      console.error(failure);
      showToast(words.failed);
    } finally {
      setPending(false);
    }
  };
  return (
    <Button icon={Download} pending={pending} onPress={() => void press()}>
      {props.label}
    </Button>
  );
}

type Letter = FamilyView['letters'][number];

/** The papers made about something, and when each was given. */
export function PapersMade({ letters }: { readonly letters: readonly Letter[] }) {
  const householdId = useHouseholdId();
  const written = useWritten();
  const today = useToday();
  if (letters.length === 0) return null;
  const note = async (letter: Letter, givenOn: IsoDay | null) => {
    const answer = await answerOf(client.family.letterGiven({ householdId, id: letter.id, givenOn }));
    if (answer.ok) await written();
    else showToast(sentenceFor(answer, familyRefusals));
  };
  return (
    <Table
      caption={words.made}
      tools={false}
      rows={letters}
      rowKey={(one) => one.id}
      columns={[
        { id: 'what', heading: words.title, isName: true, cell: (one) => words.name(one.kind) },
        { id: 'made', heading: words.madeOn, cell: (one) => formatDay(one.madeOn) },
        {
          id: 'given',
          heading: words.givenOn,
          cell: (one) => (one.givenOn === null ? words.notGiven : formatDay(one.givenOn)),
        },
        {
          id: 'do',
          heading: words.noteIt,
          kind: 'action',
          cell: (one) =>
            one.givenOn === null ? (
              <Button
                kind="quiet"
                name={words.given(one.kind, one.madeOn)}
                onPress={() => {
                  if (today !== undefined) void note(one, today);
                }}
              >
                {words.givenShort}
              </Button>
            ) : (
              <Button
                kind="quiet"
                name={words.takeBack(one.kind, one.madeOn)}
                onPress={() => void note(one, null)}
              >
                {words.takeBackShort}
              </Button>
            ),
        },
      ]}
    />
  );
}
