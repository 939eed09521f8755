import { html } from 'hono/html';
import { formatLocalDate, type Source } from '#kernel';
import { accordion, evidenceBadge, externalLink } from '#ui';
import type { NormSatz, NormWortlaut } from '../domain/norm-wortlaut.ts';
import type { Regel } from '../domain/regel.ts';

/** The words of the norm beside the rule; closed for readers, open for those who check the rule. */
export function wortlautSection(
  { norm, quellen }: Pick<Regel, 'norm' | 'quellen'>,
  wortlaut: readonly NormWortlaut[],
  open: boolean,
) {
  const held = wortlaut.filter(({ saetze }) => saetze.length > 0);
  const missing = wortlaut.filter(({ saetze }) => saetze.length === 0).map(({ zitat }) => zitat);
  const title =
    held.length > 0
      ? `Wortlaut: ${held.map(({ zitat }) => zitat).join('; ')}`
      : 'Wortlaut der Norm: nicht hinterlegt';
  const without = missing.length > 0 ? missing : held.length === 0 ? [norm] : [];
  return accordion({
    title,
    open,
    body: html`${held.length > 0 ? html`<p>Auszüge aus dem Bundesrecht; Landesrecht ist nicht hinterlegt.</p>` : ''}
      ${held.map(({ saetze }) => saetze.map(sentence))}
      ${without.length > 0 ? html`<p>Wortlaut nicht hinterlegt: ${without.join('; ')}. ${links(quellen)}</p>` : ''}`,
  });
}

function sentence({ fundstelle, text, standAm, quelle, evidenz }: NormSatz) {
  return html`<p><strong>${fundstelle}</strong><br>${text}</p>
    <p>${evidenceBadge(evidenz)} Stand ${formatLocalDate(standAm)}: ${sourceLink(quelle)}</p>`;
}

function links(quellen: readonly Source[]) {
  return html`Nachlesen: ${quellen.map((quelle, index) => html`${index > 0 ? '; ' : ''}${sourceLink(quelle)}`)}`;
}

function sourceLink({ title, url }: Source) {
  return url ? externalLink(url, title) : title;
}
