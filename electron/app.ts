import type { Router } from '@orpc/server';
import type { Contract, MainstayClient } from '@shared/api/contract';
import { version } from '../package.json';
import { absencesApi } from './api/absences';
import { backupsApi } from './api/backups';
import { batchesApi } from './api/batches';
import { budgetApi } from './api/budget';
import { calendarApi } from './api/calendar';
import { caseworkApi } from './api/casework';
import { checkApi } from './api/check';
import { computerApi } from './api/computer';
import { coverApi } from './api/cover';
import { coverPapersApi } from './api/cover-papers';
import { deskApi } from './api/desk';
import { endingsApi } from './api/endings';
import { erasureApi } from './api/erasure';
import { familyApi } from './api/family';
import { feesApi } from './api/fees';
import { filingApi } from './api/filing';
import { handOverApi } from './api/hand-over';
import { hoursInApi } from './api/hours-in';
import { householdApi } from './api/household';
import { type KeysOptions, keysApi } from './api/keys';
import { callsOfKnownHouseholds } from './api/known-household';
import { ledgerApi } from './api/ledger';
import { localClient } from './api/local-client';
import { moneyApi } from './api/money';
import { needApi } from './api/need';
import { ordersApi } from './api/orders';
import { organisationApi } from './api/organisation';
import { outputsApi } from './api/outputs';
import { packsApi } from './api/packs';
import { payApi } from './api/pay';
import { paymentsApi } from './api/payments';
import { pensionsApi } from './api/pensions';
import { peopleApi } from './api/people';
import { planApi } from './api/plan';
import { poolsApi } from './api/pools';
import { preferencesApi } from './api/preferences';
import { privacyApi } from './api/privacy';
import { profilesApi } from './api/profiles';
import { receiptsApi } from './api/receipts';
import { restoreApi } from './api/restore';
import { returnsApi } from './api/returns';
import { rotaApi } from './api/rota';
import { shiftsApi } from './api/shifts';
import { statementsApi } from './api/statements';
import { takeOnApi } from './api/take-on';
import { timesheetsApi } from './api/timesheets';
import { todayApi } from './api/today';
import { workspaceApi } from './api/workspace';
import { yearApi } from './api/year';
import type { ServiceContext } from './services/context';
import { IdleLock } from './services/keys-idle';
import { Workspace } from './services/workspace';
import { findFiles } from './services/workspace-files';
import type { Clock } from './system/clock';
import type { Folders } from './system/folders';
import type { Ids } from './system/ids';
import type { KeyCost } from './system/key-envelope';
import type { Keyring } from './system/keyring';
import type { Log } from './system/log';
import { movableFolders, type Places } from './system/places';
import { type SettingsStore, settingsStore } from './system/settings';

/** The version of this program. */
export const VERSION: string = version;

export type AppOptions = {
  readonly folders: Folders;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** What a workspace's key costs to try; the real cost unless said otherwise. */
  readonly keyCost?: KeyCost;
  /** Where records were last known to be; nothing is known unless said otherwise. */
  readonly places?: Places;
  /** The desktop's keyring; none unless said otherwise. */
  readonly keyring?: Keyring;
  /** For records that can be made again at any time: no backup is ever due. */
  readonly withoutBackups?: boolean;
};

/** The router that every door serves, over whatever carries its calls. */
export function createRouter(
  context: ServiceContext,
  keys: KeysOptions = {},
): Router<Contract, Record<never, never>> {
  return callsOfKnownHouseholds(context).router({
    workspace: workspaceApi(context),
    household: householdApi(context),
    people: peopleApi(context),
    rota: rotaApi(context),
    shifts: shiftsApi(context),
    absences: absencesApi(context),
    calendar: calendarApi(context),
    cover: coverApi(context),
    coverPapers: coverPapersApi(context),
    need: needApi(context),
    pools: poolsApi(context),
    timesheets: timesheetsApi(context),
    pay: payApi(context),
    year: yearApi(context),
    family: familyApi(context),
    pensions: pensionsApi(context),
    orders: ordersApi(context),
    filing: filingApi(context),
    money: moneyApi(context),
    returns: returnsApi(context),
    statements: statementsApi(context),
    ledger: ledgerApi(context),
    plan: planApi(context),
    receipts: receiptsApi(context),
    budget: budgetApi(context),
    profiles: profilesApi(context),
    packs: packsApi(context),
    endings: endingsApi(context),
    payments: paymentsApi(context),
    backups: backupsApi(context),
    restore: restoreApi(context),
    keys: keysApi(context, keys),
    preferences: preferencesApi(context),
    check: checkApi(context),
    computer: computerApi(context),
    privacy: privacyApi(context),
    erasure: erasureApi(context),
    today: todayApi(context),
    desk: deskApi(context),
    organisation: organisationApi(context),
    casework: caseworkApi(context),
    batches: batchesApi(context),
    hoursIn: hoursInApi(context),
    outputs: outputsApi(context),
    handOver: handOverApi(context),
    takeOn: takeOnApi(context),
    fees: feesApi(context),
  });
}

export type App = {
  readonly router: ReturnType<typeof createRouter>;
  readonly context: ServiceContext;
  /** The contract, answered here: for the terminal. */
  readonly client: MainstayClient;
  /** What locks the records by itself; the doors with a window start it. */
  readonly idle: IdleLock;
  /** Locks the workspace, with a backup when something was changed, and waits until it is copied to the places. */
  close(): Promise<void>;
};

/** How often Mainstay looks whether a backup is due, or a place for copies is back. */
const CHORES_EVERY_MS = 60_000;
/** How long the end of the program waits for a copy on a slow stick. What is not copied then is copied at the next start. */
const LONGEST_COPY_MS = 120_000;

/** Composes workspace, clock, ids and folders into services: where all doors and all tests start. */
export function createApp(options: AppOptions): App {
  const folders = movableFolders(options.folders);
  const chosen = options.places?.chosen();
  if (chosen !== undefined && findFiles(folders) === 'none') folders.moveTo(chosen);
  let store = settingsStore(folders.workspaceFolder);
  const settings: SettingsStore = { read: () => store.read(), change: (part) => store.change(part) };
  const workspace = new Workspace({ ...options, folders, settings, version });
  const context: ServiceContext = {
    ...options,
    folders,
    settings,
    workspace,
    version,
    moveTo: (folder) => {
      folders.moveTo(folder);
      store = settingsStore(folder);
    },
  };
  const idle = new IdleLock({
    ...context,
    workedMs: () => (process.cpuUsage().user + process.cpuUsage().system) / 1000,
  });
  const router = createRouter(context, {
    idle,
    ...(options.keyring === undefined ? {} : { keyring: options.keyring }),
  });
  const chores = setInterval(() => void workspace.keeper.doChores(), CHORES_EVERY_MS);
  chores.unref();
  return {
    router,
    context,
    client: localClient(router),
    idle,
    close: async () => {
      clearInterval(chores);
      idle.stop();
      workspace.lock();
      await workspace.keeper.copied(LONGEST_COPY_MS);
    },
  };
}
