import { formatLocalDate } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import { listEndings } from '#ui';
import type { EfaDeps } from '../doors-deps.ts';
import { editorOf } from '../use-cases/editor.ts';
import { expressInterest } from '../use-cases/express-interest.ts';
import { listAnbindungen } from '../use-cases/read-anbindungen.ts';
import { readAngebotDetail } from '../use-cases/read-angebote.ts';
import { done, listAnswer } from './answers.ts';
import { content, type Own, users } from './onlinedienst-content.ts';

/** One service: what it covers and by which law, who uses it, and the first step to use it too. */
export function onlinedienstRoutes(deps: EfaDeps): readonly PageRoute[] {
  return [
    ...listEndings.map(
      (ending): PageRoute => ({
        capability: 'efa.onlinedienst',
        method: 'GET',
        path: ending === '' ? '/onlinedienste/:dienst' : `/onlinedienste/:dienst/kommunen${ending}`,
        access: 'public',
        handle: (request) => show(deps, request),
      }),
    ),
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

async function show(deps: EfaDeps, request: PageRequest): Promise<PageAnswer> {
  const detail = await readAngebotDetail(deps, request.params.dienst ?? '');
  if (!detail.ok) return refusal(detail.refusal);
  const { angebot, kommunen } = detail.value;
  const list = { definition: users, rows: kommunen };
  const file = {
    fileName: `${angebot.dienst}-kommunen`,
    title: `Kommunen mit ${angebot.data.title}`,
    source: 'Anbindungen in dieser Installation',
    state: formatLocalDate(deps.clock.today()),
  };
  return listAnswer(deps, request, list, file, async (answered) => {
    const mine = await own(deps, request, angebot.dienst);
    const record = { art: 'onlinedienst', id: angebot.dienst } as const;
    const hinweis = (await deps.rueckfragen?.(request.principal, record)) ?? '';
    return content(detail.value, answered, request, { mine, hinweis });
  });
}

async function own(deps: EfaDeps, { principal }: PageRequest, dienst: string): Promise<Own | null> {
  const kommune = await deps.ownKommune(principal);
  if (kommune === null || principal === null) return null;
  const views = await listAnbindungen(deps, { actor: principal.actor, kommune });
  const anbindung = views.find((view) => view.anbindung.dienst === dienst)?.anbindung ?? null;
  return { anbindung, mayConnect: principal.permissions.has('efa.anbindung.manage') };
}
