/** The text of electron/db/schema.ts for the migrations as they are. */
export function schemaTypes(): string;
