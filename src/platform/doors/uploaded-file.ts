import type { Upload } from './page-route.ts';

/** The whole of a file that came with a form, for files that fit into memory. */
export async function uploadBytes(upload: Pick<Upload, 'open'>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of upload.open()) parts.push(part);
  return Buffer.concat(parts);
}
