import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from 'hono/html';
import { alert } from './alert.ts';
import { inputField } from './forms/input-field.ts';
import { attributes, idFrom } from './html.ts';
import { pageLayout } from './layout/page-layout.ts';
import { externalLink } from './link.ts';
import { table } from './table.ts';

const hostile = `"><script>alert('x')</script>`;

test('what people typed never becomes markup', () => {
  const parts = [
    attributes({ title: hostile }),
    alert({ kind: 'info', title: hostile, body: hostile }),
    inputField({ name: hostile, label: hostile, hint: hostile, error: hostile, value: hostile }),
    table({
      caption: hostile,
      columns: [{ label: hostile }, { label: hostile }],
      rows: [[hostile, hostile]],
    }),
    pageLayout({
      title: hostile,
      main: hostile,
      area: hostile,
      demo: true,
      user: { name: hostile, organisation: hostile, signOutAction: hostile },
      footer: [{ label: hostile, href: hostile }],
    }),
  ];
  for (const part of parts) assert.ok(!String(part).includes('<script>alert'), String(part));
});

test('a page carries no inline style, inline script or event handler', () => {
  const page = String(pageLayout({ title: 'A', main: html`<p>B</p>`, demo: false, user: null, footer: [] }));
  assert.doesNotMatch(page, /\sstyle=|\son[a-z]+=|<script>/);
});

test('attributes without a value are left out, true ones stand bare', () => {
  assert.equal(
    String(attributes({ id: 'a', hidden: true, title: null, lang: undefined, open: false, n: 0 })),
    ' id="a" hidden n="0"',
  );
});

test('only web addresses become external links', () => {
  assert.doesNotMatch(String(externalLink('javascript:alert(1)', 'Quelle')), /<a/);
  assert.match(String(externalLink('https://recht.nrw.de', 'Quelle')), /href="https:\/\/recht\.nrw\.de"/);
});

test('an id holds no sign that would break a link to it', () => {
  assert.equal(idFrom('feld', 'adresse[0].straße'), 'feld-adresse-0-stra-e');
});

test('a field names its hint and its error to screen readers', () => {
  const field = String(inputField({ name: 'ort', label: 'Ort', hint: 'Hinweis', error: 'Fehlt' }));
  assert.match(field, /aria-describedby="feld-ort-hinweis feld-ort-fehler"/);
  assert.match(field, /aria-invalid="true"/);
  assert.match(field, /id="feld-ort-fehler"/);
});

test('a password is never sent back to the page', () => {
  assert.doesNotMatch(
    String(inputField({ type: 'password', name: 'k', label: 'Kennwort', value: 'geheim' })),
    /geheim/,
  );
});

test('after a refused form the title says so first', () => {
  const page = String(
    pageLayout({ title: 'Einladen', main: '', demo: false, user: null, footer: [], hasErrors: true }),
  );
  assert.match(page, /<title>Fehler: Einladen/);
});

test('a demo says on its page that it is no authority, and does not claim to be an official website', () => {
  const page = String(pageLayout({ title: 'A', main: '', demo: true, user: null, footer: [] }));
  assert.match(page, /Vorführung, keine Behörde/);
  assert.match(page, /noindex/);
  assert.doesNotMatch(page, /Offizielle Website/);
});
