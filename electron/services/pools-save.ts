import type { Coded } from '@shared/api/common';
import type { PoolInput, PoolSupported } from '@shared/api/pools';
import { checkPool, isMemberOn, type Pool, type PoolRule } from '@shared/rota/pooled';
import { agreementsOf } from '../db/queries/household';
import { membersOfPool, rulesOfPool, shiftsOfPool, splitsOfPool } from '../db/queries/pools';
import type { ActionWriter, WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { keptSplits } from './pools-post';
import { householdName, loadPools, poolsEmployedBy } from './pools-record';
import { findShift, refuseProblems } from './rota-find';

function ruleOf(rule: PoolInput['rules'][number]): PoolRule {
  return rule.kind === 'fixed' ? { kind: 'fixed', shares: rule.shares } : { kind: rule.kind };
}

/** Puts the names of households into a problem's values: what a sentence needs. */
function named(db: WorkspaceDatabase, details: Readonly<Record<string, string | number>> | undefined) {
  const of = details?.['householdId'];
  return of === undefined ? details : { ...details, name: householdName(db, String(of)) };
}

function checkedPatterns(db: WorkspaceDatabase, householdId: string, pool: Pool, input: PoolInput): void {
  const inPool = new Set(pool.members.map((each) => each.householdId));
  const seen = new Set<string>();
  for (const { patternId, supported } of input.patterns) {
    ownedRow(db.byId('rota_pattern', patternId), householdId);
    if (seen.has(patternId)) refuse('pooled.pattern-twice', {}, 'patterns');
    seen.add(patternId);
    checkSupported(db, inPool, supported, 'patterns');
  }
}

/** A repeating week is shared by one pool at a time, so that no shift is shared twice. */
function checkOtherPools(
  db: WorkspaceDatabase,
  id: string | null,
  householdId: string,
  input: PoolInput,
): void {
  const firstDay = input.members.map((one) => one.from).sort()[0];
  for (const other of poolsEmployedBy(db, householdId)) {
    if (other.row.id === id) continue;
    const otherFirst = other.members.map((one) => one.from_day).sort()[0];
    const isBefore = other.row.ended_on !== null && firstDay !== undefined && other.row.ended_on < firstDay;
    const isAfter = input.endedOn !== null && otherFirst !== undefined && input.endedOn < otherFirst;
    if (isBefore || isAfter) continue;
    if (input.patterns.some((one) => other.patterns.has(one.patternId)))
      refuse('pooled.pattern-elsewhere', { name: other.row.name }, 'patterns');
  }
}

/** Whoever has had a part of pay stays: a correction shares that pay anew. Their stay is ended with a day. */
function checkStays(db: WorkspaceDatabase, id: string, input: PoolInput): void {
  const stays = new Set(input.members.map((one) => one.householdId));
  const had = new Set(
    keptSplits(db)
      .filter((one) => one.poolId === id)
      .flatMap(({ stored }) => stored.split.shares.map((share) => share.householdId)),
  );
  for (const { household_id: member } of membersOfPool(db, id))
    if (had.has(member) && !stays.has(member))
      refuse('pooled.member-has-shared', { name: householdName(db, member) }, 'members');
}

function checkSupported(
  db: WorkspaceDatabase,
  inPool: ReadonlySet<string>,
  supported: readonly PoolSupported[],
  field: string,
): void {
  const seen = new Set<string>();
  for (const { householdId } of supported) {
    const name = householdName(db, householdId);
    if (!inPool.has(householdId)) refuse('pooled.supports-no-member', { name }, field);
    if (seen.has(householdId)) refuse('pooled.supported-twice', { name }, field);
    seen.add(householdId);
  }
}

function writeRows(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  householdId: string,
  id: string,
  input: PoolInput,
): void {
  for (const one of membersOfPool(db, id)) write.remove('pool_member', one.id);
  for (const one of rulesOfPool(db, id)) write.remove('pool_rule', one.id);
  for (const one of shiftsOfPool(db, id)) if (one.pattern_id !== null) write.remove('pool_shift', one.id);
  for (const one of input.members)
    write.insert('pool_member', {
      id: context.ids.next(),
      pool_id: id,
      household_id: one.householdId,
      agreement_id: one.agreementId,
      from_day: one.from,
      to_day: one.to,
    });
  for (const one of input.rules)
    write.insert('pool_rule', {
      id: context.ids.next(),
      pool_id: id,
      household_id: householdId,
      from_day: one.from,
      rule_json: JSON.stringify(ruleOf(one)),
    });
  for (const one of input.patterns)
    write.insert('pool_shift', {
      id: context.ids.next(),
      household_id: householdId,
      pool_id: id,
      pattern_id: one.patternId,
      shift_key: null,
      supported_json: JSON.stringify(one.supported),
    });
}

/**
 * Keeps a pool: who shares, who pays how much, and which repeating weeks. The household of the call employs the PAs.
 * Refuses what `checkPool` refuses, a household, agreement or pattern of somebody else, a pattern that is named twice or
 * shared elsewhere, and leaving out somebody who has shared pay.
 */
export function savePool(
  context: ServiceContext,
  householdId: string,
  id: string | null,
  input: PoolInput,
): { id: string; warnings: Coded[] } {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const before = id === null ? undefined : ownedRow(db.byId('pool', id), householdId);
  const poolId = before?.id ?? context.ids.next();
  for (const member of input.members) {
    if (db.byId('household', member.householdId) === undefined) refuse('not-found');
    if (member.agreementId !== null)
      ownedRow(db.byId('funding_agreement', member.agreementId), member.householdId);
  }
  const pool: Pool = {
    id: poolId,
    employerHouseholdId: householdId,
    members: input.members,
    rules: input.rules.map((one) => ({ from: one.from, rule: ruleOf(one) })),
  };
  const problems = checkPool(pool).map((problem) => {
    const details = named(db, problem.details);
    return details === undefined ? problem : { ...problem, details };
  });
  const warnings = refuseProblems(problems);
  checkedPatterns(db, householdId, pool, input);
  checkOtherPools(db, id, householdId, input);
  if (id !== null) checkStays(db, id, input);
  const firstDay = input.members.map((one) => one.from).sort()[0];
  if (input.endedOn !== null && firstDay !== undefined && input.endedOn < firstDay)
    refuse('day.end-before-start', {}, 'endedOn');
  for (const { householdId: memberId, agreementId } of input.members)
    if (agreementId === null && agreementsOf(db, memberId).length === 0)
      warnings.push({ code: 'pooled.no-agreement', values: { name: householdName(db, memberId) } });
  const row = {
    id: poolId,
    household_id: householdId,
    name: input.name,
    note: input.note,
    ended_on: input.endedOn,
  };
  db.act({ name: 'pools.saved', householdId, values: { name: input.name } }, (write) => {
    if (before === undefined) write.insert('pool', row);
    else write.update('pool', poolId, row);
    writeRows(context, db, write, householdId, poolId, input);
  });
  return { id: poolId, warnings };
}

/** Removes a pool. Refuses with `pooled.is-used` once pay was shared by it: then it is ended. */
export function removePool(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('pool', id), householdId);
  if (splitsOfPool(db, id).length > 0) refuse('pooled.is-used', { name: row.name });
  db.act({ name: 'pools.removed', householdId, values: { name: row.name } }, (write) => {
    for (const one of membersOfPool(db, id)) write.remove('pool_member', one.id);
    for (const one of rulesOfPool(db, id)) write.remove('pool_rule', one.id);
    for (const one of shiftsOfPool(db, id)) write.remove('pool_shift', one.id);
    write.remove('pool', id);
  });
}

