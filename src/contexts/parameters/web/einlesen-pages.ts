import { html } from 'hono/html';
import { ok, type Refusal, type Result } from '#kernel';
import {
  fileImportRoutes,
  type ImportAct,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
} from '#platform';
import {
  button,
  buttonRow,
  errorOf,
  fileField,
  form,
  goodOnlyObjection,
  linkButton,
  refusalNotice,
  textLink,
} from '#ui';
import type { ParametersDeps } from '../deps.ts';
import { invalidTable } from '../errors.ts';
import type { Asker } from '../use-cases/asker.ts';
import { beauftrageEinlesen, meisteZeilenGleich } from '../use-cases/einlese-auftrag.ts';
import { beginneEinlesen, type Durchgang, uebernimmEinlesen, zeigeEinlesen } from '../use-cases/einlesen.ts';
import { dienstOf } from '../use-cases/read-dienst.ts';
import { askerRoute, done, pathOf, root } from './answers.ts';
import { previewContent } from './einlesen-content.ts';
import { showStand } from './einlesen-stand.ts';

const dienstIn = ({ params }: PageRequest) => params.dienst ?? '';

/** A table of Kommunen × parameters: sent, looked at row by row, taken over. */
export function einlesenRoutes(deps: ParametersDeps): readonly PageRoute[] {
  const capability = 'parameters.import';
  return [
    ...fileImportRoutes({
      address: '/parameter/:dienst/einlesen',
      uploadLimit: 10_000_000,
      route: (step, act: ImportAct<Asker>) => askerRoute(deps, { capability, ...step, changes: true }, act),
      missing: invalidTable('Bitte wählen Sie eine Tabelle aus, die nicht leer ist.'),
      form: (request, reason) => uploadContent(deps, request, reason),
      begin: (asker, file, request) => beginneEinlesen(deps, asker, dienstIn(request), file),
      find: (asker, id, request) => zeigeEinlesen(deps, asker, dienstIn(request), id),
      preview: previewContent,
      objection: ({ zeilen }, sent) => goodOnlyObjection(zeilen, sent),
      take: (asker, id, request, found) => take(deps, asker, dienstIn(request), id, found?.zeilen ?? []),
      taken,
    }),
    ...(['', '/stand'] as const).map((ending) => {
      const path = `/parameter/:dienst/eingelesen/:vorgang${ending}`;
      return askerRoute(deps, { capability, method: 'GET', path }, (asker, request) =>
        showStand(deps, asker, request),
      );
    }),
  ];
}

async function uploadContent(
  deps: ParametersDeps,
  { csrfToken, params }: PageRequest,
  reason: Refusal | null,
): Promise<Result<PageContent>> {
  const found = await dienstOf(deps, params.dienst ?? '');
  if (!found.ok) return found;
  const { dienst, data } = found.value.angebot;
  const address = pathOf(dienst, 'einlesen');
  return ok({
    title: `Werte aus einer Tabelle einlesen: ${data.title}`,
    lead: 'CSV oder Excel, eine Zeile je Kommune, die Spalten in jeder Reihenfolge. Sie sehen erst, was sich ändern würde. Leere Zellen lassen alles, wie es ist; „(leer)“ nimmt einen Wert weg.',
    breadcrumb: [root, { label: data.title, href: pathOf(dienst) }],
    main: html`${refusalNotice(reason)}<p class="kern-body">Eine Vorlage mit allen Spalten ist ${textLink(`${pathOf(dienst, 'vergleich')}.xlsx`, 'der Vergleich als Excel-Datei')}. Die Spalte „Gilt ab“ nennt den Tag, ab dem eine Zeile gilt; ohne sie gilt sie ab heute.</p>${form(
      { action: address, csrfToken, multipart: true, label: 'Tabelle hochladen' },
      html`${fileField({ name: 'datei', label: 'Tabelle', accept: '.csv,.txt,.xlsx', error: errorOf(reason?.fields, 'datei') })}${buttonRow(button('Änderungen zeigen'), linkButton('Abbrechen', pathOf(dienst), { kind: 'tertiary' }))}`,
    )}`,
  });
}

/** What became of a table: the worker takes it over, or it is taken over but for rows that were refused at the last moment. */
type Uebernommen =
  | { readonly art: 'beauftragt'; readonly vorgang: string }
  | { readonly art: 'fertig'; readonly titel: string; readonly spaet: Durchgang['zeilen'] };

async function take(
  deps: ParametersDeps,
  asker: Asker,
  dienst: string,
  einlesung: string,
  looked: Durchgang['zeilen'],
): Promise<Result<Uebernommen>> {
  if (looked.length > meisteZeilenGleich)
    return ok({ art: 'beauftragt', vorgang: await beauftrageEinlesen(deps, asker, dienst, einlesung) });
  const applied = await uebernimmEinlesen(deps, asker, dienst, einlesung);
  if (!applied.ok) return applied;
  const { titel, zeilen } = applied.value;
  const before = new Set(looked.filter(({ art }) => art === 'fehler').map(({ zeile }) => zeile));
  const spaet = zeilen.filter(({ art, zeile }) => art === 'fehler' && !before.has(zeile));
  return ok({ art: 'fertig', titel, spaet });
}

function taken(what: Uebernommen, request: PageRequest): PageAnswer {
  const dienst = dienstIn(request);
  if (what.art === 'beauftragt')
    return { kind: 'redirect', to: pathOf(dienst, `eingelesen/${what.vorgang}`) };
  if (what.spaet.length === 0) return done(pathOf(dienst, 'vergleich'), 'eingelesen');
  return page(
    {
      title: 'Nicht alles wurde übernommen',
      preline: what.titel,
      breadcrumb: [root, { label: what.titel, href: pathOf(dienst) }],
      main: html`<p class="kern-body">Diese Zeilen wurden beim Übernehmen abgelehnt; alle anderen sind gespeichert.</p><ul class="kern-list kern-list--bullet">${what.spaet.map(({ name, fehler }) => html`<li>${name}: ${fehler.join(' ')}</li>`)}</ul>`,
      nextSteps: [{ label: 'Zum Vergleich', href: pathOf(dienst, 'vergleich') }],
    },
    409,
  );
}
