import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { shippedRouting } from '../testing/routing-world.ts';
import type { PlaceAnswer } from './place.ts';
import { placeInLine } from './place-in-line.ts';
import type { PlaceIndex } from './place-index.ts';
import { placesOf } from './places-of.ts';

function namesOf(answer: PlaceAnswer): readonly string[] {
  if (answer.kind === 'one') return [answer.place.name];
  return (answer.kind === 'several' ? answer.places : answer.near).map(({ name }) => name);
}

describe('Orte', () => {
  let index: PlaceIndex;
  before(async () => {
    index = (await shippedRouting()).places;
  });
  const one = (text: string) => {
    const answer = placesOf(index, text);
    assert.equal(answer.kind, 'one', `${text}: ${answer.kind} ${namesOf(answer)}`);
    return answer.kind === 'one' ? answer : assert.fail();
  };
  const today = () => index.rows.filter(({ ags }) => !index.mergers.has(ags));

  test('all Gemeinden of the country are known, also those that no rules reach', () => {
    // Four came of mergers under a new key: Langelsheim, Neitersen, Greußen, Eisenach.
    assert.equal(index.rows.length, 10_796 + 4);
    assert.equal(today().length, 10_796 - 14 + 4);
  });

  test('a place is found by name, Postleitzahl, address, AGS, ARS', () => {
    for (const text of [
      'Lemgo',
      'lemgo',
      'LEMGO ',
      'Stadt Lemgo',
      'Alte Hansestadt Lemgo',
      'Lemgo, Kreis Lippe',
      'Lemgo Lippe',
      '32657',
      'Marktplatz 1, 32657 Lemgo',
      'Marktplatz 1 32657 Lemgo',
      'Lemgo, Marktplatz 1',
      '32657 Lemgo-Brake',
      '05766044',
      '057660044044',
      '05 7 66 044',
    ])
      assert.equal(one(text).place.ags, '05766044', text);
    assert.equal(one('32657').place.plz, '32657');
  });

  test('the key of a Kreis means its Gemeinden, that of a kreisfreie Stadt the city', () => {
    assert.equal(namesOf(placesOf(index, '05766')).length, 16);
    assert.equal(one('05711').place.name, 'Bielefeld');
    assert.equal(placesOf(index, { ars: '057660044' }).kind, 'one');
    assert.equal(placesOf(index, '99999').kind, 'none');
  });

  test('names are found as people write them', () => {
    const spellings: Readonly<Record<string, string>> = {
      'Bad Salzuflen': '05766008',
      Salzuflen: '05766008',
      'Mülheim an der Ruhr': '05117000',
      'Muelheim a.d. Ruhr': '05117000',
      'Frankfurt/Main': '06412000',
      'Frankfurt a. M.': '06412000',
      'St. Augustin': '05382056',
      'Halle Saale': '15002000',
      München: '09162000',
      Schwedt: '12073532',
    };
    for (const [text, ags] of Object.entries(spellings))
      assert.ok(
        namesAndKeys(placesOf(index, text)).includes(ags),
        `${text}: ${namesAndKeys(placesOf(index, text))}`,
      );
  });

  function namesAndKeys(answer: PlaceAnswer): readonly string[] {
    return answer.kind === 'none'
      ? []
      : (answer.kind === 'one' ? [answer.place] : answer.places).map(({ ags }) => ags);
  }

  test('a part of a Gemeinde behind a hyphen leads to the Gemeinde', () => {
    assert.equal(one('Berlin-Mitte').place.name, 'Berlin');
    assert.equal(one('Lemgo-Brake').place.name, 'Lemgo');
    assert.equal(one('Castrop-Rauxel').place.name, 'Castrop-Rauxel');
  });

  test('a name that exists twice asks, the largest first; with Kreis or Land it is clear', () => {
    const halle = placesOf(index, 'Halle');
    assert.equal(halle.kind, 'several');
    assert.equal(namesAndKeys(halle)[0], '15002000');
    assert.ok(namesAndKeys(halle).includes('05754012'));
    assert.equal(one('Halle Gütersloh').place.ags, '05754012');
    assert.equal(placesOf(index, 'Frankfurt').kind, 'several');
    assert.ok(namesOf(placesOf(index, 'Neustadt')).length > 3);
  });

  test('a Postleitzahl of two Gemeinden asks, and the name beside it answers', () => {
    const shared = [...index.byPlz].find(
      ([, rows]) => rows.length === 2 && new Set(rows.map(({ name }) => name)).size === 2,
    );
    assert.ok(shared);
    const [plz, rows] = shared;
    const answer = placesOf(index, plz);
    assert.equal(answer.kind, 'several');
    for (const { name, ags } of rows) assert.equal(one(`Hauptstr. 3, ${plz} ${name}`).place.ags, ags);
  });

  test('Postleitzahl and name that contradict each other ask', () => {
    const answer = placesOf(index, '32657 Bielefeld');
    assert.equal(answer.kind, 'several');
    assert.deepEqual(new Set(namesOf(answer)), new Set(['Lemgo', 'Bielefeld']));
  });

  test('a former Gemeinde leads to its successor, and says since when', () => {
    const landin = one('Mark Landin');
    assert.equal(landin.place.name, 'Schwedt/Oder');
    assert.match(landin.via ?? '', /Mark Landin gehört seit dem 19\.04\.2022 zu Schwedt\/Oder/);
    assert.equal(one('16056000').place.ags, '16063105');
    assert.equal(one('Eisenach, Thüringen').place.kreis, 'Wartburgkreis');
    assert.equal(one('Hahausen').place.ags, '03153019');
    assert.equal(one('Großenehrich').place.name, 'Greußen');
    for (const merger of index.mergers.values()) assert.equal(one(merger.ags).place.ags, merger.nachAgs);
  });

  test('a slip of the keyboard finds near names', () => {
    for (const [typed, meant] of Object.entries({
      Lemgoo: 'Lemgo',
      Bilefeld: 'Bielefeld',
      Dortmnud: 'Dortmund',
      'Bad Salzuffeln': 'Bad Salzuflen',
    })) {
      const answer = placesOf(index, typed);
      assert.equal(answer.kind, 'none', typed);
      assert.ok(namesOf(answer).includes(meant), `${typed}: ${namesOf(answer)}`);
    }
  });

  test('every Gemeinde is found by AGS, ARS, its name and each Postleitzahl', () => {
    for (const row of today()) {
      assert.equal(one(row.ags).place.ags, row.ags);
      assert.equal(one(row.ars).place.ags, row.ags);
      assert.ok(
        namesAndKeys(placesOf(index, `${row.name}, ${row.kreis ?? row.land}`)).includes(row.ags),
        row.name,
      );
      for (const plz of row.plz) assert.ok(namesAndKeys(placesOf(index, plz)).includes(row.ags), plz);
    }
  });

  test('a position is an estimate: the nearest Gemeinden, to be confirmed; abroad there is none', () => {
    const marktplatz = placesOf(index, { lat: 52.0283, lon: 8.8989 });
    assert.equal(marktplatz.kind, 'several');
    assert.equal(namesOf(marktplatz)[0], 'Lemgo');
    assert.match(marktplatz.kind === 'several' ? marktplatz.frage : '', /geschätzt/);
    assert.equal(namesOf(placesOf(index, '52.52, 13.405'))[0], 'Berlin');
    assert.equal(placesOf(index, { lat: 48.8566, lon: 2.3522 }).kind, 'none');
    assert.equal(placesOf(index, { lat: Number.NaN, lon: 8 }).kind, 'none');
  });

  test('the middle of a Gemeinde is estimated as that Gemeinde or one that surrounds it', () => {
    const rows = today();
    const hits = rows.filter(({ lat, lon, name }) => namesOf(placesOf(index, { lat, lon })).includes(name));
    assert.ok(hits.length > rows.length * 0.95, `${hits.length} of ${rows.length}`);
  });

  test('whatever is typed, the answer comes and says what it is', () => {
    const names = index.rows.map(({ name }) => name);
    const typed = fc.oneof(
      fc.string({ maxLength: 400 }),
      fc.constantFrom(...names),
      fc.tuple(fc.constantFrom(...names), fc.string()).map(([name, more]) => `${more} ${name}`),
      fc.stringMatching(/^[0-9 ,.-]{0,14}$/),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const answer = placesOf(index, text);
        if (answer.kind === 'several') assert.ok(answer.places.length > 1);
        if (answer.kind === 'none') assert.ok(answer.near.length <= 5);
        assert.deepEqual(placesOf(index, text), answer);
        placeInLine(index, text);
      }),
      { numRuns: 1_000 },
    );
  });

  test('a name with a letter too few finds its Gemeinde, or near it', () => {
    const long = index.rows.filter(({ name }) => /^[A-Za-zäöüß]{7,}$/.test(name)).map(({ name }) => name);
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), (name, at) => {
        const place = 1 + (at % (name.length - 1));
        const typed = name.slice(0, place) + name.slice(place + 1);
        assert.ok(namesOf(placesOf(index, typed)).length > 0, `${typed} of ${name}`);
      }),
    );
  });
});

