import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, PageRoute } from '#platform';
import { button, errorSummary, form, inputField, textareaField } from '#ui';

/** A mail that feedback becomes; sent to whoever runs the installation. */
export interface FeedbackDeps {
  readonly sendFeedback: (feedback: {
    readonly text: string;
    readonly page: string;
    readonly contact: string;
  }) => Promise<void>;
}

const longest = 5_000;

/** A barrier or a mistake can be told from every page, without an account and without a name. */
export function feedbackRoutes(deps: FeedbackDeps): readonly PageRoute[] {
  const common = { capability: 'site.feedback', path: '/feedback', access: 'public' } as const;
  return [
    {
      ...common,
      method: 'GET',
      handle: async (request) => ({
        kind: 'page',
        content: feedbackForm(request, new URLSearchParams(), []),
      }),
    },
    { ...common, method: 'POST', handle: (request) => receive(deps, request) },
  ];
}

async function receive(deps: FeedbackDeps, request: PageRequest): Promise<PageAnswer> {
  const text = (request.form.get('text') ?? '').trim();
  const contact = (request.form.get('kontakt') ?? '').trim().slice(0, 200);
  const problems = problemsOf(text);
  if (problems.length > 0)
    return { kind: 'page', status: 422, content: feedbackForm(request, request.form, problems) };
  await deps.sendFeedback({ text, contact, page: (request.form.get('seite') ?? '').slice(0, 300) });
  return {
    kind: 'page',
    content: {
      title: 'Danke für Ihre Meldung',
      main: html`<p class="kern-body">Ihre Meldung ist beim Betrieb dieser Installation angekommen.${contact ? ' Sie erhalten eine Antwort an die Adresse, die Sie genannt haben.' : ''}</p>`,
      nextSteps: [{ label: 'Zur Startseite', href: '/' }],
    },
  };
}

function problemsOf(text: string): readonly FieldProblem[] {
  if (text === '') return [{ field: 'text', message: 'Bitte beschreiben Sie, was nicht geht.' }];
  if (text.length > longest)
    return [{ field: 'text', message: `Bitte kürzen Sie auf ${longest} Zeichen; es sind ${text.length}.` }];
  return [];
}

function feedbackForm(
  request: PageRequest,
  values: URLSearchParams,
  problems: readonly FieldProblem[],
): PageContent {
  const error = problems.find(({ field }) => field === 'text')?.message;
  return {
    title: 'Barriere oder Fehler melden',
    lead: 'Was ist nicht zugänglich, falsch oder unverständlich? Sie brauchen kein Konto.',
    error: problems.length > 0,
    main: html`${errorSummary(problems)}${form(
      { action: '/feedback', csrfToken: request.csrfToken },
      html`${textareaField({ name: 'text', label: 'Ihre Meldung', value: values.get('text') ?? '', error })}
        ${inputField({ name: 'kontakt', label: 'E-Mail für eine Antwort (freiwillig)', type: 'email', value: values.get('kontakt') ?? '' })}
        ${inputField({ name: 'seite', label: 'Adresse der Seite (freiwillig)', value: values.get('seite') ?? request.query.get('seite') ?? '' })}
        ${button('Meldung senden')}`,
    )}`,
  };
}
