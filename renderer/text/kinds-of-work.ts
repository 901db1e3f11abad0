import { type KindOfWork, kindOfWorkFacts } from '@shared/rota/kind-of-work';

/** Kinds of work as they are called everywhere in the window. */
export const kindsOfWork: Readonly<Record<KindOfWork, string>> = {
  weekday: 'Weekday',
  weekend: 'Weekend',
  night: 'Night',
  'bank-holiday': 'Bank holiday',
  'sleep-in': 'Sleep-in',
  'sleep-in-awake': 'Awake in a sleep-in',
  'waking-night': 'Waking night',
  'live-in': 'Live-in day',
  training: 'Training',
  travel: 'Travel',
};

/** What a kind of work is, for the list it is chosen from. */
const kindOfWorkNotes: Readonly<Partial<Record<KindOfWork, string>>> = {
  night: 'Work in the evening or at night, at the night rate',
  'sleep-in': 'Your PA may sleep, and helps when woken',
  'waking-night': 'Your PA stays awake all night',
  'live-in': '24 hours, with rests and a night of their own',
  training: 'Nobody is missing while they learn',
  travel: 'On the way for you, between places',
};

/** `weekday rate`, `sleep-in`: as it is read within a sentence. */
export function kindInSentence(kind: KindOfWork): string {
  switch (kind) {
    case 'sleep-in':
    case 'sleep-in-awake':
    case 'waking-night':
    case 'live-in':
    case 'training':
    case 'travel':
      return kindsOfWork[kind].toLowerCase();
    default:
      return `${kindsOfWork[kind].toLowerCase()} rate`;
  }
}

/** The choices of a shift's field: what has a rate but no shifts of its own is left out. */
export const kindOfWorkChoices = (Object.keys(kindsOfWork) as KindOfWork[])
  .filter((kind) => !kindOfWorkFacts(kind).isPartOfShift)
  .map((kind) => ({
    value: kind,
    label: kindsOfWork[kind],
    note: kindOfWorkNotes[kind],
  }));
