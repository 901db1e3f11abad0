import type { Duty } from '@shared/api/today';

/** Where a duty is done; nothing for those that are done elsewhere. */
export function dutyPath({ code, target }: Pick<Duty, 'code' | 'target'>): string | undefined {
  if (code === 'leave-year-end') return '/rota/holiday';
  if (target === null) return undefined;
  const { place, values } = target;
  const under = (base: string, name: string | undefined, other: string) =>
    name === undefined || name === '' ? other : `${base}/${encodeURIComponent(name)}`;
  switch (place) {
    case 'rota':
      if (values['absenceId'] !== undefined) return under('/rota/away', values['absenceId'], '/rota');
      if (values['requestId'] !== undefined)
        return under('/rota/holiday/request', values['requestId'], '/rota/holiday');
      return values['day'] === undefined ? '/rota' : `/rota?day=${values['day']}`;
    case 'cover':
      return '/rota/cover';
    case 'confirm-hours':
      return '/rota/confirm';
    case 'pay-run':
      return under('/pay/run', values['key'], '/pay');
    case 'payments':
      return values['runId'] === undefined
        ? '/pay'
        : `/pay/finished/${encodeURIComponent(values['runId'])}/payments`;
    case 'hmrc':
      if (values['part'] !== 'reports') return '/pay/hmrc';
      return values['taxYear'] === undefined
        ? '/pay/hmrc/reports'
        : `/pay/hmrc/reports?year=${values['taxYear']}`;
    case 'year-end':
      return values['taxYear'] === undefined ? '/pay/year' : `/pay/year/${values['taxYear']}/end`;
    case 'return':
      return values['agreementId'] === undefined || values['from'] === undefined || values['to'] === undefined
        ? '/returns'
        : `/returns/${encodeURIComponent(values['agreementId'])}/${values['from']}/${values['to']}`;
    case 'money':
      return '/money';
    case 'receipt':
      return '/money/receipts';
    case 'person':
      return `${under('/people', values['workerId'], '/people')}${values['part'] === 'pension' || values['part'] === 'put-right' ? `/${values['part']}` : ''}`;
    case 'settings':
      return under('/settings', values['part'], '/settings');
    case 'set-up':
      return '/set-up';
    case 'duties':
      return values['part'] === 'pensions' ? '/duties/pensions' : undefined;
  }
}
