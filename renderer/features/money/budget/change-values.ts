import type { WhatIfsView } from '@shared/api/budget';
import type { WhatIfChange } from '@shared/budget/what-if';
import { pence, poundsString } from '@shared/money';
import { parseRate } from '@shared/rota/rate';
import { checkFields } from '../../../components/check-fields';
import { type DateText, NO_DATE } from '../../../components/date-text';
import { type Read, readDate, readHours, readMoney, readText } from '../../../components/read-fields';
import { readOptionalDate } from '../../../components/read-more';
import type { Checked } from '../../../components/use-form';
import { whatIf as words } from '../../../text/what-if';

/** Stands for all PAs in a choice of one. */
export const EVERYBODY = 'everybody';

export type ChangeKind = WhatIfChange['kind'];

/** A change as it is typed: the fields of all kinds; each kind reads its own. */
export type ChangeText = {
  readonly kind: ChangeKind;
  readonly who: string;
  readonly from: DateText;
  readonly to: DateText;
  readonly rise: 'percent' | 'more-an-hour' | 'at-least';
  readonly percent: string;
  readonly pounds: string;
  readonly name: string;
  readonly hours: string;
  readonly direction: 'more' | 'fewer';
  readonly inPension: boolean;
  readonly sickPay: string;
  readonly ending: string;
  readonly amount: string;
  readonly contribution: string;
};

/** The texts of a new change, with what is known filled in. */
export function changeText(view: WhatIfsView): ChangeText {
  return {
    kind: 'rate-rise',
    who: EVERYBODY,
    from: NO_DATE,
    to: NO_DATE,
    rise: 'percent',
    percent: '',
    pounds: '',
    name: '',
    hours: '',
    direction: 'more',
    inPension: true,
    sickPay: view.weeklySickPay === null ? '' : poundsString(view.weeklySickPay),
    ending: '',
    amount: poundsString(view.payment.amount),
    contribution: poundsString(view.payment.contribution),
  };
}

function readPercent(text: string): Read<number> {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(text.trim());
  const hundredths = match === null ? 0 : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return hundredths < 1 || hundredths > 10_000
    ? { ok: false, message: words.percentWrong }
    : { ok: true, value: hundredths };
}

function readRate(text: string): Read<string> {
  const read = parseRate(text);
  return read.ok && read.value > 0
    ? { ok: true, value: text.trim().replace(/^£/, '') }
    : { ok: false, message: words.poundsWrong };
}

type Parts = Readonly<Record<string, Read<unknown>>>;
type Values<P extends Parts> = { [Key in keyof P]: P[Key] extends Read<infer Value> ? Value : never };

/** Reads the fields of one kind and makes the change of them. */
function made<P extends Parts>(
  parts: P,
  make: (read: Values<P>) => WhatIfChange,
): Checked<ChangeText, WhatIfChange> {
  const read = checkFields(parts);
  return read.ok ? { ok: true, value: make(read.value as Values<P>) } : read;
}

/** Reads a typed change; what is wrong in sentences, in the order of the page. */
export function checkChange(values: ChangeText): Checked<ChangeText, WhatIfChange> {
  const from = readDate(values.from, words.fromAsked);
  const to = readOptionalDate(values.to, words.to);
  const workerId = values.who;
  switch (values.kind) {
    case 'rate-rise': {
      const whom = values.who === EVERYBODY ? null : values.who;
      if (values.rise === 'percent')
        return made({ from, percent: readPercent(values.percent) }, (read) => ({
          kind: 'rate-rise',
          workerId: whom,
          from: read.from,
          by: { how: 'percent', hundredths: read.percent },
        }));
      const { rise } = values;
      return made({ from, pounds: readRate(values.pounds) }, (read) => ({
        kind: 'rate-rise',
        workerId: whom,
        from: read.from,
        by: { how: rise, pounds: read.pounds },
      }));
    }
    case 'new-pa':
      return made(
        {
          name: readText(values.name, words.newNameEmpty),
          from,
          to,
          hours: readHours(values.hours, words.weeklyAsked),
          pounds: readRate(values.pounds),
        },
        (read) => ({
          kind: 'new-pa',
          name: read.name,
          from: read.from,
          to: read.to,
          weeklyMinutes: Math.max(1, read.hours),
          pounds: read.pounds,
          inPension: values.inPension,
        }),
      );
    case 'hours':
      return made({ from, to, hours: readHours(values.hours, words.weeklyAsked) }, (read) => ({
        kind: 'hours',
        workerId,
        from: read.from,
        to: read.to,
        weeklyMinutes: values.direction === 'fewer' ? -read.hours : read.hours,
      }));
    case 'cover':
      return made(
        {
          from,
          to: readDate(values.to, words.toAsked),
          pounds: readRate(values.pounds),
          sickPay: readMoney(values.sickPay, words.amountAsked),
        },
        (read) => ({
          kind: 'cover',
          workerId,
          from: read.from,
          to: read.to,
          pounds: read.pounds,
          weeklySickPay: pence(read.sickPay),
        }),
      );
    case 'leaving':
      return made({ from, ending: readMoney(values.ending, words.endingAsked) }, (read) => ({
        kind: 'leaving',
        workerId,
        lastDay: read.from,
        endingCosts: pence(read.ending),
      }));
    case 'funding':
      return made(
        {
          from,
          amount: readMoney(values.amount, words.amountAsked),
          contribution: readMoney(values.contribution, words.amountAsked),
        },
        (read) => ({
          kind: 'funding',
          from: read.from,
          amount: read.amount,
          contribution: read.contribution,
        }),
      );
    case 'one-off':
      return made(
        {
          name: readText(values.name, words.whatEmpty),
          from,
          amount: readMoney(values.amount, words.amountAsked),
        },
        (read) => ({ kind: 'one-off', name: read.name, on: read.from, amount: read.amount }),
      );
  }
}
