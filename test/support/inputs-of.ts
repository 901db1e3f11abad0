import { contract } from '@shared/api/contract';

type Def = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly valueType?: Schema;
  readonly options?: readonly Schema[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
};
type Schema = {
  readonly _zod: { readonly def: Def };
  safeParse(value: unknown): { readonly success: boolean };
};

/** Every call of the contract, with the schema of its input where it has one. */
export const CALLS: readonly {
  readonly area: string;
  readonly name: string;
  readonly input: Schema | undefined;
}[] = Object.entries(contract).flatMap(([area, calls]) =>
  Object.entries(calls).map(([name, call]) => ({
    area,
    name,
    input: (call as unknown as { readonly '~orpc': { readonly inputSchema?: Schema } })['~orpc'].inputSchema,
  })),
);

/** Chance that comes out the same again: a number from 0 to below 1 (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Choices = {
  readonly random: () => number;
  readonly householdId: string;
  /** Ids of rows by the name a call gives them (`workerId`); any id under the empty name. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** What is typed into a field of text. */
  text(): string;
};

/** Forms that a field of text may ask for. */
const FORMS: readonly unknown[] = [
  '2026-11-02',
  '2026-11-09',
  '09:00',
  '17:30',
  1_234,
  0,
  -500,
  '2026-27',
  '13.00',
  '13',
  'AB123456C',
  '30-94-57',
  '12345678',
  'LS1 1AA',
  '120/AB12345',
  '04-01',
  'council',
  'other',
  'a@b.example',
  'weekday',
  '1',
  {},
];

/** Of the first that fit, one. */
function fitting(schema: Schema, choices: Choices, given: readonly unknown[]): unknown {
  const start = Math.floor(choices.random() * given.length);
  for (let at = 0; at < given.length; at += 1) {
    const value = given[(start + at) % given.length];
    if (schema.safeParse(value).success) return value;
  }
  return given[start];
}

const one = <T>(choices: Choices, list: readonly T[]): T | undefined =>
  list[Math.floor(choices.random() * list.length)];

function idFor(name: string, choices: Choices): string | undefined {
  if (name === 'householdId') return choices.householdId;
  if (!/(^id|Id|^key|Key|^ids|Ids|^keys)$/.test(name)) return undefined;
  const own = choices.ids[name.replace(/s$/, '')] ?? [];
  return one(choices, own.length > 0 && choices.random() < 0.9 ? own : (choices.ids[''] ?? []));
}

/** An input that fits a schema by its shape and its ids as well as chance allows, with the text given in its fields of text. */
export function inputFor(schema: Schema, choices: Choices, name = ''): unknown {
  const { def } = schema._zod;
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {}).flatMap(([key, inner]) =>
          inner._zod.def.type === 'optional' && choices.random() < 0.4
            ? []
            : [[key, inputFor(inner, choices, key)]],
        ),
      );
    case 'nullable':
      return choices.random() < 0.3 || def.innerType === undefined
        ? null
        : inputFor(def.innerType, choices, name);
    case 'optional':
    case 'default':
      return def.innerType === undefined ? undefined : inputFor(def.innerType, choices, name);
    case 'array':
      return Array.from({ length: 1 + Math.floor(choices.random() * 2) }, () =>
        def.element === undefined ? null : inputFor(def.element, choices, name),
      );
    case 'record':
      return {
        [choices.text().slice(0, 20)]:
          def.valueType === undefined ? null : inputFor(def.valueType, choices, name),
      };
    case 'union': {
      const option = one(choices, def.options ?? []);
      return option === undefined ? null : inputFor(option, choices, name);
    }
    case 'literal':
      return one(choices, def.values ?? []);
    case 'enum':
      return one(choices, Object.values(def.entries ?? {}));
    case 'boolean':
      return choices.random() < 0.5;
    case 'number':
      return fitting(schema, choices, [0, 1, 2, 5, 12, 60, 100, 120, 1_200, 2_026, 50_000]);
    case 'string': {
      if (name === 'base64') return Buffer.from(choices.text()).toString('base64');
      const id = idFor(name, choices);
      if (id !== undefined && schema.safeParse(id).success) return id;
      const text = choices.text();
      return schema.safeParse(text).success ? text : fitting(schema, choices, FORMS);
    }
    default:
      return fitting(schema, choices, FORMS);
  }
}

/** Puts something else in one place of an input, however deep. */
export function spoiled(input: unknown, random: () => number, junk: unknown): unknown {
  if (typeof input !== 'object' || input === null || random() < 0.2) return junk;
  const keys = Object.keys(input);
  const key = keys[Math.floor(random() * keys.length)];
  if (key === undefined) return junk;
  const copy: Record<string, unknown> = Array.isArray(input) ? ([...input] as never) : { ...input };
  copy[key] = spoiled((input as Record<string, unknown>)[key], random, junk);
  return copy;
}
