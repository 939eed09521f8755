import assert from 'node:assert/strict';
import { largeDog } from '../../acceptance/antrag-steps.ts';
import type { Phase } from './kill-plan.ts';
import { type Citizen, type ClientHooks, type Send, senderOf } from './resending-client.ts';

/** What somebody tells of the way, and where the way waits. */
export interface WayHooks extends ClientHooks {
  /** A step begins. */
  readonly enter: (phase: Phase, step: string) => void;
}

/** What the applicant holds in the end. */
export interface Applied {
  readonly citizen: Citizen;
  readonly nummer: string;
  /** The address of the Antrag, and the browser that holds its key. */
  readonly own: string;
  readonly send: Send;
  /** Sends the last form once more, as an old tab would; the number that the receipt then shows. */
  readonly sendAgain: () => Promise<string>;
}

/** The addresses of the pages, in the order of `largeDog`. */
const pages = [
  'einordnung',
  'hunde',
  'weitere-hunde',
  'sachkunde',
  'sachkunde-nachweis',
  'haftpflicht',
  'person',
  'zahlung',
  'erklaerung',
];

/**
 * Applies for a large dog from the first page to the receipt. Whatever fails is sent again as it was, as a browser does
 * when somebody reloads; an answer that does not fit the way so far fails.
 */
export async function applyFor(citizen: Citizen, hooks: WayHooks): Promise<Applied> {
  const send = senderOf(citizen, hooks);
  hooks.enter('draft', 'begin');
  const start = await shown(send, '/antrag/hund-anmelden');
  const first = await posted(send, formIn(start, '/antrag/hund-anmelden'), {});
  const own = first.replace(/\/seite\/.*$/, '');
  const answers = largeDog(citizen.name);
  for (const [index, page] of pages.entries()) {
    const { typed, files = {} } = answers[index] ?? assert.fail(page);
    const phase = Object.keys(files).length > 0 ? 'upload' : 'draft';
    hooks.enter(phase, page);
    const form = formIn(await shown(send, `${own}/seite/${page}`), `/seite/${page}`);
    const next = await posted(send, form, typed, files);
    assert.ok(!next.endsWith(`/seite/${page}`), `${page} was not taken`);
  }
  hooks.enter('submit', 'submit');
  const last = formIn(await shown(send, `${own}/pruefen`), '/absenden');
  const twice = await Promise.all([posted(send, last, {}), posted(send, last, {})]);
  assert.deepEqual(twice, [`${own}/quittung`, `${own}/quittung`]);
  hooks.enter('submit', 'receipt');
  const nummer = await nummerOn(send, own);
  const copy = await shown(send, `${own}/angaben`);
  for (const part of [citizen.name, 'nachweis.pdf', 'Rex', 'Schäferhund'])
    assert.ok(copy.includes(part), part);
  const sendAgain = async () => {
    await posted(send, last, {});
    return nummerOn(send, own);
  };
  return { citizen, nummer, own, send, sendAgain };
}

/** The cases that an Antrag for a large dog becomes: one at the Steueramt, one at the Ordnungsamt. */
export function casesOf(nummer: string): readonly string[] {
  return [nummer, `${nummer}-2`];
}

async function nummerOn(send: Send, own: string): Promise<string> {
  const found = /Ihre Nummer: <strong>(LW-\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4})</.exec(
    await shown(send, `${own}/quittung`),
  );
  return found?.[1] ?? assert.fail('a receipt without number');
}

interface Form {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
}

export function formIn(html: string, action: string): Form {
  for (const [form, found = ''] of html.matchAll(/<form[^>]*action="([^"]+)".*?<\/form>/gs)) {
    if (!found.includes(action)) continue;
    const fields = form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g);
    return { action: found, hidden: Object.fromEntries([...fields].map(([, name, value]) => [name, value])) };
  }
  return assert.fail(`no form to ${action}`);
}

export async function shown(send: Send, path: string): Promise<string> {
  const answer = await send({ method: 'GET', path });
  assert.equal(answer.status, 200, `${path} leads to ${answer.location}`);
  return answer.html;
}

export async function posted(
  send: Send,
  { action, hidden }: Form,
  typed: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
  fileName = 'nachweis.pdf',
): Promise<string> {
  const fields = { ...hidden, ...typed };
  const body =
    Object.keys(files).length > 0
      ? multipart(fields, files, fileName)
      : {
          type: 'application/x-www-form-urlencoded',
          pieces: [Buffer.from(new URLSearchParams(fields).toString())],
        };
  const answer = await send({ method: 'POST', path: action, body });
  const says = answer.html.slice(answer.html.indexOf('<main'), answer.html.indexOf('</main'));
  assert.equal(answer.status, 303, `${action}: ${says}`);
  return answer.location;
}

/** A form with files in four pieces, so that somebody can be killed between them. */
function multipart(
  fields: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
  fileName: string,
) {
  const line = `----leitwerk-${'x'.repeat(20)}`;
  const part = (head: string, value: string) =>
    `--${line}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
  const body = Buffer.from(
    [
      ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value)),
      ...Object.entries(files).map(([name, text]) =>
        part(`name="${name}"; filename="${fileName}"`, text + 'x'.repeat(400_000)),
      ),
      `--${line}--\r\n`,
    ].join(''),
  );
  const quarter = Math.ceil(body.length / 4);
  const pieces = [0, 1, 2, 3].map((n) => body.subarray(n * quarter, (n + 1) * quarter));
  return { type: `multipart/form-data; boundary=${line}`, pieces };
}
