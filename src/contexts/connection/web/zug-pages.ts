import { type Refusal, type Result, refuse } from '#kernel';
import {
  flashesOf,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { answerList, listEndings, listIndex, selectedRows } from '#ui';
import type { CockpitDeps } from '../cockpit-deps.ts';
import { ganzerKreis } from '../domain/auswahl.ts';
import { nobodyTicked } from '../errors-cockpit.ts';
import { type Leader, leaderOf } from '../use-cases/cockpit-actors.ts';
import { readCockpit } from '../use-cases/read-cockpit.ts';
import {
  beginSammel,
  cancelSammel,
  type Laufstand,
  readLaufstand,
  takeBackSammel,
} from '../use-cases/sammel-steuern.ts';
import { previewSammel } from '../use-cases/sammel-vorschau.ts';
import { auftragOfBar, statable, wunschOfForm } from '../use-cases/sammel-wunsch.ts';
import { cockpitListe } from './cockpit-list.ts';
import { refusedCockpit } from './cockpit-pages.ts';
import { cockpitPath, dienstPath, manage, zugPath } from './cockpit-paths.ts';
import type { Namen } from './zug-auftrag.ts';
import { isWaiting, zugContent, zugStanding } from './zug-content.ts';
import { verbindenForm } from './zug-form.ts';
import { zugListe } from './zug-liste.ts';

const { done, flashOf } = flashesOf({ abgebrochen: 'Der Zug ist abgebrochen. Was geschehen ist, bleibt.' });

/** Steps for many: the form, the preview, the progress, the result and the way back. */
export function zugRoutes(deps: CockpitDeps): readonly PageRoute[] {
  const preview = { capability: 'connection.zug.preview', access: manage } as const;
  const connect = { ...preview, path: `${cockpitPath}/:dienst/verbinden` };
  const show = { capability: 'connection.zug.show', access: manage, method: 'GET' } as const;
  const one = `${cockpitPath}/zuege/:id`;
  const post = { access: manage, method: 'POST' } as const;
  return [
    { ...connect, method: 'GET', handle: (request) => connectPage(deps, request, null) },
    { ...connect, method: 'POST', handle: (request) => connectMany(deps, request) },
    {
      ...preview,
      method: 'POST',
      path: `${cockpitPath}/:dienst/vorschau`,
      handle: (request) => previewTicked(deps, request),
    },
    { ...show, path: one, handle: (request) => showZug(deps, request, null) },
    { ...show, path: `${one}/stand`, handle: (request) => standing(deps, request) },
    ...listEndings.slice(1).map(
      (ending): PageRoute => ({
        ...show,
        path: `${one}/kommunen${ending}`,
        handle: (request) => showZug(deps, request, null),
      }),
    ),
    {
      ...post,
      capability: 'connection.zug.begin',
      path: `${one}/beginnen`,
      handle: (request) => act(deps, request, beginSammel),
    },
    {
      ...post,
      capability: 'connection.zug.cancel',
      path: `${one}/abbrechen`,
      handle: (request) => act(deps, request, cancelSammel, 'abgebrochen'),
    },
    {
      ...post,
      capability: 'connection.zug.undo',
      path: `${one}/zuruecknehmen`,
      handle: (request) => act(deps, request, takeBackSammel),
    },
  ];
}

async function connectPage(
  deps: CockpitDeps,
  { principal, params, form, query, csrfToken, method }: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const leader = await leaderOf(deps, principal);
  if (!leader.ok) return refusal(leader.refusal);
  const found = await statable(deps, params.dienst ?? '');
  if (!found.ok) return refusal(found.refusal);
  const { angebot, parameter } = found.value;
  const laender = (await deps.laender())
    .map(({ code, name }) => ({ key: code, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'de'));
  const content = {
    title: 'Viele Kommunen verbinden',
    preline: angebot.data.title,
    lead: 'Sie sehen zuerst eine Vorschau: wer dran ist, wer ausgelassen wird und warum. Erst Ihre Bestätigung ändert etwas.',
    breadcrumb: [
      { label: 'Cockpit', href: cockpitPath },
      { label: angebot.data.title, href: dienstPath(angebot.dienst) },
      { label: 'Verbinden' },
    ],
    main: verbindenForm({
      dienst: angebot.dienst,
      laender,
      parameter,
      erfunden: (await deps.vorfuehrwerte(angebot.dienst)) !== null,
      csrfToken,
      values: method === 'POST' ? form : query,
      reason,
    }),
  };
  return reason ? refusedPage(content, reason) : page(content);
}

async function connectMany(deps: CockpitDeps, request: PageRequest): Promise<PageAnswer> {
  const { principal, params, form } = request;
  const leader = await leaderOf(deps, principal);
  if (!leader.ok) return refusal(leader.refusal);
  const dienst = params.dienst ?? '';
  const wunsch = await wunschOfForm(deps, dienst, form);
  if (!wunsch.ok) return connectPage(deps, request, wunsch.refusal);
  const made = await previewSammel(deps, leader.value, { dienst, ...wunsch.value });
  return made.ok ? { kind: 'redirect', to: zugPath(made.value) } : connectPage(deps, request, made.refusal);
}

/** The Kommunen that were ticked in the cockpit, or all that its list found. */
async function previewTicked(deps: CockpitDeps, request: PageRequest): Promise<PageAnswer> {
  const { principal, params, form } = request;
  const leader = await leaderOf(deps, principal);
  if (!leader.ok) return refusal(leader.refusal);
  const dienst = params.dienst ?? '';
  const cockpit = await readCockpit(deps, leader.value, dienst);
  if (!cockpit.ok) return refusal(cockpit.refusal);
  const { punkte, zeilen } = cockpit.value;
  const definition = cockpitListe(dienst, punkte);
  const chosen = selectedRows(definition, listIndex(definition, zeilen), ({ ags }) => ags, form);
  const auswahl = { ...ganzerKreis, kommunen: chosen.map(({ ags }) => ags) };
  const auftrag = chosen.length === 0 ? refuse(nobodyTicked) : auftragOfBar(form);
  const made = auftrag.ok
    ? await previewSammel(deps, leader.value, { dienst, auftrag: auftrag.value, auswahl })
    : auftrag;
  if (made.ok) return { kind: 'redirect', to: zugPath(made.value) };
  return refusedCockpit(request, cockpit.value, ofBar(made.refusal));
}

/** The bar below the list has one field for proof and reason. */
function ofBar(reason: Refusal): Refusal {
  const fields = reason.fields?.map(({ field, message }) => ({
    field: field === 'grund' || field === 'nachweis' ? 'angabe' : field,
    message,
  }));
  return fields === undefined ? reason : { ...reason, fields };
}

async function find(deps: CockpitDeps, { principal, params }: PageRequest): Promise<Result<Laufstand>> {
  const leader = await leaderOf(deps, principal);
  return leader.ok ? readLaufstand(deps, leader.value, params.id ?? '') : leader;
}

async function showZug(deps: CockpitDeps, request: PageRequest, reason: Refusal | null): Promise<PageAnswer> {
  const found = await find(deps, request);
  if (!found.ok) return refusal(reason ?? found.refusal);
  const { lauf, zeilen } = found.value;
  const definition = zugListe(lauf);
  const answered = await answerList(deps, { definition, rows: zeilen }, request, {
    fileName: 'zug',
    title: lauf.titel,
    source: 'Cockpit der Anbindungen',
    state: '',
  });
  if (answered.kind === 'download') return answered;
  const names = { namen: await namenOf(deps, lauf.dienst), reason };
  const content = { ...zugContent(found.value, definition, answered, request, names), ...flashOf(request) };
  const waiting = isWaiting(found.value) ? { refreshSeconds: 3 } : {};
  return reason ? refusedPage(content, reason) : page({ ...content, ...waiting });
}

/** A step stays readable where nobody offers its service any more. */
async function namenOf(deps: CockpitDeps, dienst: string): Promise<Namen> {
  const found = await statable(deps, dienst);
  if (!found.ok) return { dienst, parameter: new Map() };
  const { angebot, parameter } = found.value;
  return { dienst: angebot.data.title, parameter: new Map(parameter.map(({ id, label }) => [id, label])) };
}

async function standing(deps: CockpitDeps, request: PageRequest): Promise<PageAnswer> {
  const found = await find(deps, request);
  return found.ok ? { kind: 'json', body: zugStanding(found.value) } : refusal(found.refusal);
}

async function act(
  deps: CockpitDeps,
  request: PageRequest,
  take: (deps: CockpitDeps, leader: Leader, id: string) => Promise<Result<unknown>>,
  flash?: 'abgebrochen',
): Promise<PageAnswer> {
  const leader = await leaderOf(deps, request.principal);
  if (!leader.ok) return refusal(leader.refusal);
  const id = request.params.id ?? '';
  const taken = await take(deps, leader.value, id);
  if (!taken.ok) return showZug(deps, request, taken.refusal);
  return flash ? done(zugPath(id), flash) : { kind: 'redirect', to: zugPath(id) };
}
