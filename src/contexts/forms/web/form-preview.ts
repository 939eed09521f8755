import { type Context, Hono } from 'hono';
import { assetFiles, type Html } from '#ui';
import { liveScript } from '../browser/live-script.ts';
import { formIn } from '../domain/compile/compile-form.ts';
import type { Form } from '../domain/compile/form.ts';
import { evaluate } from '../domain/evaluate/evaluate.ts';
import type { Answers, FormContext } from '../domain/evaluate/evaluation.ts';
import { nextPage, pageToShow } from '../domain/evaluate/navigation.ts';
import { pageModel } from '../domain/evaluate/page-model.ts';
import { readPage } from '../domain/evaluate/read-page.ts';
import { focusAddress } from './focus-address.ts';
import { hasErrors, type PageRendering, renderPage } from './render-page.ts';
import { renderSummary } from './render-summary.ts';

export interface FormPreview {
  readonly app: Hono;
  /** What has been answered so far. */
  readonly answers: () => Answers;
}

/**
 * A form to be tried by one person: its pages as applicants see them, the answers in memory and nowhere else. `frame` puts
 * the page around them. Files are not taken.
 */
export function formPreview(
  form: Form,
  context: FormContext,
  frame: (title: string, main: Html) => string,
): FormPreview {
  const app = new Hono();
  let answers: Answers = {};
  let language = form.language;
  const current = () => evaluate(formIn(form, language), answers, context);
  const show = (c: Context, id: string, more: Partial<PageRendering>) => {
    const model = pageModel(current(), id);
    if (!model.ok) return c.redirect('/', 303);
    const back = model.value.previous;
    const rendering: PageRendering = {
      action: `/${id}`,
      csrfToken: 'x',
      backHref: back && `/${back}`,
      ...more,
    };
    const title = `${hasErrors(rendering) ? 'Fehler: ' : ''}${model.value.title}`;
    return c.html(frame(title, renderPage(model.value, rendering)), more.problems ? 422 : 200);
  };
  for (const file of [...assetFiles(), liveScript()])
    app.get(file.path, (c) => c.body(new Uint8Array(file.body), 200, { 'content-type': file.contentType }));
  app.get('/', (c) => {
    const step = pageToShow(current(), null);
    return c.redirect(step.kind === 'page' ? `/${step.page}` : '/pruefen', 303);
  });
  app.get('/pruefen', (c) =>
    c.html(frame('Angaben prüfen', renderSummary(current(), { pageHref: (id) => `/${id}` }))),
  );
  app.get('/:page', (c) => show(c, c.req.param('page'), {}));
  app.post('/:page', async (c) => {
    const id = c.req.param('page');
    const reading = readPage(formIn(form, language), answers, context, id, await typedIn(c));
    if (!reading.ok) return c.redirect('/', 303);
    const { problems, revealed, go, focus, evaluation } = reading.value;
    answers = reading.value.answers;
    language = reading.value.language ?? language;
    if (problems.length > 0) return show(c, id, { problems, revealed });
    if (go === 'stay') return c.redirect(focusAddress(`/${id}`, focus), 303);
    const next = nextPage(evaluation, id);
    return c.redirect(next.kind === 'page' ? `/${next.page}` : '/pruefen', 303);
  });
  return { app, answers: () => answers };
}

async function typedIn(c: Context): Promise<URLSearchParams> {
  const typed = new URLSearchParams();
  for (const [name, value] of (await c.req.formData()).entries())
    if (typeof value === 'string') typed.append(name, value);
  return typed;
}
