import type { WorkerRecord } from '@shared/api/people';
import { formatDay, type IsoDay, isoDay } from '@shared/dates';
import { percentFromHundredths } from '@shared/rates/evidence';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useParams } from 'react-router';
import { api } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { JumpList, type JumpPlace } from '../../components/jump-list';
import { LinkButton } from '../../components/link-button';
import { Page } from '../../components/page';
import { SummaryList, type SummaryRow } from '../../components/summary-list';
import { TaskList } from '../../components/task-list';
import { WaitingLine } from '../../components/waiting-line';
import { carried } from '../../text/carried';
import { common, sortCodeText } from '../../text/common';
import { personWords } from '../../text/cover-known';
import { family } from '../../text/family';
import { kindsOfWork } from '../../text/kinds-of-work';
import { home, orders } from '../../text/orders';
import {
  genders,
  holidayMethods,
  hoursKinds,
  learnedFrom,
  loanPlans,
  missingWords,
  noLoan,
  pa,
  payFrequencies,
  pensionStatuses,
  pensionTreatments,
  people,
  taxBases,
  weekdays,
} from '../../text/people';
import { earlier, lifeWords, notice } from '../../text/people-life';
import { hoursWords } from '../../text/rota-times';
import { OrdersSection } from './orders/orders-section';
import { P45Figures } from './p45-figures';
import { PutRightNotice } from './put-right-part';
import { useWorker } from './use-worker';

const dayOf = (day: IsoDay | null): string | undefined => (day === null ? undefined : formatDay(day));

