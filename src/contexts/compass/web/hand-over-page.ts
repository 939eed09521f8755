import { ok, type Result } from '#kernel';
import {
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import type { CompassDeps } from '../doors-deps.ts';
import { managerOf } from '../use-cases/editor.ts';
import { fachbereicheOfKommune } from '../use-cases/fachbereiche.ts';
import { handOver, previewHandOver } from '../use-cases/hand-over.ts';
import { orteOf } from '../use-cases/leistung-orte.ts';
import { done } from './answers.ts';
import { type Asked, content } from './hand-over-content.ts';

const access = { permission: 'compass.manage' } as const;

/** Hands over what one person looks after to another: first a preview, then one click. */
export function handOverRoutes(deps: CompassDeps): readonly PageRoute[] {
  return [
    {
      capability: 'compass.hand-over.preview',
      method: 'GET',
      path: '/stand/uebergabe',
      access,
      handle: async (request) => {
        const asked = await ask(deps, request, request.query);
        return asked.ok ? page(content(asked.value, request, null)) : refusal(asked.refusal);
      },
    },
    {
      capability: 'compass.hand-over',
      method: 'POST',
      path: '/stand/uebergabe',
      access,
      handle: (request) => receive(deps, request),
    },
  ];
}

async function ask(
  deps: CompassDeps,
  { principal }: PageRequest,
  given: URLSearchParams,
): Promise<Result<Asked>> {
  const editor = await managerOf(deps, principal);
  if (!editor.ok) return editor;
  const { actor, kommune } = editor.value;
  const von = given.get('von') ?? '';
  const orte = orteOf((await deps.world()).catalogue);
  const { fachbereiche } = await fachbereicheOfKommune(deps, editor.value);
  const names = new Map(fachbereiche.map(({ id, name }) => [id, name]));
  return ok({
    editor: editor.value,
    personen: await deps.personen(actor, kommune),
    von,
    an: given.get('an') ?? '',
    vorschau: von === '' ? null : await previewHandOver(deps, editor.value, { von }),
    leistungName: (id) => orte.get(id)?.name ?? id,
    fachbereichName: (id) => names.get(id) ?? id,
  });
}

async function receive(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await managerOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const { form: given } = request;
  const persons = { von: given.get('von') ?? '', an: given.get('an') ?? '' };
  const moved = await handOver(deps, editor.value, persons, numberIn(given.get('anzahl')));
  if (moved.ok) return done('/fachbereiche', 'uebergeben');
  const asked = await ask(deps, request, given);
  return asked.ok
    ? refusedPage(content(asked.value, request, moved.refusal), moved.refusal)
    : refusal(moved.refusal);
}
