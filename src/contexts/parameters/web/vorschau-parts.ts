import { html } from 'hono/html';
import { formatLocalDate, type Refusal } from '#kernel';
import {
  alert,
  badge,
  button,
  buttonRow,
  card,
  checkboxGroup,
  descriptionList,
  emptyState,
  errorOf,
  form,
  type Html,
  inputField,
  problemsOf,
  section,
  table,
  textLink,
} from '#ui';
import type { Bild, Seitenbild } from '../use-cases/bild.ts';
import type { Unterschied } from '../use-cases/unterschiede.ts';
import type { Nebeneinander } from '../use-cases/vorschau.ts';
import { pathOf } from './answers.ts';

/** Whom to show, and for which day. */
export function chooser(
  { dienst, waehlbar, tag }: Nebeneinander,
  { kommunen }: { readonly kommunen: readonly string[] },
  reason: Refusal | null,
): Html {
  if (waehlbar.length < 2)
    return emptyState({
      title: 'Dafür braucht es zwei Kommunen',
      body: 'Wählen kann man Kommunen, die den Onlinedienst live haben oder ihre Werte mit Ihnen teilen.',
    });
  const many = waehlbar.length > 30;
  const error = errorOf(problemsOf(reason), 'kommune');
  const options = waehlbar.map(({ ags, name }) => ({ value: ags, label: name }));
  const choice = many
    ? html`${[0, 1, 2, 3].map((at) => inputField({ name: 'kommune', label: `Kommune ${at + 1}`, id: `kommune-${at + 1}`, value: kommunen[at] ?? '', optional: at > 1, hint: at === 0 ? 'Name oder amtlicher Schlüssel.' : undefined, error: at === 0 ? error : undefined }))}`
    : checkboxGroup({
        name: 'kommune',
        label: 'Kommunen',
        hint: 'Zwei bis vier.',
        options,
        values: kommunen,
        error,
      });
  return form(
    { action: pathOf(dienst, 'vorschau'), method: 'get', label: 'Kommunen wählen' },
    html`${choice}${inputField({ name: 'datum', label: 'Stichtag', type: 'date', value: tag })}${buttonRow(button('Nebeneinander zeigen', { name: 'weiter', value: 'ja' }))}`,
  );
}

/** What differs, one row each. */
export function unterschiede({ unterschiede: all, bilder }: Nebeneinander): Html {
  const rows = all
    .filter(({ gleich }) => !gleich)
    .map(({ art, label, texte }) => [html`${badge('warning', artLabel[art])} ${label}`, ...texte]);
  const same = all.filter(({ gleich }) => gleich).map(({ label }) => label);
  const shown =
    rows.length === 0
      ? alert({
          kind: 'success',
          title: 'Kein Unterschied',
          body: 'Texte, Gebühren, Unterlagen und Fristen sind gleich.',
        })
      : table({
          caption: 'Was sich unterscheidet',
          captionHidden: true,
          columns: [{ label: 'Was' }, ...bilder.map(({ name }) => ({ label: name }))],
          rows,
        });
  return section(
    'Was sich unterscheidet',
    html`${shown}${same.length > 0 ? html`<p class="kern-body">Gleich: ${same.join(', ')}.</p>` : ''}`,
  );
}

const artLabel: Readonly<Record<Unterschied['art'], string>> = {
  text: 'Text',
  gebuehr: 'Gebühr',
  unterlage: 'Unterlagen',
  frist: 'Frist',
  stelle: 'Stelle',
  schliesstage: 'Schließtage',
};

/** The page of one Kommune. */
export function bildCard({ ags, name, seite, problem }: Bild, { dienst, tag }: Nebeneinander): Html {
  if (seite === null)
    return card({
      title: name,
      headingLevel: 3,
      body: alert({ kind: 'warning', title: 'So lässt sich die Seite nicht zeigen', body: problem ?? '' }),
    });
  const src = pathOf(dienst, `vorschau/seite?kommune=${ags}&datum=${tag}`);
  return card({
    title: name,
    headingLevel: 3,
    body: html`${serviceText(seite)}<iframe class="lw-werkstatt-rahmen lw-werkstatt-rahmen--breit" title="Formular, wie ${name} es zeigt" src="${src}" sandbox="allow-same-origin"></iframe>${textLink(src, `Formular von ${name} allein öffnen`)}`,
  });
}

function serviceText({
  texte,
  gebuehren,
  unterlagen,
  dateien,
  stelle,
  oeffnungszeiten,
  feiertage,
  schliesstage,
}: Seitenbild): Html {
  const next = feiertage.find(({ teilweise }) => teilweise === null);
  return html`<p class="kern-body">${texte.what}</p>${descriptionList([
    ['Für wen', texte.forWhom],
    ['Unterlagen', points(unterlagen)],
    ['Dateien im Formular', points(dateien)],
    ['Kosten', texte.cost],
    ...gebuehren.map(({ label, text }) => [label, text] as const),
    ['Frist', texte.deadline],
    ['Wie lange es dauert', texte.time],
    ['Zuständig', stelle],
    ['Öffnungszeiten', oeffnungszeiten],
    ['Geschlossen', schliesstage.map(({ von, anlass }) => `${formatLocalDate(von)} ${anlass}`).join('; ')],
    ['Nächster Feiertag', next ? `${formatLocalDate(next.tag)} ${next.name}` : null],
    ['Recht', texte.law],
  ])}`;
}

function points(items: readonly string[]): Html | null {
  if (items.length === 0) return null;
  return html`<ul class="kern-list kern-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}
