import { setImmediate } from 'node:timers/promises';
import { eventIterator, oc } from '@orpc/contract';
import { implement } from '@orpc/server';
import { z } from 'zod';

/** A small contract of the kinds of call there are: plain, refused, streamed, with a file. For testing the doors alone. */
export const localContract = {
  greet: oc.input(z.object({ name: z.string().min(1) })).output(z.object({ greeting: z.string() })),
  refuse: oc.errors({ 'pay.no-tax-code': { data: z.object({ person: z.string() }) } }).output(z.void()),
  fail: oc.output(z.void()),
  count: oc.input(z.object({ to: z.number() })).output(eventIterator(z.object({ number: z.number() }))),
  measure: oc.input(z.object({ file: z.instanceof(Blob) })).output(z.object({ bytes: z.number() })),
};

export interface LocalRouterFacts {
  /** How often a stream was let go before its end. */
  stopped: number;
}

/** Answers the small contract, and notes what became of its streams. */
export function localRouter(facts: LocalRouterFacts = { stopped: 0 }) {
  const os = implement(localContract);
  return os.router({
    greet: os.greet.handler(({ input }) => ({ greeting: `Hello ${input.name}` })),
    refuse: os.refuse.handler(({ errors }) => {
      throw errors['pay.no-tax-code']({ data: { person: 'Amina' } });
    }),
    fail: os.fail.handler(() => {
      throw new Error('SELECT secret FROM person');
    }),
    count: os.count.handler(async function* ({ input }) {
      let finished = false;
      try {
        for (let number = 1; number <= input.to; number += 1) {
          yield { number };
          // Without this the port never gets a turn, and nobody could stop the work.
          await setImmediate();
        }
        finished = true;
      } finally {
        if (!finished) facts.stopped += 1;
      }
    }),
    measure: os.measure.handler(({ input }) => ({ bytes: input.file.size })),
  });
}
