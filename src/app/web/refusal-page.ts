import { html } from 'hono/html';
import { permissionLabel } from '#identity';
import type { Refusal } from '#kernel';
import type { PageContent, PageRequest } from '#platform';

const titles: Readonly<Record<Refusal['kind'], string>> = {
  invalid: 'Diese Angabe passt nicht',
  unauthenticated: 'Bitte anmelden',
  forbidden: 'Das dürfen Sie hier nicht',
  'not-found': 'Das gibt es hier nicht',
  ambiguous: 'Welche ist gemeint?',
  conflict: 'Inzwischen hat sich etwas geändert',
  'too-large': 'Das ist zu groß',
  throttled: 'Bitte einen Augenblick warten',
  unavailable: 'Gerade nicht möglich',
};

/** The page that says what was refused, what is kept and what to do; it offers near matches as links. */
export function refusalPage(refusal: Refusal, request: PageRequest): PageContent {
  const suggestions = refusal.suggestions ?? [];
  return {
    title: titles[refusal.kind],
    error: true,
    main: html`
      <p class="kern-body kern-body--large">${inWords(refusal)}</p>
      ${suggestions.length > 0 ? html`<h2 class="kern-heading-medium">Meinten Sie</h2><ul class="kern-list kern-list--bullet">${suggestions.map(({ key, label }) => html`<li><a class="kern-link" href="${addressFor(request, key)}">${label}</a></li>`)}</ul>` : ''}
      <p class="kern-body kern-body--small kern-body--muted">Kennung: ${refusal.code}</p>`,
    nextSteps: [
      { label: 'Zur Startseite', href: '/' },
      { label: 'Katalog der Leistungen durchsuchen', href: '/katalog/leistungen' },
    ],
  };
}

/** A missing permission by what it allows: its name is for machines. */
function inWords({ code, message }: Refusal): string {
  if (code !== 'PERMISSION_MISSING') return message;
  return message.replace(/„([a-z.-]+)“/, (_, name: string) => `„${permissionLabel(name)}“`);
}

/** The same page with the suggested key in place of the last part that was not understood. */
function addressFor(request: PageRequest, key: string): string {
  const wanted = Object.values(request.params)[0];
  if (wanted === undefined) return `/kommunen/${encodeURIComponent(key)}`;
  const parts = request.path
    .split('/')
    .map((part) => (decodeURIComponent(part) === wanted ? encodeURIComponent(key) : part));
  const query = request.query.toString();
  return query ? `${parts.join('/')}?${query}` : parts.join('/');
}
