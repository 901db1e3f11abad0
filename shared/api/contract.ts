import type { ContractRouterClient } from '@orpc/contract';
import { absencesContract } from './absences';
import { backupsContract } from './backups';
import { batchesContract } from './batches';
import { budgetContract } from './budget';
import { calendarContract } from './calendar';
import { caseworkContract } from './casework';
import { checkContract } from './check';
import { computerContract } from './computer';
import { coverContract } from './cover';
import { coverPapersContract } from './cover-papers';
import { deskContract } from './desk';
import { endingsContract } from './endings';
import { erasureContract } from './erasure';
import { familyContract } from './family';
import { feesContract } from './fees';
import { filingContract } from './filing';
import { handOverContract } from './hand-over';
import { hoursInContract } from './hours-in';
import { householdContract } from './household';
import { keysContract } from './keys';
import { ledgerContract } from './ledger';
import { moneyContract } from './money';
import { needContract } from './need';
import { ordersContract } from './orders';
import { organisationContract } from './organisation';
import { outputsContract } from './outputs';
import { packsContract } from './packs';
import { payContract } from './pay';
import { paymentsContract } from './payments';
import { pensionsContract } from './pensions';
import { peopleContract } from './people';
import { planContract } from './plan';
import { poolsContract } from './pools';
import { preferencesContract } from './preferences';
import { privacyContract } from './privacy';
import { profilesContract } from './profiles';
import { receiptsContract } from './receipts';
import { restoreContract } from './restore';
import { returnsContract } from './returns';
import { rotaContract } from './rota';
import { shiftsContract } from './shifts';
import { statementsContract } from './statements';
import { takeOnContract } from './take-on';
import { timesheetsContract } from './timesheets';
import { todayContract } from './today';
import { workspaceContract } from './workspace';
import { yearContract } from './year';

/**
 * The one contract between the window (or any other door) and the services. Every call, its input and its answer.
 * Refusals are the typed error REFUSED with a stable code (see common.ts).
 */
export const contract = {
  workspace: workspaceContract,
  household: householdContract,
  people: peopleContract,
  rota: rotaContract,
  shifts: shiftsContract,
  absences: absencesContract,
  calendar: calendarContract,
  cover: coverContract,
  coverPapers: coverPapersContract,
  need: needContract,
  pools: poolsContract,
  timesheets: timesheetsContract,
  pay: payContract,
  year: yearContract,
  family: familyContract,
  pensions: pensionsContract,
  orders: ordersContract,
  filing: filingContract,
  money: moneyContract,
  returns: returnsContract,
  statements: statementsContract,
  ledger: ledgerContract,
  plan: planContract,
  receipts: receiptsContract,
  budget: budgetContract,
  profiles: profilesContract,
  packs: packsContract,
  endings: endingsContract,
  payments: paymentsContract,
  backups: backupsContract,
  restore: restoreContract,
  keys: keysContract,
  preferences: preferencesContract,
  check: checkContract,
  computer: computerContract,
  privacy: privacyContract,
  erasure: erasureContract,
  today: todayContract,
  desk: deskContract,
  organisation: organisationContract,
  casework: caseworkContract,
  batches: batchesContract,
  hoursIn: hoursInContract,
  outputs: outputsContract,
  handOver: handOverContract,
  takeOn: takeOnContract,
  fees: feesContract,
};

export type Contract = typeof contract;
export type MainstayClient = ContractRouterClient<Contract>;
