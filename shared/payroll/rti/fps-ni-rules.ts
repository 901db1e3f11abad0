import { employmentRule } from './fps-employment-rules';
import type { FpsMessage, FpsNi } from './fps-types';
import type { HmrcRule } from './hmrc-rule';

/** Letters of the reduced rate, for some women who chose it before 12 May 1977. */
const REDUCED = new Set(['B', 'E', 'I', 'T']);
const REDUCED_BORN_BY = '1961-04-05';
/** Letters of freeports and investment zones. */
const NEED_WORKPLACE = new Set(['F', 'I', 'L', 'S', 'N', 'E', 'D', 'K']);
const EMPLOYEE_PAYS_NOTHING = new Set(['X', 'C', 'K', 'S', 'W']);

/** HMRC's rules about National Insurance letters and their amounts. */
export function niRules(employeePath: string): readonly HmrcRule<FpsMessage>[] {
  const path = `${employeePath}/Employment/NIlettersAndValues`;
  const nothing = (
    hmrcError: number,
    element: string,
    letters: ReadonlySet<string>,
    amount: (ni: FpsNi) => number,
  ): HmrcRule<FpsMessage> =>
    employmentRule(hmrcError, `${path}/${element}`, (one) =>
      one.nationalInsurance.some((ni) => letters.has(ni.letter) && amount(ni) !== 0),
    );
  const x = new Set(['X']);
  return [
    employmentRule(
      7849,
      `${path}/NIletter`,
      (one, _, { details }) =>
        details.gender === 'M' && one.nationalInsurance.some(({ letter }) => REDUCED.has(letter)),
    ),
    employmentRule(
      7850,
      `${path}/NIletter`,
      ({ nationalInsurance: all }) => new Set(all.map(({ letter }) => letter)).size !== all.length,
    ),
    employmentRule(
      7954,
      `${path}/NIletter`,
      (one) =>
        one.workplacePostcode === undefined &&
        one.nationalInsurance.some(({ letter }) => NEED_WORKPLACE.has(letter)),
    ),
    employmentRule(
      7955,
      `${path}/NIletter`,
      (one, _, { details }) =>
        details.birthDate !== undefined &&
        details.birthDate > REDUCED_BORN_BY &&
        one.nationalInsurance.some(({ letter }) => REDUCED.has(letter)),
    ),
    nothing(7852, 'AtLELYTD', x, (ni) => ni.atLelToDate),
    nothing(7853, 'LELtoPTYTD', x, (ni) => ni.lelToPtToDate),
    nothing(7854, 'PTtoUELYTD', x, (ni) => ni.ptToUelToDate),
    nothing(7863, 'TotalEmpNICInPd', x, (ni) => ni.employer),
    nothing(7864, 'TotalEmpNICYTD', x, (ni) => ni.employerToDate),
    nothing(7865, 'EmpeeContribnsInPd', EMPLOYEE_PAYS_NOTHING, (ni) => ni.employee),
    nothing(7866, 'EmpeeContribnsYTD', EMPLOYEE_PAYS_NOTHING, (ni) => ni.employeeToDate),
  ];
}
