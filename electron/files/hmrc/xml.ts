/** A part of a message. Children are elements or one text; what is `undefined` is left out. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly content: string | readonly XmlElement[];
};

/** What a field may give: text, elements, or nothing at all. */
export type XmlContent = string | readonly (XmlElement | undefined)[];

/** An element with elements or text in it. Attributes are put in the order that canonical XML asks for. */
export function element(
  name: string,
  content: XmlContent,
  attributes: Readonly<Record<string, string | undefined>> = {},
): XmlElement {
  return {
    name,
    attributes: Object.entries(attributes)
      .flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]))
      .sort(([a], [b]) => byNamespaceThenName(a, b)),
    content: typeof content === 'string' ? content : content.filter((one) => one !== undefined),
  };
}

/** Namespace declarations come before attributes; each in the order of its letters. */
function byNamespaceThenName(a: string, b: string): number {
  const [first, second] = [a === 'xmlns' ? `0${a}` : `1${a}`, b === 'xmlns' ? `0${b}` : `1${b}`];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** As `element`, or nothing where there is no value to write. */
export function optional(name: string, value: string | undefined): XmlElement | undefined {
  return value === undefined ? undefined : element(name, value);
}

/** `<name>yes</name>` where it is so, and nothing where it isn't. */
export function yes(name: string, value: boolean | undefined): XmlElement | undefined {
  return value === true ? element(name, 'yes') : undefined;
}

function textOf(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#xD;');
}

function attributeOf(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/\t/g, '&#x9;')
    .replace(/\n/g, '&#xA;')
    .replace(/\r/g, '&#xD;');
}

/**
 * The element as canonical XML: what a reader would make of it again, byte for byte. No space between elements, no
 * empty-element tags, apostrophes and quotes in text left as they are. Source: W3C REC-xml-c14n-20010315.
 */
export function canonicalXml(one: XmlElement): string {
  const attributes = one.attributes.map(([name, value]) => ` ${name}="${attributeOf(value)}"`).join('');
  const content =
    typeof one.content === 'string' ? textOf(one.content) : one.content.map(canonicalXml).join('');
  return `<${one.name}${attributes}>${content}</${one.name}>`;
}
