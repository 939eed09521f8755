import { html } from 'hono/html';
import { accordion, badge, button, form, formatInstant, section, textLink } from '#ui';
import type { BeitragArt } from '../domain/zustand.ts';
import { beitragLabel } from '../messages.ts';
import { mayEdit } from '../use-cases/edit.ts';
import type { GelesenerBeitrag, GelesenerThread } from '../use-cases/read.ts';

const kinds: Readonly<Record<BeitragArt, Parameters<typeof badge>[0]>> = {
  frage: 'info',
  antwort: 'success',
  ergaenzung: 'neutral',
  'wieder-offen': 'warning',
  zurueckgezogen: 'neutral',
};

/** What was said, in order. */
export function verlauf({ zeile, beitraege, teilnehmer }: GelesenerThread, now: Date) {
  return section(
    'Verlauf',
    html`${beitraege.map((beitrag) => one(zeile.id, beitrag, teilnehmer.darfSchreiben && mayEdit(beitrag, teilnehmer.person, now)))}`,
  );
}

function one(id: string, beitrag: GelesenerBeitrag, editable: boolean) {
  const { nr, art, von, haus, am, fassungen } = beitrag;
  const who = von === haus ? von : `${von}, ${haus}`;
  const text = fassungen.at(-1)?.text ?? '';
  return html`<article class="lw-section" id="beitrag-${nr}" aria-labelledby="beitrag-${nr}-titel">
<h3 class="kern-heading-small" id="beitrag-${nr}-titel">${nr}. ${beitragLabel[art]} von ${who}</h3>
<p class="kern-body kern-body--small kern-body--muted">${badge(kinds[art], beitragLabel[art])} ${formatInstant(am)}${fassungen.length > 1 ? ', bearbeitet' : ''}${editable ? html` · ${textLink(`/rueckfragen/${id}/beitraege/${nr}`, `Beitrag ${nr} bearbeiten`)}` : ''}</p>
${paragraphs(text)}
${fassungen.length > 1 ? accordion({ title: `Frühere Fassungen von Beitrag ${nr}`, body: earlier(beitrag) }) : ''}</article>`;
}

function earlier({ fassungen }: GelesenerBeitrag) {
  return html`${fassungen.slice(0, -1).map(({ text, am }) => html`<p class="kern-body kern-body--small kern-body--muted">${formatInstant(am)}</p>${paragraphs(text)}`)}`;
}

/** A text with its paragraphs and line breaks. */
export function paragraphs(text: string) {
  return html`<div class="lw-measure">${text.split(/\n{2,}/).map((part) => html`<p class="kern-body">${part.split('\n').map((line, at) => (at === 0 ? line : html`<br>${line}`))}</p>`)}</div>`;
}

/** The answer that stands for all, and for its publisher the button that takes it back. */
export function antwortSection({ antwort, teilnehmer }: GelesenerThread, csrfToken: string) {
  if (antwort === null) return '';
  const own = antwort.tenant === teilnehmer.tenant && teilnehmer.darfSchreiben;
  const back = form(
    { action: `/rueckfragen/antworten/${antwort.id}/zuruecknehmen`, csrfToken, label: 'Zurücknehmen' },
    button('Veröffentlichte Antwort zurücknehmen', { kind: 'tertiary' }),
  );
  return section(
    'Für alle veröffentlicht',
    html`<p class="kern-body"><strong>${antwort.frage}</strong></p>${paragraphs(antwort.antwort)}
      <p class="kern-body kern-body--small kern-body--muted">${antwort.haus}, ${formatInstant(antwort.veroeffentlichtAm)}</p>${own ? back : ''}`,
  );
}

/** What somebody typed for a step that is not possible any more: there to be copied. */
export function notKept(text: string) {
  return section('Ihr Text, nicht gespeichert', paragraphs(text));
}
