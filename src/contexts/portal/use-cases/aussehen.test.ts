import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import { dutiesWorlds, refusalIn, valueIn } from '../../efa/testing/efa-world.ts';
import { neutral } from '../domain/aussehen.ts';
import { readPng } from '../read-png.ts';
import { readDatei } from '../store-aussehen.ts';
import { filled, openPortalWorld, type PortalWorld } from '../testing/portal-world.ts';
import { type AussehenWunsch, ownAussehen, publishAussehen, saveAussehen } from './aussehen.ts';

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A grey picture of this size, with whatever else is put beside it. */
function png(width: number, height: number, ...more: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...more,
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h2v2z"/></svg>',
);
const typed = { ...neutral, akzent: '#1a5f3c', akzentDunkel: '', linie: '' };

function wunsch(nummer: number, change: Partial<AussehenWunsch> = {}): AussehenWunsch {
  return { felder: typed, nummer, wappen: 'behalten', ...change };
}

describe('The look of a site', () => {
  let world: PortalWorld;
  before(async () => {
    world = await filled(await openPortalWorld(await dutiesWorlds()));
  });
  after(() => world[Symbol.asyncDispose]());

  it('is seen by citizens only once it is published, and every state stays', async () => {
    const { deps, doors, lemgo, lemgoSite } = world;
    const first = { bytes: svg, scanned: 'clean' as const };
    valueIn(await saveAussehen(doors, lemgo, wunsch(0, { wappen: first })));
    assert.equal(await deps.aussehen(lemgoSite.tenant), null);
    valueIn(await publishAussehen(doors, lemgo, 1));
    valueIn(await saveAussehen(doors, lemgo, wunsch(1, { felder: { ...typed, akzent: '#7a1f1f' } })));
    const { fassungen, oeffentlich } = await ownAussehen(doors, lemgo);
    assert.deepEqual(
      fassungen.map(({ nummer, wappenArt }) => [nummer, wappenArt]),
      [
        [2, 'svg'],
        [1, 'svg'],
      ],
    );
    assert.equal(oeffentlich?.nummer, 1);
    assert.match(
      refusalIn(await saveAussehen(doors, lemgo, wunsch(1))).message,
      /Inzwischen hat jemand anderes/,
    );
    assert.match(
      refusalIn(await publishAussehen(doors, lemgo, 9)).message,
      /Fassung 9 des Aussehens gibt es nicht/,
    );
    const { cssHash, wappenHash } = oeffentlich ?? {};
    const file = (hash: string | null | undefined, art: 'css' | 'svg', tenant = lemgoSite.tenant) =>
      world.efa.t.db.withPublic((tx) => readDatei(tx, tenant, hash ?? '', art));
    assert.match(String(await file(cssHash, 'css')), /#1a5f3c/);
    assert.match(String(await file(wappenHash, 'svg')), /<path d="M0 0h2v2z">/);
    assert.equal(await file(cssHash, 'css', world.detmold.kommune.tenant), null, 'of this Kommune alone');
    valueIn(await publishAussehen(doors, lemgo, 0));
    assert.equal((await ownAussehen(doors, lemgo)).oeffentlich?.nummer, 0);
  });

  it('takes no file in which malware was found or that nobody could examine', async () => {
    const { doors, detmold } = world;
    const told = async (scanned: 'infected' | 'silent' | null, bytes = svg) =>
      refusalIn(await saveAussehen(doors, detmold, wunsch(0, { wappen: { bytes, scanned } }))).fields?.[0]
        ?.message;
    assert.match((await told('infected')) ?? '', /Schadsoftware gefunden/);
    assert.match((await told('silent')) ?? '', /konnte gerade nicht .* geprüft/);
    assert.match((await told(null, Buffer.from([0x1f, 0x8b, 8]))) ?? '', /SVGZ/);
  });

  it('keeps of a picture what draws, and refuses what is damaged, too large or carries something behind it', () => {
    const note = chunk('tEXt', Buffer.from('Ort\0Lemgo'));
    const kept = readPng(png(32, 32, note));
    assert.ok(kept.ok && !kept.value.includes('Lemgo') && kept.value.equals(png(32, 32)));
    const refused: readonly (readonly [Buffer, RegExp])[] = [
      [Buffer.concat([png(32, 32), Buffer.from('<script>')]), /hinter dem Bild steht noch etwas/],
      [png(32, 32).fill(0, 40, 44), /beschädigt/],
      [png(4000, 16), /4000 mal 16 Punkte/],
      [png(8, 8), /8 mal 8/],
      [png(32, 32).subarray(0, 60), /beschädigt/],
      [Buffer.alloc(300_001, 0x89), /größer als 300 kB/],
    ];
    for (const [bytes, why] of refused) {
      const read = readPng(bytes);
      assert.ok(!read.ok);
      assert.match(read.refusal, why);
    }
    const bomb = Buffer.concat([
      png(32, 32).subarray(0, 33),
      chunk('IDAT', deflateSync(Buffer.alloc(50_000_000))),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    assert.ok(!readPng(bomb).ok, 'a small file does not become a huge one');
  });
});