describe('Ein Ort in einer Suchzeile', () => {
  let index: PlaceIndex;
  before(async () => {
    index = (await shippedRouting()).places;
  });
  const found = (line: string) => {
    const hit = placeInLine(index, line);
    return hit && [hit.rest, namesOf(hit.answer)[0]];
  };

  test('the place is taken out and the other words stay', () => {
    assert.deepEqual(found('hund anmelden lemgo'), ['hund anmelden', 'Lemgo']);
    assert.deepEqual(found('hund anmelden in Bad Salzuflen'), ['hund anmelden', 'Bad Salzuflen']);
    assert.deepEqual(found('lemgo hund anmelden'), ['hund anmelden', 'Lemgo']);
    assert.deepEqual(found('Wo kann ich in Köln heiraten?'), ['Wo kann ich heiraten', 'Köln']);
    assert.deepEqual(found('hund anmelden 32657'), ['hund anmelden', 'Lemgo']);
    assert.deepEqual(found('hund anmelden 32657 Lemgo'), ['hund anmelden', 'Lemgo']);
    assert.deepEqual(found('bauantrag für Mülheim an der Ruhr stellen'), [
      'bauantrag stellen',
      'Mülheim an der Ruhr',
    ]);
  });

  test('an everyday word is a place only where the line shows it', () => {
    assert.deepEqual(found('hund anmelden essen'), ['hund anmelden', 'Essen']);
    assert.deepEqual(found('personalausweis in Essen'), ['personalausweis', 'Essen']);
    for (const line of [
      'essen auf rädern beantragen',
      'essen',
      'bescheid',
      'antrag auf bescheid',
      'meine rente',
      'wald kaufen',
      'geld ohne arbeit',
      'berufsausbildung',
      'mit dem alten wohnmobil fahren',
    ])
      assert.equal(placeInLine(index, line), null, line);
  });
});
