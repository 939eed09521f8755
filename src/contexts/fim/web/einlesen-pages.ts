import type { Refusal } from '#kernel';
import {
  formField,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
  uploadBytes,
} from '#platform';
import { unreadable } from '../errors.ts';
import type { FimDeps } from '../fim-deps.ts';
import type { Author } from '../use-cases/author.ts';
import { applyEinlesung, beginEinlesung, previewEinlesung } from '../use-cases/einlesen.ts';
import { previewContent, uploadContent } from './einlesen-content.ts';
import { address, authorRoute, done, schemaHref } from './route.ts';

const uploadLimit = 20_000_000;

/** A schema file: sent, looked at, taken over. */
export function einlesenRoutes(deps: FimDeps): readonly PageRoute[] {
  return [
    authorRoute('fim.import', 'GET', '/einlesen', async (_, request) => page(uploadContent(request, null))),
    {
      ...authorRoute('fim.import', 'POST', '/einlesen', (author, request) => receive(deps, author, request)),
      uploadLimit,
    },
    authorRoute('fim.import', 'GET', '/einlesen/:einlesung', (author, request) =>
      preview(deps, author, request),
    ),
    authorRoute('fim.import', 'POST', '/einlesen/:einlesung/uebernehmen', (author, request) =>
      apply(deps, author, request),
    ),
  ];
}

function fileRefusal(message: string): Refusal {
  return unreadable({ kind: 'invalid', code: 'FIM_FILE', message });
}

async function receive(deps: FimDeps, author: Author, request: PageRequest): Promise<PageAnswer> {
  const file = request.uploads.get('datei')?.find(({ bytes }) => bytes > 0);
  const refused = (reason: Refusal) => refusedPage(uploadContent(request, reason), reason);
  if (!file) return refused(fileRefusal('Bitte wählen Sie die XML-Datei eines Datenschemas aus.'));
  if (file.scanned === 'infected')
    return refused(
      fileRefusal(`In der Datei „${file.fileName}“ wurde Schadsoftware gefunden. Sie wurde nicht gelesen.`),
    );
  const [quelle, lizenz] = [formField(request.form, 'quelle'), formField(request.form, 'lizenz')];
  if (quelle === '' || lizenz === '')
    return refused({
      ...fileRefusal('Bitte geben Sie an, woher die Datei stammt und unter welcher Lizenz.'),
      fields: [
        ...(quelle === ''
          ? [{ field: 'quelle', message: 'Bitte geben Sie an, woher die Datei stammt.' }]
          : []),
        ...(lizenz === ''
          ? [{ field: 'lizenz', message: 'Bitte geben Sie die Lizenz an, zum Beispiel „keine Angabe“.' }]
          : []),
      ],
    });
  const begun = await beginEinlesung(deps, author, {
    name: file.fileName,
    bytes: await uploadBytes(file),
    quelle,
    lizenz,
  });
  return begun.ok
    ? { kind: 'redirect', to: `${address}/einlesen/${begun.value}` }
    : refused(begun.refusal.fields ? begun.refusal : unreadable(begun.refusal));
}

async function preview(deps: FimDeps, author: Author, request: PageRequest): Promise<PageAnswer> {
  const found = await previewEinlesung(deps, author, request.params.einlesung ?? '');
  return found.ok ? page(previewContent(request, found.value)) : refusal(found.refusal);
}

async function apply(deps: FimDeps, author: Author, request: PageRequest): Promise<PageAnswer> {
  const applied = await applyEinlesung(deps, author, request.params.einlesung ?? '');
  return applied.ok ? done(schemaHref(applied.value.fassung), 'eingelesen') : refusal(applied.refusal);
}
