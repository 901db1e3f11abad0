/** One choice of a list. `value` is what is kept; the words are what is read. */
export type Choice<Value extends string = string> = {
  readonly value: Value;
  readonly label: string;
  readonly note?: string | undefined;
};
