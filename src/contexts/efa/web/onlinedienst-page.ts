import { type PageRequest, type PageRoute, page, refusal } from '#platform';
import type { EfaDeps } from '../doors-deps.ts';
import { editorOf } from '../use-cases/editor.ts';
import { expressInterest } from '../use-cases/express-interest.ts';
import { listAnbindungen } from '../use-cases/read-anbindungen.ts';
import { readAngebotDetail } from '../use-cases/read-angebote.ts';
import { done } from './answers.ts';
import { content, type Own } from './onlinedienst-content.ts';

/** One service: what it covers and by which law, who uses it, and the first step to use it too. */
export function onlinedienstRoutes(deps: EfaDeps): readonly PageRoute[] {
  return [
    {
      capability: 'efa.onlinedienst',
      method: 'GET',
      path: '/onlinedienste/:dienst',
      access: 'public',
      handle: async (request) => {
        const detail = await readAngebotDetail(deps, request.params.dienst ?? '');
        if (!detail.ok) return refusal(detail.refusal);
        const { dienst: id } = detail.value.angebot;
        const mine = await own(deps, request, id);
        const hinweis = (await deps.rueckfragen?.(request.principal, { art: 'onlinedienst', id })) ?? '';
        return page(content(detail.value, request, mine, hinweis));
      },
    },
    {
      capability: 'efa.anbindung.interest',
      method: 'POST',
      path: '/onlinedienste/:dienst/interesse',
      access: { permission: 'efa.anbindung.manage' },
      handle: async ({ principal, params }) => {
        const editor = await editorOf(deps, principal);
        if (!editor.ok) return refusal(editor.refusal);
        const result = await expressInterest(deps, editor.value, params.dienst ?? '');
        return result.ok ? done(`/anbindungen/${result.value.dienst}`, 'interesse') : refusal(result.refusal);
      },
    },
  ];
}

async function own(deps: EfaDeps, { principal }: PageRequest, dienst: string): Promise<Own | null> {
  const kommune = await deps.ownKommune(principal);
  if (kommune === null || principal === null) return null;
  const views = await listAnbindungen(deps, { actor: principal.actor, kommune });
  const anbindung = views.find((view) => view.anbindung.dienst === dienst)?.anbindung ?? null;
  return { anbindung, mayConnect: principal.permissions.has('efa.anbindung.manage') };
}
