import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

/**
 * Does work and answers every attempt it made to reach anything over a network, however it tried: a socket, a datagram, a name
 * to look up, `fetch`. Each attempt fails.
 */
export async function networkAskedBy(work: () => Promise<void> | void): Promise<string[]> {
  const asked: string[] = [];
  const refuse =
    (how: string) =>
    (...given: readonly unknown[]): never => {
      asked.push(`${how} ${JSON.stringify(given[0])}`);
      throw new Error('There is no network');
    };
  const kept = {
    connect: net.Socket.prototype.connect,
    send: dgram.Socket.prototype.send,
    lookup: dns.lookup,
    lookupLater: dns.promises.lookup,
    fetch: globalThis.fetch,
  };
  net.Socket.prototype.connect = refuse('socket') as typeof kept.connect;
  dgram.Socket.prototype.send = refuse('datagram') as typeof kept.send;
  dns.lookup = refuse('name') as unknown as typeof kept.lookup;
  dns.promises.lookup = refuse('name') as unknown as typeof kept.lookupLater;
  globalThis.fetch = refuse('fetch') as unknown as typeof kept.fetch;
  try {
    await work();
  } finally {
    net.Socket.prototype.connect = kept.connect;
    dgram.Socket.prototype.send = kept.send;
    dns.lookup = kept.lookup;
    dns.promises.lookup = kept.lookupLater;
    globalThis.fetch = kept.fetch;
  }
  return asked;
}
