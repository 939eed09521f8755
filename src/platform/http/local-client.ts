import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';

/** What came back: status, headers and the whole body as text. */
export interface LocalAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request of our own clients and tests. */
export interface LocalRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs?: number;
}

/**
 * Requests a page of this machine's own server. Node resolves no `*.localhost` names and `fetch` ignores a Host
 * header, so this client brings a look-up of its own; follow redirects yourself, cookies are the caller's.
 */
export function localRequest(address: string, init: LocalRequest = {}): Promise<LocalAnswer> {
  const url = new URL(address);
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      url,
      {
        method: init.method ?? 'GET',
        headers: { ...init.headers },
        timeout: init.timeoutMs ?? 30_000,
        lookup: (_host, options, found) => {
          if (options.all) found(null, [{ address: '127.0.0.1', family: 4 }]);
          else found(null, '127.0.0.1', 4);
        },
      },
      (incoming) => {
        const parts: Buffer[] = [];
        incoming.on('data', (part: Buffer) => parts.push(part));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            text: Buffer.concat(parts).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error(`Keine Antwort von ${address}`)));
    outgoing.on('error', reject);
    outgoing.end(init.body);
  });
}
