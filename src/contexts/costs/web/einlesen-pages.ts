import { foldGerman, type Refusal, refuse } from '#kernel';
import { fileImportRoutes, formField, type ImportAct, type PageRoute } from '#platform';
import { goodOnlyField } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { invalid, invalidTable } from '../errors.ts';
import { type SchluesselKopf, schluesselKopfSchema } from '../shapes.ts';
import type { Manager } from '../use-cases/actors.ts';
import { beginEinlesen, uebernehmeSchluessel, vorschauOf } from '../use-cases/einlesen.ts';
import { done, managerRoute, schluesselPath } from './answers.ts';
import { address, previewContent, uploadContent } from './einlesen-content.ts';

/** A table of weights: sent with what it is, looked at with its sum, taken over. */
export function einlesenRoutes(deps: CostsDeps): readonly PageRoute[] {
  return fileImportRoutes({
    address,
    uploadLimit: 10_000_000,
    route: ({ method, path }, act: ImportAct<Manager>) =>
      managerRoute(deps, 'costs.keys.import', method, path, act),
    missing: invalidTable('Bitte wählen Sie eine Tabelle aus, die nicht leer ist.'),
    form: uploadContent,
    begin: async (who, file, { form }) => {
      const kopf = kopfOf(form);
      return 'code' in kopf ? refuse(kopf) : beginEinlesen(deps, who, file, kopf);
    },
    find: (who, id) => vorschauOf(deps, who, id),
    preview: previewContent,
    take: (who, id, { form }) =>
      uebernehmeSchluessel(deps, who, id, {
        nurGute: form.get(goodOnlyField) === 'ja',
        renormieren: form.get('renormieren') === 'ja',
      }),
    mendable: ({ kind }) => kind === 'invalid',
    taken: () => done(schluesselPath, 'schluessel'),
  });
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
