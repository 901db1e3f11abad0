/** The text of electron/db/schema.ts for the migrations as they are. */
export function schemaTypes(): string;

/** A column: the members of its type as TypeScript has them, whether it may hold nothing, whether it may be left out. */
export type SchemaColumn = {
  readonly name: string;
  readonly type: readonly string[];
  readonly nullable: boolean;
  readonly hasDefault: boolean;
};
/** The columns of every table for the migrations as they are. */
export function tableColumns(): ReadonlyMap<string, readonly SchemaColumn[]>;
