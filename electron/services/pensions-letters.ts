import words from '@resources/documents/pension-letters.json';
import type { PensionLetterKind } from '@shared/api/pensions';
import { formatDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { qualifyingBand } from '@shared/payroll/pension';
import { percentFromHundredths } from '@shared/rates/evidence';
import { type PayFrequency, periodKey } from '@shared/rates/tax-year-rates';
import { type LetterPart, type LetterParty, letterPdf } from '../files/documents/letter-pdf';
import { safeFileName } from '../files/documents/safe-file-name';
import { type FillValues, fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { inForce, loadPayRecord, type PayRecord, type WorkerRow, workerOfRecord } from './pay-record';
import {
  lastSpell,
  type MembershipRow,
  memberSpells,
  membershipsOf,
  paidIn,
  refundOwed,
} from './pensions-membership';
import { pensionRatesOn, refundByOf, standingOf } from './pensions-standing';
import type { MadeFile } from './program-files';
import { workerName, workerShortName } from './worker-name';

type Template = {
  readonly title: string;
  readonly heading: string;
  readonly parts: readonly {
    readonly text?: string;
    readonly heading?: string;
    readonly list?: readonly string[];
    readonly figures?: string;
  }[];
};

/** What a letter is about: the row of the history it belongs to, and what its sentences need. */
type Subject = { readonly template: Template; readonly about: string; readonly row: MembershipRow | null };

/**
 * Makes a letter about a PA's pension and notes it, not yet as given. Refuses what there is nothing to write about
 * (`pension.no-letter`), and pay days without figures.
 */
export function pensionLetterFile(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  kind: PensionLetterKind,
): MadeFile {
  const db = databaseOf(context);
  const today = todayOf(context);
  const record = loadPayRecord(db, householdId, today);
  const worker = workerOfRecord(record, workerId);
  const { template, about, row } = subjectOf(record, worker, kind);
  const values = valuesOf(record, worker, row);
  const title = fill(template.title, values);
  const bytes = letterPdf({
    fileTitle: title,
    day: today,
    from: employerParty(record),
    to: workerParty(worker),
    heading: fill(template.heading, values),
    parts: template.parts.map((part) => partOf(part, values, row)),
    signature: record.employer?.legal_name ?? '',
  });
  db.act({ name: 'pensions.letter-made', householdId, values: { name: workerShortName(worker) } }, (write) =>
    write.insert('letter', {
      id: context.ids.next(),
      household_id: householdId,
      worker_id: workerId,
      kind,
      about,
      made_on: today,
      given_on: null,
    }),
  );
  return {
    name: safeFileName(fill(words.fileName, { title, worker: workerName(worker), day: today })),
    mediaType: 'application/pdf',
    bytes,
  };
}

function subjectOf(record: PayRecord, worker: WorkerRow, kind: PensionLetterKind): Subject {
  const name = workerShortName(worker);
  const rows = membershipsOf(record, worker.id);
  switch (kind) {
    case 'pension-enrolment':
    case 'pension-re-enrolment': {
      const spell = lastSpell(record, worker.id);
      if (spell === undefined || spell.ended !== null) refuse('pension.no-letter', { name });
      return { template: words.letters[kind], about: spell.first.id, row: spell.last };
    }
    case 'pension-postponement': {
      const row = rows.findLast((one) => one.status === 'postponed');
      if (row === undefined) refuse('pension.no-letter', { name });
      return { template: words.letters[kind], about: row.id, row };
    }
    case 'pension-opt-out': {
      const row = rows.findLast((one) => one.status === 'opted-out');
      if (row === undefined) refuse('pension.no-letter', { name });
      return { template: words.letters[kind], about: row.id, row };
    }
    case 'pension-rights': {
      const { duty } = standingOf(record, worker);
      const isNonEligible = duty === 'non-eligible-jobholder';
      if (!isNonEligible && duty !== 'entitled-worker') refuse('pension.no-letter', { name });
      const which = isNonEligible
        ? 'pension-rights-non-eligible-jobholder'
        : 'pension-rights-entitled-worker';
      return { template: words.letters[which], about: '', row: null };
    }
  }
}

function valuesOf(record: PayRecord, worker: WorkerRow, row: MembershipRow | null): FillValues {
  const rates = pensionRatesOn(record, record.today);
  if (rates === null) refuse('rates.unknown-date', { date: record.today });
  const contract = inForce(record.contracts, worker.id, record.today, (one) => one.starts_on);
  const frequency: PayFrequency = contract?.pay_frequency ?? 'monthly';
  const band = qualifyingBand(frequency, rates);
  const spell =
    row === null
      ? undefined
      : memberSpells(membershipsOf(record, worker.id)).find(
          (one) => one.ended?.id === row.id || one.last.id === row.id,
        );
  const terms = spell?.last;
  const every = words.every[frequency];
  const bounds = { lower: formatPounds(band.lower), upper: formatPounds(band.upper), every };
  return {
    ...bounds,
    name: workerShortName(worker),
    trigger: formatPounds(rates.thresholds.trigger[periodKey(frequency)]),
    enrolAge: rates.ages.enrolFrom,
    provider: terms?.provider ?? '',
    from: row === null ? '' : formatDay(spell?.first.from_day ?? row.from_day),
    until: row?.postponed_until ? formatDay(row.postponed_until) : '',
    noticeOn: row?.notice_on ? formatDay(row.notice_on) : '',
    relief: terms === undefined ? '' : words.relief[terms.treatment],
    basis: terms === undefined ? '' : fill(words.basis[terms.earnings_basis], bounds),
    periodRule: spell === undefined ? '' : fill(words.periodRule, { from: formatDay(spell.first.from_day) }),
    employee: terms === undefined ? '' : percent(terms.employee_percent_hundredths),
    employer: terms === undefined ? '' : percent(terms.employer_percent_hundredths),
    refund: row === null ? '' : refundSentence(record, worker, row),
  };
}

function percent(hundredths: number): string {
  return fill(words.percent, { percent: percentFromHundredths(hundredths) });
}

function refundSentence(record: PayRecord, worker: WorkerRow, row: MembershipRow): string {
  if (row.status !== 'opted-out' || row.notice_on === null) return '';
  const owed = refundOwed(record, worker.id);
  if (owed !== null)
    return fill(words.refundDue, {
      own: formatPounds(owed.employee),
      by: formatDay(refundByOf(row.notice_on)),
    });
  const spell = memberSpells(membershipsOf(record, worker.id)).find((one) => one.ended?.id === row.id);
  const wasTaken =
    spell !== undefined && paidIn(record, worker.id, spell.first.from_day, null, row.from_day).employee > 0;
  return wasTaken ? words.refundDone : words.refundNone;
}

function partOf(part: Template['parts'][number], values: FillValues, row: MembershipRow | null): LetterPart {
  if (part.heading !== undefined) return { kind: 'heading', text: fill(part.heading, values) };
  if (part.list !== undefined) return { kind: 'list', items: part.list.map((item) => fill(item, values)) };
  if (part.figures !== undefined && row !== null) {
    const names = words.figures;
    const value = (name: string): string => String(values[name] ?? '');
    return {
      kind: 'figures',
      caption: names.caption,
      rows: [
        { name: names.provider, value: value('provider') },
        { name: names.from, value: value('from') },
        { name: names.employee, value: value('employee') },
        { name: names.employer, value: value('employer') },
        { name: names.basis, value: value('basis') },
      ],
    };
  }
  return { kind: 'text', text: fill(part.text ?? '', values) };
}

function employerParty(record: PayRecord): LetterParty {
  const household = record.db.byId('household', record.householdId) ?? refuse('not-found');
  return {
    name: record.employer?.legal_name || household.name,
    lines: [household.address_line_1, household.address_line_2, household.town, household.postcode].filter(
      (line) => line !== '',
    ),
  };
}

function workerParty(worker: WorkerRow): LetterParty {
  return {
    name: workerName(worker),
    lines: [worker.address_line_1, worker.address_line_2, worker.town, worker.postcode].filter(
      (line) => line !== '',
    ),
  };
}
