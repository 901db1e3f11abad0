import type { ServiceContext } from '../services/context';
import { erase, erasureView, previewErasure } from '../services/erasure';
import { calls } from './implementer';

export function erasureApi(context: ServiceContext) {
  const on = calls.erasure;
  return {
    view: on.view.handler(({ input }) => erasureView(context, input.householdId)),
    preview: on.preview.handler(({ input }) => previewErasure(context, input.householdId, input.what)),
    erase: on.erase.handler(({ input }) =>
      erase(context, input.householdId, input.what, input.perhaps, input.typed),
    ),
  };
}
