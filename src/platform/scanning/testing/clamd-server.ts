import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { ClamdAddress } from '../clamd.ts';

/** How a clamd of the tests behaves; without anything as a healthy one. */
export interface ClamdManner {
  readonly streamMaxLength?: number;
  /** What it finds; SCHADMUSTER where nothing is said. */
  readonly finds?: string;
  readonly mute?: boolean;
  readonly stopsReading?: boolean;
  /** Closes the connection after so many bytes of the file. */
  readonly breaksAfter?: number;
  readonly answers?: string;
  readonly answersRaw?: string;
}

/** A server that speaks clamd’s INSTREAM and PING. */
export interface TestClamd extends AsyncDisposable {
  readonly address: ClamdAddress;
  /** The files that came whole. */
  readonly files: readonly Buffer[];
  /** Waits until no connection is open. */
  readonly quiet: () => Promise<void>;
}

export async function startClamd(manner: ClamdManner, path?: string): Promise<TestClamd> {
  const files: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    serve(socket, manner, files).catch(() => socket.destroy());
  });
  if (path === undefined) server.listen(0, '127.0.0.1');
  else server.listen(path);
  await once(server, 'listening');
  const bound = server.address();
  const address =
    typeof bound === 'object' && bound !== null
      ? { host: '127.0.0.1', port: bound.port }
      : { path: path ?? '' };
  return {
    address,
    files,
    quiet: async () => {
      while (sockets.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

async function serve(socket: Socket, manner: ClamdManner, files: Buffer[]): Promise<void> {
  if (manner.stopsReading) return void socket.pause();
  const read = readerOf(socket);
  const command = await commandFrom(read);
  if (command === 'zPING') return say(socket, 'PONG');
  if (command !== 'zINSTREAM') return say(socket, 'UNKNOWN COMMAND');
  const file = await fileFrom(read, manner);
  if (file === 'broken') return void socket.destroy();
  if (file === 'too-large') return say(socket, 'INSTREAM size limit exceeded. ERROR');
  files.push(file);
  if (manner.mute) return;
  if (manner.answersRaw !== undefined) return void socket.end(manner.answersRaw);
  const found = file.includes(manner.finds ?? 'SCHADMUSTER') ? 'Test.Schadmuster.UNOFFICIAL FOUND' : 'OK';
  say(socket, manner.answers ?? `stream: ${found}`);
}

function say(socket: Socket, text: string): void {
  socket.end(`${text}\0`);
}

type Read = (length: number) => Promise<Buffer>;

/** Reads exactly so many bytes; throws where the other side ends before. */
function readerOf(socket: Socket): Read {
  const pieces = socket[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  return async (length) => {
    while (rest.length < length) {
      const next = await pieces.next();
      if (next.done) throw new Error('ended');
      rest = Buffer.concat([rest, next.value]);
    }
    const taken = rest.subarray(0, length);
    rest = rest.subarray(length);
    return taken;
  };
}

async function commandFrom(read: Read): Promise<string> {
  let command = '';
  for (let sign = await read(1); sign[0] !== 0; sign = await read(1)) command += sign.toString('latin1');
  return command;
}

async function fileFrom(read: Read, manner: ClamdManner): Promise<Buffer | 'broken' | 'too-large'> {
  const pieces: Buffer[] = [];
  let size = 0;
  for (;;) {
    const length = (await read(4)).readUInt32BE(0);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(await read(length));
    size += length;
    if (size > (manner.breaksAfter ?? Infinity)) return 'broken';
    if (size > (manner.streamMaxLength ?? Infinity)) return 'too-large';
  }
}
