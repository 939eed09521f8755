import { Hono } from 'hono';
import { pageLayout } from '#ui';
import { compileForm } from '../../src/contexts/forms/domain/compile/compile-form.ts';
import { contextOf, must } from '../../src/contexts/forms/testing/build.ts';
import { everyKind } from '../../src/contexts/forms/testing/every-kind.ts';
import { formPreview } from '../../src/contexts/forms/web/form-preview.ts';
import { galleryFrame } from './gallery.ts';
import { listening } from './serve-pages.ts';

const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; form-action 'self'";

const cities: Readonly<Record<string, readonly string[]>> = {
  32657: ['Lemgo'],
  32683: ['Barntrup', 'Dörentrup'],
};

/** The form of every kind of field on a free port, under the real policy; it keeps the answers of one person. */
export async function serveForm() {
  const context = { ...contextOf(), places: { citiesOf: (plz: string) => cities[plz] ?? [] } };
  const preview = formPreview(must(compileForm(everyKind)), context, (title, main) =>
    String(pageLayout({ ...galleryFrame, title, main })),
  );
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('Content-Security-Policy', policy);
  });
  app.route('/', preview.app);
  const { origin, [Symbol.asyncDispose]: close } = await listening(app);
  return {
    url: origin,
    answers: preview.answers,
    [Symbol.asyncDispose]: close,
  };
}
