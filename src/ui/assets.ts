import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file that pages load. Its path carries the hash of its content, so it may be cached for ever. */
export interface AssetFile {
  readonly name: string;
  readonly path: string;
  readonly contentType: string;
  readonly body: Buffer;
  /** Text gains by compression, fonts do not. */
  readonly compressible: boolean;
}

const ownFolder = new URL('./assets/', import.meta.url);
const kernFolder = new URL('../../node_modules/@kern-ux/native/dist/', import.meta.url);

/** Our own styles, joined to one file in this order. */
const styles = [
  'frame',
  'forms',
  'parts',
  'chain',
  'tree',
  'table',
  'list',
  'chart',
  'matrix',
  'map',
  'search',
  'werkstatt',
  'weights',
  'media',
];

/** The scripts that every page loads as one file, in this order. */
const pageScripts = ['fonts.js', 'error-summary.js', 'list.js', 'session.js', 'progress.js'];

const fontFaces = [
  { file: 'FiraSans-Regular.woff2', weight: 400, style: 'normal' },
  { file: 'FiraSans-Medium.woff2', weight: 500, style: 'normal' },
  { file: 'FiraSans-SemiBold.woff2', weight: 600, style: 'normal' },
] as const;

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

const manifest: ReadonlyMap<string, AssetFile> = new Map(buildAssets().map((asset) => [asset.name, asset]));

/** Every file that pages load; the server answers each under its path, with immutable caching. */
export function assetFiles(): readonly AssetFile[] {
  return [...manifest.values()];
}

/** The address of an asset by its plain name; throws where there is none. */
export function assetUrl(name: string): string {
  const asset = manifest.get(name);
  if (!asset) throw new Error(`There is no asset named ${name}.`);
  return asset.path;
}

function buildAssets(): readonly AssetFile[] {
  const fonts = fontFaces.map((face) =>
    assetOf(face.file, readFileSync(new URL(`fonts/fira-sans/${face.file}`, kernFolder))),
  );
  return [
    assetOf('kern.css', readFileSync(new URL('kern.min.css', kernFolder))),
    assetOf(
      'app.css',
      Buffer.concat(styles.map((name) => readFileSync(new URL(`css/${name}.css`, ownFolder)))),
    ),
    assetOf('icon.svg', readFileSync(new URL('icon.svg', ownFolder))),
    assetOf('app.js', Buffer.from(pageScripts.map(ownScript).join('\n'))),
    assetOf('fonts.css', Buffer.from(fontStylesheet(fonts))),
    ...fonts,
    ...furtherScripts().map((name) => assetOf(name, readFileSync(new URL(name, ownFolder)))),
  ];
}

/** A file under a path that carries its hash; whoever makes one of its own hands it to the server. */
export function assetOf(name: string, body: Buffer): AssetFile {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const [base, extension = ''] = [name.slice(0, name.lastIndexOf('.')), name.split('.').at(-1)];
  return {
    name,
    path: `/assets/${base}.${hash}.${extension}`,
    contentType: types[extension] ?? 'application/octet-stream',
    body,
    compressible: extension !== 'woff2',
  };
}

// Each script keeps its names to itself inside the joined file.
function ownScript(name: string): string {
  return `{\n${readFileSync(new URL(name, ownFolder), 'utf8')}\n}`;
}

function fontStylesheet(fonts: readonly AssetFile[]): string {
  return fontFaces
    .map(
      (face, index) =>
        `@font-face{font-family:"Fira Sans";src:url("${fonts[index]?.path}") format("woff2");font-weight:${face.weight};font-style:${face.style};font-display:swap}`,
    )
    .join('\n');
}

function furtherScripts(): readonly string[] {
  const folder = fileURLToPath(ownFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.js') && !pageScripts.includes(name));
}
