import { html } from 'hono/html';
import type { FieldProblem, Refusal } from '#kernel';
import { formField, numberIn, type PageAnswer, type PageRoute, page, refusedPage } from '#platform';
import {
  alert,
  badge,
  button,
  buttonRow,
  emptyState,
  errorOf,
  form,
  type Html,
  inputField,
  linkButton,
  refusalNotice,
  section,
  selectField,
  table,
  textareaField,
  textLink,
} from '#ui';
import type { WorkshopDeps } from '../deps.ts';
import { type Json, listAt, property, textAt } from '../domain/json.ts';
import { kurznameAus } from '../domain/umbauen.ts';
import { invalidEntwurf } from '../errors.ts';
import { type Ergebnis, euro } from '../testfaelle/spielen.ts';
import { pruefung } from '../use-cases/pruefstand.ts';
import { speichereTestfall } from '../use-cases/testfaelle.ts';
import { adresse, entwurfSeite, getan, type Offen, route, withEntwurf } from './answers.ts';
import { testWort } from './pruefung-page.ts';

/** The test cases of a draft: played anew on every look, written by hand. */
export function testfaelleRoutes(deps: WorkshopDeps): readonly PageRoute[] {
  return [
    route('GET', 'workshop.play', '/:dienst/testfaelle', (request) => withEntwurf(deps, request, show)),
    route('GET', 'workshop.edit', '/:dienst/testfall', (request) => withEntwurf(deps, request, edit)),
    route('POST', 'workshop.edit', '/:dienst/testfall', (request) => withEntwurf(deps, request, receive)),
  ];
}

async function show(offen: Offen): Promise<PageAnswer> {
  const { deps, entwurf } = offen;
  const { durchlauf } = await pruefung(deps, entwurf.dokumente);
  const main =
    durchlauf === null
      ? alert({
          kind: 'warning',
          title: 'Die Testfälle laufen erst, wenn der Entwurf schlüssig ist.',
          body: textLink(adresse(entwurf.dienst, 'pruefung'), 'Was noch nicht stimmt'),
        })
      : html`${alert({ kind: durchlauf.bestanden ? 'success' : 'danger', title: testWort(durchlauf.ergebnisse) })}${tabelle(entwurf.dienst, durchlauf.ergebnisse)}${
          durchlauf.unbesucht.length > 0
            ? html`<p class="kern-body">Kein Testfall führt auf: ${durchlauf.unbesucht.join(', ')}.</p>`
            : ''
        }`;
  const add = buttonRow(
    linkButton('Testfall schreiben', adresse(entwurf.dienst, 'testfall'), { kind: 'secondary' }),
  );
  const lead =
    'Ein Testfall hält Antworten fest und was herauskommen muss. Er läuft bei jedem Stand mit, vorwärts und zurück; schlägt einer fehl, lässt sich nichts veröffentlichen.';
  return page(
    entwurfSeite(offen, 'testfaelle', { title: 'Testfälle', lead, main: html`${main}${add}`, wide: true }),
  );
}

function tabelle(dienst: string, ergebnisse: readonly Ergebnis[]): Html {
  return table({
    caption: 'Testfälle',
    captionHidden: true,
    columns: [
      { label: 'Testfall' },
      { label: 'Ergebnis' },
      { label: 'Weg', width: 'wide' },
      { label: 'Gebühr' },
    ],
    rows: ergebnisse.map(({ id, titel, bestanden, abweichungen, seiten, ende, gebuehrCent }) => [
      textLink(adresse(dienst, 'testfall', { id }), titel),
      html`${badge(bestanden ? 'success' : 'danger', bestanden ? 'Bestanden' : 'Nicht bestanden')}${abweichungen.map((each) => html`<br>${each}`)}`,
      `${seiten.join(' › ')}${ende === 'end' ? ' (Ausgang)' : ''}`,
      gebuehrCent === null ? 'offen' : euro(gebuehrCent),
    ]),
    empty: emptyState({
      title: 'Noch kein Testfall',
      body: 'Füllen Sie das Formular in der Vorschau aus: Am Ende stehen dort die Antworten zum Übernehmen.',
    }),
  });
}

async function edit(offen: Offen): Promise<PageAnswer> {
  const id = offen.request.query.get('id') ?? '';
  const fall =
    listAt(offen.entwurf.dokumente.testfaelle, 'cases').find((each) => textAt(each, 'id') === id) ?? null;
  return page(content(offen, werteVon(fall, offen.deps.clock.today()), null));
}

interface Werte {
  readonly id: string;
  readonly titel: string;
  readonly tag: string;
  readonly werte: string;
  readonly antworten: string;
  readonly seiten: string;
  readonly ende: string;
  readonly maengel: string;
  readonly gebuehr: string;
}

function werteVon(fall: Json | null, today: string): Werte {
  const expect = fall === null ? undefined : property(fall, 'expect');
  const lines = (name: string) => listAt(expect, name).map(String).join('\n');
  const fee = property(expect, 'feeCents');
  const text = (value: Json | undefined) => (value === undefined ? '' : JSON.stringify(value, null, 2));
  return {
    id: fall === null ? '' : textAt(fall, 'id'),
    titel: fall === null ? '' : textAt(fall, 'title'),
    tag: (fall === null ? '' : textAt(fall, 'today')) || today,
    werte: fall === null ? '' : text(property(fall, 'parameters')),
    antworten: fall === null ? '{}' : text(property(fall, 'answers')),
    seiten: lines('pages'),
    ende: textAt(expect, 'end') || 'summary',
    maengel: lines('problems'),
    gebuehr: typeof fee === 'number' ? (fee / 100).toFixed(2).replace('.', ',') : '',
  };
}

