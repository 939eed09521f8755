import { html } from 'hono/html';
import type { FieldProblem, Refusal } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, PageRoute, RateLimiter } from '#platform';
import { button, errorOf, errorSummary, form, inputField, textareaField } from '#ui';
import type { PortalDeps, PortalSite } from '../deps.ts';
import { publicPage, type Visit } from './context.ts';

const longest = 5_000;
const route = { capability: 'portal.feedback', path: '/feedback' } as const;

/** A barrier or mistake can be told without an account and without a name. */
export function feedbackRoutes(deps: PortalDeps, site: PortalSite, limit: RateLimiter): readonly PageRoute[] {
  return [
    publicPage(deps, site, route, ({ request }) => feedbackForm(request, new URLSearchParams(), [])),
    publicPage(deps, site, { ...route, method: 'POST' }, (visit) => receive(visit, limit)),
  ];
}

async function receive(
  { deps, site, description, request }: Visit,
  limit: RateLimiter,
): Promise<PageAnswer | PageContent | { readonly refusal: Refusal }> {
  const text = (request.form.get('text') ?? '').trim();
  const contact = (request.form.get('kontakt') ?? '').trim();
  const problems = problemsOf(text, contact);
  if (problems.length > 0)
    return { kind: 'page', status: 422, content: feedbackForm(request, request.form, problems) };
  const wait = limit.take(request.clientAddress);
  if (wait > 0) return { refusal: tooMany(wait) };
  const page = (request.form.get('seite') ?? '').slice(0, 300);
  await deps.sendFeedback({ site, to: description.email, text, contact, page });
  return {
    title: 'Danke für Ihre Meldung',
    main: html`<p class="kern-body">Ihre Meldung ging an ${description.name}.${contact ? ' Sie erhalten eine Antwort an die Adresse, die Sie genannt haben.' : ''}</p>`,
    nextSteps: [{ label: 'Zur Startseite', href: '/' }],
  };
}

function tooMany(retryAfterSeconds: number): Refusal {
  return {
    kind: 'throttled',
    code: 'PORTAL_FEEDBACK_THROTTLED',
    message: 'Von Ihrem Anschluss kamen gerade viele Meldungen. Bitte warten Sie einen Augenblick.',
    retryAfterSeconds,
  };
}

function problemsOf(text: string, contact: string): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (text === '') problems.push({ field: 'text', message: 'Bitte beschreiben Sie, was nicht geht.' });
  if (text.length > longest) {
    const message = `Bitte kürzen Sie auf ${longest} Zeichen; es sind ${text.length}.`;
    problems.push({ field: 'text', message });
  }
  if (contact !== '' && !/^[^\s@<>"]{1,64}@[^\s@<>"]{1,190}$/.test(contact))
    problems.push({
      field: 'kontakt',
      message: 'Das ist keine E-Mail-Adresse. Sie können das Feld leer lassen.',
    });
  return problems;
}

function feedbackForm(
  request: PageRequest,
  values: URLSearchParams,
  problems: readonly FieldProblem[],
): PageContent {
  return {
    title: 'Barriere oder Fehler melden',
    lead: 'Was ist nicht zugänglich, falsch oder unverständlich? Sie müssen keinen Namen nennen.',
    error: problems.length > 0,
    main: html`${errorSummary(problems)}${form(
      { action: '/feedback', csrfToken: request.csrfToken },
      html`${textareaField({ name: 'text', label: 'Ihre Meldung', value: values.get('text') ?? '', error: errorOf(problems, 'text') })}
        ${inputField({ name: 'kontakt', label: 'E-Mail für eine Antwort', optional: true, type: 'email', value: values.get('kontakt') ?? '', error: errorOf(problems, 'kontakt') })}
        ${inputField({ name: 'seite', label: 'Adresse der Seite', optional: true, value: values.get('seite') ?? request.query.get('seite') ?? '' })}
        ${button('Meldung senden')}`,
    )}`,
  };
}
