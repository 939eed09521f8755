/** What a file is by its first bytes, in the words of form definitions; its name says nothing. */
export interface FoundType {
  readonly type: string;
  readonly mimeType: string;
}

/** How many bytes of a file tell its type, or that it is an archive. */
export const headBytes = 512;

const odt = 'application/vnd.oasis.opendocument.text';

/** Told apart from other Office documents by its main part, not by its first bytes. */
export const docx: FoundType = {
  type: 'docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

const signatures: readonly (FoundType & { readonly matches: (head: string) => boolean })[] = [
  { type: 'pdf', mimeType: 'application/pdf', matches: (head) => head.startsWith('%PDF-') },
  { type: 'jpg', mimeType: 'image/jpeg', matches: (head) => head.startsWith('\xff\xd8\xff') },
  { type: 'png', mimeType: 'image/png', matches: (head) => head.startsWith('\x89PNG\r\n\x1a\n') },
  { type: 'heic', mimeType: 'image/heic', matches: (head) => /^....ftyp(heic|heix|mif1)/s.test(head) },
  // The next part of the archive follows at once, so that a template or master document is not taken for a text.
  { type: 'odt', mimeType: odt, matches: (head) => startsZip(head) && head.includes(`mimetype${odt}PK`) },
  { type: 'txt', mimeType: 'text/plain', matches: isText },
];

/** The type of a file that begins with these bytes, or `null` where no Onlinedienst takes it or they do not tell. */
export function fileTypeOf(head: Uint8Array): FoundType | null {
  const text = textOf(head);
  return signatures.find(({ matches }) => matches(text)) ?? null;
}

/** Whether a file begins as a ZIP archive does. */
export function isZip(head: Uint8Array): boolean {
  return startsZip(textOf(head));
}

function textOf(head: Uint8Array): string {
  return Buffer.from(head).toString('latin1');
}

function startsZip(head: string): boolean {
  return head.startsWith('PK\x03\x04');
}

function isText(head: string): boolean {
  return [...head].every((sign) => sign >= ' ' || sign === '\n' || sign === '\r' || sign === '\t');
}
