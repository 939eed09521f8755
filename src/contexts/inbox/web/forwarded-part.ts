import { html } from 'hono/html';
import { section } from '#ui';
import type { EingangDetail } from '../use-cases/read.ts';
import { words } from './words.ts';

/** What the office wrote that had the case before: one of another authority, or one of the house. */
export function forwardedPart({ inhalt: { weiterleitung }, verlauf, names }: EingangDetail) {
  const given = verlauf.findLast((eintrag) => eintrag.art === 'zugeleitet');
  const from =
    given?.art === 'zugeleitet' ? words(`${given.von}, ${names(given.wer)}:\n${given.text}`) : null;
  return html`${weiterleitung === null ? '' : section('Von einer anderen Stelle weitergeleitet', words(weiterleitung))}
    ${from === null ? '' : section('Von einer anderen Stelle im Haus', from)}`;
}
