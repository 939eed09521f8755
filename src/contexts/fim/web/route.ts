import type { Result } from '#kernel';
import { flashesOf, type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import type { FimDeps } from '../fim-deps.ts';
import { type Author, authorOf } from '../use-cases/author.ts';
import { readSchema, type Schemadetail } from '../use-cases/read-schema.ts';

export const address = '/fim';

export const { done, flashOf } = flashesOf({
  eingelesen: 'Das Datenschema ist eingelesen. Sein Formular und die Arbeitspunkte stehen hier.',
  liste: 'Die Codeliste ist eingelesen. Formulare, die sie nennen, bieten ihre Einträge jetzt zur Wahl an.',
  abgehakt: 'Der Stand des Arbeitspunkts ist gespeichert.',
});

/** A page for those who build Onlinedienste. */
export function authorRoute(
  capability: string,
  method: 'GET' | 'POST',
  path: string,
  act: (author: Author, request: PageRequest) => Promise<PageAnswer>,
): PageRoute {
  return {
    capability,
    method,
    path: `${address}${path}`,
    access: { permission: 'workshop.author' },
    handle: async (request) => {
      const author = authorOf(request.principal);
      return author.ok ? act(author.value, request) : refusal(author.refusal);
    },
  };
}

/** The schema that an address names. */
export function askedSchema(
  deps: FimDeps,
  author: Author,
  { params }: PageRequest,
): Promise<Result<Schemadetail>> {
  return readSchema(deps, author, params.id ?? '', params.version ?? null);
}

export function schemaHref(
  { id, version }: Pick<Schemadetail['fassung'], 'id' | 'version'>,
  part = '',
): string {
  return `${address}/${id}/${version}${part}`;
}
