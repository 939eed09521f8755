import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cssOf, leseAussehen, neutral } from './aussehen.ts';
import { type Farbe, hexOf, kontrast, oklchOf, parseFarbe } from './farbe.ts';
import { besteht, mindestens, naechsteFarbe, schlechtester } from './kontrast.ts';
import { readSvg } from './wappen-svg.ts';

const colour = (hex: string): Farbe => {
  const parsed = parseFarbe(hex);
  assert.ok(parsed);
  return parsed;
};

test('contrast is that of WCAG 2.2', () => {
  assert.equal(kontrast(colour('#000'), colour('#fff')), 21);
  assert.equal(kontrast(colour('#777'), colour('#777777')), 1);
  assert.ok(Math.abs(kontrast(colour('#767676'), colour('#fff')) - 4.54) < 0.01, 'the known grey on white');
  assert.equal(parseFarbe('rot'), null);
  assert.equal(parseFarbe('#12345'), null);
});

test('whatever the colour, the one that is offered passes, keeps its hue and is the same when asked again', () => {
  const part = fc.integer({ min: 0, max: 255 }).map((value) => value / 255);
  fc.assert(
    fc.property(
      fc.tuple(part, part, part),
      fc.constantFrom('hell' as const, 'dunkel' as const),
      fc.constantFrom('text' as const, 'flaeche' as const),
      (farbe, schema, zweck) => {
        const offered = naechsteFarbe(farbe, schema, zweck);
        assert.ok(schlechtester(offered, schema, zweck) >= mindestens[zweck], hexOf(farbe));
        assert.equal(hexOf(naechsteFarbe(offered, schema, zweck)), hexOf(offered));
        const [, chroma, hue] = oklchOf(farbe);
        const [, kept, own] = oklchOf(offered);
        // Of greys no hue is left to keep.
        if (chroma > 0.05 && kept > 0.05)
          assert.ok(Math.abs(Math.atan2(Math.sin(hue - own), Math.cos(hue - own))) < 0.35, hexOf(farbe));
        if (besteht(farbe, schema, zweck)) assert.equal(offered, farbe);
      },
    ),
    { numRuns: 150 },
  );
});

const typed = { ...neutral, akzent: '', akzentDunkel: '', linie: '' };

