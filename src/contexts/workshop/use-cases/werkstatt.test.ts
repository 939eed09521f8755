import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Result } from '#kernel';
import { elementAm } from '../domain/elemente.ts';
import { listAt, textAt } from '../domain/json.ts';
import { ausgeschrieben } from '../testing/ausgeschrieben.ts';
import { openWorkshopWorld, type WorkshopWorld } from '../testing/workshop-world.ts';
import { baueUm, speichereAngaben } from './bauen.ts';
import { beginneMit, beginneNeu, lies } from './beginne.ts';
import { bestaetige } from './bestaetige.ts';
import { entscheideGegen } from './entscheide-gegen.ts';
import { type Entwurf, openEntwurf } from './entwurf.ts';
import { listeWerke } from './liste.ts';
import { hindernisse, pruefung } from './pruefstand.ts';
import { standNamens } from './staende.ts';
import { startblick, wartendSeit } from './startblick.ts';
import { speichereTestfall } from './testfaelle.ts';
import { legeVor, veroeffentliche } from './veroeffentlichen.ts';
import { geheZurueckOderVor } from './zurueck-oder-vor.ts';

describe('the workshop', () => {
  let w: WorkshopWorld;
  before(async () => {
    w = await openWorkshopWorld();
  });
  after(() => w[Symbol.asyncDispose]());

  function need<T>(result: Result<T>): T {
    assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.refusal));
    return result.value;
  }

  const codeOf = (result: Result<unknown>) => (result.ok ? 'done' : result.refusal.code);

  const sperrmuell = (dienst: string) => ({
    titel: 'Sperrmüll anmelden',
    dienst,
    leika: '99003002000000',
    leistung: 'Abfallentsorgung',
    stelle: 'abfallwirtschaft',
  });

  const begin = async (dienst: string): Promise<Entwurf> =>
    need(await beginneNeu(w.deps, w.author, sperrmuell(dienst)));

  /** Begun, and every text written that a new service begins with. */
  const beginWritten = async (dienst: string): Promise<Entwurf> => {
    const { dokumente, nummer } = await begin(dienst);
    return need(await lies(w.deps, w.author, dienst, ausgeschrieben(dokumente), nummer));
  };

  const addField = (entwurf: Entwurf, typ: string, label: string) =>
    baueUm(
      w.deps,
      w.author,
      entwurf.dienst,
      { art: 'neues-feld', in: ['person'], typ, label },
      entwurf.nummer,
    );

  function labelForm(values: Readonly<Record<string, string>>): URLSearchParams {
    return new URLSearchParams({ id: 'name', label: 'Ihr Name', ...values });
  }

  test('a service that was just begun compiles, and cannot be published before its texts are written or confirmed', async () => {
    const entwurf = await begin('anfang');
    const stand = await pruefung(w.deps, entwurf.dokumente);
    assert.deepEqual(
      hindernisse(stand)
        .map(({ message }) => message)
        .toSorted(),
      [
        'Leistungen und Stellen, Leistungen 1 › Rechtsgrundlagen 1 › Quellen 1 › Titel: Hier steht noch der Platzhalter „Noch offen“.',
        'Leistungen und Stellen, Leistungen 1 › Rechtsgrundlagen 1 › Text: Hier steht noch der Platzhalter „Rechtsgrundlage noch eintragen“.',
        'Texte der Leistungsseite, Frist: „Es gibt keine Frist.“ ist ein Vorschlag. Stimmt das?',
        'Texte der Leistungsseite, Für wen: „Für alle, die hier wohnen.“ ist ein Vorschlag. Stimmt das?',
        'Texte der Leistungsseite, Kosten: „Es fallen keine Kosten an.“ ist ein Vorschlag. Stimmt das?',
        'Texte der Leistungsseite, Rechtsgrundlage: Hier steht noch der Platzhalter „Rechtsgrundlage noch eintragen“.',
      ],
    );
    const early = { grundlage: entwurf.nummer, nachricht: '' };
    assert.equal(codeOf(await legeVor(w.deps, w.author, 'anfang', early)), 'WORKSHOP_NOT_READY');
    const written = ausgeschrieben(entwurf.dokumente);
    assert.deepEqual(hindernisse(await pruefung(w.deps, written)), []);
    assert.match(JSON.stringify(written.dienst), /"cost":"Es fallen keine Kosten an\."/);
    assert.match(JSON.stringify(stand.befunde), /noch keinen Testfall/);
    const unwritten = stand.befunde.filter(({ art }) => art === 'Platzhalter');
    assert.deepEqual(
      new Set(unwritten.map(({ schwere, ort }) => `${schwere} ${ort}`)),
      new Set(['fehler bereich/texte', 'fehler bereich/leistungen']),
    );
    assert.equal(codeOf(await beginneNeu(w.deps, w.author, sperrmuell('anfang'))), 'WORKSHOP_NAME_TAKEN');
    for (const dienst of ['neu', 'Groß', 'a--b'])
      assert.equal(
        codeOf(await beginneNeu(w.deps, w.author, sperrmuell(dienst))),
        'WORKSHOP_INVALID',
        dienst,
      );
  });

  test('a LeiKa key counts as the catalogue shows it, and a wrong one gets one message', async () => {
    const copied = { ...sperrmuell('kopiert'), leika: ' 99 003 002 000 000 ' };
    const { dokumente } = need(await beginneNeu(w.deps, w.author, copied));
    assert.match(JSON.stringify(dokumente.dienst), /"leika":"99003002000000"/);
    const wrong = await beginneNeu(w.deps, w.author, {
      ...sperrmuell('falsch'),
      leika: '99 003',
      leistung: '',
    });
    assert.deepEqual(wrong.ok ? [] : wrong.refusal.fields?.map(({ field }) => field), ['leika']);
  });

  test('every type of field can be added, is right at once, and goes by undo and comes by redo', async () => {
    let entwurf = await beginWritten('felder');
    for (const typ of [
      'text',
      'choice',
      'file',
      'group',
      'section',
      'table',
      'consent',
      'calculated',
      'date',
    ])
      entwurf = need(await addField(entwurf, typ, `Frage ${typ}`)).entwurf;
    assert.deepEqual(hindernisse(await pruefung(w.deps, ausgeschrieben(entwurf.dokumente))), []);
    const full = entwurf.dokumente;
    for (let left = 10; left > 0; left -= 1)
      entwurf = need(await geheZurueckOderVor(w.deps, w.author, 'felder', 'zurueck', entwurf.nummer));
    assert.equal(elementAm(entwurf.dokumente.formular, ['person'])?.kinder.length, 1);
    assert.equal(
      codeOf(await geheZurueckOderVor(w.deps, w.author, 'felder', 'zurueck', entwurf.nummer)),
      'WORKSHOP_NOTHING_TO_UNDO',
    );
    for (let left = 10; left > 0; left -= 1)
      entwurf = need(await geheZurueckOderVor(w.deps, w.author, 'felder', 'vor', entwurf.nummer));
    assert.deepEqual(entwurf.dokumente, full);
    assert.equal(entwurf.nummer, 31);
  });

  test('two authors on different questions both keep their work; on the same one the second is told what the first did', async () => {
    const begun = await begin('zu-zweit');
    const read = need(await addField(begun, 'text', 'Bemerkung')).entwurf;
    const save = (ort: string, sent: URLSearchParams, autor = w.author) =>
      speichereAngaben(w.deps, autor, 'zu-zweit', { ort, grundlage: read.nummer, sent });
    need(await save('teil/person/name', labelForm({ label: 'Wie heißen Sie?' })));
    const other = new URLSearchParams({ id: 'bemerkung', label: 'Noch etwas?' });
    const both = need(await save('teil/person/bemerkung', other, w.publisher));
    assert.equal(elementAm(both.dokumente.formular, ['person', 'name'])?.titel, 'Wie heißen Sie?');
    assert.equal(elementAm(both.dokumente.formular, ['person', 'bemerkung'])?.titel, 'Noch etwas?');
    const late = await save('teil/person/name', labelForm({ label: 'Name' }), w.publisher);
    assert.equal(codeOf(late), 'WORKSHOP_CHANGED_MEANWHILE');
    assert.match(
      late.ok ? '' : (late.refusal.fields?.[0]?.message ?? ''),
      /jetzt „Wie heißen Sie\?“.*vorher „Ihr Name“/,
    );
    const removed = { art: 'entfernen', weg: ['person', 'name'] } as const;
    assert.equal(
      codeOf(await baueUm(w.deps, w.publisher, 'zu-zweit', removed, read.nummer)),
      'WORKSHOP_CHANGED_MEANWHILE',
    );
  });

  test('many authors who write at the same moment lose nothing', async () => {
    const begun = await begin('gleichzeitig');
    const labels = Array.from({ length: 6 }, (_, index) => `Zusatz ${index}`);
    const done = await Promise.all(labels.map((label) => addField(begun, 'text', label)));
    const kept = done.filter(({ ok }) => ok).length;
    const now = need(await openEntwurf(w.deps, w.author, 'gleichzeitig'));
    const titles = elementAm(now.dokumente.formular, ['person'])?.kinder.map(({ titel }) => titel) ?? [];
    assert.equal(titles.filter((titel) => titel.startsWith('Zusatz')).length, kept);
    for (const refused of done.filter(({ ok }) => !ok))
      assert.equal(codeOf(refused), 'WORKSHOP_CHANGED_MEANWHILE');
  });

  test('a condition that names nothing is kept, shown at its place, and keeps the draft from being proposed', async () => {
    const begun = await begin('bedingung');
    const sent = labelForm({ condition: 'gibtesnicht > 2' });
    const saved = need(
      await speichereAngaben(w.deps, w.author, 'bedingung', {
        ort: 'teil/person/name',
        grundlage: begun.nummer,
        sent,
      }),
    );
    const { befunde } = await pruefung(w.deps, saved.dokumente);
    assert.deepEqual(
      befunde.map(({ ort, angabe }) => [ort, angabe]),
      [['teil/person/name', 'condition']],
    );
    const proposed = await legeVor(w.deps, w.author, 'bedingung', { grundlage: saved.nummer, nachricht: '' });
    assert.equal(codeOf(proposed), 'WORKSHOP_NOT_READY');
    const shapeless = labelForm({ id: 'Kein Name!' });
    const refused = await speichereAngaben(w.deps, w.author, 'bedingung', {
      ort: 'teil/person/name',
      grundlage: saved.nummer,
      sent: shapeless,
    });
    assert.equal(codeOf(refused), 'WORKSHOP_INVALID');
  });

  test('one proposes, another publishes; it is there at once, and the next version counts on', async () => {
    const begun = await beginWritten('vier-augen');
    const proposed = need(
      await legeVor(w.deps, w.publisher, 'vier-augen', { grundlage: begun.nummer, nachricht: 'Bitte' }),
    );
    const nummer = proposed.offen?.nummer ?? 0;
    assert.equal(
      codeOf(await veroeffentliche(w.deps, w.publisher, 'vier-augen', nummer)),
      'WORKSHOP_FOUR_EYES',
    );
    assert.equal(
      codeOf(await veroeffentliche(w.deps, w.author, 'vier-augen', nummer)),
      'WORKSHOP_NOT_PUBLISHER',
    );
    assert.equal(codeOf(await openEntwurf(w.deps, w.stranger, 'vier-augen')), 'WORKSHOP_UNKNOWN');
    const withdrawn = { vorlage: nummer, art: 'zurueckgezogen', grund: '' } as const;
    assert.equal(
      codeOf(await entscheideGegen(w.deps, w.author, 'vier-augen', withdrawn)),
      'WORKSHOP_NOT_YOURS',
    );
    need(await entscheideGegen(w.deps, w.publisher, 'vier-augen', withdrawn));

    const again = need(
      await legeVor(w.deps, w.author, 'vier-augen', { grundlage: begun.nummer, nachricht: '' }),
    );
    const later = need(await addField(again, 'text', 'Erst danach')).entwurf;
    const done = need(await veroeffentliche(w.deps, w.publisher, 'vier-augen', again.offen?.nummer ?? 0));
    assert.equal(done.version, 1);
    assert.deepEqual(w.offered.at(-1), 'vier-augen');
    const live = (await w.deps.onlinedienste()).find(({ id }) => id === 'vier-augen');
    assert.equal(live?.version, 1);
    assert.doesNotMatch(JSON.stringify(live?.definition), /Erst danach/);
    const rows = await listeWerke(w.deps, w.author);
    assert.equal(rows.find(({ dienst }) => dienst === 'vier-augen')?.fassung, 1);

    const second = need(
      await legeVor(w.deps, w.author, 'vier-augen', { grundlage: later.nummer, nachricht: '' }),
    );
    assert.equal(
      need(await veroeffentliche(w.deps, w.publisher, 'vier-augen', second.offen?.nummer ?? 0)).version,
      2,
    );
    assert.match(
      JSON.stringify((await w.deps.onlinedienste()).find(({ id }) => id === 'vier-augen')?.form.definition),
      /Erst danach/,
    );
    const old = need(await standNamens(w.deps, w.author, 'vier-augen', 'fassung-1'));
    assert.doesNotMatch(JSON.stringify(old), /Erst danach/);
    assert.equal(
      codeOf(await legeVor(w.deps, w.author, 'vier-augen', { grundlage: later.nummer, nachricht: '' })),
      'WORKSHOP_UNCHANGED',
    );
  });

  test('what the prover finds and a test case that fails both keep a draft from being published', async () => {
    const begun = await beginWritten('pruefung-sperrt');
    const fall = (pages: readonly string[]) => ({
      id: 'fall',
      title: 'Ein Fall',
      today: '2026-11-22',
      parameters: {},
      answers: { name: { given: 'Erika', family: 'Muster' } },
      expect: { pages, end: 'summary', problems: [], feeCents: 0 },
    });
    const wrong = need(
      await speichereTestfall(w.deps, w.author, 'pruefung-sperrt', {
        id: 'fall',
        fall: fall(['person', 'geheim']),
        grundlage: begun.nummer,
      }),
    );
    const refused = await legeVor(w.deps, w.author, 'pruefung-sperrt', {
      grundlage: wrong.nummer,
      nachricht: '',
    });
    assert.match(
      refused.ok ? '' : refused.refusal.message,
      /Testfall „Ein Fall“: Der Weg: erwartet „Wer sind Sie\?“, geheim/,
    );
    const right = need(
      await speichereTestfall(w.deps, w.author, 'pruefung-sperrt', {
        id: 'fall',
        fall: fall(['person']),
        grundlage: wrong.nummer,
      }),
    );
    w.found.push({
      schwere: 'fehler',
      art: 'Probe',
      stelle: 'formular.json: pages[0].fields[0]',
      was: 'Sackgasse',
      abhilfe: null,
      weg: null,
    });
    assert.equal(
      codeOf(await legeVor(w.deps, w.author, 'pruefung-sperrt', { grundlage: right.nummer, nachricht: '' })),
      'WORKSHOP_NOT_READY',
    );
    w.found.length = 0;
    need(await legeVor(w.deps, w.author, 'pruefung-sperrt', { grundlage: right.nummer, nachricht: '' }));
  });

  test('a proposed text is confirmed where it stands, once, and counts as written from then on', async () => {
    const begun = await begin('bestaetigt');
    const cost = { dokument: 'dienst', stelle: 'texts.cost' } as const;
    const law = { dokument: 'dienst', stelle: 'texts.law', grundlage: begun.nummer } as const;
    const done = need(await bestaetige(w.deps, w.author, 'bestaetigt', { ...cost, grundlage: begun.nummer }));
    assert.match(JSON.stringify(done.dokumente.dienst), /"cost":"Es fallen keine Kosten an\."/);
    const { befunde } = await pruefung(w.deps, done.dokumente);
    assert.ok(befunde.every(({ stelle }) => stelle !== 'dienst.json: texts.cost'));
    const again = await bestaetige(w.deps, w.author, 'bestaetigt', { ...cost, grundlage: done.nummer });
    assert.equal(codeOf(again), 'WORKSHOP_PLACE_UNKNOWN');
    // What says nothing yet has to be written.
    assert.equal(codeOf(await bestaetige(w.deps, w.author, 'bestaetigt', law)), 'WORKSHOP_PLACE_UNKNOWN');
  });

  test('whoever may decide sees on the start page what waits; whoever proposed it does not', async () => {
    const begun = await beginWritten('wartet');
    const before = new Date(Date.parse('2026-11-22T09:00:00Z'));
    const proposed = need(
      await legeVor(w.deps, w.author, 'wartet', { grundlage: begun.nummer, nachricht: '' }),
    );
    const seen = await startblick(w.deps, w.publisher.principal);
    assert.deepEqual(
      seen?.wartend.filter(({ href }) => href.includes('/wartet/')).map(({ titel }) => titel),
      ['Sperrmüll anmelden'],
    );
    assert.deepEqual((await startblick(w.deps, w.author.principal))?.wartend, []);
    assert.equal((await startblick(w.deps, w.author.principal))?.zuletzt?.href, '/werkstatt/wartet');
    assert.equal(await startblick(w.deps, null), null);
    const reader = (autor: typeof w.author) => ({
      tenant: autor.anbieter.tenant,
      actor: autor.actor,
      permissions: autor.principal.permissions,
    });
    assert.ok((await wartendSeit(w.deps, reader(w.publisher), before)).length > 0);
    assert.deepEqual(await wartendSeit(w.deps, reader(w.author), before), []);
    assert.deepEqual(await wartendSeit(w.deps, reader(w.stranger), before), []);
    assert.deepEqual(await wartendSeit(w.deps, reader(w.publisher), new Date('2030-01-01')), []);
    const decided = { vorlage: proposed.offen?.nummer ?? 0, art: 'abgelehnt', grund: 'Noch nicht' } as const;
    need(await entscheideGegen(w.deps, w.publisher, 'wartet', decided));
    const after = await startblick(w.deps, w.publisher.principal);
    assert.deepEqual(
      after?.wartend.filter(({ href }) => href.includes('/wartet/')),
      [],
    );
  });

  test('the history names places by what people read there', async () => {
    const begun = await begin('verlauf-worte');
    const added = need(await addField(begun, 'text', 'Wie viele Möbel?')).entwurf;
    const changed = need(
      await speichereAngaben(w.deps, w.author, 'verlauf-worte', {
        ort: 'teil/person/name',
        grundlage: added.nummer,
        sent: labelForm({ label: 'Wie heißen Sie?' }),
      }),
    );
    const gone = need(
      await baueUm(
        w.deps,
        w.author,
        'verlauf-worte',
        { art: 'entfernen', weg: ['person', 'moebel'] },
        changed.nummer,
      ),
    ).entwurf;
    assert.deepEqual(
      gone.schritte.slice(1).map(({ was }) => was),
      [
        'Kurzer Text „Wie viele Möbel?“ hinzugefügt',
        '„Ihr Name“ geändert',
        'Kurzer Text „Wie viele Möbel?“ entfernt',
      ],
    );
  });

  test('a shipped service is taken up with its version; files come back as they went out and never over newer work', async () => {
    const begun = need(await beginneMit(w.deps, w.author, 'hund-anmelden'));
    const out = begun.dokumente;
    const untouched = { grundlage: begun.nummer, nachricht: '' };
    assert.equal(codeOf(await legeVor(w.deps, w.author, 'hund-anmelden', untouched)), 'WORKSHOP_UNCHANGED');
    const same = need(await lies(w.deps, w.author, 'hund-anmelden', structuredClone(out), begun.nummer));
    assert.equal(same.nummer, begun.nummer, 'reading what was written is no step');
    const page = textAt(listAt(out.formular, 'pages')[0], 'id');
    const moved = need(
      await baueUm(w.deps, w.author, 'hund-anmelden', { art: 'runter', weg: [page] }, begun.nummer),
    ).entwurf;
    const stale = await lies(w.deps, w.author, 'hund-anmelden', out, begun.nummer);
    assert.equal(codeOf(stale), 'WORKSHOP_CHANGED_MEANWHILE');
    need(await lies(w.deps, w.author, 'hund-anmelden', out, moved.nummer));
    assert.equal(
      codeOf(
        await lies(
          w.deps,
          w.author,
          'hund-anmelden',
          { ...out, formular: { id: 'hund-anmelden' } },
          moved.nummer + 1,
        ),
      ),
      'WORKSHOP_INVALID',
    );
  });
});
