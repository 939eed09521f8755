import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { localDate } from '#kernel';
import { auftragswert } from './auftragswert.ts';
import { type Befugnis, hindernisOf, pruefeBefugnisse } from './befugnis.ts';
import { bestellschritte, bestellzustaende, nachBestellschritt } from './bestellung.ts';
import { dauerOf } from './dauer.ts';
import { ersterZeitraum, fruehestesEnde } from './erster-zeitraum.ts';
import { kriterien, kriterienstand } from './mindestkriterien.ts';
import { type Geldtext, preisTextOf, readPreisText } from './preis-text.ts';
import { type Preisblatt, type Preisinhalt, preisblattOn, preisFuer } from './preisblatt.ts';
import { type Rahmenvereinbarung, ueberschneidet } from './rahmen.ts';
import { vertretungsregel } from './vertretungsregeln.ts';

const day = localDate;

const preis: Preisinhalt = {
  jaehrlich: { art: 'fest', cent: 120_000 },
  ersteCent: 30_000,
  einmalig: [{ bezeichnung: 'Einrichtung', cent: 50_000 }],
  erlaeuterung: '',
  quelle: 'Preisliste 2026',
  annahme: false,
};

describe('Bestellung', () => {
  test('nur diese Schritte sind möglich; ein Vertrag wird nicht zurückgezogen, sondern beendet', () => {
    const possible = bestellzustaende.flatMap((zustand) =>
      bestellschritte.flatMap((schritt) => {
        const next = nachBestellschritt(zustand, schritt);
        return next === null ? [] : [`${zustand} ${schritt} ${next}`];
      }),
    );
    assert.deepEqual(possible, [
      'vorbereitet zeichnen gezeichnet',
      'vorbereitet zurueckziehen zurueckgezogen',
      'gezeichnet annehmen angenommen',
      'gezeichnet ablehnen abgelehnt',
      'gezeichnet zurueckziehen zurueckgezogen',
      'angenommen beenden beendet',
    ]);
  });

  test('der Wert zählt Einmaliges, die erste Periode und jedes weitere Jahr', () => {
    assert.equal(auftragswert({ jahrCent: 1000, ersteCent: 400, einmaligCent: 50 }, 4), 50 + 400 + 3 * 1000);
    assert.equal(auftragswert({ jahrCent: 1000, ersteCent: 400, einmaligCent: 50 }, 1), 450);
  });

  test('ein Vertrag aus dem vierten Quartal zählt für das nächste Jahr, ein früherer für sein eigenes', () => {
    assert.deepEqual(ersterZeitraum(day('2026-09-30'), 7), {
      von: '2026-09-30',
      bis: '2026-12-31',
      rechnungsjahr: 2026,
      cent: 7,
    });
    assert.deepEqual(ersterZeitraum(day('2026-10-01'), 7), {
      von: '2026-10-01',
      bis: '2027-12-31',
      rechnungsjahr: 2027,
      cent: 7,
    });
    assert.equal(ersterZeitraum(day('2026-12-31'), 7).rechnungsjahr, 2027);
  });

  test('eine Frist von drei Monaten zum Jahresende endet mit dem 30. September', () => {
    assert.equal(fruehestesEnde(day('2026-09-30'), 3), '2026-12-31');
    assert.equal(fruehestesEnde(day('2026-10-01'), 3), '2027-12-31');
    assert.equal(fruehestesEnde(day('2026-12-31'), 0), '2026-12-31');
    assert.equal(fruehestesEnde(day('2026-11-22'), 12), '2027-12-31');
    assert.equal(fruehestesEnde(day('2027-01-01'), 12), '2028-12-31');
  });
});

const leitung: Befugnis = {
  id: 'a',
  name: 'Wiebke Tannhof',
  mitglied: null,
  art: 'leitung',
  grenzeCent: null,
  gueltigVon: day('2025-11-01'),
  gueltigBis: day('2030-10-31'),
  grundlage: 'Wahl',
  datei: null,
  widerrufenZum: null,
};

const vollmacht: Befugnis = { ...leitung, id: 'b', art: 'vollmacht', grenzeCent: 1_000_000, datei: 'papier' };
const geschaeft = { tag: day('2026-11-22'), wertCent: 1_000_000, laufendeVerwaltung: false };

