/** One thing that is measured against its goal. `npm run bench` reads every `benches` in test/bench. */
export type Bench = {
  readonly name: string;
  /** The most it may be. */
  readonly goal: number;
  readonly unit: 'ms' | 'MB' | 'kB' | '%';
  /** How often it is measured, after one round that does not count. */
  readonly rounds: number;
  /** Runs only when a word in its name is asked for: it takes minutes to make what it measures. */
  readonly slow?: boolean;
  /** Before the first round and after the last. */
  prepare?(): Promise<void>;
  tidyUp?(): Promise<void>;
  /** One measurement, in the unit. */
  measure(): Promise<number>;
};
