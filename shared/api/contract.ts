import type { ContractRouterClient } from '@orpc/contract';
import { householdContract } from './household';
import { moneyContract } from './money';
import { payContract } from './pay';
import { peopleContract } from './people';
import { returnsContract } from './returns';
import { rotaContract } from './rota';
import { todayContract } from './today';
import { workspaceContract } from './workspace';

/**
 * The one contract between the window (or any other door) and the services. Every call, its input and its answer.
 * Refusals are the typed error REFUSED with a stable code (see common.ts).
 */
export const contract = {
  workspace: workspaceContract,
  household: householdContract,
  people: peopleContract,
  rota: rotaContract,
  pay: payContract,
  money: moneyContract,
  returns: returnsContract,
  today: todayContract,
};

export type Contract = typeof contract;
export type MainstayClient = ContractRouterClient<Contract>;
