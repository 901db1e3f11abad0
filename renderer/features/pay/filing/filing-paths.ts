import type { ReportKind } from '@shared/api/filing';

export const REPORTS = '/pay/hmrc/reports';

export function reportsPath(taxYear: string): string {
  return `${REPORTS}?year=${taxYear}`;
}

export function fpsPath(runId: string): string {
  return `${REPORTS}/fps/${encodeURIComponent(runId)}`;
}

export function epsPath(taxYear: string, taxMonth: number): string {
  return `${REPORTS}/eps/${taxYear}/${taxMonth}`;
}

/** Where something is noted as sent: about one or more pay days, a month or a quarter; `id` changes a note. */
export function notePath(
  taxYear: string,
  kind: ReportKind,
  about: readonly string[],
  id: string | null = null,
): string {
  const query = new URLSearchParams({ year: taxYear, kind });
  for (const one of about) query.append('about', one);
  if (id !== null) query.set('id', id);
  return `${REPORTS}/note?${query.toString()}`;
}

/** Whether an FPS or EPS can be noted as sent: by those who report online, of a year without a file here too. */
export function canNote(whyNoFile: string | null): boolean {
  return whyNoFile === null || whyNoFile === 'filing.year-not-known';
}
