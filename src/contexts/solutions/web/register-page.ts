import { html } from 'hono/html';
import { formatLocalDate, type LocalDate, ok, parseLocalDate, type Result } from '#kernel';
import { dayOfAddress, type PageAnswer, type PageRequest } from '#platform';
import { answerList, button, emptyState, form, type Html, inputField, linkButton, listPage } from '#ui';
import { type SolutionsDeps, solutionsPermissions } from '../solutions-deps.ts';
import { paths } from '../views/paths.ts';
import { registerDefinition } from '../views/register-definition.ts';
import { registerRows } from '../views/register-row.ts';

/** The register as a list, and as a file that the import reads again. */
export async function showRegister(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const date = dayOfAddress(request.query, deps.clock);
  const bis = neededBy(request.query);
  if (!date.ok) return { kind: 'refusal', refusal: date.refusal };
  if (!bis.ok) return { kind: 'refusal', refusal: bis.refusal };
  const rows = await registerRows(deps, date.value, bis.value);
  const definition = registerDefinition(date.value, await deps.felderOf(request.principal));
  const answered = await answerList(deps, { definition, rows }, request, {
    fileName: `loesungen-${date.value}`,
    title: 'Register der Lösungen',
    source: 'Register der Lösungen; jede Zeile nennt ihre Quelle',
    state: formatLocalDate(date.value),
  });
  if (answered.kind === 'download') return answered;
  const list = listPage(definition, answered.result, {
    action: paths.register,
    caption: 'Register der Lösungen',
    problems: answered.problems,
    noun: ['Lösung', 'Lösungen'],
    emptyState: emptyState({
      title: 'Noch keine Lösung',
      body: 'Tragen Sie die erste bei. Sie steht hier, sobald eine zweite Person sie übernommen hat.',
      action: linkButton('Lösung beitragen', paths.create, { kind: 'secondary' }),
    }),
  });
  return {
    kind: 'page',
    content: {
      title: 'Lösungen',
      lead: `Womit Kommunen ihre Leistungen online anbieten: Onlinedienste, EfA-Dienste, Formularassistenten und Fachverfahren, mit dem Stand am ${formatLocalDate(date.value)}.`,
      wide: true,
      main: html`${dayForm(date.value, bis.value)}${list}`,
      nextSteps: nextSteps(request),
    },
  };
}

function neededBy(query: URLSearchParams): Result<LocalDate | null> {
  const given = query.get('bis') ?? '';
  return given === '' ? ok(null) : parseLocalDate(given);
}

function dayForm(date: LocalDate, bis: LocalDate | null): Html {
  return form(
    { action: paths.register, method: 'get', label: 'Tage wählen' },
    html`<div class="lw-inline-form">${inputField({ name: 'datum', label: 'Stichtag', type: 'date', value: date })}${inputField({ name: 'bis', label: 'Nutzbar spätestens am', type: 'date', value: bis, optional: true })}${button('Anzeigen', { kind: 'secondary' })}</div>`,
  );
}

function nextSteps({ principal }: PageRequest) {
  if (principal?.permissions.has(solutionsPermissions.propose) !== true) return [];
  return [
    { label: 'Lösung beitragen', href: paths.create },
    { label: 'Tabelle einlesen', href: paths.import },
    { label: 'Beiträge und Entscheidungen', href: paths.beitraege },
  ];
}
