import { Hono } from 'hono';
import { assetFiles } from '#ui';
import { galleryPages, sentMatrix } from './gallery.ts';
import { listening } from './serve-pages.ts';

// The policy of the real server: no inline style or script gets through.
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Serves the gallery on a free port of the loopback, under the real Content-Security-Policy. */
export async function serveGallery(): Promise<
  { readonly url: string; readonly sent: Map<string, number> } & AsyncDisposable
> {
  const app = new Hono();
  const sent = new Map<string, number>();
  app.use(async (context, next) => {
    await next();
    context.header('Content-Security-Policy', policy);
  });
  for (const [path, render] of Object.entries(galleryPages)) {
    app.get(path, (context) => context.html(render(new URL(context.req.url).searchParams)));
  }
  for (const file of assetFiles()) {
    app.get(file.path, (context) => {
      sent.set(file.name, file.body.length);
      return context.body(new Uint8Array(file.body), 200, { 'content-type': file.contentType });
    });
  }
  app.get('/fortschritt', (context) =>
    context.json({ value: 2400, max: 5249, text: '2.400 von 5.249 Zeilen gelesen', done: false }),
  );
  app.post('/matrix', async (context) => {
    const answer = sentMatrix(new URLSearchParams(await context.req.text()));
    return context.html(answer.page, answer.refused ? 422 : 200);
  });
  app.post('/sitzung', (context) => context.json({ expiresAt: '2126-11-21T14:02:00Z' }));
  const { origin, [Symbol.asyncDispose]: close } = await listening(app);
  return {
    url: origin,
    sent,
    [Symbol.asyncDispose]: close,
  };
}
