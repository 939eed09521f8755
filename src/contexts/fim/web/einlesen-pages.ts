import { type FieldProblem, type Refusal, type Result, refuse } from '#kernel';
import { fileImportRoutes, formField, type ImportAct, type PageRoute } from '#platform';
import { noFile } from '../errors.ts';
import type { FimDeps } from '../fim-deps.ts';
import type { Author } from '../use-cases/author.ts';
import { applyEinlesung, beginEinlesung, previewEinlesung, type Schemadatei } from '../use-cases/einlesen.ts';
import { previewContent, uploadContent } from './einlesen-content.ts';
import { address, authorRoute, done, schemaHref } from './route.ts';

/** A schema file: sent, looked at, taken over. */
export function einlesenRoutes(deps: FimDeps): readonly PageRoute[] {
  return fileImportRoutes({
    address: `${address}/einlesen`,
    uploadLimit: 20_000_000,
    route: ({ method, path }, act: ImportAct<Author>) =>
      authorRoute('fim.import', method, path.slice(address.length), act),
    missing: noFile('Bitte wählen Sie die XML-Datei eines Datenschemas aus.'),
    form: uploadContent,
    begin: (author, file, { form }) =>
      begin(deps, author, {
        ...file,
        quelle: formField(form, 'quelle'),
        lizenz: formField(form, 'lizenz'),
      }),
    find: (author, id) => previewEinlesung(deps, author, id),
    preview: previewContent,
    take: (author, id) => applyEinlesung(deps, author, id),
    taken: ({ fassung }) => done(schemaHref(fassung), 'eingelesen'),
  });
}

async function begin(deps: FimDeps, author: Author, datei: Schemadatei): Promise<Result<string>> {
  const fields: readonly FieldProblem[] = [
    ...(datei.quelle === ''
      ? [{ field: 'quelle', message: 'Bitte geben Sie an, woher die Datei stammt.' }]
      : []),
    ...(datei.lizenz === ''
      ? [{ field: 'lizenz', message: 'Bitte geben Sie die Lizenz an, zum Beispiel „keine Angabe“.' }]
      : []),
  ];
  if (fields.length === 0) return beginEinlesung(deps, author, datei);
  const reason: Refusal = noFile('Bitte geben Sie an, woher die Datei stammt und unter welcher Lizenz.');
  return refuse({ ...reason, fields });
}
