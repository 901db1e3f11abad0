import { CALLS, type Choices, inputFor } from './inputs-of';

/** Calls that close, open, swap or move the records: what is typed there is tried elsewhere. */
const LEFT_OUT =
  /^(workspace\.(?!rename|undo|redo)|keys\.|restore\.|erasure\.|backups\.|computer\.|preferences\.|check\.|receipts\.(read|stopReading)$)/;

/** The calls into which a person types text. */
export const TYPED_INTO = CALLS.filter(
  (call) => call.input !== undefined && !LEFT_OUT.test(`${call.area}.${call.name}`) && holdsText(call.input),
);

type Schema = NonNullable<(typeof CALLS)[number]['input']>;

function holdsText(schema: Schema, name = ''): boolean {
  const { def } = schema._zod;
  if (def.type === 'string') return !/(^id|Id|^key|Key|^ids|Ids|^keys|base64)$/.test(name);
  const inner = [...(def.options ?? []), def.element, def.innerType, def.valueType].filter(
    (one) => one !== undefined,
  );
  return (
    inner.some((one) => holdsText(one, name)) ||
    Object.entries(def.shape ?? {}).some(([key, one]) => holdsText(one, key))
  );
}

export type Typed = { readonly call: string; readonly input: unknown; readonly texts: readonly string[] };

/** The next thing typed: a call, its input, and the texts that stand in it. */
export function typedNext(index: number, choices: Omit<Choices, 'text'>, texts: readonly string[]): Typed {
  const call = TYPED_INTO[index % TYPED_INTO.length];
  if (call?.input === undefined) throw new Error('There is no call to type into');
  const used: string[] = [];
  const text = (): string => {
    const given = texts[Math.floor(choices.random() * texts.length)] ?? '';
    used.push(given);
    return given;
  };
  return {
    call: `${call.area}/${call.name}`,
    input: inputFor(call.input, { ...choices, text }),
    texts: used,
  };
}
