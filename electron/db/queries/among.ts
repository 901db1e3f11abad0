import { sql as raw } from 'kysely';

/** A list as one parameter, however long it is. */
export const among = (values: readonly string[]) =>
  raw<string>`(select value from json_each(${JSON.stringify(values)}))`;
