import type { DutyWords } from './duties';
import type { NeedWords } from './needs';
import { rateShort } from './pensions';
import { pounds, said, type Values } from './values';

type Words<Of> = Readonly<Record<string, (values: Values, today?: string) => Of>>;

const who = (values: Values): string => said(values, 'name', 'a PA');
const isPast = (values: Values, today: string | undefined): boolean =>
  today !== undefined && String(values['by'] ?? '') !== '' && String(values['by']) < today;

/** What about pensions needs the person, on the Today page. */
export const pensionNeedWords: Words<NeedWords> = {
  'pension-enrol': (values, today) => ({
    title: isPast(values, today)
      ? `${who(values)} should be in a pension since ${said(values, 'day')}`
      : `Put ${who(values)} into a pension by ${said(values, 'by')}`,
    detail: `By age and pay the law asks for it from ${said(values, 'day')}. Write to ${who(values)} by the same day.`,
    button: 'Set up the pension',
  }),
  'pension-refund': (values) => ({
    title: `Give ${who(values)} ${pounds(values, 'own')} of pension money back`,
    detail: `${who(values)} opted out. It comes with the next pay, by ${said(values, 'by')}.`,
    button: 'See the pension',
  }),
  'pension-rate-too-low': (values) => ({
    title: `Less goes into ${who(values)}’s pension than the law asks`,
    detail: rateShort(values),
    button: 'See the pension',
  }),
  'pension-postponement-ends': (values) => ({
    title: `${who(values)}’s pension is put off until ${said(values, 'day')}`,
    detail: `Look on that day if ${who(values)} must be in a pension.`,
    button: 'See the pension',
  }),
  'pension-write-enrolment': (values, today) => ({
    title: isPast(values, today)
      ? `The pension letter for ${who(values)} was due on ${said(values, 'by')}`
      : `Give ${who(values)} the pension letter by ${said(values, 'by')}`,
    detail: 'The letter says what is paid in, and how to opt out.',
    button: 'Make the letter',
  }),
  'pension-write-postponement': (values, today) => ({
    title: isPast(values, today)
      ? `The letter that ${who(values)}’s pension is put off was due on ${said(values, 'by')}`
      : `Tell ${who(values)} by ${said(values, 'by')} that the pension is put off`,
    detail: `The letter says until when, and that ${who(values)} may ask to be in sooner.`,
    button: 'Make the letter',
  }),
  'pension-write-rights': (values, today) => ({
    title: isPast(values, today)
      ? `The letter about joining a pension for ${who(values)} was due on ${said(values, 'by')}`
      : `Tell ${who(values)} by ${said(values, 'by')} that they may ask for a pension`,
    detail: `${who(values)} need not be put in, but has the right to ask.`,
    button: 'Make the letter',
  }),
  'pension-declaration': (values, today) => ({
    title: isPast(values, today)
      ? `The declaration to The Pensions Regulator was due on ${said(values, 'by')}`
      : `Tell The Pensions Regulator by ${said(values, 'by')} what you did`,
    detail: 'This is the declaration of compliance. It is due even if nobody is in a pension.',
    button: 'See your pension duties',
  }),
  'pension-redeclaration': (values, today) => ({
    title: isPast(values, today)
      ? `The re-declaration to The Pensions Regulator was due on ${said(values, 'by')}`
      : `Tell The Pensions Regulator again by ${said(values, 'by')}`,
    detail: 'This is the re-declaration. It is due even if nobody was put back in.',
    button: 'See your pension duties',
  }),
  'pension-re-enrolment': (values) => ({
    title: 'It is time to put PAs back into the pension',
    detail: `Choose a day from ${said(values, 'from')} to ${said(values, 'to')}. ${peopleBack(Number(values['people'] ?? 0))}`,
    button: 'See who it is about',
  }),
  'pension-payment': (values, today) => ({
    title: isPast(values, today)
      ? `${pounds(values, 'amountPence')} to ${provider(values)} was due on ${said(values, 'by')}`
      : `Pay ${provider(values)} ${pounds(values, 'amountPence')} by ${said(values, 'by')}`,
    detail: 'What was kept for the pension must reach it by that day. Your provider may ask for it sooner.',
    button: 'See the payment',
  }),
};

function provider(values: Values): string {
  return said(values, 'provider', 'the pension');
}

function peopleBack(count: number): string {
  if (count === 0) return 'Nobody has to be put back as things are.';
  return count === 1 ? 'One PA has to be put back.' : `${count} PAs have to be put back.`;
}

/** The days of pension duties, on the Duties page. */
export const pensionDutyWords: Words<DutyWords> = {
  'pension-enrol': (values) => ({
    title: `Put ${who(values)} into a pension`,
    why: `By age and pay the law asks for it from ${said(values, 'day')}.`,
    how: 'Set the pension up with your provider, note it here, and give your PA the letter.',
    button: 'Go to the pension',
  }),
  'pension-refund': (values) => ({
    title: `Give ${who(values)} pension money back`,
    why: 'Who opts out in the first month gets back what was taken.',
    how: 'Finish the next pay. The money is in it.',
    button: 'Go to the pension',
  }),
  'pension-postponement-ends': (values) => ({
    title: `${who(values)}’s pension can’t be put off any longer`,
    why: 'The law lets you wait for three months at the most.',
    how: 'Look at age and pay on that day. Mainstay says what follows.',
    button: 'Go to the pension',
  }),
  'pension-write-enrolment': (values) => ({
    title: `Give ${who(values)} the pension letter`,
    why: 'Your PA must know what is paid in, and how to opt out.',
    how: 'Make the letter, give it, and note the day.',
    button: 'Go to the pension',
  }),
  'pension-write-postponement': (values) => ({
    title: `Tell ${who(values)} that the pension is put off`,
    why: 'A pension may be put off only if your PA has it in writing.',
    how: 'Make the letter, give it, and note the day.',
    button: 'Go to the pension',
  }),
  'pension-write-rights': (values) => ({
    title: `Tell ${who(values)} that they may ask for a pension`,
    why: 'Who need not be put in has the right to ask, and must be told.',
    how: 'Make the letter, give it, and note the day.',
    button: 'Go to the pension',
  }),
  'pension-declaration': () => ({
    title: 'Tell The Pensions Regulator what you did (declaration of compliance)',
    why: 'Every employer does this once, even if nobody is in a pension.',
    how: 'Fill in the declaration on the regulator’s website. Then note the day.',
    button: 'Go to pension duties',
  }),
  'pension-re-enrolment': () => ({
    title: 'Last day to put PAs back into the pension (re-enrolment)',
    why: 'Every three years you put back in who left it, if age and pay are right.',
    how: 'Choose a day, put them back in, and note the day.',
    button: 'Go to pension duties',
  }),
  'pension-redeclaration': () => ({
    title: 'Tell The Pensions Regulator again (re-declaration)',
    why: 'Every three years you look again at who must be in a pension, and tell the regulator.',
    how: 'Go through your PAs, then fill in the re-declaration on the regulator’s website.',
    button: 'Go to pension duties',
  }),
  'pension-payment': (values) => ({
    title: `Pay ${provider(values)} ${pounds(values, 'amountPence')}`,
    why: 'What was kept from wages for the pension must reach it by this day.',
    how: 'Pay from your bank, or let your provider collect it. Then tick the payment.',
    button: 'See the payment',
  }),
};
