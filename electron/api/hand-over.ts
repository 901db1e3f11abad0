import type { FileBytes } from '@shared/api/common';
import type { ServiceContext } from '../services/context';
import { handOverView, makeHouseholdFile } from '../services/hand-over-export';
import { bringHouseholdIn, lookAtHouseholdFile } from '../services/hand-over-import';
import { calls } from './implementer';

const bytesOf = async (file: FileBytes): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

export function handOverApi(context: ServiceContext) {
  const on = calls.handOver;
  return {
    view: on.view.handler(({ input }) => handOverView(context, input.householdId)),
    make: on.make.handler(async ({ input }) => {
      const { name, mediaType, bytes } = await makeHouseholdFile(
        context,
        input.householdId,
        input.passphrase,
      );
      return { name, mediaType, blob: new Blob([new Uint8Array(bytes)], { type: mediaType }) };
    }),
    look: on.look.handler(async ({ input }) =>
      lookAtHouseholdFile(context, await bytesOf(input.file), input.passphrase),
    ),
    bringIn: on.bringIn.handler(async ({ input }) =>
      bringHouseholdIn(context, await bytesOf(input.file), input.passphrase),
    ),
  };
}
