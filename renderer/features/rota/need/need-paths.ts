import type { IsoDay } from '@shared/dates';

export type NeedLook = 'week' | 'month';

/** Where the pages of the plan against the rota are. */
export const needPath = {
  view: (day?: IsoDay, look?: NeedLook): string => {
    const parts = [...(day === undefined ? [] : [`day=${day}`]), ...(look === 'month' ? ['look=month'] : [])];
    return `/rota/need${parts.length === 0 ? '' : `?${parts.join('&')}`}`;
  },
  plan: '/rota/need/plan',
  addHours: (agreementId: string): string =>
    `/rota/need/plan/new?agreement=${encodeURIComponent(agreementId)}`,
  /** The hours a week that the agreement names and the lines have not yet, filled in. */
  addRest: (agreementId: string, minutes: number): string =>
    `/rota/need/plan/new?agreement=${encodeURIComponent(agreementId)}&rest=${minutes}`,
  hours: (id: string): string => `/rota/need/plan/${encodeURIComponent(id)}`,
  cost: '/rota/need/cost',
  rules: '/rota/need/rules',
} as const;
