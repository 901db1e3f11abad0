import file from '@resources/payments/templates.json';
import { z } from 'zod';
import { type ReadyTemplate, readyTemplateSchema } from './payment-template';

const templates = z
  .object({ format: z.literal(1), templates: z.array(readyTemplateSchema) })
  .parse(file).templates;

/** The payment files that come with the program, each with where its form was seen. */
export const READY_TEMPLATES: readonly ReadyTemplate[] = templates;
