import { html } from 'hono/html';
import { alert, badge, checkboxField, formatInstant, textLink } from '#ui';
import type { Frage } from '../domain/umfrage.ts';
import type { Feldkonflikt } from '../domain/zusammenfuehren.ts';
import { anlassLabel } from '../messages.ts';
import { type Bogenzeile, felderIn } from '../use-cases/read-bogen.ts';
import { zelltext } from '../use-cases/tabelle.ts';
import { type Block, fragenFelder, nurGelesen } from './bogen-felder.ts';
import { feldLabel } from './verwahrt-section.ts';
import { address } from './wer.ts';

/** The questions about one Leistung: a part of the form that also saves itself while somebody types. */
export function bogenBlock(block: Block) {
  const { umfrage, zeile, bearbeitbar, zurueck } = block;
  const { ort, antwort, person, fokus } = zeile;
  const shown = zurueck ? { ...felderIn(zeile), ...zurueck.felder } : felderIn(zeile);
  const head = html`<legend class="kern-label kern-label--large">${ort.name}</legend>
<p class="kern-body kern-body--small kern-body--muted">${[ort.leika ?? ort.id, ort.themenfeld, zeile.fachbereich?.name].filter(Boolean).join(' · ')} ${fokus ? badge('info', 'im Blick', null) : ''}${person ? html` · Antwortet: ${person.name}` : ''} ${textLink(`/katalog/leistungen/${ort.id}`, 'Was ist das?', { small: true })}</p>`;
  if (!bearbeitbar || !zeile.meine)
    return html`<fieldset class="lw-answer">${head}${nurGelesen(shown, umfrage.fragen, zeile)}</fieldset>`;
  return html`<fieldset class="lw-answer" data-autosave="${address(umfrage.id, `antwort/${ort.id}`)}">${head}<input type="hidden" name="zeile" value="${ort.id}"><input type="hidden" name="${ort.id}.grundlage" value="${antwort?.fassung ?? 0}" data-autosave-base><input type="hidden" name="${ort.id}.gelesen" value="${JSON.stringify(felderIn(zeile))}" data-autosave-seen>${hinweise(block)}<div class="lw-field-grid">${fragenFelder(block, shown)}</div>${bestaetigung(zeile)}<p class="kern-body kern-body--small lw-answer__state" data-autosave-state role="status">${standText(zeile)}</p></fieldset>`;
}

function standText({ antwort }: Bogenzeile): string {
  if (antwort === null) return '';
  return `Gespeichert ${formatInstant(antwort.angegebenAm)}${antwort.spaet ? ', nach der Frist' : ''}${antwort.vorbelegt ? ', aus der Vorbelegung' : ''}.`;
}

function hinweise({ zeile, kurz, zurueck, umfrage }: Block) {
  const { anlass, antwort } = zeile;
  return html`${kurz && anlass && antwort === null ? html`<p class="kern-body kern-body--small">Gefragt, weil: ${anlassLabel[anlass]}.</p>` : ''}${
    zurueck?.message ? alert({ kind: 'danger', title: zurueck.message }) : ''
  }${zurueck && zurueck.konflikte.length > 0 ? konfliktBox(zurueck.konflikte, umfrage.fragen) : ''}`;
}

function konfliktBox(konflikte: readonly Feldkonflikt[], fragen: readonly Frage[]) {
  return alert({
    kind: 'warning',
    title: 'Jemand anderes hat gleichzeitig geantwortet',
    body: html`<p>Es gilt vorerst, was die andere Person schrieb. Ihre Eingabe ist verwahrt; sie steht hier noch einmal. Speichern Sie erneut, wenn Ihre gelten soll.</p><ul class="kern-list kern-list--bullet">${konflikte.map(
      ({ feld, meins, ihres }) => {
        const mine = zelltext(feld, { [feld]: meins }) || '(leer)';
        return html`<li>${feldLabel(feld, fragen)}: Sie „${mine}“, die andere Person „${zelltext(feld, { [feld]: ihres }) || '(leer)'}“</li>`;
      },
    )}</ul>`,
  });
}

function bestaetigung({ ort, antwort, vorbelegung }: Bogenzeile) {
  if (antwort !== null || vorbelegung.werte.bedarf === null) return '';
  return checkboxField({ name: `${ort.id}.bestaetigt`, label: 'Die Vorbelegung stimmt so', optional: true });
}
