/** Minutes and seconds as they are said: `1 minute 30 seconds`. */
function spanText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const minuteText = minutes === 0 ? '' : minutes === 1 ? '1 minute' : `${minutes} minutes`;
  const secondText = rest === 0 && minutes > 0 ? '' : rest === 1 ? '1 second' : `${rest} seconds`;
  return [minuteText, secondText].filter(Boolean).join(' ');
}

const MINUTES: Readonly<Record<number, string>> = {
  30: 'half an hour',
  60: '1 hour',
  120: '2 hours',
};

/** Minutes as a person says them: `10 minutes`, `1 hour`. */
export function minutesText(minutes: number): string {
  return MINUTES[minutes] ?? (minutes === 1 ? '1 minute' : `${minutes} minutes`);
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
