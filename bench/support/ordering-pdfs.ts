import { type IncomingMessage, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Shot } from './http-load.ts';
import type { Installation } from './installation.ts';
import type { PortalAccess } from './portal-visitor.ts';
import { openDraftMaker } from './prepared-drafts.ts';

/** Receipts that become PDFs. */
export interface OrderedPdfs {
  /** How long each took from its order until it could be loaded, in ms. */
  readonly done: Promise<readonly number[]>;
}

const patienceMs = 120_000;

/** Submits so many Anträge, then orders their receipts as PDF from now on, a new one every second. */
export async function keepOrderingPdfs(
  installation: Installation,
  portal: PortalAccess,
  count: number,
): Promise<OrderedPdfs> {
  await using maker = await openDraftMaker(installation);
  const own: { readonly path: string; readonly cookie: string }[] = [];
  for (let number = 0; number < count; number += 1) {
    const { id, cookie } = await maker.answered();
    own.push({ path: `/antrag/mein/${id}`, cookie });
  }
  const send = async (path: string, cookie: string) => {
    const { statusCode } = await ask(portal.post({ kind: 'form', path, cookie }, {}, () => true));
    if (statusCode !== 303) throw new Error(`${path}: status ${statusCode}`);
  };
  for (const { path, cookie } of own) await send(`${path}/absenden?stand=2`, cookie);
  const order = async (index: number) => {
    await sleep(index * 1000);
    const { path, cookie } = own[index] ?? { path: '', cookie: '' };
    const address = `${path}/quittung.pdf`;
    await send(address, cookie);
    return waitFor(portal.get('pdf', address, cookie));
  };
  return { done: Promise.all(own.map((_, index) => order(index))) };
}

async function waitFor(shot: Shot): Promise<number> {
  const started = performance.now();
  while (performance.now() - started < patienceMs) {
    if ((await ask(shot)).headers['content-type'] === 'application/pdf')
      return Math.round(performance.now() - started);
    await sleep(250);
  }
  throw new Error('a PDF did not come');
}

function ask({ options, body }: Shot): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = request(options, (answer) => {
      answer.on('error', reject);
      answer.on('end', () => resolve(answer));
      answer.resume();
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
