import type { Need } from '@shared/api/today';
import { assertNever } from '@shared/result';

/** The address of the page that a need’s button leads to. */
export function needPath(target: Need['target']): string {
  const { place, values } = target;
  switch (place) {
    case 'cover':
      return values['key'] === undefined
        ? '/rota/cover'
        : `/rota/cover/${encodeURIComponent(values['key'])}${query({ day: values['day'] })}`;
    case 'rota':
      if (values['absenceId'] !== undefined)
        return `${under('/rota/away', values['absenceId'], '/rota/away/list')}${query({ day: values['day'] })}`;
      if (values['requestId'] !== undefined)
        return under('/rota/holiday/request', values['requestId'], '/rota/holiday');
      return values['part'] === 'holiday' ? '/rota/holiday' : `/rota${query({ day: values['day'] })}`;
    case 'confirm-hours':
      return `/rota/confirm${query({ from: values['from'], to: values['to'] })}`;
    case 'pay-run':
      return under('/pay/run', values['key'], '/pay');
    case 'payments':
      return values['runId'] === undefined
        ? '/pay'
        : `/pay/finished/${encodeURIComponent(values['runId'])}/payments`;
    case 'hmrc':
      return values['part'] === 'reports'
        ? `/pay/hmrc/reports${query({ year: values['taxYear'] })}`
        : '/pay/hmrc';
    case 'year-end':
      return values['taxYear'] === undefined ? '/pay/year' : `/pay/year/${values['taxYear']}/end`;
    case 'return':
      return values['agreementId'] === undefined || values['from'] === undefined || values['to'] === undefined
        ? '/returns'
        : `/returns/${encodeURIComponent(values['agreementId'])}/${values['from']}/${values['to']}`;
    case 'money':
      return under('/money/lines', values['lineId'], '/money');
    case 'receipt':
      return '/money/receipts';
    case 'person':
      return `${under('/people', values['workerId'], '/people')}${values['part'] === 'pension' || values['part'] === 'put-right' ? `/${values['part']}` : ''}`;
    case 'settings':
      return under('/settings', values['part'], '/settings');
    case 'duties':
      return values['part'] === 'pensions' ? '/duties/pensions' : '/duties';
    case 'set-up':
      return '/set-up';
    default:
      return assertNever(place, 'place');
  }
}

function under(base: string, name: string | undefined, other: string): string {
  return name === undefined || name === '' ? other : `${base}/${encodeURIComponent(name)}`;
}

function query(parts: Readonly<Record<string, string | undefined>>): string {
  const known = Object.entries(parts).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return known.length === 0 ? '' : `?${known.join('&')}`;
}