describe('Zeichnungsbefugnis', () => {
  test('jeder Grund, warum eine Unterschrift nicht bindet, wird genannt', () => {
    assert.equal(hindernisOf(leitung, geschaeft), null);
    assert.equal(hindernisOf(vollmacht, geschaeft), null);
    assert.equal(hindernisOf(vollmacht, { ...geschaeft, wertCent: 1_000_001 }), 'grenze');
    assert.equal(hindernisOf({ ...vollmacht, datei: null }, geschaeft), 'ohne-papier');
    assert.equal(hindernisOf(leitung, { ...geschaeft, tag: day('2030-11-01') }), 'abgelaufen');
    assert.equal(hindernisOf(leitung, { ...geschaeft, tag: day('2025-10-31') }), 'noch-nicht');
    assert.equal(hindernisOf({ ...leitung, widerrufenZum: day('2026-11-22') }, geschaeft), 'widerrufen');
    const laufend: Befugnis = { ...leitung, art: 'laufende-verwaltung', grenzeCent: 2_000_000 };
    assert.equal(hindernisOf(laufend, geschaeft), 'nur-laufend');
    assert.equal(hindernisOf(laufend, { ...geschaeft, laufendeVerwaltung: true }), null);
  });

  test('von mehreren trägt die, die reicht; reicht keine, steht das nächste Hindernis da', () => {
    const over = { ...geschaeft, wertCent: 5_000_000 };
    assert.deepEqual(pruefeBefugnisse([vollmacht, leitung], over), { darf: true, befugnis: leitung });
    const expired = { ...leitung, gueltigBis: day('2026-01-01') };
    assert.deepEqual(pruefeBefugnisse([expired, vollmacht], over), {
      darf: false,
      hindernis: 'grenze',
      befugnis: vollmacht,
    });
    assert.deepEqual(pruefeBefugnisse([], over), { darf: false, hindernis: 'keine', befugnis: null });
  });

  test('eine höhere Grenze nimmt niemandem etwas, ein höherer Wert gibt niemandem etwas', () => {
    fc.assert(
      fc.property(fc.nat(5_000_000), fc.nat(5_000_000), fc.nat(5_000_000), (grenzeCent, wertCent, more) => {
        const darf = (grenze: number, wert: number) =>
          pruefeBefugnisse([{ ...vollmacht, grenzeCent: grenze }], { ...geschaeft, wertCent: wert }).darf;
        if (darf(grenzeCent, wertCent)) assert.ok(darf(grenzeCent + more, wertCent));
        else assert.ok(!darf(grenzeCent, wertCent + more));
      }),
    );
  });

  test('die Regel folgt dem Land; ohne Quelle steht „Annahme“ da und es bleibt beim Papier', () => {
    assert.equal(vertretungsregel('05766044').norm, '§ 64 GO NRW');
    assert.equal(vertretungsregel('05766044').form, 'textform');
    assert.equal(vertretungsregel('14612000').form, 'schriftform');
    for (const ags of ['05766', '09162000', '01001000']) {
      assert.ok(vertretungsregel(ags).annahme);
      assert.equal(vertretungsregel(ags).form, 'unbekannt');
    }
  });
});

