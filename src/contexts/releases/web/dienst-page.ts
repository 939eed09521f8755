import type { Refusal, Result } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  parseVorgangId,
  readVorgang,
  refusal,
  refusedPage,
} from '#platform';
import type { ReleasesDeps } from '../deps.ts';
import { isSchritt } from '../domain/zustand.ts';
import { coordinatorOf, type Viewer, viewerOf } from '../use-cases/actors.ts';
import { holdOn } from '../use-cases/hold-on.ts';
import { putBack } from '../use-cases/put-back.ts';
import { readFassungen } from '../use-cases/read-fassungen.ts';
import { takeStep } from '../use-cases/take-step.ts';
import { writeNote } from '../use-cases/write-note.ts';
import { done, leadRoute, viewerRoute } from './answers.ts';
import { dienstContent } from './dienst-content.ts';

const path = '/fassungen/:dienst';

/** One service: its versions, the rollout with its steps, and for a Kommune its own part in it. */
export function dienstRoutes(deps: ReleasesDeps): readonly PageRoute[] {
  return [
    viewerRoute(deps, 'releases.show', `${path}/fortschritt`, fortschritt(deps)),
    viewerRoute(deps, 'releases.show', path, async (viewer, request) => answer(deps, viewer, request, null)),
    leadRoute(deps, 'releases.step', 'POST', `${path}/schritt`, async (lead, request) => {
      const { form } = request;
      const schritt = formField(form, 'schritt');
      const dienst = request.params.dienst ?? '';
      if (!isSchritt(schritt)) return answer(deps, { art: 'anbieter', lead }, request, null);
      const stepped = await takeStep(deps, lead, {
        ...{ dienst, schritt, version: numberIn(form.get('version')), grund: formField(form, 'grund') },
        trotzSicherheit: form.get('trotzSicherheit') === 'ja',
      });
      if (!stepped.ok) return answer(deps, { art: 'anbieter', lead }, request, stepped.refusal);
      const { vorgang } = stepped.value;
      if (vorgang === null) return done(`/fassungen/${dienst}`, 'schritt');
      return { kind: 'redirect', to: `/fassungen/${dienst}?vorgang=${vorgang}` };
    }),
    leadRoute(deps, 'releases.note', 'POST', `${path}/notiz`, async (lead, request) => {
      const { form } = request;
      const dienst = request.params.dienst ?? '';
      const written = await writeNote(deps, lead, {
        ...{ dienst, fassung: formField(form, 'fassung'), text: formField(form, 'text') },
        sicherheit: form.get('sicherheit') === 'ja',
        festhaltenBis: formField(form, 'festhaltenBis'),
      });
      return after(deps, { art: 'anbieter', lead }, request, written, 'notiz');
    }),
    leadRoute(deps, 'releases.put-back', 'POST', `${path}/zurueckstellen`, async (lead, request) => {
      const dienst = request.params.dienst ?? '';
      const kommune = formField(request.form, 'kommune');
      const moved = await putBack(deps, lead, {
        dienst,
        kommune,
        fassung: formField(request.form, 'fassung'),
      });
      return after(deps, { art: 'anbieter', lead }, request, moved, 'gestellt');
    }),
    holdRoute(deps),
  ];
}

function holdRoute(deps: ReleasesDeps): PageRoute {
  return {
    capability: 'releases.hold-on',
    method: 'POST',
    path: `${path}/festhalten`,
    access: { permission: 'efa.anbindung.manage' },
    handle: async (request) => {
      const [editor, viewer] = [
        await coordinatorOf(deps, request.principal),
        await viewerOf(deps, request.principal),
      ];
      if (!editor.ok) return refusal(editor.refusal);
      if (!viewer.ok) return refusal(viewer.refusal);
      const loesen = request.form.get('loesen') === 'ja';
      const held = await holdOn(deps, editor.value, {
        dienst: request.params.dienst ?? '',
        grund: formField(request.form, 'grund'),
        bis: formField(request.form, 'bis'),
        loesen,
      });
      return after(deps, viewer.value, request, held, loesen ? 'geloest' : 'fest');
    },
  };
}

async function after(
  deps: ReleasesDeps,
  viewer: Viewer,
  request: PageRequest,
  result: Result<unknown>,
  name: Parameters<typeof done>[1],
): Promise<PageAnswer> {
  if (result.ok) return done(`/fassungen/${request.params.dienst}`, name);
  return answer(deps, viewer, request, result.refusal);
}

function fortschritt(deps: ReleasesDeps) {
  return async (viewer: Viewer, request: PageRequest): Promise<PageAnswer> => {
    const vorgang = await vorgangOf(deps, viewer, request);
    return {
      kind: 'json',
      body: {
        value: vorgang?.percent ?? 100,
        max: 100,
        text: vorgang?.message ?? '',
        done: vorgang === null || ['done', 'failed'].includes(vorgang.state),
      },
    };
  };
}

async function vorgangOf(deps: ReleasesDeps, viewer: Viewer, { query }: PageRequest) {
  const id = parseVorgangId(query.get('vorgang') ?? '');
  if (id === null || viewer.art !== 'anbieter') return null;
  return deps.db.withTenant(viewer.lead.anbieter.tenant, viewer.lead.actor, (tx) => readVorgang(tx, id));
}

async function answer(
  deps: ReleasesDeps,
  viewer: Viewer,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const stand = await readFassungen(deps, viewer, request.params.dienst ?? '');
  if (!stand.ok) return refusal(stand.refusal);
  const vorgang = await vorgangOf(deps, viewer, request);
  const content = await dienstContent(deps, viewer, request, { stand: stand.value, vorgang, reason });
  return reason ? refusedPage(content, reason) : page(content);
}
