import { html } from 'hono/html';
import { formatQuartal, type LocalDate, type Quartal, quartal } from '#kernel';
import {
  alert,
  badge,
  checkboxField,
  errorOf,
  formatInstant,
  inputField,
  radioGroup,
  selectField,
  textareaField,
  textLink,
} from '#ui';
import { bedarfe, bemerkungMax, type Felder, freiPrefix, vorarbeiten } from '../domain/antwort.ts';
import { waehlbareQuartale } from '../domain/quartale.ts';
import type { Frage, Umfrage } from '../domain/umfrage.ts';
import type { Herkunft } from '../domain/vorbelegung.ts';
import type { Feldkonflikt } from '../domain/zusammenfuehren.ts';
import { anlassLabel, bedarfLabel, vorarbeitLabel, zusatzLabel } from '../messages.ts';
import { type Bogenzeile, felderIn } from '../use-cases/read-bogen.ts';
import { zelltext } from '../use-cases/tabelle.ts';
import { feldLabel } from './verwahrt-section.ts';
import { address } from './wer.ts';

/** What came back of a block that could not be saved as it was typed. */
export interface Zurueckgegeben {
  readonly felder: Felder;
  readonly problems: readonly { readonly field: string; readonly message: string }[];
  readonly konflikte: readonly Feldkonflikt[];
  readonly message: string | null;
}

interface Block {
  readonly umfrage: Umfrage;
  readonly zeile: Bogenzeile;
  readonly heute: LocalDate;
  readonly bearbeitbar: boolean;
  readonly kurz: boolean;
  readonly zurueck: Zurueckgegeben | null;
}

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

function herkunftText(herkunft: Herkunft | undefined): string {
  if (herkunft === undefined) return '';
  if (herkunft.art === 'pflicht') return 'Vorbelegt: eigene Pflicht';
  const from = herkunft.art === 'stand' ? 'Umsetzungsstand' : herkunft.titel;
  return `Vorbelegt: ${from}, ${formatInstant(herkunft.am).split(',')[0]}`;
}

function fragenFelder(block: Block, shown: Felder) {
  const { umfrage, zeile, zurueck } = block;
  const base = (feld: string) => ({
    name: `${zeile.ort.id}.${feld}`,
    value: shown[feld] ?? '',
    optional: true,
    error: errorOf(zurueck?.problems, feld),
    hint: zeile.antwort === null ? herkunftOf(zeile, feld) : '',
  });
  const asks = new Set<string>(umfrage.zusatz);
  return html`${radioGroup({
    ...base('bedarf'),
    label: 'Brauchen Sie das online?',
    options: bedarfe.map((value) => ({ value, label: bedarfLabel[value] })),
    horizontal: true,
  })}${asks.has('wunschquartal') ? quartalFeld(block, base('wunschquartal')) : ''}${
    asks.has('fallzahl')
      ? inputField({ ...base('fallzahl'), label: zusatzLabel.fallzahl, inputmode: 'numeric', maxLength: 11 })
      : ''
  }${
    asks.has('vorarbeit')
      ? selectField({
          ...base('vorarbeit'),
          label: zusatzLabel.vorarbeit,
          options: vorarbeiten.map((value) => ({ value, label: vorarbeitLabel[value] })),
          placeholder: 'keine Angabe',
        })
      : ''
  }${umfrage.fragen.map((frage) => frageFeld(frage, base(`${freiPrefix}${frage.id}`)))}${
    asks.has('bemerkung')
      ? textareaField({
          ...base('bemerkung'),
          label: zusatzLabel.bemerkung,
          rows: 2,
          maxLength: bemerkungMax,
        })
      : ''
  }`;
}

function herkunftOf({ vorbelegung }: Bogenzeile, feld: string): string {
  const herkunft: Readonly<Record<string, Herkunft | undefined>> = vorbelegung.herkunft;
  return herkunftText(herkunft[feld]);
}

type Base = Readonly<Record<'name' | 'value' | 'hint', string>> & {
  readonly optional: boolean;
  readonly error: string | null;
};

function quartalFeld({ heute }: Block, base: Base) {
  const offered = waehlbareQuartale(heute);
  const further: readonly Quartal[] =
    /^\d{4}-Q[1-4]$/.test(base.value) && !offered.some((each) => each === base.value)
      ? [quartal(base.value)]
      : [];
  return selectField({
    ...base,
    label: zusatzLabel.wunschquartal,
    options: [...further, ...offered].map((value) => ({ value, label: formatQuartal(value) })),
    placeholder: 'keine Angabe',
  });
}

function frageFeld({ text, art, optionen }: Frage, base: Base) {
  if (art === 'text' || art === 'zahl')
    return inputField({
      ...base,
      label: text,
      maxLength: 500,
      inputmode: art === 'zahl' ? 'decimal' : 'text',
    });
  const options = (art === 'ja-nein' ? ['ja', 'nein'] : optionen).map((value) => ({ value, label: value }));
  return selectField({ ...base, label: text, options, placeholder: 'keine Angabe' });
}

function nurGelesen(shown: Felder, fragen: readonly Frage[], { antwort, person, meine }: Bogenzeile) {
  const filled = Object.keys(shown);
  const whose = person
    ? `Antwortet: ${person.name}.`
    : 'Ihnen nicht zugeteilt; die OZG-Koordination antwortet.';
  return html`${
    filled.length === 0
      ? html`<p class="kern-body">Noch keine Angabe.</p>`
      : html`<ul class="kern-list">${filled.map((feld) => html`<li>${feldLabel(feld, fragen)}: ${zelltext(feld, shown)}</li>`)}</ul>`
  }<p class="kern-body kern-body--small kern-body--muted">${antwort === null && filled.length > 0 ? 'Vorbelegt, noch nicht beantwortet. ' : ''}${meine ? '' : whose}</p>`;
}
