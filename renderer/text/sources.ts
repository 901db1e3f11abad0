import year2024 from '@resources/rates/2024-25.json';
import year2025 from '@resources/rates/2025-26.json';
import year2026 from '@resources/rates/2026-27.json';
import absence from '@resources/rates/absence.json';
import listed from '@resources/rates/sources.json';
import statePensionAges from '@resources/rates/state-pension-age.json';
import workingTime from '@resources/rates/working-time.json';
import { formatDay, isIsoDay } from '@shared/dates';
import type { SourceReference } from '@shared/explain';

const TITLES: Readonly<Record<string, { readonly title: string }>> = {
  ...listed.sources,
  ...workingTime.sources,
  ...absence.sources,
};

let checkedDays: ReadonlyMap<string, string> | undefined;

/** The last day each source was read, from the figures that name it. */
function lastChecked(): ReadonlyMap<string, string> {
  if (checkedDays !== undefined) return checkedDays;
  const found = new Map<string, string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { sources, checked } = value as { sources?: unknown; checked?: unknown };
    if (Array.isArray(sources) && typeof checked === 'string')
      for (const source of sources)
        if (typeof source === 'string' && (found.get(source) ?? '') < checked) found.set(source, checked);
    for (const inner of Object.values(value)) visit(inner);
  };
  for (const data of [year2024, year2025, year2026, statePensionAges]) visit(data);
  checkedDays = found;
  return found;
}

/** Where a figure comes from: the title of the source, the part of it, and when it was checked. */
export function sourceText(reference: SourceReference): string {
  return oneSource(reference.source, reference.part === undefined ? [] : [reference.part]);
}

function oneSource(source: string, parts: readonly string[]): string {
  const title = TITLES[source]?.title ?? source;
  const checked = lastChecked().get(source);
  return [
    title,
    ...parts,
    ...(checked !== undefined && isIsoDay(checked) ? [`checked ${formatDay(checked)}`] : []),
  ].join(', ');
}

/** Whether a source is in the lists. */
export function isKnownSource(source: string): boolean {
  return source in TITLES;
}

/** Several sources as one text, each once with its parts; nothing when there is none. */
export function sourcesText(references: readonly SourceReference[]): string | undefined {
  const parts = new Map<string, Set<string>>();
  for (const { source, part } of references) {
    if (source === '') continue;
    const named = parts.get(source) ?? new Set();
    if (part !== undefined) named.add(part);
    parts.set(source, named);
  }
  return parts.size === 0
    ? undefined
    : [...parts].map(([source, named]) => oneSource(source, [...named])).join('; ');
}
