import { html } from 'hono/html';
import { formatBytes, type Refusal } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import { xzufiFassungen } from '#standards/xzufi';
import {
  badge,
  button,
  buttonRow,
  emptyState,
  errorOf,
  fileField,
  form,
  formatInstant,
  inputField,
  problemsOf,
  radioGroup,
  refusalNotice,
  section,
  selectField,
  table,
  textLink,
} from '#ui';
import { type Einlesung, type EinlesungZustand, type Quelle, zustandLabel } from '../domain/einlesung.ts';
import { bilanzText } from '../views/xzufi-json.ts';
import { flashOf } from './answers.ts';
import { paths } from './paths.ts';

const stateKind: Readonly<Record<EinlesungZustand, 'info' | 'success' | 'warning' | 'danger' | 'neutral'>> = {
  liest: 'info',
  geprueft: 'warning',
  aktiv: 'success',
  abgeloest: 'neutral',
  abgelehnt: 'danger',
  verworfen: 'neutral',
};

export function stateBadge({ zustand }: Pick<Einlesung, 'zustand'>) {
  return badge(stateKind[zustand], zustandLabel[zustand]);
}

/** Feeds: what was read, reading another, sources, and the way out. */
export function xzufiContent(
  request: PageRequest,
  {
    quellen,
    einlesungen,
  }: { readonly quellen: readonly Quelle[]; readonly einlesungen: readonly Einlesung[] },
  reason: Refusal | null = null,
): PageContent {
  const names = new Map(quellen.map(({ id, name }) => [id, name]));
  return {
    title: 'Texte aus XZuFi-Lieferungen',
    lead: 'Beschreibungen, Zuständigkeiten und Onlinedienste von Bund, Land und anderen Portalen. Sie sehen erst, was sich ändern würde.',
    ...flashOf(request),
    main: html`${refusalNotice(reason)}
      ${section(
        'Lieferungen',
        table({
          caption: 'Lieferungen',
          captionHidden: true,
          columns: [{ label: 'Lieferung' }, { label: 'Quelle' }, { label: 'Stand' }, { label: 'Inhalt' }],
          rows: einlesungen.map((each) => [
            textLink(
              paths.einlesung(each.nummer),
              `Nr. ${each.nummer} vom ${formatInstant(each.angelegtAm)}`,
            ),
            names.get(each.quelle) ?? each.quelle,
            stateBadge(each),
            bilanzText(each) || `${each.dateiname}, ${formatBytes(each.bytes)}`,
          ]),
          empty: emptyState({
            title: 'Noch keine Lieferung',
            body: 'Hier steht jede Lieferung mit dem, was sie geändert hat.',
          }),
        }),
      )}
      ${section('Lieferung einlesen', uploadForm(request, quellen, reason))}
      ${section('Ausgeben', exportForm())}
      ${section('Quellen', sourceForm(request, quellen, reason))}`,
    nextSteps: [{ label: 'Eigene Texte', href: paths.texte }],
  };
}

function uploadForm(
  { csrfToken, form: given }: PageRequest,
  quellen: readonly Quelle[],
  reason: Refusal | null,
) {
  if (quellen.length === 0)
    return html`<p class="kern-body">Bitte legen Sie zuerst unten eine Quelle an.</p>`;
  const problems = problemsOf(reason);
  return form(
    { action: paths.xzufi, csrfToken, multipart: true, label: 'Lieferung einlesen' },
    html`${selectField({
      name: 'quelle',
      label: 'Quelle',
      value: given.get('quelle') ?? (quellen.length === 1 ? quellen[0]?.id : null),
      options: quellen.map(({ id, name }) => ({ value: id, label: name })),
      error: errorOf(problems, 'quelle'),
    })}${radioGroup({
      name: 'umfang',
      label: 'Was enthält die Datei?',
      value: given.get('umfang') ?? 'vollstaendig',
      error: errorOf(problems, 'umfang'),
      options: [
        { value: 'vollstaendig', label: 'Alles aus dieser Quelle', hint: 'Was nicht darin steht, endet.' },
        { value: 'aenderungen', label: 'Nur Änderungen', hint: 'Was nicht darin steht, bleibt.' },
      ],
    })}${fileField({
      name: 'datei',
      label: 'XZuFi-Datei',
      hint: 'XML in der Fassung 2.2.0 oder 2.3.1, höchstens 500 MB.',
      accept: '.xml',
      error: errorOf(problems, 'datei'),
    })}${buttonRow(button('Einlesen und Vorschau zeigen'))}`,
  );
}

function exportForm() {
  return form(
    { action: `${paths.xzufi}/ausgabe`, method: 'get', label: 'Ausgeben' },
    html`${inputField({
      name: 'gebiet',
      label: 'Gebiet',
      hint: 'Kommune, Land oder Regionalschlüssel. Ohne Angabe alles.',
      optional: true,
      autocomplete: 'off',
    })}${selectField({
      name: 'fassung',
      label: 'Fassung',
      value: '2.3.1',
      placeholder: null,
      options: xzufiFassungen.map((value) => ({ value, label: `XZuFi ${value}` })),
    })}<p class="kern-hint lw-measure">Die Elemente der Leistungen folgen dem veröffentlichten Modell. Reihenfolge und die anderen Objekte sind nicht gegen XSD geprüft.</p>
    ${buttonRow(button('XML-Datei laden', { kind: 'secondary' }))}`,
  );
}

function sourceForm(
  { csrfToken, form: given }: PageRequest,
  quellen: readonly Quelle[],
  reason: Refusal | null,
) {
  const problems = problemsOf(reason);
  const field = (name: string, label: string, hint: string) =>
    inputField({
      name,
      label,
      hint,
      value: given.get(name) ?? '',
      error: errorOf(problems, name),
      autocomplete: 'off',
    });
  const list = table({
    caption: 'Quellen',
    captionHidden: true,
    columns: [{ label: 'Kürzel' }, { label: 'Name' }, { label: 'Gebiet ohne Angabe' }],
    rows: quellen.map(({ id, name, ars }) => [id, name, ars]),
    empty: html`<p class="kern-body">Noch keine Quelle.</p>`,
  });
  return html`${list}${form(
    { action: `${paths.xzufi}/quellen`, csrfToken, label: 'Quelle anlegen oder ändern' },
    html`${field('id', 'Kürzel', 'Kleine Buchstaben, Ziffern und Bindestriche, zum Beispiel „land-nrw“.')}
      ${field('name', 'Name der Quelle', 'So steht sie bei jedem Text.')}
      ${field('gebiet', 'Gebiet', 'Gilt für Texte, die selbst keines nennen: Bund, Land oder Kommune.')}
      ${buttonRow(button('Quelle speichern', { kind: 'secondary' }))}`,
  )}`;
}
