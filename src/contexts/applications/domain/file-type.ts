/** What a file is by its first bytes, in the words of form definitions; its name says nothing. */
export interface FoundType {
  readonly type: string;
  readonly mimeType: string;
}

/** How many bytes of a file tell its type. */
export const headBytes = 512;

const odt = 'application/vnd.oasis.opendocument.text';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const signatures: readonly (FoundType & { readonly matches: (head: string) => boolean })[] = [
  { type: 'pdf', mimeType: 'application/pdf', matches: (head) => head.startsWith('%PDF-') },
  { type: 'jpg', mimeType: 'image/jpeg', matches: (head) => head.startsWith('\xff\xd8\xff') },
  { type: 'png', mimeType: 'image/png', matches: (head) => head.startsWith('\x89PNG\r\n\x1a\n') },
  { type: 'heic', mimeType: 'image/heic', matches: (head) => /^....ftyp(heic|heix|mif1)/s.test(head) },
  { type: 'odt', mimeType: odt, matches: (head) => isZip(head) && head.includes(`mimetype${odt}`) },
  {
    type: 'docx',
    mimeType: docx,
    matches: (head) => isZip(head) && /\[Content_Types\]\.xml|word\//.test(head),
  },
  { type: 'txt', mimeType: 'text/plain', matches: isText },
];

/** The type of a file that begins with these bytes, or `null` where no Onlinedienst takes it. */
export function fileTypeOf(head: Uint8Array): FoundType | null {
  const text = Buffer.from(head).toString('latin1');
  return signatures.find(({ matches }) => matches(text)) ?? null;
}

function isZip(head: string): boolean {
  return head.startsWith('PK\x03\x04');
}

function isText(head: string): boolean {
  return [...head].every((sign) => sign >= ' ' || sign === '\n' || sign === '\r' || sign === '\t');
}
