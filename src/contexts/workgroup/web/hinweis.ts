import { html } from 'hono/html';
import type { Html, Principal } from '#platform';
import { section, textLink } from '#ui';
import type { WorkgroupDeps } from '../deps.ts';
import { readFragen } from '../use-cases/fragen.ts';
import { beschluesseFuer } from '../use-cases/read-uebersicht.ts';
import { mitwirkendeOf } from '../use-cases/wer.ts';
import { beschlussBadge } from './teile.ts';

const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

/** What the working group decided and answered about a record, as a part of the record's page; nothing for others. */
export async function arbeitsgruppeHinweis(
  deps: WorkgroupDeps,
  principal: Principal | null,
  records: readonly { readonly art: string; readonly id: string }[],
): Promise<Html> {
  const wer = await mitwirkendeOf(deps, principal);
  if (!wer.ok) return '';
  const beschluesse = (
    await Promise.all(records.map(({ art, id }) => beschluesseFuer(deps, wer.value, art, id)))
  ).flat();
  const { fragen } = await readFragen(deps, wer.value);
  const answered = fragen.filter(
    ({ antwort, zu }) => antwort !== null && records.some(({ art, id }) => zu.art === art && zu.id === id),
  );
  if (beschluesse.length + answered.length === 0) return '';
  return section(
    'Aus der Arbeitsgruppe',
    html`<ul class="kern-list kern-list--bullet">${beschluesse.map(({ id, titel, zustand, entschiedenAm }) => html`<li>Beschluss: ${textLink(`/arbeitsgruppe/beschluesse/${id}`, titel)} ${beschlussBadge(zustand)}${entschiedenAm ? ` am ${dayOf(entschiedenAm)}` : ''}</li>`)}${answered.map(({ id, betreff, antwort }) => html`<li>Beantwortet: ${textLink(`/rueckfragen/${id}`, betreff)}${antwort ? `. ${antwort.haus}: ${antwort.text.slice(0, 300)}` : ''}</li>`)}</ul>`,
    { id: 'arbeitsgruppe' },
  );
}

function dayOf(at: Date): string {
  return berlin.format(at).split('-').toReversed().join('.');
}
