import { html } from 'hono/html';
import type { PageContent } from '#platform';
import { button, form, inputField, section } from '#ui';
import { placeIn } from '../../use-cases/ortsantwort.ts';
import { embedContent } from '../embed-page.ts';
import { placeNote } from '../place-note.ts';
import { fieldValue, placeOfAddress, type SucheVisit } from './context.ts';

/** The search box for any website, for one Gemeinde or for all. */
export async function sucheEmbed(visit: SucheVisit): Promise<PageContent> {
  const ort = await placeOfAddress(visit);
  const place = placeIn(ort);
  const content = embedContent({
    origin: visit.deps.sucheOrigin,
    name: place?.name ?? 'Ihrer Gemeinde',
    ort: place?.ags ?? null,
  });
  const field = inputField({
    name: 'ort',
    label: 'Ort oder Postleitzahl',
    value: await fieldValue(visit, place),
    maxLength: 200,
    optional: true,
  });
  const choose = form(
    { action: '/suchfeld', method: 'get', label: 'Gemeinde wählen' },
    html`${field}${button('Suchfeld zeigen', { kind: 'secondary' })}`,
  );
  const note = placeNote(ort, (ags) => `/suchfeld?ort=${ags}`, '', null);
  return {
    ...content,
    main: html`${note}${section('Für eine Gemeinde', choose, { lead: 'Mit einer Gemeinde gilt das Suchfeld für sie, bis jemand einen anderen Ort dazuschreibt.' })}${content.main as string}`,
  };
}
