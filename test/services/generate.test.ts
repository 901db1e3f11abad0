import { isoDay } from '@shared/dates';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkAll } from '../../electron/services/check-record';
import { databaseOf } from '../../electron/services/context';
import { copyOf, planHousehold } from '../../electron/services/generate/generate-copies';
import { HOUSEHOLD_KINDS } from '../../electron/services/generate/generate-kinds';
import { liveHousehold } from '../../electron/services/generate/generate-life';
import { listHouseholds } from '../../electron/services/household-record';
import { openRecordFile } from '../../electron/services/open-record';
import { type TestWorkspace, testWorkspace } from '../support/workspace';

let lived: TestWorkspace;
let made: TestWorkspace;
let ids: string[];

/** Six weeks of a household with three PAs, a bank statement and a payslip a week, copied five times. */
beforeAll(async () => {
  lived = await testWorkspace('2026-11-21', 'lived');
  const kind = HOUSEHOLD_KINDS.find((one) => one.key === 'weekly-three');
  if (kind === undefined) throw new Error('No such kind');
  const days = { today: isoDay('2026-11-21'), first: isoDay('2026-10-12'), last: isoDay('2026-11-22') };
  const householdId = liveHousehold(lived.context, kind, days);
  const plan = planHousehold(databaseOf(lived.context), householdId);
  made = await testWorkspace('2026-11-21', 'made');
  ids = Array.from({ length: 5 }, (_, at) => {
    const copy = copyOf(plan, at, 'test');
    databaseOf(made.context).takeIn(
      { name: 'example.made', householdId: copy.householdId, undoable: false },
      (take) => copy.write(take),
    );
    return copy.householdId;
  });
});

afterAll(() => {
  lived.close();
  made.close();
});

describe('households copied from one that was lived', () => {
  test('have ledgers and seals that fit what stands in them', () => {
    expect(checkAll(made.context).findings).toEqual([]);
    expect(checkAll(made.context).rows).toBeGreaterThan(0);
  });

  test('share no id, no name and no number with each other', () => {
    expect(new Set(ids).size).toBe(5);
    expect(new Set(listHouseholds(made.context).map(({ name }) => name)).size).toBe(5);
    const [first = '', second = ''] = ids.map((id) =>
      Buffer.from(openRecordFile(made.context, id).bytes).toString('utf8'),
    );
    const found = (text: string): string[] =>
      text.match(/[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}/g) ?? [];
    const ofFirst = new Set(found(first));
    expect(ofFirst.size).toBeGreaterThan(20);
    expect(found(second).filter((id) => ofFirst.has(id))).toEqual([]);
    expect(first.toLowerCase()).not.toMatch(/qz[fl][a-i]/);
  });

  test('come out the same to the byte when they are made again', () => {
    const plan = planHousehold(databaseOf(lived.context), listHouseholds(lived.context)[0]?.id ?? '');
    const rows = (): string[] => {
      const all: string[] = [];
      copyOf(plan, 3, 'test').write({
        row: (table, row) => all.push(`${table} ${JSON.stringify(row)}`),
        setFact: (name, value) => all.push(`${name} ${value}`),
        lastActionNumber: () => 0,
        leaveActionNumbers: () => undefined,
      });
      return all;
    };
    expect(rows()).toEqual(rows());
  });
});
