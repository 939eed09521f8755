import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseAlternative } from './choose-alternative.ts';
import { foreignLink } from './foreign-link.ts';
import { ketteOf } from './kette.ts';
import { postalAddressOf } from './postal-address.ts';
import type { Anlaufstelle } from './route.ts';

const amt: Anlaufstelle = {
  name: 'Steueramt',
  anschrift: 'Marktplatz 1\n32657 Lemgo',
  telefon: '05261 213-0',
  email: 'steuer@lemgo.example',
  zeiten: null,
  website: 'http://lemgo.localhost',
  herkunft: 'amt',
};

test('without an Onlinedienst the nearest way is the first that exists, and it names its rule', () => {
  const formular = 'Formular unter https://lemgo.example/hund.pdf';
  const verwandt = { name: 'Hund abmelden', href: '/dienste/hund-abmelden' };
  const cases = [
    [chooseAlternative(verwandt, { formular }, amt, 'Lemgo'), 'verwandt', '/dienste/hund-abmelden'],
    [chooseAlternative(null, { formular }, amt, 'Lemgo'), 'formular', 'https://lemgo.example/hund.pdf'],
    [chooseAlternative(null, { formular: null }, amt, 'Lemgo'), 'telefon', 'tel:052612130'],
    [
      chooseAlternative(null, { formular: null }, { ...amt, telefon: null }, 'Lemgo'),
      'email',
      `mailto:${amt.email}`,
    ],
    [
      chooseAlternative(null, { formular: null }, { ...amt, telefon: null, email: null }, 'Lemgo'),
      'besuch',
      null,
    ],
    [
      chooseAlternative(
        null,
        { formular: null },
        { ...amt, telefon: null, email: null, anschrift: null },
        'Lemgo',
      ),
      'website',
      amt.website,
    ],
  ] as const;
  for (const [way, art, href] of cases) {
    assert.equal(way.art, art);
    assert.equal(way.href, href);
    assert.match(way.regel, /Reihenfolge/);
  }
  const ask = chooseAlternative(null, { formular: null }, null, 'Kreis Lippe');
  assert.equal(ask.art, 'nachfragen');
  assert.match(ask.text, /Kreis Lippe\. Ein Kontakt ist hier nicht hinterlegt/);
});

test('a link to another portal carries place and Leistung where it has parameters for them', () => {
  const place = {
    ags: '05766044',
    ars: '057660044044',
    name: 'Lemgo',
    kreis: 'Kreis Lippe',
    land: 'NRW',
    plz: '32657',
  };
  const dienst = {
    bezeichnung: 'Wohngeld',
    link: 'https://wohngeld.example/antrag?x=1',
    vertrauensniveau: null,
    parameter: [
      { typ: '001', name: 'ars' },
      { typ: '002', name: 'leikaId' },
      { typ: '003', name: 'unbekannt' },
    ],
  };
  assert.equal(
    foreignLink(dienst, place, '99107023017000'),
    'https://wohngeld.example/antrag?x=1&ars=057660044044&leikaId=99107023017000',
  );
  assert.equal(foreignLink({ ...dienst, parameter: [] }, place, null), dienst.link);
});

test('the areas of a place climb from the Gemeinde to the Bund', () => {
  assert.deepEqual(ketteOf('057660044044'), [
    '057660044044',
    '057660044000',
    '057660000000',
    '057000000000',
    '050000000000',
    '000000000000',
  ]);
  assert.equal(ketteOf('110000000000').length, 2);
});

test('an address is taken apart, with or without house number and lines', () => {
  assert.deepEqual(postalAddressOf('Marktplatz 1\n32657 Lemgo'), {
    street: 'Marktplatz',
    houseNumber: '1',
    zip: '32657',
    city: 'Lemgo',
  });
  assert.deepEqual(postalAddressOf('Am Alten Stadtschloss 13 A, 11011 Berlin'), {
    street: 'Am Alten Stadtschloss',
    houseNumber: '13 A',
    zip: '11011',
    city: 'Berlin',
  });
  assert.deepEqual(postalAddressOf('Haus B\nIm Hof\n32657 Lemgo'), {
    street: 'Im Hof',
    additional: 'Haus B',
    zip: '32657',
    city: 'Lemgo',
  });
  assert.equal(postalAddressOf('im Rathaus'), null);
});
