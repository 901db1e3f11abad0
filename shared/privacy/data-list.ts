import file from '@resources/documents/privacy-data.json';
import { z } from 'zod';
import { RECORD_KINDS } from '../returns/retention';

export const DATA_PEOPLE = ['pa', 'you', 'others', 'program'] as const;
/** Whom a group of data is about. */
export type DataPeople = (typeof DATA_PEOPLE)[number];

const basis = z.enum(['contract', 'law', 'interests', 'own']);
const recipient = z.enum([
  'hmrc',
  'pension',
  'bank',
  'funder',
  'court',
  'home-office',
  'agency',
  'insurer',
  'shared',
  'nobody',
]);
const until = z.enum(['left', 'changed', 'ended', 'always']);
const mark = z.enum(['SEEN', 'RECALLED']);
const words = z.string().min(1);
const ground = z.strictObject({ name: words, law: words, mark });

const groupSchema = z.strictObject({
  id: words,
  people: z.enum(DATA_PEOPLE),
  name: words,
  what: words,
  why: words,
  from: words,
  bases: z.array(basis).min(1),
  /** Data on health, which the law protects more. */
  special: z.boolean(),
  told: z.array(recipient).min(1),
  kept: z.union([
    z.strictObject({ records: z.array(z.enum(RECORD_KINDS)).min(1) }),
    z.strictObject({ until }),
  ]),
});

const fileSchema = z.strictObject({
  about: words,
  bases: z.record(basis, ground),
  special: ground,
  people: z.record(z.enum(DATA_PEOPLE), words),
  recipients: z.record(recipient, words),
  until: z.record(until, words),
  groups: z.array(groupSchema).min(1),
  sources: z.array(z.strictObject({ text: words, mark })).min(1),
});

const data = fileSchema.parse(file);

/** One group of what is kept about people: what, why, on which ground, who is told, and how long. */
export type DataGroup = z.infer<typeof groupSchema>;
export type DataRecipient = z.infer<typeof recipient>;

/** Every group of data that Mainstay can hold, in the order in which it is told. */
export const DATA_GROUPS: readonly DataGroup[] = data.groups;

/** The words around the groups: grounds of law, who is told, until when. */
export const DATA_WORDS = data;
