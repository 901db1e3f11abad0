import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

/** HMRC's schemas, rules and samples stay outside the repository, beside it. */
const FOLDER = fileURLToPath(new URL('../../../../shared/rti/', import.meta.url));

/** Why HMRC's files can't be asked on this computer, or `undefined` where they are here. */
export function whyNoHmrcFiles(): string | undefined {
  return existsSync(FOLDER) ? undefined : 'HMRC’s schemas and rules are not beside the repository';
}

/** Whether HMRC's files are here. Where they are not, says plainly which test was left out. */
export function hmrcFilesAreHere(test: string): boolean {
  const here = existsSync(FOLDER);
  if (!here) console.warn(`Left out, HMRC's files are not beside the repository: ${test}`);
  return here;
}

export function hmrcFile(path: string): string {
  return readFileSync(`${FOLDER}${path}`, 'utf8');
}

function validator(path: string): XsdValidator {
  xmlRegisterFsInputProviders();
  const schema = XmlDocument.fromString(hmrcFile(path), { url: `${FOLDER}${path}` });
  return XsdValidator.fromDoc(schema);
}

const validators = new Map<string, XsdValidator>();

function errorsOf(path: string, xml: string): string {
  const check = validators.get(path) ?? validator(path);
  validators.set(path, check);
  const document = XmlDocument.fromString(xml);
  try {
    check.validate(document);
    return '';
  } catch (error) {
    return String(error);
  } finally {
    document.dispose();
  }
}

/** What HMRC's schemas for the envelope and for the submission say against a message: nothing when it is valid. */
export function schemaErrors(xml: string, year: string, kind: 'FPS' | 'EPS'): string {
  const body = /<IRenvelope [\s\S]*<\/IRenvelope>/.exec(xml)?.[0] ?? '';
  const name = kind === 'FPS' ? 'FullPaymentSubmission' : 'EmployerPaymentSummary';
  return (
    errorsOf('envelope/envelope-v2-0-HMRC.local.xsd', xml) +
    errorsOf(`${year}/${name}-20${year.slice(5)}-v1-0.xsd`, body)
  );
}

/** HMRC's list of rules as `number path`, in order. */
export function hmrcRules(kind: 'FPS' | 'EPS'): readonly string[] {
  return hmrcFile('business_rules_26-27.tsv')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([document]) => document === kind)
    .map(([, code, context]) => `${code} ${context}`)
    .sort();
}
