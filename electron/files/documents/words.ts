/** One stretch of text in one weight. */
export type Run = { readonly text: string; readonly bold: boolean };

export type FillValues = Readonly<Record<string, string | number>>;

/** Puts values into the `{name}` places of a sentence from resources. Throws when a value is missing: that is our bug. */
export function fill(template: string, values: FillValues = {}): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for {${name}} in: ${template}`);
    return String(value);
  });
}

/** The same with `**bold**` parts. Stars inside the values stay stars. */
export function fillRuns(template: string, values: FillValues = {}): readonly Run[] {
  return template
    .split('**')
    .map((part, index) => ({ text: fill(part, values), bold: index % 2 === 1 }))
    .filter((run) => run.text !== '');
}

/** Picks the sentence for one or for many, then fills it; `{count}` is the number, or an exact decimal as text. */
export function fillCount(
  templates: { readonly one: string; readonly many: string },
  count: number | string,
  values: FillValues = {},
): string {
  return fill(String(count) === '1' ? templates.one : templates.many, { ...values, count });
}
