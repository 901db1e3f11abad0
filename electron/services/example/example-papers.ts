import cast from '@resources/example/household.json';
import words from '@resources/example/money.json';
import type { PayeeKind } from '@shared/api/payments';
import type { PlanRuleInput } from '@shared/api/plan';
import { addDays, addYears, type IsoDay, isoDay } from '@shared/dates';
import { formatPounds, pence } from '@shared/money';
import { letterPdf } from '../../files/documents/letter-pdf';
import { saveStandingBill } from '../budget-bills';
import { saveEarmark } from '../budget-earmarks';
import { saveWhatIf } from '../budget-what-if';
import type { ServiceContext } from '../context';
import { saveOutcome } from '../endings-outcomes';
import { addSending } from '../packs-sendings';
import { savePayee } from '../payments-payees';
import { saveSpendingAgreed } from '../plan-agreed';
import { savePlanRule } from '../plan-rules';
import type { ExampleDays } from './example-days';
import { firstAlarm, firstOuting, KINDS } from './example-money';
import type { ExampleRecord } from './example-people';

/** What is known on the first day: the plan's rules, the bills that come back, and who is paid beside PAs. */
export function keepPlan(
  context: ServiceContext,
  record: ExampleRecord,
  days: ExampleDays,
  categories: readonly string[],
): void {
  const { householdId, agreementId } = record;
  for (const rule of words.rules)
    savePlanRule(context, householdId, {
      id: null,
      agreementId,
      kind: rule.kind as PlanRuleInput['kind'],
      what: rule.what,
      searchWords: rule.searchWords,
      over: rule.over === null ? null : pence(rule.over),
      categoryId: rule.category === null ? null : (categories[rule.category] ?? null),
      writtenIn: rule.writtenIn,
    });
  const bill = { id: null, endsOn: null, agreementId };
  saveStandingBill(context, householdId, {
    ...bill,
    name: words.alarm.name,
    amount: pence(words.alarm.amount),
    dueOn: firstAlarm(days),
    repeats: { every: 'months', count: 1 },
    categoryId: categories[KINDS.alarm] ?? null,
    ledgerAccount: 'other-spending',
  });
  saveStandingBill(context, householdId, {
    ...bill,
    name: words.outing.name,
    amount: pence(words.outing.amount),
    dueOn: firstOuting(days),
    repeats: { every: 'weeks', count: 4 },
    categoryId: categories[KINDS.expenses] ?? null,
    ledgerAccount: 'expenses',
  });
  for (const payee of words.payees)
    savePayee(context, householdId, { id: null, note: '', ...payee, kind: payee.kind as PayeeKind });
}

/** A letter of the council that agrees to one thing. */
function letterAbout(day: IsoDay, what: string, amount: number | null) {
  const { letter } = words;
  const { addressLine1, town, postcode } = cast.supported;
  const bytes = letterPdf({
    fileTitle: letter.file,
    day,
    from: { name: letter.from, lines: letter.address },
    to: { name: cast.supported.name, lines: [addressLine1, town, postcode] },
    heading: letter.heading,
    parts: [
      { kind: 'text', text: letter.text },
      { kind: 'list', items: [amount === null ? what : `${what}: ${formatPounds(pence(amount))}`] },
    ],
    signature: letter.signature,
  });
  return { name: `${letter.file} ${day}.pdf`, bytes };
}

/** What has gathered by today: what was agreed and set aside, a question to the future, and good days. */
export function keepPapers(context: ServiceContext, record: ExampleRecord, days: ExampleDays): void {
  const { householdId, agreementId } = record;
  const agreedOn = addDays(days.start, 30) < days.today ? addDays(days.start, 30) : days.today;
  for (const [index, { what, amount, askedHow, answeredBy, note }] of words.agreed.entries())
    saveSpendingAgreed(context, householdId, {
      id: null,
      agreementId,
      what,
      amount: amount === null ? null : pence(amount),
      askedOn: addDays(agreedOn, -14),
      askedHow,
      answer: 'yes',
      answeredBy,
      answeredOn: agreedOn,
      until: index === 0 ? addYears(agreedOn, 2) : null,
      note,
      file: letterAbout(agreedOn, what, amount),
      removeFile: false,
    });
  const { name, amount, note } = words.earmark;
  saveEarmark(
    context,
    householdId,
    {
      id: null,
      agreementId,
      kind: 'redundancy',
      name,
      amount: pence(amount),
      from: agreedOn,
      until: null,
      agreed: true,
      agreedBy: words.officer,
      agreedOn,
      note,
    },
    letterAbout(agreedOn, name, amount),
  );
  const april = isoDay(`${days.today.slice(0, 4)}-04-01`);
  saveWhatIf(context, householdId, agreementId, {
    id: null,
    name: words.whatIf.name,
    changes: [
      {
        kind: 'rate-rise',
        workerId: null,
        from: april > days.today ? april : addYears(april, 1),
        by: { how: 'percent', hundredths: words.whatIf.hundredths },
      },
    ],
  });
  for (const { back, outcome, text } of words.outcomes) {
    const day = addDays(days.today, -back);
    if (day >= days.start) saveOutcome(context, householdId, { id: null, agreementId, day, outcome, text });
  }
}

/** What came back about a return that was sent: it was received, and approved. */
export function logAnswers(
  context: ServiceContext,
  householdId: string,
  returnId: string,
  sentOn: IsoDay,
): void {
  for (const [kind, after, note] of [
    ['received', 2, words.log.received],
    ['approved', 24, words.log.approved],
  ] as const) {
    const day = addDays(sentOn, after);
    if (day > context.clock.today()) continue;
    const sending = { returnId, kind, day, how: '', sentTo: words.sentTo, reference: '', note, file: null };
    addSending(context, householdId, sending);
  }
}
