import { z } from 'zod';
import { DESK_KINDS, PAY_CHOICES, WAITS_FOR } from '../desk/desk-lines';
import { call, day, id, line, requiredLine } from './common';
import { representativeRole } from './household';
import { needTarget } from './today';

/** How a household stands: its most urgent line; `clear` without any, `unlooked` where nobody looked yet. */
export const deskStates = ['wrong', 'attention', 'note', 'clear', 'unlooked'] as const;
export const deskState = z.enum(deskStates);
export type DeskState = z.infer<typeof deskState>;

export const deskKind = z.enum(DESK_KINDS);
export const deskWaitsFor = z.enum(WAITS_FOR);

/** What the organisation may do for a household; `none` where nothing is agreed on this day. */
export const deskLevels = ['payroll', 'payroll-and-return', 'managed-account', 'none'] as const;
export const deskLevel = z.enum(deskLevels);
export type DeskLevel = z.infer<typeof deskLevel>;

export const deskOrders = ['due', 'name'] as const;
export const deskOrder = z.enum(deskOrders);
export type DeskOrder = z.infer<typeof deskOrder>;

/** Which households are shown. Null and the empty text leave nothing out. */
export const deskFilter = z.object({
  state: deskState.nullable(),
  kind: deskKind.nullable(),
  waitsFor: deskWaitsFor.nullable(),
  level: deskLevel.nullable(),
  /** Pay that is open on one of these days: a word that moves on with the days, or one day. */
  pay: z.union([z.enum(PAY_CHOICES), day]),
  /** Part of a name, of a National Insurance number or of an employer PAYE reference. */
  search: line,
});
export type DeskFilter = z.infer<typeof deskFilter>;

/** What waits in a household. `target` is a place of its own pages, or `card`: its page at the desk. */
export const deskLine = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  urgency: z.enum(['wrong', 'attention', 'note']),
  kind: deskKind,
  waitsFor: deskWaitsFor,
  by: day.nullable(),
  target: z.object({
    place: z.enum([...needTarget.shape.place.options, 'card']),
    values: z.record(z.string(), z.string()),
  }),
});
export type DeskLine = z.infer<typeof deskLine>;

/** Why a household was found, where it was not by its own name. */
export const deskFound = z.object({
  by: z.enum(['worker', 'ni-number', 'paye-reference']),
  text: z.string(),
});
export type DeskFound = z.infer<typeof deskFound>;

export const deskRow = z.object({
  id,
  name: z.string(),
  payeReference: z.string(),
  level: deskLevel,
  state: deskState,
  /** Whether anything was done in it since it was looked at, or it was looked at on an earlier day. */
  isOld: z.boolean(),
  nextDue: day.nullable(),
  /** The most urgent ones; `more` are left. */
  lines: z.array(deskLine),
  more: z.int(),
  found: deskFound.nullable(),
});
export type DeskRow = z.infer<typeof deskRow>;

export const deskList = z.object({
  today: day,
  rows: z.array(deskRow),
  total: z.int(),
  /** Of all that fit but for the state. */
  states: z.record(deskState, z.int()),
  /** Of all that fit but for what it is about. */
  kinds: z.array(z.object({ kind: deskKind, count: z.int() })),
  /** Of all that fit but for whom it waits. */
  waits: z.array(z.object({ waitsFor: deskWaitsFor, count: z.int() })),
});
export type DeskList = z.infer<typeof deskList>;

export const deskLook = z.object({
  /** `stopped`: by a person; `failed`: something went wrong that was not one household's. */
  state: z.enum(['idle', 'running', 'stopped', 'failed']),
  /** Households looked at today, of all. */
  looked: z.int(),
  of: z.int(),
});
export type DeskLook = z.infer<typeof deskLook>;

export const deskView = z.object({ id, name: z.string(), filter: deskFilter, order: deskOrder });
export type DeskView = z.infer<typeof deskView>;

/** A household as the frame names it; by the full name where there are many. */
const frameHousehold = z.object({
  id,
  name: z.string(),
  fullName: z.string(),
  role: representativeRole.nullable(),
});

export const DESK_PAGE = 50;

/** The desk of an organisation: all its households, what waits in each, and what is chosen to be seen. */
export const deskContract = {
  /** A page of households, at most fifty. Begins to look where something is old, unless it was stopped. */
  list: call
    .input(z.object({ filter: deskFilter, order: deskOrder, offset: z.int().min(0) }))
    .output(deskList),
  /** How far today's look has come. */
  state: call.output(deskLook),
  look: call.output(deskLook),
  stop: call.output(deskLook),
  /** The first few households by part of a name or number. */
  search: call
    .input(z.object({ text: line }))
    .output(z.array(z.object({ id, name: z.string(), found: deskFound.nullable() }))),
  views: call.output(z.array(deskView)),
  saveView: call
    .input(z.object({ id: id.nullable(), name: requiredLine, filter: deskFilter, order: deskOrder }))
    .output(z.object({ id })),
  removeView: call.input(z.object({ id })).output(z.object({ removed: z.literal(true) })),
  /** What the frame of the window shows: how many households there are, the one in it, and all of them while they are few. */
  frame: call.input(z.object({ current: id.nullable() })).output(
    z.object({
      count: z.int(),
      first: id.nullable(),
      current: frameHousehold.nullable(),
      few: z.array(frameHousehold),
    }),
  ),
};
