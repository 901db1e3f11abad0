import type { ServiceContext } from '../services/context';
import { calls } from './implementer';

export function preferencesApi({ settings }: ServiceContext) {
  const on = calls.preferences;
  return {
    look: on.look.handler(() => settings.read().look),
    keepLook: on.keepLook.handler(({ input }) => ({ kept: settings.change({ look: input.look }) })),
  };
}
