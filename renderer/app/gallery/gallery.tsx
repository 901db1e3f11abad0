import { useMemo, useState } from 'react';
import { Button } from '../../components/button';
import type { Command } from '../../components/command-store';
import { Page } from '../../components/page';
import { PassphraseField } from '../../components/passphrase-field';
import { Steps } from '../../components/steps';
import { useUndo } from '../../components/undo-store';
import { Frame } from '../frame';
import { PlainPage } from '../plain-page';
import { GalleryControls } from './gallery-controls';
import { GalleryFields } from './gallery-fields';
import { GalleryFigures } from './gallery-figures';
import { GalleryRota } from './gallery-rota';

const HOUSEHOLDS = [
  { id: 'ruth', name: 'Ruth’s household', role: 'You act as appointee' },
  { id: 'own', name: 'My own household', role: 'You are the employer' },
];

/** Every component in every state, in the frame. */
export function Gallery() {
  const [household, setHousehold] = useState('ruth');
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'pay',
        name: 'Pay 3 people',
        note: 'By Friday 27 November',
        group: 'actions',
        run: () => undefined,
      },
      {
        id: 'offer',
        name: 'Show an undo',
        group: 'actions',
        run: () => useUndo.getState().offer({ what: 'moved Maya’s Tuesday', undo: () => undefined }),
      },
      { id: 'maya', name: 'Maya Lewis', note: 'PA, works weekdays', group: 'people', run: () => undefined },
    ],
    [],
  );
  return (
    <Frame
      households={HOUSEHOLDS}
      currentId={household}
      onSwitchHousehold={setHousehold}
      onLock={() => undefined}
      commands={commands}
    >
      <Page
        title="Every component"
        sub="Saturday 21 November 2026"
        backTo="/today"
        backLabel="Back to Today"
        head={<Steps label="Steps of the pay" names={['Hours', 'Check', 'Finish']} current={1} />}
      >
        <GalleryFigures />
        <GalleryRota />
        <GalleryControls />
        <GalleryFields />
      </Page>
    </Frame>
  );
}

/** A page without places. */
export function PlainGallery() {
  const [text, setText] = useState('');
  return (
    <PlainPage title="Open your record" sub="It is kept on this computer only." footer="Mainstay 0.1.0">
      <form onSubmit={(event) => event.preventDefault()}>
        <PassphraseField label="Passphrase" value={text} onChange={setText} />
        <div className="actions">
          <Button kind="primary" type="submit">
            Open the record
          </Button>
          <Button kind="quiet">I forgot my passphrase</Button>
        </div>
      </form>
    </PlainPage>
  );
}
