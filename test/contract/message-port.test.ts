import { MessageChannel } from 'node:worker_threads';
import { createORPCClient, isDefinedError, safe } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type LocalRouterFacts, type localContract, localRouter } from '../support/local-router';

let channel: MessageChannel;
let client: ContractRouterClient<typeof localContract>;
let facts: LocalRouterFacts;

beforeEach(() => {
  facts = { stopped: 0 };
  channel = new MessageChannel();
  new RPCHandler(localRouter(facts)).upgrade(channel.port1);
  client = createORPCClient(new RPCLink({ port: channel.port2 }));
  channel.port1.start();
  channel.port2.start();
});

afterEach(() => {
  channel.port1.close();
  channel.port2.close();
});

describe('calls over a message port, as in Electron', () => {
  test('a call is answered', async () => {
    expect(await client.greet({ name: 'Amina' })).toEqual({ greeting: 'Hello Amina' });
  });

  test('a hundred calls at once each get their own answer', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `person ${index}`);
    const answers = await Promise.all(names.map((name) => client.greet({ name })));
    expect(answers.map((answer) => answer.greeting)).toEqual(names.map((name) => `Hello ${name}`));
  });

  test('input of the wrong shape is refused with a stable code', async () => {
    await expect(client.greet({ name: '' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('a refusal keeps its code and its facts', async () => {
    const { error } = await safe(client.refuse());
    expect(isDefinedError(error) && [error.code, error.data]).toEqual([
      'pay.no-tax-code',
      { person: 'Amina' },
    ]);
  });

  test('a fault of ours tells nothing of its inside', async () => {
    const { error } = await safe(client.fail());
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(String(error)).not.toContain('secret');
  });

  test('long work streams its progress, and stops when it is let go', async () => {
    const numbers: unknown[] = [];
    for await (const step of await client.count({ to: 1_000_000 })) {
      numbers.push(step);
      if (numbers.length === 3) break;
    }
    expect(numbers).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
    await vi.waitFor(() => expect(facts.stopped).toBe(1));
  });

  test('a file arrives whole', async () => {
    expect(await client.measure({ file: new Blob([Buffer.alloc(200_000)]) })).toEqual({ bytes: 200_000 });
  });
});