describe('Preis', () => {
  test('ohne Preisblatt gibt es keinen Preis, nicht null Euro', () => {
    assert.deepEqual(preisFuer(null, 40_000, null), {
      jahrCent: null,
      ersteCent: null,
      einmaligCent: 0,
      woher: 'preisblatt',
      luecke: 'kein-preisblatt',
    });
  });

  test('die Stufe ist die kleinste, in die die Kommune passt; über allen Stufen gibt es keinen Preis', () => {
    const stufen = [
      { bisEinwohner: 50_000, cent: 300 },
      { bisEinwohner: 20_000, cent: 200 },
    ];
    const inhalt: Preisinhalt = { ...preis, jaehrlich: { art: 'staffel', stufen }, ersteCent: null };
    assert.equal(preisFuer(inhalt, 20_000, null).jahrCent, 200);
    assert.equal(preisFuer(inhalt, 20_001, null).jahrCent, 300);
    assert.equal(preisFuer(inhalt, 20_001, null).ersteCent, 300);
    assert.equal(preisFuer(inhalt, 50_001, null).luecke, 'keine-stufe');
    assert.equal(preisFuer(inhalt, null, null).luecke, 'einwohner-unbekannt');
  });

  test('eine Umlage kostet, was der Kostenraum rechnet, und bis dahin weiß es niemand', () => {
    const inhalt: Preisinhalt = { ...preis, jaehrlich: { art: 'umlage' } };
    assert.equal(preisFuer(inhalt, 1, null).luecke, 'umlage-offen');
    const schaetzung = {
      abgerechnet: false,
      proJahrCent: 4711,
      einmaligCent: 0,
      erlaeuterung: '',
      href: null,
    };
    assert.equal(preisFuer(inhalt, 1, schaetzung).jahrCent, 4711);
    assert.equal(preisFuer(inhalt, 1, schaetzung).woher, 'umlage');
    assert.equal(preisFuer(null, 1, schaetzung).jahrCent, 4711);
  });

  test('es gilt das Blatt des spätesten Tages, am selben Tag das zuletzt angegebene', () => {
    const blatt = (nummer: number, gueltigAb: string): Preisblatt => ({
      dienst: 'hund',
      nummer,
      haus: 'Haus',
      gueltigAb: day(gueltigAb),
      inhalt: preis,
      angegebenAm: new Date(0),
    });
    const all = [
      blatt(1, '2026-01-01'),
      blatt(2, '2027-01-01'),
      blatt(3, '2027-01-01'),
      blatt(4, '2026-06-01'),
    ];
    assert.equal(preisblattOn(all, day('2025-12-31')), null);
    assert.equal(preisblattOn(all, day('2026-05-31'))?.nummer, 1);
    assert.equal(preisblattOn(all, day('2026-11-22'))?.nummer, 4);
    assert.equal(preisblattOn(all, day('2027-01-01'))?.nummer, 3);
  });

  test('was im Formular steht, kommt unverändert zurück', () => {
    const geld: Geldtext = {
      read: (text) => (/^\d+$/.test(text) ? Number(text) : null),
      write: (cent) => String(cent),
    };
    const stufe = fc.record(
      { bisEinwohner: fc.integer({ min: 1, max: 999_999 }), cent: fc.nat() },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(stufe, { selector: (one) => one.bisEinwohner, minLength: 1 }),
        fc.nat(),
        (stufen, cent) => {
          const jaehrlich = { art: 'staffel', stufen: [...stufen, { bisEinwohner: null, cent }] } as const;
          const inhalt: Preisinhalt = { ...preis, jaehrlich };
          assert.deepEqual(readPreisText(preisTextOf(inhalt, geld), geld), { inhalt, problems: [] });
        },
      ),
    );
  });
});

test('zwei Rahmenvereinbarungen überschneiden sich genau dann, wenn sie einen Tag gemeinsam haben', () => {
  const rahmen: Rahmenvereinbarung = {
    tenant: '',
    id: '',
    anbieterId: '',
    anbieter: '',
    ags: '',
    kommune: '',
    titel: '',
    gueltigVon: day('2026-01-01'),
    gueltigBis: day('2027-12-31'),
    kuendigungMonate: 3,
    gezeichnetVon: '',
    datei: null,
    gekuendigtZum: day('2026-12-31'),
  };
  assert.ok(ueberschneidet(rahmen, day('2026-12-31'), null));
  assert.ok(!ueberschneidet(rahmen, day('2027-01-01'), null));
  assert.ok(ueberschneidet(rahmen, day('2025-01-01'), day('2026-01-01')));
  assert.ok(!ueberschneidet(rahmen, day('2025-01-01'), day('2025-12-31')));
});

test('die Dauer ist die Mitte aus mindestens drei Anbindungen, sonst unbekannt', () => {
  const span = (bis: string) => ({ von: day('2026-01-01'), bis: day(bis) });
  assert.deepEqual(dauerOf([span('2026-01-11'), span('2026-01-21')]), { gemessen: 2, medianTage: null });
  const three = [span('2026-03-02'), span('2026-01-11'), span('2026-01-21')];
  assert.deepEqual(dauerOf(three), { gemessen: 3, medianTage: 20 });
  assert.deepEqual(dauerOf([...three, span('2025-01-01')]), { gemessen: 3, medianTage: 20 });
});

test('ein nicht beurteiltes Kriterium ist unbekannt, nie erfüllt', () => {
  assert.deepEqual(kriterienstand({}), {
    erfuellt: 0,
    nichtErfuellt: 0,
    unbekannt: kriterien.length,
    von: kriterien.length,
  });
  const one = kriterienstand({
    wappen: { erfuellt: true, beleg: 'Bild' },
    empfaenger: { erfuellt: false, beleg: 'Test' },
  });
  assert.deepEqual(one, {
    erfuellt: 1,
    nichtErfuellt: 1,
    unbekannt: kriterien.length - 2,
    von: kriterien.length,
  });
});
