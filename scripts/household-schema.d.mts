/** What is in a household file, as JSON Schema. */
export function householdSchema(): Promise<object>;
/** The text of docs/formats/household-1.schema.json. */
export function householdSchemaText(): Promise<string>;
