import type { Refusal } from '#kernel';
import {
  fileImportRoutes,
  type ImportAct,
  type PageContent,
  type PageRequest,
  type PageRoute,
  type ShownImport,
} from '#platform';
import { goodOnlyField, goodOnlyObjection, plannedRow, tablePreview, uploadForm } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { angabeLabel } from '../domain/rechnungsangaben.ts';
import { invalidTable } from '../errors.ts';
import type { Manager } from '../use-cases/actors.ts';
import {
  type Angabenvorschau,
  angabenvorschau,
  beginAngaben,
  uebernehmeAngaben,
} from '../use-cases/angaben-einlesen.ts';
import { angabenPath, done, kosten, managerRoute } from './answers.ts';

const address = `${angabenPath}/einlesen`;
const breadcrumb = [kosten, { label: 'Rechnungsangaben', href: angabenPath }];

/** A table of billing particulars: sent, looked at, taken over. */
export function angabenEinlesenRoutes(deps: CostsDeps): readonly PageRoute[] {
  return fileImportRoutes({
    address,
    uploadLimit: 10_000_000,
    route: ({ method, path }, act: ImportAct<Manager>) =>
      managerRoute(deps, 'costs.particulars.import', method, path, act),
    missing: invalidTable('Bitte wählen Sie eine Tabelle aus, die nicht leer ist.'),
    form: uploadContent,
    begin: (who, file) => beginAngaben(deps, who, file),
    find: (who, id) => angabenvorschau(deps, who, id),
    preview: previewContent,
    objection: ({ zeilen }, sent) => goodOnlyObjection(zeilen.map(planned), sent),
    take: (who, id, { form }) => uebernehmeAngaben(deps, who, id, form.get(goodOnlyField) === 'ja'),
    taken: () => done(angabenPath, 'angaben'),
  });
}

function uploadContent({ csrfToken }: PageRequest, reason: Refusal | null): PageContent {
  return {
    title: 'Rechnungsangaben aus einer Tabelle einlesen',
    lead: 'CSV oder Excel mit einer Spalte „AGS“ oder „Kennung“ und Spalten wie „Name“, „Straße“, „PLZ“, „Ort“, „E-Mail“ und „Leitweg-ID“. Was die Tabelle nicht nennt, bleibt, wie es ist.',
    breadcrumb,
    main: uploadForm({
      ...{ action: address, csrfToken, reason },
      cancelHref: angabenPath,
      submit: 'Angaben zeigen',
    }),
  };
}

function previewContent(
  request: PageRequest,
  { dateiname, zeilen }: Angabenvorschau,
  shown: ShownImport,
): PageContent {
  return {
    ...tablePreview(request, {
      ...shown,
      fileName: `Vorschau: ${dateiname}`,
      rows: zeilen.map((zeile) => plannedRow(planned(zeile), entryOf(zeile))),
      breadcrumb: [...breadcrumb, { label: 'Einlesen', href: address }],
      cancelHref: angabenPath,
      label: 'Rechnungsangaben übernehmen',
      noun: ['Zahler', 'Zahler'],
    }),
    title: 'Rechnungsangaben übernehmen',
  };
}

type Zeile = Angabenvorschau['zeilen'][number];

function planned({ zeile, fehler, vorher, nachher, geaendert }: Zeile) {
  const good = vorher === null ? 'neu' : geaendert.length === 0 ? 'unveraendert' : 'geaendert';
  const changed = geaendert.map((name) => ({
    feld: angabeLabel[name],
    vorher: vorher?.angaben[name] ?? '',
    nachher: nachher[name],
  }));
  return fehler.length > 0
    ? { zeile, art: 'fehler' as const, aenderungen: [], fehler }
    : ({ zeile, art: good, aenderungen: changed, fehler } as const);
}

function entryOf({ nachher: { name }, geschrieben }: Zeile): string {
  return name === '' ? geschrieben : `${name} (${geschrieben})`;
}
