import { foldGerman, parseLocalDate, type Refusal } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { listEndings } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import type { FoerderprogrammInhalt } from '../domain/foerderprogramm.ts';
import { invalid, programmeUnknown } from '../errors.ts';
import { foerderprogrammSchema } from '../shapes.ts';
import type { Manager } from '../use-cases/actors.ts';
import { foerderprogramme, saveFoerderprogramm } from '../use-cases/foerderung.ts';
import { done, foerderungPath, managerRoute } from './answers.ts';
import { programmForm, typedOf } from './foerderung-form.ts';
import { list } from './foerderung-list.ts';

/** Funding programmes: a list that everybody signed in reads, and a form for who keeps them. */
export function foerderungRoutes(deps: CostsDeps): readonly PageRoute[] {
  const lists = listEndings.map(
    (ending): PageRoute => ({
      capability: 'costs.programmes',
      method: 'GET',
      path: `${foerderungPath}${ending}`,
      access: 'signed-in',
      handle: (request) => list(deps, request),
    }),
  );
  const save = 'costs.programme.save';
  return [
    ...lists,
    managerRoute(deps, save, 'GET', `${foerderungPath}/neu`, (who, request) => show(deps, who, request)),
    managerRoute(deps, save, 'POST', `${foerderungPath}/neu`, (who, request) => keep(deps, who, request)),
    managerRoute(deps, save, 'GET', `${foerderungPath}/:programm`, (who, request) =>
      show(deps, who, request),
    ),
    managerRoute(deps, save, 'POST', `${foerderungPath}/:programm`, (who, request) =>
      keep(deps, who, request),
    ),
  ];
}

async function ownOne(deps: CostsDeps, { anbieter }: Manager, id: string | undefined) {
  if (id === undefined) return null;
  const all = await foerderprogramme(deps);
  return all.find((one) => one.tenant === anbieter.tenant && one.id === id) ?? programmeUnknown;
}

async function show(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const found = await ownOne(deps, who, request.params.programm);
  if (found !== null && 'code' in found) return refusal(found);
  return page(programmForm(request, found, found ? typedOf(found) : new URLSearchParams(), null));
}

async function keep(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const found = await ownOne(deps, who, request.params.programm);
  if (found !== null && 'code' in found) return refusal(found);
  const again = (reason: Refusal) => refusedPage(programmForm(request, found, request.form, reason), reason);
  const inhalt = readForm(request.form);
  if ('code' in inhalt) return again(inhalt);
  const saved = await saveFoerderprogramm(deps, who, {
    id:
      found?.id ??
      foldGerman(inhalt.titel)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 60),
    grundlage: found ? numberIn(request.form.get('grundlage')) : 0,
    inhalt,
  });
  return saved.ok ? done(foerderungPath, 'programm') : again(saved.refusal);
}

const wants: Readonly<Record<string, string>> = {
  titel: 'Bitte einen Namen mit 3 bis 200 Zeichen angeben.',
  geber: 'Bitte angeben, wer fördert.',
  leistung: 'Bitte in einem Satz sagen, was gefördert wird.',
  wer: 'Bitte sagen, wer die Förderung bekommen kann.',
  quelle: 'Bitte eine Quelle mit höchstens 300 Zeichen und eine Adresse angeben, die mit https:// beginnt.',
};

function readForm(form: URLSearchParams): FoerderprogrammInhalt | Refusal {
  const wrong = ['gueltigVon', 'gueltigBis', 'antragsfrist'].filter((name) => {
    const text = formField(form, name);
    return text !== '' && !parseLocalDate(text).ok;
  });
  if (wrong.length > 0)
    return invalid(
      wrong.map((field) => ({
        field,
        message: 'Bitte einen Tag angeben, den es gibt, oder das Feld leer lassen.',
      })),
    );
  const parsed = foerderprogrammSchema.safeParse({
    ...Object.fromEntries(['titel', 'geber', 'leistung', 'wer'].map((name) => [name, formField(form, name)])),
    ...Object.fromEntries(
      ['gueltigVon', 'gueltigBis', 'antragsfrist'].map((name) => [name, formField(form, name) || null]),
    ),
    quelle: { title: formField(form, 'quelle'), url: formField(form, 'adresse') || null },
    annahme: form.get('annahme') === 'ja',
  });
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
  return invalid(
    fields.map((field) => ({ field, message: wants[field] ?? 'Bitte prüfen Sie diese Angabe.' })),
  );
}