/** Says whom one shift supports, whatever its pattern says; null takes that back. */
export function savePoolShift(
  context: ServiceContext,
  householdId: string,
  id: string,
  key: string,
  supported: readonly PoolSupported[] | null,
): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('pool', id), householdId);
  const pool = loadPools(db).find((one) => one.row.id === row.id) ?? refuse('not-found');
  const shift = findShift(db, householdId, key);
  if (shift.paidIn !== null) refuse('pooled.shift-paid', { day: shift.day });
  // Of the day itself. The employer may have it alone; beside others only as one of those who share.
  const inPool = new Set(
    pool.members.map((one) => one.household_id).filter((one) => isMemberOn(pool.pool, one, shift.day)),
  );
  if (supported?.length === 1) inPool.add(householdId);
  checkSupported(db, inPool, supported ?? [], 'supported');
  const kept = shiftsOfPool(db, id).find((one) => one.shift_key === key);
  if (kept === undefined && supported === null) return;
  db.act({ name: 'pools.shift-saved', householdId, values: { name: row.name, day: shift.day } }, (write) => {
    const supportedJson = JSON.stringify(supported);
    if (kept !== undefined && supported === null) write.remove('pool_shift', kept.id);
    else if (kept !== undefined) write.update('pool_shift', kept.id, { supported_json: supportedJson });
    else
      write.insert('pool_shift', {
        id: context.ids.next(),
        household_id: householdId,
        pool_id: id,
        pattern_id: null,
        shift_key: key,
        supported_json: supportedJson,
      });
  });
}
