import { type DeskFilter, type DeskOrder, type DeskView, deskFilter, deskOrder } from '@shared/api/desk';
import { deskViews } from '../db/queries/desk';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext } from './context';

type Kept = { readonly filter: DeskFilter; readonly order: DeskOrder };

/** The choices of households that are kept, in their order. One that can no longer be read is left out. */
export function listDeskViews(context: ServiceContext): DeskView[] {
  return deskViews(databaseOf(context)).flatMap((row) => {
    const kept = JSON.parse(row.filter_json) as Partial<Kept>;
    const filter = deskFilter.safeParse(kept.filter);
    const order = deskOrder.safeParse(kept.order);
    return filter.success && order.success
      ? [{ id: row.id, name: row.name, filter: filter.data, order: order.data }]
      : [];
  });
}

/** Keeps a choice of households under a name. Refuses with `desk.view-name-taken`, and `not-found` for one that is gone. */
export function saveDeskView(
  context: ServiceContext,
  input: { readonly id: string | null; readonly name: string } & Kept,
): string {
  const db = databaseOf(context);
  const all = deskViews(db);
  const same = (name: string): boolean => name.toLowerCase() === input.name.toLowerCase();
  if (all.some((row) => row.id !== input.id && same(row.name)))
    refuse('desk.view-name-taken', { name: input.name }, 'name');
  if (input.id !== null && !all.some((row) => row.id === input.id)) refuse('not-found');
  const kept = {
    name: input.name,
    filter_json: JSON.stringify({ filter: input.filter, order: input.order }),
  };
  const id = input.id ?? context.ids.next();
  db.act({ name: 'desk.view-saved', householdId: null, values: { name: input.name } }, (write) => {
    if (input.id === null)
      write.insert('desk_view', { id, position: (all.at(-1)?.position ?? 0) + 1, ...kept });
    else write.update('desk_view', id, kept);
  });
  return id;
}

/** Forgets a choice of households. Refuses with `not-found`. */
export function removeDeskView(context: ServiceContext, id: string): void {
  const db = databaseOf(context);
  const row = db.byId('desk_view', id) ?? refuse('not-found');
  db.act({ name: 'desk.view-removed', householdId: null, values: { name: row.name } }, (write) => {
    write.remove('desk_view', id);
  });
}
