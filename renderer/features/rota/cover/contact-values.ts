import type { CoverContact } from '@shared/api/cover';
import { formatHours } from '@shared/clock-time';
import type { IsoDay } from '@shared/dates';
import { parseRate, rateText } from '@shared/rota/rate';
import { checkFields } from '../../../components/check-fields';
import { type DateText, dateText } from '../../../components/date-text';
import { type Read, readDate, readHours, readText } from '../../../components/read-fields';
import { fine, readChoice } from '../../../components/read-more';
import type { Checked } from '../../../components/use-form';
import { contactWords as words } from '../../../text/cover-known';

/** A contact as it is typed: one charge for every kind of work, and one for weekends where that is another. */
export type ContactValues = {
  readonly kind: CoverContact['kind'] | '';
  readonly name: string;
  readonly phone: string;
  readonly hours: string;
  readonly charge: string;
  readonly weekend: string;
  readonly from: DateText;
  readonly minimum: string;
  readonly notice: string;
  readonly trainings: string;
  readonly note: string;
};

type Charge = CoverContact['charges'][number];

function latest(contact: CoverContact | undefined, kindOfWork: Charge['kindOfWork']): Charge | undefined {
  return contact?.charges.filter((one) => one.kindOfWork === kindOfWork).at(-1);
}

/** What the form starts with. */
export function typedContact(contact: CoverContact | undefined, today: IsoDay): ContactValues {
  const general = latest(contact, null);
  const notice = contact?.noticeMinutes ?? null;
  const minimum = contact?.minimumMinutes ?? 0;
  return {
    kind: contact?.kind ?? '',
    name: contact?.name ?? '',
    phone: contact?.phone ?? '',
    hours: contact?.hours ?? '',
    charge: general?.pounds ?? '',
    weekend: latest(contact, 'weekend')?.pounds ?? '',
    from: dateText(general?.fromDay ?? today),
    minimum: minimum === 0 ? '' : formatHours(minimum),
    notice: notice === null ? '' : formatHours(notice),
    trainings: (contact?.trainings ?? []).join('\n'),
    note: contact?.note ?? '',
  };
}

function readCharge(text: string): Read<string | null> {
  if (text.trim() === '') return fine(null);
  const read = parseRate(text);
  return read.ok ? fine(rateText(read.value)) : { ok: false, message: words.chargeNotRead };
}

function readOptionalHours(text: string, label: string): Read<number | null> {
  return text.trim() === '' ? fine(null) : readHours(text, label);
}

/** A charge from a day on: it takes the place of one from the same day, and earlier ones stay. */
function withCharge(
  charges: readonly Charge[],
  kindOfWork: Charge['kindOfWork'],
  pounds: string | null,
  fromDay: IsoDay,
): readonly Charge[] {
  const same = charges.find((one) => one.kindOfWork === kindOfWork && one.fromDay === fromDay);
  const others = charges.filter((one) => one !== same);
  if (pounds === null) return others;
  const last = others.filter((one) => one.kindOfWork === kindOfWork).at(-1);
  if (same === undefined && last?.pounds === pounds) return charges;
  return [...others, { id: same?.id ?? null, kindOfWork, fromDay, toDay: same?.toDay ?? null, pounds }];
}

/** Reads a contact as typed; charges that are kept already stay. */
export function readContact(
  values: ContactValues,
  existing: CoverContact | undefined,
): Checked<ContactValues, CoverContact> {
  const checked = checkFields({
    kind: readChoice(values.kind, words.kindNeeded),
    name: readText(values.name, words.nameNeeded),
    charge: readCharge(values.charge),
    weekend: readCharge(values.weekend),
    from: readDate(values.from, words.said.from),
    minimum: readOptionalHours(values.minimum, words.said.minimum),
    notice: readOptionalHours(values.notice, words.said.notice),
  });
  if (!checked.ok) return checked as Checked<ContactValues, CoverContact>;
  const { kind, name, charge, weekend, from, minimum, notice } = checked.value;
  const trainings = values.trainings
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const charges = withCharge(
    withCharge(existing?.charges ?? [], null, charge, from),
    'weekend',
    weekend,
    from,
  );
  return {
    ok: true,
    value: {
      id: existing?.id ?? null,
      kind,
      name,
      phone: values.phone.trim(),
      hours: values.hours.trim(),
      minimumMinutes: minimum ?? 0,
      noticeMinutes: notice,
      trainings: trainings.length === 0 ? null : trainings,
      note: values.note.trim(),
      charges: [...charges],
    },
  };
}
