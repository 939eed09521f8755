import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import type { PageRequest } from '#platform';
import { button, errorOf, form, type Html, section, textareaField } from '#ui';
import { type Beitrag, beitragStand } from '../domain/beitrag.ts';
import { solutionsPermissions } from '../solutions-deps.ts';
import { paths } from '../views/paths.ts';

/** The forms of whoever may answer, decide or withdraw. */
export function beitragActions(
  beitrag: Beitrag,
  request: PageRequest,
  problems: readonly FieldProblem[],
): Html | '' {
  const { principal, csrfToken } = request;
  if (beitrag.entscheidung !== null || principal === null) return '';
  const stand = beitragStand(beitrag);
  const own = beitrag.tenant === principal.tenant;
  const moderates =
    beitrag.recipient === principal.tenant && principal.permissions.has(solutionsPermissions.moderate);
  const mine = principal.actor === beitrag.beigetragenVon;
  const forms = { beitrag, csrfToken, problems };
  return html`${own && stand === 'rueckfrage' ? answerForm(forms) : ''}
    ${moderates && stand !== 'entwurf' ? (mine ? html`<p>Über einen eigenen Beitrag entscheidet eine zweite Person.</p>` : decisionForms(forms)) : ''}
    ${own ? withdrawForm(forms) : ''}`;
}

interface Forms {
  readonly beitrag: Beitrag;
  readonly csrfToken: string;
  readonly problems: readonly FieldProblem[];
}

function actionForm({ beitrag, csrfToken }: Forms, step: string, label: string, content: Html): Html {
  return form(
    {
      action: `${paths.beitrag(beitrag.id)}/${step}`,
      csrfToken,
      label,
      hidden: { version: String(beitrag.version) },
    },
    content,
  );
}

function decisionForms(forms: Forms): Html {
  const { problems } = forms;
  const yes = actionForm(forms, 'uebernehmen', 'Übernehmen', button('Übernehmen'));
  const ask = actionForm(
    forms,
    'rueckfrage',
    'Rückfrage stellen',
    html`${textareaField({ name: 'text', label: 'Was fehlt oder ist unklar?', rows: 3, maxLength: 2000, error: errorOf(problems, 'text') })}${button('Rückfrage stellen', { kind: 'secondary' })}`,
  );
  const no = actionForm(
    forms,
    'ablehnen',
    'Ablehnen',
    html`${textareaField({ name: 'antwort', label: 'Warum lehnen Sie ab?', rows: 3, maxLength: 1000, error: errorOf(problems, 'antwort') })}${button('Ablehnen', { kind: 'secondary' })}`,
  );
  return html`${section('Übernehmen', yes, { lead: 'Danach steht der Beitrag als neue Fassung im Register, für alle sichtbar.' })}${section('Rückfrage', ask)}${section('Ablehnen', no)}`;
}

function answerForm(forms: Forms): Html {
  const field = textareaField({
    name: 'text',
    label: 'Ihre Antwort',
    rows: 3,
    maxLength: 2000,
    error: errorOf(forms.problems, 'text'),
  });
  return section(
    'Antworten',
    actionForm(forms, 'antworten', 'Antworten', html`${field}${button('Antwort senden')}`),
    {
      lead: 'Den Beitrag selbst können Sie vorher überarbeiten.',
    },
  );
}

function withdrawForm(forms: Forms): Html {
  return section(
    'Zurückziehen',
    actionForm(forms, 'zurueckziehen', 'Zurückziehen', button('Beitrag zurückziehen', { kind: 'tertiary' })),
  );
}
