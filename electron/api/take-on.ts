import type { ServiceContext } from '../services/context';
import { programFile } from '../services/program-files';
import { TakeOnJob } from '../services/take-on-job';
import { takeOnTemplate } from '../services/take-on-template';
import { fileFrom } from './files-in';
import { calls } from './implementer';

export function takeOnApi(context: ServiceContext) {
  const job = new TakeOnJob(context);
  const on = calls.takeOn;
  return {
    template: on.template.handler(async ({ input }) => programFile(await takeOnTemplate(input.format))),
    read: on.read.handler(({ input }) => job.read(fileFrom(input.file))),
    state: on.state.handler(() => job.state()),
    found: on.found.handler(({ input }) => job.found(input.standing, input.from)),
    start: on.start.handler(({ input }) => job.start(input.alsoLook)),
    stop: on.stop.handler(() => job.stop()),
    forget: on.forget.handler(() => job.forget()),
  };
}
