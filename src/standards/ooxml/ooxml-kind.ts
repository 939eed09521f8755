import { type ReadableFile, zipDirectoryOf, zipPartOf } from './zip-directory.ts';

/** The kinds of Office Open XML documents that are told apart, without macros. */
export type OoxmlKind = 'docx' | 'xlsx' | 'pptx';

const contentTypes = '[content_types].xml';
const maxContentTypesBytes = 1 << 20;
const prefix = 'application/vnd.openxmlformats-officedocument.';

/** Which kind a document is by the content type of its main part (ECMA-376-1, 15.2). */
const kinds: ReadonlyMap<string, OoxmlKind> = new Map([
  [`${prefix}wordprocessingml.document.main+xml`, 'docx'],
  [`${prefix}spreadsheetml.sheet.main+xml`, 'xlsx'],
  [`${prefix}presentationml.presentation.main+xml`, 'pptx'],
]);

/**
 * What an Office Open XML file is: the content type that `[Content_Types].xml` states for its main part (ECMA-376-2, 7.2).
 * Reads the file twice as a stream and keeps at most 2 MiB of it. `null` for any other file, one with macros, and one that
 * is damaged or claims to be two kinds at once.
 */
export async function ooxmlKindOf(file: ReadableFile): Promise<OoxmlKind | null> {
  const entries = await zipDirectoryOf(file);
  const entry = entries?.get(contentTypes);
  if (!entries || !entry) return null;
  const bytes = await zipPartOf(file, entry, maxContentTypesBytes);
  const stated = bytes && overridesOf(bytes.toString('utf8'));
  if (!stated || stated.some(({ type }) => type.includes('vbaproject'))) return null;
  const mains = stated.filter(({ type }) => type.endsWith('.main+xml'));
  const [main, second] = mains;
  if (!main || second || !entries.has(main.part)) return null;
  return kinds.get(main.type) ?? null;
}

interface Override {
  /** The part's name in the archive, in lower case. */
  readonly part: string;
  readonly type: string;
}

/**
 * The parts with a content type of their own. `null` for a text with a document type, a comment or character data, which no
 * list of content types needs and in which something could hide.
 */
function overridesOf(xml: string): readonly Override[] | null {
  if (xml.includes('<!')) return null;
  return [...xml.matchAll(/<(?:[\w.-]+:)?Override\s([^>]*)>/g)].map(([, attributes = '']) => ({
    part: attributeIn(attributes, 'PartName').toLowerCase().replace(/^\//, ''),
    type: attributeIn(attributes, 'ContentType').toLowerCase(),
  }));
}

function attributeIn(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2] ?? '';
}
