import { z } from 'zod';
import type { Figure } from '../explain';
import type { ReturnProfile } from '../returns/profile';
import { call, coded, day, fileIn, fileOut, id, line, pence, requiredLine } from './common';

const inHousehold = z.object({ householdId: id });
const key = z.string().min(1).max(60);
const version = z.int().min(1).max(100_000);
/** A profile as it travels. Its shape is held to shared/returns/profile.ts by the service, which says what is wrong. */
const profile = z.custom<ReturnProfile>((value) => typeof value === 'object' && value !== null, {
  message: 'profile.not-a-profile',
});
const figure = z.custom<Figure>((value) => typeof value === 'object' && value !== null);

export const profileSummary = z.object({
  key,
  name: z.string(),
  kind: z.enum(['ready', 'own']),
  version: z.int(),
  /** The day its pages were seen. */
  seenOn: day,
  invented: z.boolean(),
  /** Whom one's own was made from, by name; nothing for a ready one, or one that came in a file. */
  basedOn: z.string().nullable(),
  /** When one's own was changed last. */
  madeOn: day.nullable(),
  /** The funders whose agreements name it. */
  usedBy: z.array(z.string()),
});
export type ProfileSummary = z.infer<typeof profileSummary>;

export const profileView = profileSummary.extend({
  profile,
  /** What is missing in it or there twice. */
  problems: z.array(coded),
  /** Every version there is, the newest first. */
  versions: z.array(z.object({ version: z.int(), madeOn: day })),
  /** The household's own kinds of spending, for the headings. */
  planCategories: z.array(z.object({ code: z.string(), name: z.string() })),
});
export type ProfileView = z.infer<typeof profileView>;

export const profilePreview = z.object({
  fields: z.array(
    z.object({
      id: z.string(),
      section: z.string(),
      label: z.string(),
      value: figure.nullable(),
      needed: z.boolean(),
    }),
  ),
  categories: z.array(
    z.object({
      id: z.string(),
      label: z.string().nullable(),
      side: z.enum(['in', 'out']),
      amount: pence,
      count: z.int(),
    }),
  ),
  evidence: z.array(
    z.object({ id: z.string(), label: z.string(), missing: z.int(), of: z.int(), ready: z.boolean() }),
  ),
  opening: pence,
  totalIn: pence,
  totalOut: pence,
  closing: pence,
  mayKeep: pence.nullable(),
  surplus: pence.nullable(),
});
export type ProfilePreview = z.infer<typeof profilePreview>;

const ofOne = inHousehold.extend({ key });

export const profilesContract = {
  /** The household's own first, then the ready ones. */
  list: call.input(inHousehold).output(z.array(profileSummary)),
  /** One of them in its newest version, or in the one that is named. */
  get: call.input(ofOne.extend({ version: version.optional() })).output(profileView),
  /** Makes one's own from another, as it stands. */
  copy: call.input(ofOne.extend({ name: requiredLine.max(120) })).output(z.object({ key })),
  /** A new version of one's own. `version` is the one that was changed. */
  change: call.input(ofOne.extend({ version, profile })).output(z.object({ version: z.int() })),
  /** What is missing in a profile or there twice, before it is kept. */
  check: call.input(z.object({ profile })).output(z.array(coded)),
  remove: call.input(ofOne).output(z.object({ removed: z.literal(true) })),
  exportFile: call.input(ofOne).output(fileOut),
  importFile: call.input(inHousehold.extend({ file: fileIn })).output(z.object({ key })),
  /** The form as it would be for some days, with the household's own figures. Nothing is kept. */
  preview: call
    .input(
      inHousehold.extend({
        agreementId: id,
        from: day,
        to: day,
        /** One that is kept, or one that is being written. */
        profile: z.union([key, profile]),
      }),
    )
    .output(profilePreview),
  /** Notes that the authority asked to see some days, beside its rule. */
  ask: call
    .input(
      inHousehold.extend({
        agreementId: id,
        from: day,
        to: day,
        askedOn: day,
        dueOn: day.nullable(),
      }),
    )
    .output(z.object({ asked: z.literal(true) })),
  /** Takes back that some days were asked for. */
  dropAsked: call
    .input(inHousehold.extend({ agreementId: id, from: day, to: day }))
    .output(z.object({ dropped: z.literal(true) })),
  /** The days that were asked for, of every agreement, the newest first. */
  asked: call.input(inHousehold).output(
    z.array(
      z.object({
        agreementId: id,
        funderName: line,
        from: day,
        to: day,
        askedOn: day,
        dueOn: day,
        isSent: z.boolean(),
      }),
    ),
  ),
};
