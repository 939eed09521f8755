import { connect, type Socket } from 'node:net';
import type { Scan, Scanner, ScanVerdict } from './scanner.ts';

/** Where a clamd listens: over the network, or at a socket of this machine. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string };

/** How long clamd may take to be reached, and to go on when it is its turn. */
export interface ClamdPatience {
  readonly connectMs: number;
  readonly idleMs: number;
}

const usualPatience: ClamdPatience = { connectMs: 2_000, idleMs: 30_000 };

/** Reads `host:port`, `[IPv6]:port` or the absolute path of a socket; `null` where it is none of these. */
export function parseClamdAddress(text: string): ClamdAddress | null {
  if (text.startsWith('/')) return text.length > 1 ? { path: text } : null;
  const [, bracketed, plain, digits] = /^(?:\[([0-9a-f:]+)\]|([^\s:/[\]]+)):(\d{1,5})$/i.exec(text) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  return host !== undefined && port > 0 && port < 65_536 ? { host, port } : null;
}

/** A scanner that hands each file to a clamd while it streams (command INSTREAM). */
export function clamdScanner(address: ClamdAddress, patience: ClamdPatience = usualPatience): Scanner {
  return { begin: () => beginScan(connect(address), patience) };
}

/** Whether a clamd answers (command PING). */
export async function clamdAnswers(
  address: ClamdAddress,
  patience: ClamdPatience = usualPatience,
): Promise<boolean> {
  const talk = talkTo(connect(address), patience);
  await talk.send(Buffer.from('zPING\0'));
  return (await talk.reply()) === 'PONG';
}

function beginScan(socket: Socket, patience: ClamdPatience): Scan {
  const talk = talkTo(socket, patience);
  const begun = talk.send(Buffer.from('zINSTREAM\0'));
  return {
    write: async (piece) => {
      await begun;
      if (piece.length > 0) await talk.send(lengthOf(piece), piece);
    },
    verdict: async () => {
      await begun;
      await talk.send(lengthOf(new Uint8Array()));
      return verdictOf(await talk.reply());
    },
    cancel: () => socket.destroy(),
  };
}

function lengthOf({ length }: Uint8Array): Buffer {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(length);
  return prefix;
}

function verdictOf(reply: string): ScanVerdict {
  if (reply === 'stream: OK') return 'clean';
  if (reply.startsWith('stream: ') && reply.endsWith(' FOUND')) return 'infected';
  return reply.includes('size limit exceeded') ? 'too-large' : 'silent';
}

interface Talk {
  /** Sends and waits until the other side keeps up; does nothing any more once it has ended. */
  readonly send: (...pieces: readonly Uint8Array[]) => Promise<void>;
  /** What the other side said until it ended; empty where it said nothing. */
  readonly reply: () => Promise<string>;
}

const longestReply = 4_096;

function talkTo(socket: Socket, { connectMs, idleMs }: ClamdPatience): Talk {
  let said = '';
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  // Its time runs only while it is clamd's turn: whoever uploads may be slow.
  const itsTurn = (waiting: boolean) => {
    if (!socket.connecting) socket.setTimeout(waiting ? idleMs : 0);
  };
  socket.setTimeout(connectMs);
  socket.on('connect', () => itsTurn(socket.writableNeedDrain));
  socket.on('timeout', () => socket.destroy());
  // What goes wrong ends the connection; that the answer is missing then says enough.
  socket.on('error', () => {});
  socket.on('data', (bytes: Buffer) => {
    said += bytes.toString('latin1');
    if (said.includes('\0') || said.length > longestReply) socket.destroy();
  });
  return {
    send: async (...pieces) => {
      for (const piece of pieces) {
        if (socket.destroyed || socket.write(piece)) continue;
        itsTurn(true);
        await Promise.race([drained(socket), closed]);
        itsTurn(false);
      }
    },
    reply: async () => {
      const late = setTimeout(() => socket.destroy(), idleMs);
      await closed;
      clearTimeout(late);
      return said.slice(0, Math.max(0, said.indexOf('\0')));
    },
  };
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('drain', () => resolve()));
}
