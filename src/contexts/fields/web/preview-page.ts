import { html } from 'hono/html';
import { type PageAnswer, type PageRequest, page, refusal, refusedPage } from '#platform';
import { alert, button, buttonRow, errorSummary, form } from '#ui';
import type { FieldsDeps } from '../deps.ts';
import { vollstaendigkeitText } from '../domain/completeness.ts';
import { feldName } from '../domain/read-values.ts';
import { checkValues, type Pruefung } from '../use-cases/check-values.ts';
import { readerOf } from '../use-cases/person.ts';
import { readKind } from '../use-cases/read-fields.ts';
import { fieldForm } from './field-form.ts';

/** The form of a kind as people get it, to be tried; nothing is stored. */
export async function showPreview(deps: FieldsDeps, request: PageRequest): Promise<PageAnswer> {
  const reader = await readerOf(deps, request.principal);
  if (!reader.ok) return refusal(reader.refusal);
  const stand = await readKind(deps, reader.value, request.params.art ?? '');
  if (!stand.ok) return refusal(stand.refusal);
  const { kind, felder } = stand.value;
  const tried = request.method === 'POST';
  const day = deps.clock.today();
  const result = checkValues(felder, (key) => request.form.get(feldName(key)), day);
  const problems = tried ? result.problems : [];
  const typed = Object.fromEntries(felder.map(({ key }) => [key, request.form.get(feldName(key)) ?? '']));
  const content = {
    title: `Vorschau: ${kind.label}`,
    lead: 'So sieht das Formular aus. Sie können es ausprobieren; gespeichert wird nichts.',
    breadcrumb: [
      { label: 'Felder', href: '/felder' },
      { label: kind.label, href: `/felder/${kind.art}` },
    ],
    main: html`${errorSummary(problems)}${tried ? outcome(result) : ''}${form(
      { action: `/felder/${kind.art}/vorschau`, csrfToken: request.csrfToken },
      html`${fieldForm(felder, { werte: typed, day, problems })}${buttonRow(button('Prüfen'))}`,
    )}`,
  };
  const first = problems[0];
  return first
    ? refusedPage(content, { kind: 'invalid', code: 'FIELDS_INVALID', message: first.message })
    : page(content);
}

function outcome({ vollstaendigkeit }: Pruefung) {
  const missing = vollstaendigkeit.art === 'anteil' ? vollstaendigkeit.fehlt : [];
  return alert({
    kind: vollstaendigkeit.art === 'anteil' && missing.length === 0 ? 'success' : 'info',
    title: `Vollständigkeit: ${vollstaendigkeitText(vollstaendigkeit)}`,
    body: missing.length > 0 ? `Es fehlt: ${missing.join(', ')}.` : null,
  });
}
