export interface BuildStep {
  readonly name: string;
  readonly config: string;
  readonly sources: readonly string[];
  readonly made: readonly string[];
}
export const steps: readonly BuildStep[];
export function sourcesHash(step: BuildStep, folder?: string): string;
export function mustBuild(step: BuildStep, folder?: string): boolean;
export function buildAll(options?: {
  readonly force?: boolean;
  readonly only?: readonly string[];
}): Promise<string[]>;