/** One PA: what is missing, then each part of the record with a way to change it. */
export function PersonPage() {
  const { workerId = '' } = useParams();
  const worker = useWorker(workerId);
  if (worker === undefined)
    return (
      <Page title={people.title} backTo="/people" backLabel={people.back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  const sub =
    worker.leftOn === null
      ? pa.started(formatDay(worker.details.startedOn))
      : people.leftOn(formatDay(worker.leftOn));
  return (
    <Page title={worker.name} sub={sub} backTo="/people" backLabel={people.back}>
      <Checklist worker={worker} />
      <PutRightNotice workerId={worker.id} />
      <JumpList label={pa.onThisPage} places={PLACES} />
      <Section worker={worker} part="contract" rows={contractRows(worker)} />
      <Section worker={worker} part="rates" rows={rateRows(worker)} empty={pa.noRates} />
      <Section
        worker={worker}
        part="tax"
        rows={taxRows(worker)}
        empty={pa.taxNone}
        more={[
          { to: 'starter', name: pa.changePart(pa.parts.starter, worker.shortName) },
          { to: 'notice', name: notice.open(worker.shortName) },
        ]}
      />
      <Section worker={worker} part="earlier" rows={earlierRows(worker)} empty={earlier.none} />
      <Section worker={worker} part="pension" rows={pensionRows(worker)} empty={pa.pensionNone} />
      <Holiday worker={worker} />
      <TimeOff worker={worker} />
      <OrdersSection worker={worker} />
      <Section worker={worker} part="details" rows={detailRows(worker)} />
      <Section
        worker={worker}
        part="bank"
        rows={[
          { label: pa.bankNameOnAccount, value: worker.details.bankNameOnAccount },
          { label: pa.sortCode, value: sortCodeText(worker.details.sortCode) },
          { label: pa.accountNumber, value: worker.details.accountNumber },
        ]}
      />
      <Section
        worker={worker}
        part="papers"
        rows={[
          { label: pa.rightToWorkCheckedOn, value: dayOf(worker.details.rightToWorkCheckedOn) },
          ...(worker.details.rightToWorkUntil === null
            ? []
            : [{ label: pa.rightToWorkUntil, value: dayOf(worker.details.rightToWorkUntil) }]),
          { label: pa.dbsOn, value: dayOf(worker.details.dbsOn) },
        ]}
      />
      <Section
        worker={worker}
        part="emergency"
        rows={[
          { label: pa.emergencyName, value: worker.details.emergencyName },
          { label: pa.emergencyPhone, value: worker.details.emergencyPhone },
        ]}
      />
      <Section
        worker={worker}
        part="leaving"
        rows={[
          { label: pa.leftOn, value: dayOf(worker.leftOn) ?? pa.leavingNone },
          ...(worker.leftOn === null
            ? []
            : [{ label: lifeWords.p45Given, value: dayOf(worker.p45GivenOn) ?? lifeWords.p45GivenNone }]),
        ]}
      />
      {worker.leftOn === null ? null : <P45Figures worker={worker} />}
    </Page>
  );
}

function Checklist({ worker }: { readonly worker: WorkerRecord }) {
  if (worker.missing.length === 0)
    return (
      <p className="pa-complete">
        <CircleCheck aria-hidden="true" />
        {worker.leftOn === null ? pa.checklistDone : `${people.complete}.`}
      </p>
    );
  return (
    <section>
      <h2>{pa.checklist}</h2>
      <TaskList
        label={pa.checklist}
        tasks={worker.missing.map((missing) => {
          const { text, part } = missingWords(missing);
          return {
            id: missing.code.replace('.', '-'),
            name: text,
            status: common.attention,
            tone: 'attention',
            to: part === '' ? undefined : `/people/${worker.id}/${part}`,
          };
        })}
      />
    </section>
  );
}

type Part = keyof typeof pa.parts;

const placeId = (part: string): string => `pa-${part}`;

/** The parts of the page, in its order. */
const PLACES: readonly JumpPlace[] = [
  ...(['contract', 'rates', 'tax', 'earlier', 'pension', 'holiday'] as const).map((part) => ({
    id: placeId(part),
    name: pa.parts[part],
  })),
  { id: placeId('time-off'), name: family.timeOff },
  { id: placeId('orders'), name: orders.section },
  { id: placeId('home'), name: home.section },
  ...(['details', 'bank', 'papers', 'emergency', 'leaving'] as const).map((part) => ({
    id: placeId(part),
    name: pa.parts[part],
  })),
];

function Section(props: {
  readonly worker: WorkerRecord;
  readonly part: Part;
  readonly rows: readonly SummaryRow[];
  readonly empty?: string;
  readonly more?: readonly { readonly to: Part; readonly name: string }[];
}) {
  const { worker, part, rows, empty, more = [] } = props;
  return (
    <section className="pa-section">
      <div className="pa-section-head">
        <h2 id={placeId(part)}>{pa.parts[part]}</h2>
        <LinkButton
          kind="quiet"
          to={`/people/${worker.id}/${part}`}
          name={pa.changePart(pa.parts[part], worker.shortName)}
        >
          {common.change}
        </LinkButton>
      </div>
      {rows.length === 0 ? <p>{empty}</p> : <SummaryList rows={rows} />}
      {more.map((one) => (
        <p key={one.to}>
          <LinkButton kind="quiet" flush to={`/people/${worker.id}/${one.to}`}>
            {one.name}
          </LinkButton>
        </p>
      ))}
    </section>
  );
}

function earlierRows({ earlierPay }: WorkerRecord): SummaryRow[] {
  return earlierPay.map((one) => ({
    label: earlier.taxYearOf(one.taxYear),
    value: `${earlier.reach(one.reachOn)}: ${earlier.payAndTaxOf(one.taxablePay, one.tax)}`,
  }));
}

function contractRows({ contract }: WorkerRecord): SummaryRow[] {
  if (contract === null) return [{ label: pa.hoursKind }];
  const year = isoDay(`2024-${contract.leaveYearStarts}`);
  return [
    {
      label: pa.hoursKind,
      value:
        contract.hoursKind === 'fixed'
          ? `${hoursKinds.fixed[0]}, ${pa.everyWeek(hoursWords(contract.weeklyMinutes))}`
          : hoursKinds['zero-hours'][0],
    },
    { label: pa.payFrequency, value: payFrequencies[contract.payFrequency] },
    { label: pa.payDayLabel, value: pa.payDay(contract.payDayOffset) },
    { label: pa.holidayMethod, value: holidayMethods[contract.holidayMethod][0] },
    { label: pa.leaveYearLabel, value: formatDay(year).replace(/ \d{4}$/, '') },
    {
      label: pa.qualifyingDays,
      value: contract.qualifyingDays.map((day) => weekdays[day] ?? '').join(', '),
    },
    { label: pa.contractStarts, value: formatDay(contract.startsOn) },
    { label: pa.signedOn, value: dayOf(contract.signedOn) },
  ];
}

function rateRows({ rates }: WorkerRecord): SummaryRow[] {
  const newest = new Map<string, WorkerRecord['rates'][number]>();
  for (const rate of rates) {
    const other = newest.get(rate.kindOfWork);
    if (other === undefined || other.fromDay < rate.fromDay) newest.set(rate.kindOfWork, rate);
  }
  return [...newest.values()].map((rate) => ({
    label: kindsOfWork[rate.kindOfWork],
    value: `£${rate.rate} ${rate.per === 'hour' ? pa.anHour : pa.aShift}, ${pa.fromDay(formatDay(rate.fromDay))}`,
  }));
}

function taxRows({ tax }: WorkerRecord): SummaryRow[] {
  const now = tax.at(-1);
  if (now === undefined) return [];
  return [
    { label: pa.taxCode, value: now.taxCode },
    { label: pa.taxBasis, value: taxBases[now.taxBasis][0] },
    { label: pa.niCategory, value: now.niCategory },
    { label: pa.studentLoan, value: now.studentLoanPlan === null ? noLoan : loanPlans[now.studentLoanPlan] },
    ...(now.postgraduateLoan ? [{ label: pa.postgraduate, value: pa.yes }] : []),
    { label: pa.from, value: formatDay(now.fromDay) },
    {
      label: pa.learnedFrom,
      value:
        now.noticeKind === null ? learnedFrom[now.learnedFrom] : notice.kept(now.noticeKind, now.noticeOn),
    },
  ];
}

function pensionRows({ pension }: WorkerRecord): SummaryRow[] {
  const now = pension.at(-1);
  if (now === undefined) return [];
  return [
    { label: pa.pensionStatus, value: pensionStatuses[now.status][0] },
    ...(now.status === 'member'
      ? [
          { label: pa.provider, value: now.provider },
          {
            label: pa.sharesLabel,
            value: pa.pensionShares(
              percentFromHundredths(now.employeePercentHundredths),
              percentFromHundredths(now.employerPercentHundredths),
            ),
          },
          { label: pa.treatment, value: pensionTreatments[now.treatment][0] },
        ]
      : []),
    ...(now.postponedUntil === null
      ? []
      : [{ label: pa.postponedUntil, value: formatDay(now.postponedUntil) }]),
    { label: pa.from, value: formatDay(now.fromDay) },
  ];
}

function detailRows({ details }: WorkerRecord): SummaryRow[] {
  return [
    { label: pa.startedOn, value: formatDay(details.startedOn) },
    { label: pa.birthDate, value: dayOf(details.birthDate) },
    { label: pa.gender, value: details.gender === null ? undefined : genders[details.gender] },
    { label: pa.niNumber, value: details.niNumber },
    {
      label: pa.address,
      value: [details.addressLine1, details.addressLine2, details.town, details.postcode]
        .filter(Boolean)
        .join(', '),
    },
    { label: pa.phone, value: details.phone },
    { label: pa.email, value: details.email },
    { label: pa.payrollNumber, value: details.payrollNumber },
    { label: pa.covers, value: details.covers ? pa.yes : pa.no },
  ];
}

/** Time off with pay by law, each on a page of its own. */
function TimeOff({ worker }: { readonly worker: WorkerRecord }) {
  return (
    <section className="pa-section">
      <h2 id={placeId('time-off')}>{family.timeOff}</h2>
      <div className="actions">
        <LinkButton to={`/people/${worker.id}/family`}>{family.titleNoName}</LinkButton>
        <LinkButton to={`/people/${worker.id}/sick-pay`}>{family.sickLink}</LinkButton>
        <LinkButton to={`/rota/cover/people/${worker.id}`}>{personWords.linkShort}</LinkButton>
      </div>
    </section>
  );
}

function Holiday({ worker }: { readonly worker: WorkerRecord }) {
  const householdId = useHouseholdId();
  const balance = useQuery(api.people.holiday.queryOptions({ input: { householdId } })).data?.find(
    (one) => one.workerId === worker.id,
  );
  const hours = (minutes: number) => hoursWords(minutes);
  return (
    <section className="pa-section">
      <div className="pa-section-head">
        <h2 id={placeId('holiday')}>{pa.parts.holiday}</h2>
        <LinkButton
          kind="quiet"
          to={`/people/${worker.id}/carried`}
          name={`${carried.openShort}: ${worker.shortName}`}
        >
          {carried.openShort}
        </LinkButton>
      </div>
      {balance === undefined ? (
        <p>{pa.holidayNone}</p>
      ) : (
        <SummaryList
          rows={[
            {
              label: pa.holidayYear,
              value: pa.holidaySpan(formatDay(balance.leaveYearFrom), formatDay(balance.leaveYearTo)),
            },
            { label: pa.holidayEarned, value: hours(balance.earnedMinutes) },
            ...(balance.fullYearMinutes === null
              ? []
              : [{ label: pa.holidayFull, value: hours(balance.fullYearMinutes) }]),
            ...(balance.carriedMinutes === 0
              ? []
              : [{ label: carried.row, value: hours(balance.carriedMinutes) }]),
            { label: pa.holidayTaken, value: hours(balance.takenMinutes) },
            ...(balance.paidOnLeavingMinutes === 0
              ? []
              : [{ label: carried.paidRow, value: hours(balance.paidOnLeavingMinutes) }]),
            { label: pa.holidayLeft, value: hours(balance.leftMinutes) },
          ]}
        />
      )}
    </section>
  );
}
