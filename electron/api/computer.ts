import { lookAtFolder } from '../services/computer-look';
import type { ServiceContext } from '../services/context';
import { calls } from './implementer';

export function computerApi(context: ServiceContext) {
  const on = calls.computer;
  return {
    look: on.look.handler(({ input }) => lookAtFolder(context, input.folder)),
  };
}
