export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
export const noCounts: Counts;
export function plus(a: Counts, b: Counts): Counts;
export function unitCounts(
  results:
    | {
        readonly numPassedTests: number;
        readonly numFailedTests: number;
        readonly numPendingTests: number;
        readonly numTodoTests?: number;
        readonly testResults: readonly {
          readonly status: string;
          readonly assertionResults: readonly { readonly status: string }[];
        }[];
      }
    | undefined,
): Counts;
export function endToEndCounts(
  results:
    | {
        readonly stats: {
          readonly expected: number;
          readonly unexpected: number;
          readonly flaky: number;
          readonly skipped: number;
        };
        readonly errors: readonly unknown[];
      }
    | undefined,
): Counts;
