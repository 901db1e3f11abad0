export interface Zone {
  readonly name: string;
  readonly files: RegExp;
  readonly may: readonly string[];
  readonly apart?: boolean;
}
export function zoneOf(path: string): Zone | undefined;
export function checkBoundaries(sources: ReadonlyMap<string, string>, others?: ReadonlySet<string>): string[];
