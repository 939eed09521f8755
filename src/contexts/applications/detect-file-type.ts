import { ooxmlKindOf, type ReadableFile } from '#standards/ooxml';
import { docx, type FoundType, fileTypeOf, headBytes, isZip } from './domain/file-type.ts';

/**
 * The type of a file by its content: its first bytes, and for an archive what it says of its main part, as all Office
 * documents begin alike. `null` where no Onlinedienst takes it. Reads it as a stream.
 */
export async function detectFileType(file: ReadableFile): Promise<FoundType | null> {
  const head = await headOf(file);
  const found = fileTypeOf(head);
  if (found || !isZip(head)) return found;
  return (await ooxmlKindOf(file)) === 'docx' ? docx : null;
}

async function headOf({ open }: ReadableFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of open()) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= headBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, headBytes);
}
