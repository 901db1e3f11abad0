/** Minutes and seconds as they are said: `1 minute 30 seconds`. */
function spanText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const minuteText = minutes === 0 ? '' : minutes === 1 ? '1 minute' : `${minutes} minutes`;
  const secondText = rest === 0 && minutes > 0 ? '' : rest === 1 ? '1 second' : `${rest} seconds`;
  return [minuteText, secondText].filter(Boolean).join(' ');
}

/** Minutes as a person says them: `10 minutes`, `1 hour`. */
export function minutesText(minutes: number): string {
  return minutes === 60 ? '1 hour' : minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

/** Words of locking by itself. */
export const lock = {
  warningTitle: 'Are you still there?',
  warning: 'Nobody has used Mainstay for a while. It will lock, so that nobody else reads your records.',
  locksIn: (seconds: number) => `It locks in ${spanText(seconds)}.`,
  stay: 'Stay open',
  lockNow: 'Lock it now',
  typedKept: 'You had typed something that was not saved. It comes back when you open that form again.',
  because: {
    idle: (minutes: number) =>
      `Mainstay locked itself, because nobody used it for ${minutesText(minutes)}. What you typed is kept.`,
    asleep: () => 'Mainstay locked itself when the computer went to sleep. What you typed is kept.',
  },
  computerTitle: 'Or let this computer open them',
  computer: 'You chose this in Settings. Anyone who can use your account on this computer can do it.',
  computerGo: 'Unlock with this computer',
  computerChanged:
    'This computer can’t open them any more: its keyring has changed. Use your passphrase. Then set it up again in Settings.',
} as const;

/** Words of the page about the recovery code. */
export const recoveryPage = {
  title: 'Recovery code',
  sub: 'The code on your sheet opens your records if you forget your passphrase.',
  now: (moment: string | null) =>
    moment === null ? 'You have not said that you have it' : `On paper, ${moment}`,
  notSaid:
    'You have not told Mainstay that you have the code on paper. If you can’t find it, make a new one.',
  said: (moment: string) => `You said on ${moment} that you have the code on paper.`,
  checkTitle: 'Does my sheet still work?',
  check: 'Type the code from your sheet. Nothing is changed.',
  codeOnSheet: 'The code on my sheet',
  checkGo: 'Check this code',
  works: 'This code opens your records.',
  newTitle: 'Make a new code',
  new: 'Do this if the sheet is lost, or if somebody saw it who should not. The old code works until you say that you have the new one.',
  current: 'Your passphrase',
  currentHint: 'So that nobody else can do this while Mainstay is open. The code on your sheet works too.',
  newGo: 'Make a new recovery code',
  newOne: 'Your new recovery code',
  newOneSub: 'It already opens your records. This is the only time it is shown.',
  keepGo: 'Use this code from now on',
  changed:
    'Only the new code works now. Throw the old sheet away. Copies of your records made before today still open with it.',
} as const;

/** Words of the page about locking. */
export const lockPage = {
  title: 'Locking',
  sub: 'When nobody uses Mainstay for a while, it locks. Then nobody can read your records without you.',
  now: (minutes: number) => (minutes === 0 ? 'Only when you lock it' : `After ${minutesText(minutes)}`),
  after: 'Lock after',
  afterHint: (minutes: number) =>
    `You are asked first, and have ${minutesText(minutes)} to say that you are there.`,
  minutes: (minutes: number) => (minutes === 0 ? 'Never by itself' : minutesText(minutes)),
  neverNote: 'Anyone who comes to this computer can read your records while Mainstay is open.',
  saved: 'Saved.',
  notKept: 'This can’t be kept on the disk. It holds until you close Mainstay.',
  sleep:
    'It also locks when the computer goes to sleep. What you typed in a form and did not save is kept, and is there again when you unlock.',
  computerTitle: 'Let this computer open your records',
  what: 'Instead of typing your passphrase, you press one button. It is for people for whom typing is hard.',
  risk: 'Then anyone who can use your account on this computer can open your records. Your passphrase and your recovery code work as before.',
  current: 'Your passphrase',
  useGo: 'Let this computer open them',
  ready: (store: string) =>
    `This computer can open your records. The key is kept in ${store}. Your passphrase and your recovery code work as before.`,
  changed: 'The keyring of this computer has changed, so it can’t open your records any more.',
  none: 'Not on this computer, or not in this window: there is no keyring that Mainstay can use.',
  plainText:
    'Not on this computer: it would keep the key where every program can read it. Mainstay does not do that.',
  forgetGo: 'This computer may not open them any more',
  stores: {
    none: 'no keyring',
    'plain-text': 'no keyring',
    'gnome-libsecret': 'the GNOME keyring',
    kwallet: 'KWallet',
    keychain: 'the Keychain',
    windows: 'your Windows account',
  },
} as const;
