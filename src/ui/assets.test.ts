import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { assetFiles } from './assets.ts';
import { pageLayout } from './layout/page-layout.ts';

test('the first view stays under 150 kB compressed, the webfont not among it', () => {
  const page = String(pageLayout({ title: 'A', main: '', demo: true, user: null, footer: [] }));
  const loaded = assetFiles().filter(
    (file) => page.includes(`src="${file.path}"`) || page.includes(`href="${file.path}"`),
  );
  const bytes = loaded.reduce((sum, file) => sum + gzipSync(file.body).length, 0);
  assert.deepEqual(loaded.map((file) => file.name).sort(), ['app.css', 'app.js', 'icon.svg', 'kern.css']);
  assert.ok(bytes < 60_000, `${bytes} bytes`);
});

test('an asset says by its address what it holds', () => {
  for (const file of assetFiles())
    assert.match(file.path, /^\/assets\/[\w-]+\.[0-9a-f]{12}\.(css|js|svg|woff2)$/);
});
