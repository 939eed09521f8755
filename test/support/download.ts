import { get } from 'node:http';
import type { LookupFunction } from 'node:net';
import { inflateRawSync } from 'node:zlib';
import type { Visitor } from './visitor.ts';

/** A file as the server sent it. */
export interface Download {
  readonly status: number;
  readonly contentType: string;
  readonly disposition: string;
  readonly bytes: Buffer;
}

/** Downloads a file of this machine's own server with the cookies of a visitor. */
export function download(address: string, { cookies }: Visitor): Promise<Download> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return new Promise((resolve, reject) => {
    // Node resolves no `*.localhost` names.
    const lookup: LookupFunction = (_host, options, found) => {
      if (options.all) found(null, [{ address: '127.0.0.1', family: 4 }]);
      else found(null, '127.0.0.1', 4);
    };
    get(address, { headers: { cookie }, lookup }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          contentType: answer.headers['content-type'] ?? '',
          disposition: answer.headers['content-disposition'] ?? '',
          bytes: Buffer.concat(parts),
        }),
      );
    }).on('error', reject);
  });
}

/** All text of a workbook: its parts unpacked, one after the other. */
export function textOfWorkbook(archive: Buffer): string {
  const end = archive.lastIndexOf('PK\x05\x06');
  let entry = archive.readUInt32LE(end + 16);
  const parts: string[] = [];
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = archive.readUInt16LE(entry + 10);
    const size = archive.readUInt32LE(entry + 20);
    const nameLength = archive.readUInt16LE(entry + 28);
    const local = archive.readUInt32LE(entry + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const body = archive.subarray(start, start + size);
    parts.push((method === 8 ? inflateRawSync(body) : body).toString('utf8'));
    entry += 46 + nameLength + archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32);
  }
  return parts.join('\n');
}
