import { type IncomingMessage, request } from 'node:http';

/** An answer with its body as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** A visitor of one host with a jar of cookies; the host's name is not looked up, it stands in the request. */
export interface Visitor {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly post: (path: string, form: Readonly<Record<string, string>>) => Promise<Answer>;
  /** What every request of this visitor carries. */
  readonly headers: () => Readonly<Record<string, string>>;
}

/** A new visitor without cookies. */
export function visitorOf(port: number, host: string): Visitor {
  const jar = new Map<string, string>();
  const headers = () => ({
    host: `${host}:${port}`,
    ...(jar.size > 0 ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
  });
  const keepCookies = (answer: Answer) => {
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  return {
    headers,
    get: async (path, more = {}) =>
      keepCookies(await exchange({ port, path, method: 'GET', headers: { ...headers(), ...more } })),
    post: async (path, form) => {
      const body = new URLSearchParams(form).toString();
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      return keepCookies(
        await exchange({ port, path, method: 'POST', headers: { ...headers(), ...type } }, body),
      );
    },
  };
}

interface Exchange {
  readonly port: number;
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

function exchange(options: Exchange, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', ...options }, (incoming) => {
      const pieces: Buffer[] = [];
      incoming.on('data', (piece: Buffer) => pieces.push(piece));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: Buffer.concat(pieces),
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
