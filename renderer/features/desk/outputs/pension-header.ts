import type { PensionHeader } from '@shared/api/outputs';
import type { PensionFileFor } from '@shared/api/pensions';

/** The fields of every kind of file, as they are typed. */
export type TypedHeader = {
  readonly kind: PensionFileFor['kind'] | '';
  readonly employerReference: string;
  readonly paymentSource: string;
  readonly employerId: string;
  readonly providerId: string;
  readonly group: string;
  readonly account: string;
  readonly fileType: string;
  readonly workerGroup: string;
};

const NOTHING: TypedHeader = {
  kind: '',
  employerReference: '',
  paymentSource: '',
  employerId: '',
  providerId: '',
  group: '',
  account: '',
  fileType: '',
  workerGroup: '',
};

/** The kind of file that a provider takes, by its name; empty where that does not tell. */
function kindFor(provider: string): TypedHeader['kind'] {
  if (/\bnest\b/i.test(provider)) return 'nest';
  if (/people[’']?s\s+pension|\btpp\b|b&ce/i.test(provider)) return 'peoples-pension';
  return /\b(smart|penfold|papdis)\b/i.test(provider) ? 'papdis' : '';
}

/** What the fields begin with: what was kept, else nothing but the kind that the provider's name tells. */
export function typedHeader({ header, provider }: PensionHeader): TypedHeader {
  return { ...NOTHING, kind: kindFor(provider), ...header };
}
