import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Context, Hono } from 'hono';
import { liveScript } from '#forms/pages';
import { type AssetFile, assetFiles } from '#ui';

type Encoding = 'br' | 'gzip' | 'identity';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Serves the files that pages load: compressed once, cached for ever under the hash in their path. */
export function assetServer(): Hono {
  const app = new Hono();
  const byPath = new Map(assetFiles().map((file) => [file.path, file]));
  const packed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  app.get('/assets/*', async (context) => {
    const { path } = context.req;
    const file = byPath.get(path) ?? [liveScript()].find((script) => script.path === path);
    if (!file) return context.notFound();
    const encoding = encodingFor(context, file);
    const key = `${encoding} ${file.path}`;
    const body = packed.get(key) ?? pack(file, encoding);
    packed.set(key, body);
    return context.body(await body, 200, headersOf(file, encoding));
  });
  return app;
}

function encodingFor(context: Context, file: AssetFile): Encoding {
  if (!file.compressible) return 'identity';
  const accepted = context.req.header('accept-encoding') ?? '';
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity';
}

async function pack(file: AssetFile, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === 'br') {
    return new Uint8Array(await brotli(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
  }
  return new Uint8Array(encoding === 'gzip' ? await gzipped(file.body, { level: 9 }) : file.body);
}

function headersOf(file: AssetFile, encoding: Encoding): Record<string, string> {
  return {
    'Content-Type': file.contentType,
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  };
}
