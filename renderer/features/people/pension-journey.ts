import type { PensionChange, WorkerPension } from '@shared/api/pensions';
import type { IsoDay } from '@shared/dates';
import { percentFromHundredths } from '@shared/rates/evidence';
import { checkFields } from '../../components/check-fields';
import { type DateText, dateText } from '../../components/date-text';
import { type Read, readDate, readText } from '../../components/read-fields';
import { fine, readChoice } from '../../components/read-more';
import type { Checked } from '../../components/use-form';
import { type JourneyName, pensionJourney as words } from '../../text/pensions';
import { readPercent } from './pension-form';
import type { TermsText } from './pension-terms';

/** Everything the steps of a change ask, as it is typed. Each journey shows its own part of it. */
export type JourneyText = TermsText & {
  from: DateText;
  why: 'by-law' | 're-enrolment' | 'agreed' | '';
  askedOn: DateText;
  postponeFrom: IsoDay | '';
  until: DateText;
  noticeOn: DateText;
  informedOn: DateText;
};

/** What the form begins with: the newest terms, the day the law names, and what is known already. */
export function journeyStart(journey: JourneyName, pension: WorkerPension, today: IsoDay): JourneyText {
  const terms = pension.history.find((one) => one.status === 'member');
  const must = pension.standing.tasks.find((one) => one.code === 'enrol' || one.code === 'enrol-soon');
  const mustFrom = must === undefined ? null : (String(must.values['day'] ?? '') as IsoDay);
  const [first] = pension.postponeFrom;
  return {
    provider: terms?.provider ?? '',
    treatment: terms?.treatment ?? 'relief-at-source',
    earningsBasis: terms?.earningsBasis ?? 'qualifying-earnings',
    employeePercentHundredths: percentOf(terms?.employeePercentHundredths, pension.least, 'employee'),
    employerPercentHundredths: percentOf(terms?.employerPercentHundredths, pension.least, 'employer'),
    from: dateText(
      journey === 'enrol' && mustFrom !== null && isFree(mustFrom, pension.lastPaidTo) ? mustFrom : null,
    ),
    why: journey === 'terms' ? 'agreed' : mustFrom === null ? '' : 'by-law',
    askedOn: dateText(journey === 'join' ? today : null),
    postponeFrom: pension.postponeFrom.length === 1 && first !== undefined ? first.from : '',
    until: dateText(pension.postponeFrom.length === 1 ? first?.until : null),
    noticeOn: dateText(today),
    informedOn: dateText(pension.optOutWindow === null ? null : informedOf(pension)),
  };
}

function informedOf(pension: WorkerPension): IsoDay | null {
  return pension.history.find((one) => one.informedOn !== null)?.informedOn ?? null;
}

function isFree(day: IsoDay, lastPaidTo: IsoDay | null): boolean {
  return lastPaidTo === null || day > lastPaidTo;
}

function percentOf(
  hundredths: number | undefined,
  least: WorkerPension['least'],
  side: 'employee' | 'employer',
): string {
  if (hundredths !== undefined) return percentFromHundredths(hundredths);
  if (least === null) return '';
  return percentFromHundredths(side === 'employer' ? least.employer : least.total - least.employer);
}

/** Reads what a journey asks; the fields of others are left out. */
export function readJourney(journey: JourneyName, values: JourneyText): Checked<JourneyText, PensionChange> {
  const day = (name: 'from' | 'askedOn' | 'until' | 'noticeOn' | 'informedOn'): Read<IsoDay> =>
    readDate(values[name], words.ask[name]);
  const terms = {
    provider: readText(values.provider, words.providerEmpty),
    employeePercentHundredths: readPercent(values.employeePercentHundredths),
    employerPercentHundredths: readPercent(values.employerPercentHundredths),
    earningsBasis: fine(values.earningsBasis),
    treatment: fine(values.treatment),
  };
  switch (journey) {
    case 'enrol':
    case 'terms':
      return checkFields({
        kind: fine('enrol' as const),
        why: readChoice(values.why, words.whyEmpty),
        from: day('from'),
        ...terms,
      });
    case 'join':
      return checkFields({ kind: fine('join' as const), askedOn: day('askedOn'), ...terms });
    case 'postpone':
      return readPostponement(values, day('until'));
    case 'opt-out':
      return checkFields({
        kind: fine('opt-out' as const),
        noticeOn: day('noticeOn'),
        informedOn: day('informedOn'),
      });
    case 'stop':
      return checkFields({ kind: fine('stop' as const), askedOn: day('askedOn'), from: day('from') });
  }
}

function readPostponement(values: JourneyText, until: Read<IsoDay>): Checked<JourneyText, PensionChange> {
  const read = checkFields({
    kind: fine('postpone' as const),
    postponeFrom: readChoice(values.postponeFrom, words.postponeFromEmpty),
    until,
  });
  if (!read.ok) return read;
  const { postponeFrom, ...rest } = read.value;
  return { ok: true, value: { ...rest, from: postponeFrom } };
}

/** Problems by the fields of the form, where one has another name there than in what is sent. */
export function inJourney(
  journey: JourneyName,
  problems: { readonly [field: string]: string },
): { readonly [field: string]: string } {
  const { from, ...rest } = problems;
  return journey === 'postpone' && from !== undefined ? { ...rest, postponeFrom: from } : problems;
}
