import type { ServiceContext } from '../services/context';
import { OutputsJob } from '../services/outputs-job';
import {
  letterTemplates,
  previewLetter,
  removeLetterTemplate,
  saveLetterTemplate,
} from '../services/outputs-letters';
import { pensionHeader, pensionHeaders, savePensionHeader } from '../services/outputs-pensions';
import { outputSources, outputsOutline } from '../services/outputs-scope';
import { calls } from './implementer';

export function outputsApi(context: ServiceContext) {
  const on = calls.outputs;
  const job = new OutputsJob(context);
  return {
    sources: on.sources.handler(() => outputSources(context)),
    outline: on.outline.handler(({ input }) => outputsOutline(context, input.of)),
    start: on.start.handler(({ input }) => job.start(input)),
    state: on.state.handler(() => job.state()),
    stop: on.stop.handler(() => job.stop()),
    file: on.file.handler(() => job.file()),
    letters: on.letters.handler(() => letterTemplates(context)),
    saveLetter: on.saveLetter.handler(({ input }) => ({ id: saveLetterTemplate(context, input) })),
    removeLetter: on.removeLetter.handler(({ input }) => {
      removeLetterTemplate(context, input.id);
      return { removed: true as const };
    }),
    previewLetter: on.previewLetter.handler(({ input }) => previewLetter(context, input)),
    pensionHeaders: on.pensionHeaders.handler(({ input }) => pensionHeaders(context, input)),
    pensionHeader: on.pensionHeader.handler(({ input }) => pensionHeader(context, input)),
    savePensionHeader: on.savePensionHeader.handler(({ input }) => {
      savePensionHeader(context, input);
      return { saved: true as const };
    }),
  };
}
