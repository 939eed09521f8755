import assert from 'node:assert/strict';
import { request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { patienceMs } from '../../../src/platform/testing/until.ts';

/** Somebody who applies: where, from which address, under which name. */
export interface Citizen {
  readonly port: number;
  readonly host: string;
  readonly address: string;
  readonly name: string;
}

/** What a client asks and tells while the program may be gone. */
export interface ClientHooks {
  /** A piece of a file leaves. */
  readonly piece: () => void;
  /** Resolves at once, or when the program is up again after a kill. */
  readonly mayGoOn: () => Promise<void>;
  /** What an answer says that the program could not give. */
  readonly unavailable: (says: string) => void;
}

/** An answer, as far as a way needs it. */
export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly html: string;
}

/** A request; a body may leave in pieces. */
export interface Sent {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: { readonly type: string; readonly pieces: readonly Buffer[] };
}

export type Send = (sent: Sent) => Promise<Answer>;

/** Sends again as it was whatever got no answer or an answer that the program is not there, as somebody who reloads. */
export function senderOf(citizen: Citizen, hooks: ClientHooks): Send {
  const cookies = new Map<string, string>();
  return async (sent) => {
    for (const end = Date.now() + patienceMs; ; await delay(100)) {
      await hooks.mayGoOn();
      const answer = await exchange(citizen, sent, cookies, hooks.piece).catch(() => null);
      if (answer && answer.status < 500) return answer;
      if (answer) hooks.unavailable(firstSentence(answer.html));
      assert.ok(Date.now() < end, `${sent.method} ${sent.path}: no answer in ${patienceMs / 1000} s`);
    }
  };
}

/** The first sentence of a page below its heading, or of a text. */
function firstSentence(html: string): string {
  const main = html.slice(Math.max(0, html.indexOf('</h1>'))).replaceAll(/<[^>]*>/g, ' ');
  return /[^.]*\./.exec(main)?.[0].trim() ?? main.trim();
}

function exchange(
  { port, host, address }: Citizen,
  { method, path, body }: Sent,
  cookies: Map<string, string>,
  onPiece: () => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        agent: false,
        timeout: 20_000,
        headers: {
          host: `${host}:${port}`,
          accept: 'text/html',
          'x-forwarded-for': address,
          ...(cookies.size > 0 ? { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } : {}),
          ...(body ? { 'content-type': body.type } : {}),
        },
      },
      (incoming) => {
        const parts: Buffer[] = [];
        incoming.on('data', (part: Buffer) => parts.push(part));
        incoming.on('error', reject);
        incoming.on('end', () => {
          for (const line of incoming.headers['set-cookie'] ?? []) {
            const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
            cookies.set(name, value);
          }
          resolve({
            status: incoming.statusCode ?? 0,
            location: incoming.headers.location ?? '',
            html: Buffer.concat(parts).toString('utf8'),
          });
        });
      },
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer')));
    outgoing.on('error', reject);
    void sendPieces(body?.pieces ?? [], (piece) => {
      if (body && body.pieces.length > 1) onPiece();
      outgoing.write(piece);
    }).then(() => outgoing.end());
  });
}

async function sendPieces(pieces: readonly Buffer[], write: (piece: Buffer) => void): Promise<void> {
  for (const piece of pieces) {
    write(piece);
    if (pieces.length > 1) await delay(5);
  }
}
