import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate } from '../domain/evaluate/evaluate.ts';
import type { Answers } from '../domain/evaluate/evaluation.ts';
import { pageModel } from '../domain/evaluate/page-model.ts';
import { missing } from '../domain/evaluate/problems.ts';
import { contextOf, must, shippedDienst } from '../testing/build.ts';
import { hundValues } from '../testing/kommune-values.ts';
import { hasErrors, renderPage } from './render-page.ts';
import { renderSummary } from './render-summary.ts';

const dienst = await shippedDienst('hund-anmelden');
const context = contextOf(dienst.definition.parameters, hundValues);

function page(id: string, answers: Answers, more: object = {}): string {
  const model = must(pageModel(evaluate(dienst.form, answers, context), id));
  return String(
    renderPage(model, { action: `/antrag/${id}`, csrfToken: 'geheim', backHref: '/antrag/zurueck', ...more }),
  );
}

const large = { hunde: [{ key: '1', hoehe: 60 }] };

describe('a page of the form', () => {
  it('sends itself with token, names of its fields and step, and Enter means „Weiter“', () => {
    const html = page('person', {});
    assert.match(html, /<form[^>]+method="post" action="\/antrag\/person"/);
    assert.match(html, /name="csrf" value="geheim"/);
    assert.match(html, /name="_fields" value="vorname nachname geburtsdatum anschrift email telefon"/);
    assert.match(html, /Schritt 5 von 7/);
    assert.ok(html.indexOf('kern-sr-only" tabindex="-1"') < html.indexOf('name="vorname"'));
    assert.match(html, /autocomplete="given-name"/);
    assert.match(html, /id="feld-anschrift-plz"/);
  });

  it('begins with the error summary, whose links lead to the fields', () => {
    const evaluation = evaluate(dienst.form, {}, context);
    const problems = missing(evaluation).filter((problem) => problem.page === 'person');
    const html = page('person', {}, { problems });
    assert.ok(html.startsWith('<div class="kern-alert kern-alert--danger lw-error-summary"'));
    assert.match(html, /autofocus/);
    for (const [, target = ''] of html.matchAll(/href="#(feld-[^"]+)"/g))
      assert.ok(html.includes(`id="${target}"`), target);
    assert.ok(hasErrors({ problems }));
  });

  it('asks for new fields without an error', () => {
    const problems = [{ field: 'ermaessigungGrund', message: 'fehlt' }];
    const html = page(
      'ermaessigung-grund',
      { ermaessigung: true },
      { problems, revealed: ['ermaessigungGrund'] },
    );
    assert.doesNotMatch(html, /lw-error-summary/);
    assert.match(html, /gehören weitere Fragen/);
    assert.ok(!hasErrors({ problems, revealed: ['ermaessigungGrund'] }));
  });

  it('adds and removes rows by buttons of the form, and moves the focus to a new row', () => {
    const html = page('hunde', { hunde: [{ key: '1' }, { key: '7' }] }, { focus: 'hunde.1' });
    assert.match(html, /name="_action" value="add:hunde"/);
    assert.match(html, /name="_action" value="remove:hunde:1"/);
    assert.match(html, /name="hunde\.n" value="2"/);
    assert.match(html, /name="hunde\.1\.key" value="7"/);
    assert.match(html, /tabindex="-1" autofocus>Hund 2/);
  });

  it('sends files as multipart, says what is allowed, lists what has arrived with a button to remove it', () => {
    const html = page('sachkunde-nachweis', {
      ...large,
      sachkunde: 'jagd',
      sachkundeNachweis: [{ id: 'f1', name: '<b>schein.pdf', type: 'pdf', bytes: 5 }],
    });
    assert.match(html, /enctype="multipart\/form-data"/);
    assert.match(html, /Bis zu 3 Dateien: PDF, JPG, PNG, HEIC, höchstens 10 MB je Datei/);
    assert.match(html, /&lt;b&gt;schein\.pdf/);
    assert.match(html, /value="file:sachkundeNachweis:f1"/);
  });

  it('keeps what was typed wrong in the field', () => {
    assert.match(page('person', { geburtsdatum: '31.02.1980' }), /type="text" value="31\.02\.1980"/);
    assert.match(page('person', { vorname: '"><script>' }), /value="&quot;&gt;&lt;script&gt;"/);
  });

  it('that ends the way has no form, but leads on', () => {
    const html = page('erlaubnis-bestimmte-rasse', { einordnung: 'rasse' });
    assert.doesNotMatch(html, /<form/);
    assert.match(html, /href="https:\/\/musterstadt\.example\/erlaubnis"/);
  });

  it('carries no inline style, script or handler', () => {
    for (const {
      page: { id },
      reachable,
    } of evaluate(dienst.form, large, context).pages) {
      if (reachable)
        assert.doesNotMatch(
          page(id, large),
          /<script(?! type="module" src="\/assets\/)|\sstyle=|\son[a-z]+=/,
        );
    }
  });
});

describe('the check page', () => {
  it('shows questions, answers, ways back, what is missing and the fee', () => {
    const answers = { einordnung: 'nein', hunde: [{ key: '1', name: 'Rex <b>', hoehe: 60 }], angemeldete: 0 };
    const html = String(
      renderSummary(evaluate(dienst.form, answers, context), { pageHref: (id) => `/antrag/${id}` }),
    );
    assert.match(html, /Es fehlen noch Angaben/);
    assert.match(html, /href="\/antrag\/person"/);
    assert.match(html, /Ändern<span class="kern-sr-only">: Ihre Hunde/);
    assert.match(html, /Rex &lt;b&gt;/);
    assert.match(html, /Hund 1/);
    assert.match(html, /100,01 € im Jahr/);
    assert.match(html, /19,99 €/);
  });

  it('offers no change where nothing can be changed any more', () => {
    assert.doesNotMatch(
      String(renderSummary(evaluate(dienst.form, {}, context), { pageHref: null })),
      /Ändern/,
    );
  });
});
