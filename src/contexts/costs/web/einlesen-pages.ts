import { foldGerman, type Refusal } from '#kernel';
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
import { goodOnlyField } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { invalid, invalidTable } from '../errors.ts';
import { type SchluesselKopf, schluesselKopfSchema } from '../shapes.ts';
import type { Manager } from '../use-cases/actors.ts';
import { beginEinlesen, uebernehmeSchluessel, vorschauOf } from '../use-cases/einlesen.ts';
import { done, managerRoute, schluesselPath } from './answers.ts';
import { address, previewContent, uploadContent } from './einlesen-content.ts';

const uploadLimit = 10_000_000;
/** A table of weights: sent with what it is, looked at with its sum, taken over. */
export function einlesenRoutes(deps: CostsDeps): readonly PageRoute[] {
  const route = (
    method: 'GET' | 'POST',
    path: string,
    act: (who: Manager, request: PageRequest) => Promise<PageAnswer>,
  ) => managerRoute(deps, 'costs.keys.import', method, path, act);
  return [
    route('GET', address, async (_, request) => page(uploadContent(request, null))),
    { ...route('POST', address, (who, request) => receive(deps, who, request)), uploadLimit },
    route('GET', `${address}/:einlesung`, (who, request) => preview(deps, who, request, null)),
    route('POST', `${address}/:einlesung`, (who, request) => apply(deps, who, request)),
  ];
}

async function receive(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const file = request.uploads.get('datei')?.find(({ bytes }) => bytes > 0);
  const refused = (reason: Refusal) => {
    const told = reason.fields
      ? reason
      : { ...reason, kind: 'invalid' as const, fields: [{ field: 'datei', message: reason.message }] };
    return refusedPage(uploadContent(request, told), told);
  };
  const kopf = kopfOf(request.form);
  if ('code' in kopf) return refused(kopf);
  if (!file) return refused(invalidTable('Bitte wählen Sie eine Tabelle aus, die nicht leer ist.'));
  if (file.scanned === 'infected')
    return refused(
      invalidTable(`In der Datei „${file.fileName}“ wurde Schadsoftware gefunden. Sie wurde nicht gelesen.`),
    );
  const bytes = await uploadBytes(file);
  const begun = await beginEinlesen(deps, who, { name: file.fileName, bytes }, kopf);
  return begun.ok ? { kind: 'redirect', to: `${address}/${begun.value}` } : refused(begun.refusal);
}

const wants: Readonly<Record<string, string>> = {
  name: 'Bitte einen Namen mit 2 bis 200 Zeichen angeben.',
  id: 'Bitte einen Namen mit Buchstaben angeben.',
  art: 'Bitte wählen Sie, wonach der Schlüssel zählt.',
  jahr: 'Bitte das Jahr angeben, das die Werte beschreiben, zum Beispiel 2016.',
  stand: 'Bitte einen Tag angeben, den es gibt, oder das Feld leer lassen.',
  quelle: 'Bitte eine Quelle mit höchstens 300 Zeichen und eine Adresse angeben, die mit https:// beginnt.',
};

function kopfOf(sent: URLSearchParams): SchluesselKopf | Refusal {
  const name = formField(sent, 'name');
  const quelle = formField(sent, 'quelle');
  const parsed = schluesselKopfSchema.safeParse({
    id: foldGerman(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 70),
    name,
    art: formField(sent, 'art'),
    jahr: Number(formField(sent, 'jahr')),
    stand: formField(sent, 'stand') || null,
    quelle: { title: quelle, url: formField(sent, 'adresse') || null },
    annahme: quelle === '',
  });
  if (parsed.success) return parsed.data;
  const fields = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  if (fields.has('name')) fields.delete('id');
  return invalid(
    [...fields].map((field) => ({
      field: field === 'id' ? 'name' : field,
      message: wants[field] ?? 'Bitte prüfen Sie diese Angabe.',
    })),
  );
}

async function preview(
  deps: CostsDeps,
  who: Manager,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const id = request.params.einlesung ?? '';
  const found = await vorschauOf(deps, who, id);
  if (!found.ok) return refusal(found.refusal);
  const content = previewContent(request, id, found.value, reason);
  return reason === null ? page(content) : refusedPage(content, reason);
}

async function apply(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const id = request.params.einlesung ?? '';
  const taken = await uebernehmeSchluessel(deps, who, id, {
    nurGute: request.form.get(goodOnlyField) === 'ja',
    renormieren: request.form.get('renormieren') === 'ja',
  });
  if (taken.ok) return done(schluesselPath, 'schluessel');
  return taken.refusal.kind === 'invalid'
    ? preview(deps, who, request, taken.refusal)
    : refusal(taken.refusal);
}
