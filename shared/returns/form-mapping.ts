import { z } from 'zod';
import { assertNever } from '../result';

/** Figures of a return that any authority's own form may ask for. */
export const FORM_FIGURES = [
  'authority-name',
  'supported-name',
  'date-of-birth',
  'reference',
  'acting-for',
  'period-from',
  'period-to',
  'made-on',
  'opening',
  'total-in',
  'total-out',
  'closing',
  'statement-closing',
  'spoken-for',
  'left-over',
  'may-keep',
  'surplus',
  'hours-planned',
  'hours-worked',
  'hours-covered',
  'hours-lost',
  'signed-by',
  'signed-as',
  'signed-on',
] as const;
export type FormFigure = (typeof FORM_FIGURES)[number];

const LINE_PARTS = ['number', 'day', 'what', 'heading', 'in', 'out', 'evidence'] as const;
export type FormLinePart = (typeof LINE_PARTS)[number];

const formValueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('figure'), figure: z.enum(FORM_FIGURES) }),
  /** The amount under one of the authority's headings. */
  z.strictObject({ kind: z.literal('heading'), id: z.string().min(1).max(60) }),
  /** What was answered to, or worked out for, a field of the profile. */
  z.strictObject({ kind: z.literal('field'), id: z.string().min(1).max(60) }),
  /** One part of one line of the return, counted from 1. */
  z.strictObject({ kind: z.literal('line'), number: z.int().min(1).max(500), part: z.enum(LINE_PARTS) }),
  /** The same words each time. */
  z.strictObject({ kind: z.literal('text'), text: z.string().trim().min(1).max(400) }),
  /** A tick or a cross, for a box. */
  z.strictObject({ kind: z.literal('tick') }),
]);
export type FormValue = z.infer<typeof formValueSchema>;

/** Where figures go on an authority's own PDF form: into fields it has, or on places measured from a page's top left corner. */
export const formMappingSchema = z.strictObject({
  fields: z
    .array(z.strictObject({ name: z.string().min(1).max(300), value: formValueSchema }))
    .max(1_000)
    .refine((fields) => new Set(fields.map((field) => field.name)).size === fields.length, {
      message: 'form.field-twice',
    }),
  marks: z
    .array(
      z.strictObject({
        page: z.int().min(1).max(60),
        /** Tenths of a millimetre from the left edge to where the text begins. */
        across: z.int().min(0).max(12_000),
        /** Tenths of a millimetre from the top edge to the foot of the text. */
        down: z.int().min(0).max(12_000),
        /** The size of the letters in points. */
        size: z.int().min(6).max(24),
        value: formValueSchema,
      }),
    )
    .max(1_000),
});
export type FormMapping = z.infer<typeof formMappingSchema>;

/** What a return can put on a form, as the texts that stand there. What is not known is missing. */
export type FormFacts = {
  readonly figures: Readonly<Partial<Record<FormFigure, string>>>;
  readonly headings: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  readonly lines: readonly Readonly<Record<FormLinePart, string>>[];
};

/** The mark of a box that is ticked: a plain letter, so that every form's font has it. */
export const TICK = 'X';

/** The text a value stands for in a return; empty where the return does not say. */
export function formText(value: FormValue, facts: FormFacts): string {
  switch (value.kind) {
    case 'figure':
      return facts.figures[value.figure] ?? '';
    case 'heading':
      return facts.headings[value.id] ?? '';
    case 'field':
      return facts.fields[value.id] ?? '';
    case 'line':
      return facts.lines[value.number - 1]?.[value.part] ?? '';
    case 'text':
      return value.text;
    case 'tick':
      return TICK;
    default:
      return assertNever(value);
  }
}

/** How many lines of a return a form has room for, by its mapping; `undefined` when it lists none. */
export function formLineRoom(mapping: FormMapping): number | undefined {
  const numbers = [...mapping.fields, ...mapping.marks].flatMap(({ value }) =>
    value.kind === 'line' ? [value.number] : [],
  );
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}
