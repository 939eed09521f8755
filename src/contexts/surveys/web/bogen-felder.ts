import { html } from 'hono/html';
import { formatQuartal, type LocalDate, type Quartal, quartal } from '#kernel';
import { errorOf, formatInstant, inputField, radioGroup, selectField, textareaField } from '#ui';
import { bedarfe, bemerkungMax, type Felder, freiPrefix, vorarbeiten } from '../domain/antwort.ts';
import { waehlbareQuartale } from '../domain/quartale.ts';
import type { Frage, Umfrage } from '../domain/umfrage.ts';
import type { Herkunft } from '../domain/vorbelegung.ts';
import type { Feldkonflikt } from '../domain/zusammenfuehren.ts';
import { bedarfLabel, vorarbeitLabel, zusatzLabel } from '../messages.ts';
import type { Bogenzeile } from '../use-cases/read-bogen.ts';
import { zelltext } from '../use-cases/tabelle.ts';
import { feldLabel } from './verwahrt-section.ts';

export function fragenFelder(block: Block, shown: Felder) {
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

export function nurGelesen(shown: Felder, fragen: readonly Frage[], { antwort, person, meine }: Bogenzeile) {
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

export interface Block {
  readonly umfrage: Umfrage;
  readonly zeile: Bogenzeile;
  readonly heute: LocalDate;
  readonly bearbeitbar: boolean;
  readonly kurz: boolean;
  readonly zurueck: Zurueckgegeben | null;
}

export function herkunftText(herkunft: Herkunft | undefined): string {
  if (herkunft === undefined) return '';
  if (herkunft.art === 'pflicht') return 'Vorbelegt: eigene Pflicht';
  const from = herkunft.art === 'stand' ? 'Umsetzungsstand' : herkunft.titel;
  return `Vorbelegt: ${from}, ${formatInstant(herkunft.am).split(',')[0]}`;
}

/** What came back of a block that could not be saved as it was typed. */
export interface Zurueckgegeben {
  readonly felder: Felder;
  readonly problems: readonly { readonly field: string; readonly message: string }[];
  readonly konflikte: readonly Feldkonflikt[];
  readonly message: string | null;
}
