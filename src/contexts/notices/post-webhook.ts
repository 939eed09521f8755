import { lookup } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-address.ts';

/** What a receiver answered; `fault` says in our own words why it counts as failed, `null` where it went well. */
export interface WebhookAnswer {
  readonly status: number | null;
  readonly fault: string | null;
}

export type WebhookCall = (call: {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}) => Promise<WebhookAnswer>;

interface Resolved {
  readonly address: string;
  readonly family: number;
}

/** Finds all addresses of a host name; a test brings its own. */
export type Resolve = (host: string) => Promise<readonly Resolved[]>;

const systemResolve: Resolve = (host) => lookup(host, { all: true });
const timeoutMs = 10_000;

/**
 * Makes the function that calls webhooks. A name is resolved once and the connection goes to that very address, so that
 * it cannot point elsewhere a moment later; where one of its addresses is private nothing is sent, unless
 * `allowPrivate` (the demo). Redirects are not followed; at most the head of the answer is read.
 */
export function webhookCaller(options: {
  readonly allowPrivate: boolean;
  readonly resolve?: Resolve;
}): WebhookCall {
  const resolve = options.resolve ?? systemResolve;
  return async ({ url, headers, body }) => {
    const target = new URL(url);
    if (target.protocol !== 'https:' && !options.allowPrivate)
      return failed('Die Adresse beginnt nicht mit https://.');
    const found = await resolve(target.hostname.replace(/^\[|\]$/g, '')).catch(() => []);
    const [first] = found;
    if (!first) return failed('Der Name der Gegenstelle ist im Netz unbekannt.');
    if (!options.allowPrivate && found.some(({ address }) => isPrivateAddress(address)))
      return failed('Die Adresse führt in ein internes Netz. Dorthin sendet Leitwerk nichts.');
    return post(target, first, headers, body);
  };
}

function failed(fault: string): WebhookAnswer {
  return { status: null, fault };
}

function post(
  target: URL,
  { address, family }: Resolved,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<WebhookAnswer> {
  const pinned: LookupFunction = (_, options, done) =>
    options.all ? done(null, [{ address, family }]) : done(null, address, family);
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((settle) => {
    const request = send(target, {
      method: 'POST',
      agent: false,
      lookup: pinned,
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(Buffer.byteLength(body)),
        'user-agent': 'Leitwerk',
        ...headers,
      },
    });
    request.on('response', (response) => {
      response.destroy();
      settle(answerOf(response.statusCode ?? 0));
    });
    request.on('error', (error) => settle(failed(faultOf(error))));
    request.end(body);
  });
}

function answerOf(status: number): WebhookAnswer {
  if (status >= 200 && status < 300) return { status, fault: null };
  const why =
    status >= 300 && status < 400 ? 'leitet weiter, dem folgt Leitwerk nicht' : 'nimmt den Aufruf nicht an';
  return { status, fault: `Die Gegenstelle ${why} (Antwort ${status}).` };
}

function faultOf(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  if (error.name === 'TimeoutError' || error.name === 'AbortError' || code === 'ABORT_ERR')
    return 'Die Gegenstelle hat nicht innerhalb von 10 Sekunden geantwortet.';
  if (/CERT|SSL|TLS|ALTNAME|SELF_SIGNED/.test(code))
    return 'Das Zertifikat der Gegenstelle ist nicht gültig.';
  return 'Die Gegenstelle ist nicht erreichbar.';
}
