import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
  uploadBytes,
} from '#platform';
import {
  button,
  buttonRow,
  errorOf,
  fileField,
  form,
  goodOnlyField,
  linkButton,
  refusalNotice,
  textLink,
} from '#ui';
import type { ParametersDeps } from '../deps.ts';
import { invalidTable } from '../errors.ts';
import type { Asker } from '../use-cases/asker.ts';
import { beauftrageEinlesen, meisteZeilenGleich } from '../use-cases/einlese-auftrag.ts';
import { beginneEinlesen, uebernimmEinlesen, zeigeEinlesen } from '../use-cases/einlesen.ts';
import { dienstOf } from '../use-cases/read-dienst.ts';
import { askerRoute, done, pathOf, root } from './answers.ts';
import { previewContent } from './einlesen-content.ts';
import { showStand } from './einlesen-stand.ts';

const uploadLimit = 10_000_000;

/** A table of Kommunen × parameters: sent, looked at row by row, taken over. */
export function einlesenRoutes(deps: ParametersDeps): readonly PageRoute[] {
  const route = (
    method: 'GET' | 'POST',
    ending: string,
    act: (asker: Asker, request: PageRequest) => Promise<PageAnswer>,
  ) => {
    const path = `/parameter/:dienst/einlesen${ending}`;
    return askerRoute(deps, { capability: 'parameters.import', method, path, changes: true }, act);
  };
  return [
    route('GET', '', (_, request) => upload(deps, request, null)),
    { ...route('POST', '', (asker, request) => receive(deps, asker, request)), uploadLimit },
    route('GET', '/:einlesung', (asker, request) => preview(deps, asker, request, null)),
    route('POST', '/:einlesung', (asker, request) => apply(deps, asker, request)),
    ...(['', '/stand'] as const).map((ending) => {
      const path = `/parameter/:dienst/eingelesen/:vorgang${ending}`;
      return askerRoute(deps, { capability: 'parameters.import', method: 'GET', path }, (asker, request) =>
        showStand(deps, asker, request),
      );
    }),
  ];
}

async function upload(
  deps: ParametersDeps,
  { csrfToken, params }: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const found = await dienstOf(deps, params.dienst ?? '');
  if (!found.ok) return refusal(found.refusal);
  const { dienst, data } = found.value.angebot;
  const address = pathOf(dienst, 'einlesen');
  const content = {
    title: `Werte aus einer Tabelle einlesen: ${data.title}`,
    lead: 'CSV oder Excel, eine Zeile je Kommune, die Spalten in jeder Reihenfolge. Sie sehen erst, was sich ändern würde. Leere Zellen lassen alles, wie es ist; „(leer)“ nimmt einen Wert weg.',
    breadcrumb: [root, { label: data.title, href: pathOf(dienst) }],
    main: html`${refusalNotice(reason)}<p class="kern-body">Eine Vorlage mit allen Spalten ist ${textLink(`${pathOf(dienst, 'vergleich')}.xlsx`, 'der Vergleich als Excel-Datei')}. Die Spalte „Gilt ab“ nennt den Tag, ab dem eine Zeile gilt; ohne sie gilt sie ab heute.</p>${form(
      { action: address, csrfToken, multipart: true, label: 'Tabelle hochladen' },
      html`${fileField({ name: 'datei', label: 'Tabelle', accept: '.csv,.txt,.xlsx', error: errorOf(reason?.fields, 'datei') })}${buttonRow(button('Änderungen zeigen'), linkButton('Abbrechen', pathOf(dienst), { kind: 'tertiary' }))}`,
    )}`,
  };
  return reason ? refusedPage(content, reason) : page(content);
}

async function receive(deps: ParametersDeps, asker: Asker, request: PageRequest): Promise<PageAnswer> {
  const { dienst = '' } = request.params;
  const file = request.uploads.get('datei')?.find(({ bytes }) => bytes > 0);
  const refused = (reason: Refusal) =>
    upload(
      deps,
      request,
      reason.fields ? reason : { ...reason, fields: [{ field: 'datei', message: reason.message }] },
    );
  if (!file) return refused(invalidTable('Bitte wählen Sie eine Tabelle aus, die nicht leer ist.'));
  if (file.scanned === 'infected')
    return refused(
      invalidTable(`In der Datei „${file.fileName}“ wurde Schadsoftware gefunden. Sie wurde nicht gelesen.`),
    );
  const begun = await beginneEinlesen(deps, asker, dienst, {
    name: file.fileName,
    bytes: await uploadBytes(file),
  });
  return begun.ok
    ? { kind: 'redirect', to: pathOf(dienst, `einlesen/${begun.value}`) }
    : refused(begun.refusal);
}

async function preview(
  deps: ParametersDeps,
  asker: Asker,
  request: PageRequest,
  error: string | null,
): Promise<PageAnswer> {
  const { dienst = '', einlesung = '' } = request.params;
  const found = await zeigeEinlesen(deps, asker, dienst, einlesung);
  if (!found.ok) return refusal(found.refusal);
  const content = previewContent(request, found.value, einlesung, error);
  return error === null ? page(content) : page({ ...content, error: true }, 422);
}

async function apply(deps: ParametersDeps, asker: Asker, request: PageRequest): Promise<PageAnswer> {
  const { dienst = '', einlesung = '' } = request.params;
  const looked = await zeigeEinlesen(deps, asker, dienst, einlesung);
  if (!looked.ok) return refusal(looked.refusal);
  const refused = looked.value.zeilen.some(({ art }) => art === 'fehler');
  if (refused && request.form.get(goodOnlyField) !== 'ja')
    return preview(
      deps,
      asker,
      request,
      'Bitte bestätigen Sie, dass nur die guten Zeilen übernommen werden.',
    );
  if (looked.value.zeilen.length > meisteZeilenGleich) {
    const vorgang = await beauftrageEinlesen(deps, asker, dienst, einlesung);
    return { kind: 'redirect', to: pathOf(dienst, `eingelesen/${vorgang}`) };
  }
  const applied = await uebernimmEinlesen(deps, asker, dienst, einlesung);
  if (!applied.ok) return refusal(applied.refusal);
  const before = new Set(looked.value.zeilen.filter(({ art }) => art === 'fehler').map(({ zeile }) => zeile));
  const late = applied.value.zeilen.filter(({ art, zeile }) => art === 'fehler' && !before.has(zeile));
  if (late.length === 0) return done(pathOf(dienst, 'vergleich'), 'eingelesen');
  return page(
    {
      title: 'Nicht alles wurde übernommen',
      preline: applied.value.titel,
      breadcrumb: [root, { label: applied.value.titel, href: pathOf(dienst) }],
      main: html`<p class="kern-body">Diese Zeilen wurden beim Übernehmen abgelehnt; alle anderen sind gespeichert.</p><ul class="kern-list kern-list--bullet">${late.map(({ name, fehler }) => html`<li>${name}: ${fehler.join(' ')}</li>`)}</ul>`,
      nextSteps: [{ label: 'Zum Vergleich', href: pathOf(dienst, 'vergleich') }],
    },
    409,
  );
}
