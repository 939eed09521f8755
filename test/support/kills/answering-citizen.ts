import assert from 'node:assert/strict';
import { type Applied, formIn, posted, shown, type WayHooks } from './walking-citizen.ts';

/** What somebody handed in when asked. */
export interface Answered {
  readonly name: string;
  readonly before: string;
  /** Sends the last form once more, as an old tab would. */
  readonly sendAgain: () => Promise<void>;
}

/** Answers the open Nachforderung of an Antrag, page by page, and sends the answer twice at once. */
export async function answerAsked(
  { citizen, own, send }: Applied,
  enter: WayHooks['enter'],
): Promise<Answered> {
  const at = /href="([^"]+\/nachforderung\/[0-9a-f-]{36})"/.exec(await shown(send, own))?.[1];
  assert.ok(at, 'nothing is wanted');
  const name = `${citizen.name}-Neu`;
  enter('upload', 'asked document');
  const page = `${at}/seite/sachkunde-nachweis`;
  const files = { sachkundeNachweis: `%PDF-1.7 ${name}` };
  const html = await shown(send, page);
  const remove =
    /value="(file:sachkundeNachweis:[^"]+)"/.exec(html)?.[1] ?? assert.fail('no file to replace');
  await posted(send, formIn(html, '/seite/'), { _action: remove });
  const form = formIn(await shown(send, page), '/seite/');
  await posted(send, form, {}, files, 'neuer-nachweis.pdf');
  enter('draft', 'asked name');
  const person = formIn(await shown(send, `${at}/seite/person`), '/seite/');
  assert.equal(await posted(send, person, { nachname: name }), `${at}/pruefen`);
  enter('submit', 'answer');
  const last = formIn(await shown(send, `${at}/pruefen`), '/absenden');
  const sent = await Promise.all([posted(send, last, {}), posted(send, last, {})]);
  assert.deepEqual(sent, [`${own}?nachgereicht`, `${own}?nachgereicht`]);
  const copy = await shown(send, `${own}/angaben`);
  for (const part of [name, 'neuer-nachweis.pdf']) assert.ok(copy.includes(part), part);
  const sendAgain = async () => {
    assert.equal(await posted(send, last, {}), `${own}?nachgereicht`);
  };
  return { name, before: citizen.name, sendAgain };
}