test('a colour that cannot be read is refused with the nearest that can', () => {
  const read = leseAussehen({ ...typed, akzent: '#ffcc00' }, 'Stadt Lemgo');
  assert.ok(!read.ok);
  const [problem] = read.refusal;
  assert.equal(problem?.field, 'akzent');
  assert.match(
    problem?.message ?? '',
    /#ffcc00 hat auf hellem Grund nur 1,\d\d:1\. Text und Schaltflächen brauchen mindestens 4,50:1/,
  );
  const offered = /passt: (#[0-9a-f]{6})/.exec(problem?.message ?? '')?.[1] ?? '';
  assert.ok(leseAussehen({ ...typed, akzent: offered }, 'Stadt Lemgo').ok, 'what is offered is taken');
  const dark = leseAussehen({ ...typed, akzent: '#1a5f3c', akzentDunkel: '#1a5f3c' }, 'Stadt Lemgo');
  assert.deepEqual(dark.ok ? [] : dark.refusal.map(({ field }) => field), ['akzentDunkel']);
  const good = leseAussehen({ ...typed, akzent: '#1A5F3C' }, 'Stadt Lemgo');
  assert.ok(good.ok && good.value.farben);
  assert.match(
    cssOf(good.value),
    /prefers-color-scheme: light\)\{:root\{--kern-color-action-default:#1a5f3c;/,
  );
  assert.equal(cssOf(neutral), '');
});

test('the name above the pages keeps the name of the Kommune in it', () => {
  const wrong = leseAussehen({ ...typed, anzeigename: 'Bundesrepublik' }, 'Stadt Lemgo');
  assert.match(wrong.ok ? '' : (wrong.refusal[0]?.message ?? ''), /enthält den Namen der Kommune \(Lemgo\)/);
  assert.ok(leseAussehen({ ...typed, anzeigename: 'Unser schönes Lemgo' }, 'Stadt Lemgo').ok);
});

const drawing = (inner: string, root = 'viewBox="0 0 10 10"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${root}>${inner}</svg>`;

test('a drawing is rebuilt from its shapes, and what a program wrote beside them is left out', () => {
  const made = readSvg(
    `<?xml version="1.0"?><!-- by hand --><svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://x.example/i" width="20" height="30" i:v="1"><title>Turm</title><i:meta><i:deep/></i:meta><g style="fill:#123456;-i-x:1"><path d="M0 0h1" class="k" data-x="1"/></g></svg>`,
  );
  assert.ok(made.ok, made.ok ? '' : made.refusal);
  assert.equal(
    made.value,
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 30"><g fill="#123456"><path d="M0 0h1"></path></g></svg>',
  );
  assert.deepEqual(readSvg(made.value), made, 'rebuilt again it is the same');
});

test('whatever could run, load or hide in a drawing is refused with a sentence', () => {
  const refused: readonly (readonly [string, RegExp])[] = [
    [drawing('<script>alert(1)</script>'), /enthält ein Skript/],
    [drawing('<path d="M0 0" onload="x()"/>'), /Anweisung \(onload\)/],
    [drawing('<path d="M0 0" OnClick="x()"/>'), /Anweisung/],
    [drawing('<image href="https://x.example/a.png"/>'), /andere|Bild/],
    [drawing('<use href="#a"/>'), /use/],
    [drawing('<foreignObject/>'), /fremde Inhalte/],
    [drawing('<style>@import "x"</style>'), /Formatvorlage/],
    [drawing('<a href="#x"/>'), /Link/],
    [drawing('<animate attributeName="x"/>'), /„animate“/],
    [drawing('<text>Lemgo</text>'), /Schrift/],
    [drawing('<path d="M0 0" fill="url(https://x.example/#a)"/>'), /andere Datei oder Adresse/],
    [drawing('<path d="M0 0" style="fill:url(//x.example)"/>'), /andere Datei oder Adresse/],
    [
      drawing('<linearGradient xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="x.svg#a"/>'),
      /andere Datei/,
    ],
    [`<!DOCTYPE svg [<!ENTITY a "b">]>${drawing('')}`, /DOCTYPE/],
    [`<?xml-stylesheet href="x.css"?>${drawing('')}`, /Formatvorlage/],
    [drawing('&a;'), /keine lesbare/],
    [drawing('<svg/>'), /in einer anderen/],
    ['<html xmlns="http://www.w3.org/1999/xhtml"/>', /keine Zeichnung/],
    ['<svg/>', /keine Zeichnung/],
    [drawing('', ''), /fehlt ihre Größe/],
    ['kein xml', /keine lesbare/],
    [drawing('<path d="M0 0"/>'.repeat(3001)), /verschachtelt/],
    [drawing('<g>'.repeat(60) + '</g>'.repeat(60)), /verschachtelt/],
    [drawing(`<!--${'x'.repeat(100_000)}-->`), /größer als 100 kB/],
  ];
  for (const [text, why] of refused) {
    const read = readSvg(text);
    assert.ok(!read.ok, text.slice(0, 120));
    assert.match(read.refusal, why, text.slice(0, 120));
  }
});

test('whatever text comes, what is kept of it holds no address, no instruction and no text of its own', () => {
  const bits = fc.constantFrom(
    '<path d="',
    '"/>',
    'url(#a)',
    'javascript:',
    '<script>',
    ' onload="',
    'href="',
    '<g>',
    '</g>',
    'http://x',
    '<',
    '"',
    "'",
    '&lt;',
    ' fill="',
  );
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 8 }), (parts) => {
      const read = readSvg(drawing(parts.join('')));
      if (!read.ok) return;
      assert.doesNotMatch(read.value, /script|onload|href|http:\/\/x/i);
    }),
  );
});