function content(offen: Offen, werte: Werte, reason: Refusal | null) {
  const { entwurf, request } = offen;
  const problems: readonly FieldProblem[] = reason?.fields ?? [];
  const field = (name: keyof Werte, label: string, hint?: string) => ({
    name,
    label,
    hint,
    value: werte[name],
    error: errorOf(problems, name),
  });
  const area = (name: keyof Werte, label: string, rows: number, hint: string) =>
    textareaField({ ...field(name, label, hint), rows, optional: name !== 'antworten' && name !== 'seiten' });
  const main = html`${refusalNotice(reason)}${form(
    {
      action: adresse(entwurf.dienst, 'testfall'),
      csrfToken: request.csrfToken,
      hidden: { id: werte.id, grundlage: String(entwurf.nummer) },
    },
    html`<div class="lw-stack">${inputField(field('titel', 'Was dieser Fall zeigt', 'Zum Beispiel: Zwei Sofas, Abholung an der Straße'))}${inputField({ ...field('tag', 'Tag, dessen Recht gilt'), type: 'date' })}${area('antworten', 'Antworten (JSON)', 10, 'Aus der Vorschau übernehmen: „Angaben prüfen“, unten „Antworten für einen Testfall“')}${area('werte', 'Werte der Kommune (JSON)', 4, 'Leer: Beispielwerte')}</div>${section(
      'Was herauskommen muss',
      html`<div class="lw-stack">${area(
        'seiten',
        'Seiten des Wegs, je Zeile eine',
        6,
        `Kurznamen, zum Beispiel ${listAt(entwurf.dokumente.formular, 'pages')
          .slice(0, 2)
          .map((each) => textAt(each, 'id'))
          .join(', ')}`,
      )}${selectField({
        ...field('ende', 'Ende'),
        placeholder: null,
        options: [
          { value: 'summary', label: 'Angaben prüfen' },
          { value: 'end', label: 'Ausgangsseite' },
        ],
      })}${area('maengel', 'Felder, die fehlen oder nicht passen, je Zeile eines', 3, 'Leer: alles ist richtig')}${inputField({ ...field('gebuehr', 'Gebühr in Euro', 'Leer: wird nicht geprüft'), optional: true, width: 'narrow', inputmode: 'decimal' })}</div>`,
      { id: 'erwartung' },
    )}${buttonRow(button('Speichern'), werte.id === '' ? '' : button('Testfall entfernen', { kind: 'tertiary', name: 'entfernen', value: 'ja' }))}`,
  )}`;
  return entwurfSeite(
    offen,
    'testfall',
    { title: werte.id === '' ? 'Testfall schreiben' : 'Testfall ändern', main },
    reason,
  );
}

async function receive(offen: Offen): Promise<PageAnswer> {
  const { deps, autor, entwurf, request } = offen;
  const { form: sent } = request;
  const names = ['id', 'titel', 'tag', 'werte', 'antworten', 'seiten', 'ende', 'maengel', 'gebuehr'] as const;
  const given = Object.fromEntries(names.map((name) => [name, formField(sent, name)]));
  const werte = { ...werteVon(null, ''), ...given };
  const again = (reason: Refusal) => refusedPage(content(offen, werte, reason), reason);
  const fall = sent.has('entfernen')
    ? { problems: [], fall: null, id: werte.id }
    : fallAus(werte, entwurf.dokumente.testfaelle);
  if (fall.problems.length > 0) return again(invalidEntwurf(fall.problems));
  const grundlage = numberIn(sent.get('grundlage'));
  const saved = await speichereTestfall(deps, autor, entwurf.dienst, {
    id: fall.id,
    fall: fall.fall,
    grundlage,
  });
  return saved.ok ? getan(adresse(entwurf.dienst, 'testfaelle'), 'gespeichert') : again(saved.refusal);
}

function fallAus(
  werte: Werte,
  testfaelle: Json,
): { readonly problems: readonly FieldProblem[]; readonly fall: Json; readonly id: string } {
  const problems: FieldProblem[] = [];
  const json = (name: 'antworten' | 'werte'): Json => {
    try {
      return JSON.parse(werte[name] || '{}') as Json;
    } catch (fault) {
      problems.push({
        field: name,
        message: `Das ist kein gültiges JSON: ${fault instanceof Error ? fault.message : ''}`,
      });
      return {};
    }
  };
  if (werte.titel === '')
    problems.push({ field: 'titel', message: 'Bitte sagen Sie, was dieser Fall zeigt.' });
  const fee = werte.gebuehr.replace(',', '.');
  if (fee !== '' && !/^\d{1,9}(\.\d{1,2})?$/.test(fee))
    problems.push({ field: 'gebuehr', message: 'Bitte nennen Sie einen Betrag wie 12,50.' });
  const taken = new Set(listAt(testfaelle, 'cases').map((each) => textAt(each, 'id')));
  const id = werte.id || freierName(kurznameAus(werte.titel, 'fall'), taken);
  const lines = (text: string) =>
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean);
  const fall = {
    id,
    title: werte.titel,
    today: werte.tag,
    parameters: json('werte'),
    answers: json('antworten'),
    expect: {
      pages: lines(werte.seiten),
      end: werte.ende,
      problems: lines(werte.maengel),
      feeCents: fee === '' ? null : Math.round(Number(fee) * 100),
    },
  };
  return { problems, fall, id };
}

function freierName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}
