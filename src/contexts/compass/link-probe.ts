import { lookup as resolve } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { PruefErgebnis } from './domain/pruefung.ts';

/** What became of a look at an address. */
export interface ProbeAnswer {
  readonly ergebnis: PruefErgebnis;
  /** The HTTP status where there was an answer. */
  readonly status: number | null;
}

export interface ProbeOptions {
  /** Also asks addresses of the own machine and network: in the demo and in tests. */
  readonly allowPrivate: boolean;
  /** Asks by https alone, also after a redirect. */
  readonly httpsOnly?: boolean;
  /** What the asked server reads of why. */
  readonly reason?: string;
  readonly timeoutMs?: number;
}

const mostRedirects = 3;
const notAllowed: ProbeAnswer = { ergebnis: 'nicht-erlaubt', status: null };
const silent: ProbeAnswer = { ergebnis: 'antwortet-nicht', status: null };

/**
 * Looks whether an address answers, without reading what. Only http and https; every address that a name stands for is
 * checked at the moment of connecting, also after a redirect, so that nobody reaches the inner network through a link.
 */
export async function probeLink(link: string, options: ProbeOptions): Promise<ProbeAnswer> {
  let address = link;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const url = allowedUrl(address, options);
    if (url === null) return notAllowed;
    const { status, location } = await askTwice(url, options);
    if (typeof status !== 'number') return status === null ? silent : notAllowed;
    if (!isRedirect(status) || location === null) return answerOf(status);
    address = URL.canParse(location, url.href) ? new URL(location, url).href : '';
  }
  return { ergebnis: 'fehler', status: null };
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

function answerOf(status: number): ProbeAnswer {
  return { ergebnis: status < 400 ? 'erreichbar' : 'fehler', status };
}

/** Some servers refuse to be asked for the head alone. */
async function askTwice(url: URL, options: ProbeOptions): Promise<Asked> {
  const answer = await ask(url, 'HEAD', options);
  const refused = answer.status === 405 || answer.status === 501 || answer.status === 403;
  return refused ? ask(url, 'GET', options) : answer;
}

type Status = number | 'blocked' | null;

interface Asked {
  readonly status: Status;
  readonly location: string | null;
}

function allowedUrl(text: string, { allowPrivate, httpsOnly = false }: ProbeOptions): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'https:' && (httpsOnly || url.protocol !== 'http:'))) return null;
  if (url.username !== '' || url.password !== '') return null;
  if (allowPrivate) return url;
  if (url.port !== '') return null;
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(host) !== 0 && isPrivate(host) ? null : url;
}

function ask(
  url: URL,
  method: 'HEAD' | 'GET',
  { allowPrivate, timeoutMs = 10_000, reason = 'Nachweis eines Umsetzungsstands' }: ProbeOptions,
): Promise<Asked> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((done) => {
    const outgoing = request(
      url,
      {
        method,
        agent: false,
        headers: { 'user-agent': `Leitwerk (${reason})`, accept: '*/*' },
        signal: AbortSignal.timeout(timeoutMs),
        lookup: allowPrivate ? localLookup : publicLookup,
      },
      (answer) => {
        done({ status: answer.statusCode ?? null, location: answer.headers.location ?? null });
        answer.destroy();
      },
    );
    outgoing.on('error', (error) =>
      done({ status: error instanceof PrivateAddress ? 'blocked' : null, location: null }),
    );
    outgoing.end();
  });
}

/** Names below `localhost` are the own machine; Node does not resolve them. */
const localLookup: LookupFunction = (host, options, callback) =>
  resolve(host.endsWith('.localhost') ? 'localhost' : host, { ...options, all: true }, callback);

class PrivateAddress extends Error {}

/** Resolves a name, and refuses it where one of its addresses is not public. */
const publicLookup: LookupFunction = (host, options, callback) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    if (addresses.some(({ address }) => isPrivate(address)))
      return callback(new PrivateAddress(`${host} is no public address`), []);
    return callback(null, addresses);
  });
};

const notPublic = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  notPublic.addSubnet(net, prefix, 'ipv4');

const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  notPublic.addSubnet(net, prefix, 'ipv6');

/** Whether an address belongs to the own machine, an inner network, or nobody. */
export function isPrivate(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return notPublic.check(address, 'ipv4');
  // Whatever is no global unicast address is not public either: loopback, link-local, unique local, mapped IPv4.
  return version === 0 || !globalUnicast.check(address, 'ipv6') || notPublic.check(address, 'ipv6');
}
