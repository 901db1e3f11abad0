import { passphrase } from '../text/workspace';
import { passphraseAdvice } from './passphrase-advice';

/** Says how good a passphrase is while it is typed, politely. */
export function AdviceLine({ text }: { readonly text: string }) {
  const advice = passphraseAdvice(text);
  const sentence =
    text === ''
      ? ''
      : advice.code === 'too-short'
        ? passphrase.advice['too-short'](advice.more)
        : passphrase.advice[advice.code];
  return (
    <p className="advice" role="status">
      {sentence}
    </p>
  );
}

/** What is wrong with a new passphrase typed twice. */
export function newPassphraseProblems(values: { readonly next: string; readonly again: string }): {
  next?: string;
  again?: string;
} {
  const advice = passphraseAdvice(values.next);
  if (values.next === '') return { next: passphrase.empty };
  if (advice.code === 'too-short') return { next: passphrase.advice['too-short'](advice.more) };
  if (advice.code === 'obvious') return { next: passphrase.obvious };
  return values.again === values.next ? {} : { again: passphrase.differs };
}
