import type { IsoDay } from '../../dates';
import type { FpsEmployee, FpsEmployment, FpsMessage, FpsStarter } from './fps-types';
import type { HmrcRule } from './hmrc-rule';

/** A rule about one employment of one employee. */
export function employmentRule(
  hmrcError: number,
  element: string,
  broken: (employment: FpsEmployment, today: IsoDay, employee: FpsEmployee) => boolean,
): HmrcRule<FpsMessage> {
  return {
    hmrcError,
    element,
    broken: ({ submission }, today) =>
      submission.employees.flatMap((one, employee) =>
        one.employments.flatMap((employment, index) =>
          broken(employment, today, one) ? [{ employee, employment: index }] : [],
        ),
      ),
  };
}

function isSeconded(starter: FpsStarter | undefined): boolean {
  return starter?.seconded?.stay !== undefined;
}

/** A date that is there and later than another. */
function isAfter(day: IsoDay | undefined, limit: IsoDay): boolean {
  return day !== undefined && day > limit;
}

/** HMRC's rules about an employment, its starter and its payment. `latest` gives the last day that a start or leaving may have. */
export function employmentRules(
  employeePath: string,
  latest: (today: IsoDay) => IsoDay,
): readonly HmrcRule<FpsMessage>[] {
  const path = `${employeePath}/Employment`;
  const starter = `${path}/Starter`;
  const payment = `${path}/Payment`;
  const cars = (
    employment: FpsEmployment,
  ): readonly NonNullable<FpsEmployment['payment']['cars']>[number][] => employment.payment.cars ?? [];
  return [
    employmentRule(
      7883,
      `${path}/TaxWkOfApptOfDirector`,
      (one) => one.directorSinceTaxWeek !== undefined && one.directorsNic === undefined,
    ),
    employmentRule(7828, `${starter}/StartDate`, (one, today) =>
      isAfter(one.starter?.startDate, latest(today)),
    ),
    employmentRule(
      7884,
      `${starter}/Seconded/EEACitizen`,
      (one) => one.starter?.seconded?.eeaCitizen === true && !isSeconded(one.starter),
    ),
    employmentRule(
      7931,
      `${starter}/Seconded`,
      (one) =>
        one.starter?.seconded !== undefined && !isSeconded(one.starter) && one.starter.seconded.epm6 !== true,
    ),
    employmentRule(7831, `${path}/LeavingDate`, (one, today) => isAfter(one.leavingDate, latest(today))),
    employmentRule(
      7847,
      `${payment}/PmtAfterLeaving`,
      (one) => one.payment.afterLeaving === true && one.leavingDate === undefined,
    ),
    employmentRule(7939, `${payment}/Benefits/Car/FirstRegd`, (one, today) =>
      cars(one).some((car) => car.firstRegistered > today),
    ),
    employmentRule(7937, `${payment}/Benefits/Car/AvailTo`, (one) =>
      cars(one).some((car) => car.availableTo !== undefined && car.availableTo < car.availableFrom),
    ),
    employmentRule(7938, `${payment}/Benefits/Car/FreeFuel/Withdrawn`, (one) =>
      cars(one).some(
        ({ freeFuel }) => freeFuel?.withdrawn !== undefined && freeFuel.withdrawn < freeFuel.provided,
      ),
    ),
    employmentRule(7956, `${payment}/SPBPNIREYTD`, ({ payment: { statutoryPay: pay } }) => {
      return pay?.spbpNorthernIreland !== undefined && pay.miscarriageNorthernIreland === undefined;
    }),
    employmentRule(7957, `${payment}/SPBPNIREYTD`, ({ payment: { statutoryPay: pay } }) => {
      return pay?.spbpNorthernIreland !== undefined && pay.workplacePostcodeNorthernIreland === undefined;
    }),
    employmentRule(7885, `${payment}/TrivialCommutationPayment`, (one) => {
      const types = (one.payment.trivialCommutation ?? []).map(({ type }) => type);
      return new Set(types).size !== types.length;
    }),
    employmentRule(7936, `${payment}/FlexibleDrawdown`, ({ payment: { flexibleDrawdown: drawdown } }) => {
      return (
        drawdown !== undefined &&
        drawdown.taxablePayment === undefined &&
        drawdown.nonTaxablePayment === undefined
      );
    }),
    employmentRule(
      7878,
      path,
      ({ starter: first }) =>
        first?.startDate !== undefined &&
        first.declaration === undefined &&
        !isSeconded(first) &&
        (first.occupationalPension?.amount ?? 0) <= 0,
    ),
    employmentRule(
      7879,
      path,
      (one) =>
        one.starter?.declaration !== undefined &&
        one.occupationalPensionPaid === true &&
        one.starter.occupationalPension !== undefined,
    ),
    employmentRule(7880, path, (one) => one.starter?.declaration !== undefined && isSeconded(one.starter)),
    employmentRule(
      7881,
      path,
      (one) =>
        one.starter?.startDate !== undefined &&
        one.starter.declaration === undefined &&
        !isSeconded(one.starter) &&
        !(one.occupationalPensionPaid === true && one.starter.occupationalPension !== undefined),
    ),
    employmentRule(
      7916,
      path,
      (one) => one.starter?.occupationalPension !== undefined && one.occupationalPensionPaid !== true,
    ),
    employmentRule(
      7934,
      path,
      ({ starter: first }) =>
        first !== undefined &&
        first.startDate === undefined &&
        first.declaration === undefined &&
        first.studentLoan !== true &&
        first.postgraduateLoan !== true &&
        first.seconded === undefined &&
        first.occupationalPension === undefined &&
        first.statePension === undefined,
    ),
  ];
}
