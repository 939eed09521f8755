import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileTypeOf } from './file-type.ts';
import { antragsnummer } from './nummer.ts';
import { istErreicht, nachSchritt, type Schritt, schritte, type Zustand, zustaende } from './zustand.ts';

const ended: readonly Zustand[] = ['entschieden', 'zurueckgezogen', 'unzustaendig', 'geloescht'];

/** Every step with the states from which it is possible, and where it leads; `same` stays. */
const expected: Readonly<
  Record<Schritt, { readonly from: readonly Zustand[]; readonly to: Zustand | 'same' }>
> = {
  bezahlen: { from: ['entwurf'], to: 'zahlung' },
  absenden: { from: ['entwurf', 'zahlung'], to: 'eingereicht' },
  bearbeiten: { from: atAuthority(), to: 'in-bearbeitung' },
  mitteilen: { from: [...atAuthority(), 'entschieden', 'unzustaendig'], to: 'same' },
  rueckfragen: { from: atAuthority(), to: 'rueckfrage' },
  antworten: { from: atAuthority(), to: 'same' },
  entscheiden: { from: atAuthority(), to: 'entschieden' },
  zuruecknehmen: { from: atAuthority(), to: 'zurueckgezogen' },
  'unzustaendig-erklaeren': { from: atAuthority(), to: 'unzustaendig' },
  weiterleiten: { from: atAuthority(), to: 'weitergeleitet' },
  loeschen: { from: [...atAuthority(), 'entschieden', 'zurueckgezogen', 'unzustaendig'], to: 'geloescht' },
};

function atAuthority(): readonly Zustand[] {
  return ['eingereicht', 'in-bearbeitung', 'rueckfrage', 'weitergeleitet'];
}

test('every pair of state and step leads where the table says or is refused', () => {
  for (const zustand of zustaende) {
    for (const schritt of schritte) {
      const { from, to } = expected[schritt];
      const stays = schritt === 'antworten' && zustand === 'rueckfrage' ? 'in-bearbeitung' : zustand;
      const next = from.includes(zustand) ? (to === 'same' ? stays : to) : null;
      assert.equal(nachSchritt(zustand, schritt), next, `${zustand} ${schritt}`);
    }
  }
});

test('what has ended is never decided, asked or withdrawn again', () => {
  for (const zustand of ended)
    for (const schritt of [
      'bearbeiten',
      'rueckfragen',
      'entscheiden',
      'zuruecknehmen',
      'weiterleiten',
    ] as const)
      assert.equal(nachSchritt(zustand, schritt), null);
});

test('being told of the end again is no mistake, being told of another end is', () => {
  assert.ok(istErreicht('entschieden', 'entscheiden'));
  assert.ok(!istErreicht('entschieden', 'unzustaendig-erklaeren'));
  assert.ok(!istErreicht('zurueckgezogen', 'entscheiden'));
  assert.ok(!istErreicht('in-bearbeitung', 'bearbeiten'), 'goes its usual way');
});

test('a number has no sign that is misread, and nothing of the one before', () => {
  assert.equal(antragsnummer('2026', Uint8Array.from([0, 31, 32, 63, 255, 10, 17, 18])), 'LW-2026-0Z0Z-ZAHJ');
  const all = new Set(
    Array.from({ length: 256 }, (_, byte) => antragsnummer('2026', new Uint8Array(8).fill(byte))[8]),
  );
  assert.equal(all.size, 32);
  for (const sign of 'ILOU') assert.ok(!all.has(sign));
});

test('a file is what its first bytes say, whatever its name', () => {
  const zip = 'PK\x03\x04....';
  const odt = 'mimetypeapplication/vnd.oasis.opendocument.text';
  const cases: readonly (readonly [string, string | null])[] = [
    ['%PDF-1.7\n\x00', 'pdf'],
    ['\xff\xd8\xff\xe0\x00', 'jpg'],
    ['\x89PNG\r\n\x1a\n\x00', 'png'],
    ['\x00\x00\x00\x18ftypheic', 'heic'],
    [`${zip}${odt}PK`, 'odt'],
    [`${zip}${odt}-templatePK`, null],
    [`${zip}[Content_Types].xml`, null],
    [zip, null],
    ['Guten Tag\r\n', 'txt'],
    ['MZ\x90\x00', null],
  ];
  for (const [head, type] of cases)
    assert.equal(fileTypeOf(Buffer.from(head, 'latin1'))?.type ?? null, type, JSON.stringify(head));
});
