import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { assetFiles, type Html, pageLayout } from '#ui';
import { liveScript } from '../../src/contexts/forms/browser/live-script.ts';
import { compileForm, formIn } from '../../src/contexts/forms/domain/compile/compile-form.ts';
import { evaluate } from '../../src/contexts/forms/domain/evaluate/evaluate.ts';
import type { Answers } from '../../src/contexts/forms/domain/evaluate/evaluation.ts';
import { nextPage } from '../../src/contexts/forms/domain/evaluate/navigation.ts';
import { pageModel } from '../../src/contexts/forms/domain/evaluate/page-model.ts';
import { readPage } from '../../src/contexts/forms/domain/evaluate/read-page.ts';
import { contextOf, must } from '../../src/contexts/forms/testing/build.ts';
import { everyKind } from '../../src/contexts/forms/testing/every-kind.ts';
import { hasErrors, type PageRendering, renderPage } from '../../src/contexts/forms/web/render-page.ts';
import { renderSummary } from '../../src/contexts/forms/web/render-summary.ts';
import { galleryFrame } from './gallery.ts';

const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; form-action 'self'";

const context = {
  ...contextOf(),
  places: {
    citiesOf: (plz: string) =>
      plz === '32657' ? ['Lemgo'] : plz === '32683' ? ['Barntrup', 'Dörentrup'] : [],
  },
};

/** The form of every kind of field on a free port, under the real policy; it keeps the answers of one person. */
export async function serveForm(): Promise<
  { readonly url: string; readonly answers: () => Answers } & AsyncDisposable
> {
  const form = must(compileForm(everyKind));
  let [answers, language]: [Answers, string] = [{}, 'de'];
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('Content-Security-Policy', policy);
  });
  for (const file of [...assetFiles(), liveScript()])
    app.get(file.path, (c) => c.body(new Uint8Array(file.body), 200, { 'content-type': file.contentType }));
  const show = (c: Context, id: string, more: Partial<PageRendering>) => {
    const model = must(pageModel(evaluate(formIn(form, language), answers, context), id));
    const rendering: PageRendering = {
      action: `/${id}`,
      csrfToken: 'x',
      backHref: model.previous && `/${model.previous}`,
      ...more,
    };
    return c.html(
      whole(`${hasErrors(rendering) ? 'Fehler: ' : ''}${model.title}`, renderPage(model, rendering)),
      more.problems ? 422 : 200,
    );
  };
  app.get('/pruefen', (c) =>
    c.html(
      whole(
        'Angaben prüfen',
        renderSummary(evaluate(formIn(form, language), answers, context), { pageHref: (id) => `/${id}` }),
      ),
    ),
  );
  app.get('/:page', (c) => show(c, c.req.param('page'), { focus: c.req.query('fokus') }));
  app.post('/:page', async (c) => {
    const id = c.req.param('page');
    const sent = new URLSearchParams();
    for (const [name, value] of (await c.req.formData()).entries())
      if (typeof value === 'string') sent.append(name, value);
    const reading = must(readPage(formIn(form, language), answers, context, id, sent));
    answers = reading.answers;
    language = reading.language ?? language;
    if (reading.problems.length > 0)
      return show(c, id, { problems: reading.problems, revealed: reading.revealed });
    if (reading.go === 'stay')
      return c.redirect(`/${id}${reading.focus ? `?fokus=${reading.focus}` : ''}`, 303);
    const next = nextPage(reading.evaluation, id);
    return c.redirect(next.kind === 'page' ? `/${next.page}` : '/pruefen', 303);
  });
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    answers: () => answers,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function whole(title: string, main: Html): string {
  return String(pageLayout({ ...galleryFrame, title, main }));
}
