import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { exportXlsx } from '#ui';
import { zipOf } from '../../platform/spreadsheet/testing/zip-of.ts';
import { detectFileType } from './detect-file-type.ts';

type Parts = readonly (readonly [name: string, content: string | Buffer])[];

const office = 'application/vnd.openxmlformats-officedocument.';
const word = `${office}wordprocessingml.document.main+xml`;
const excel = `${office}spreadsheetml.sheet.main+xml`;
const slides = `${office}presentationml.presentation.main+xml`;
const macroWord = 'application/vnd.ms-word.document.macroEnabled.main+xml';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${type}"/>`;

function typesOf(...overrides: readonly string[]): readonly [string, string] {
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>';
  const xml = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults}${overrides.join('')}</Types>`;
  return ['[Content_Types].xml', xml];
}

const target = (part: string) =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${part}"/></Relationships>`;
const letter = `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Guten Tag</w:t></w:r></w:p></w:body></w:document>`;
const body: Parts = [
  ['_rels/.rels', target('word/document.xml')],
  ['word/document.xml', letter],
];
const letterTypes = typesOf(override('/word/document.xml', word));

/** As an upload gives it: in pieces, from its start each time. */
function fileOf(bytes: Buffer, piece = 64 << 10) {
  return {
    open: async function* () {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
}

async function typeOf(bytes: Buffer, piece?: number): Promise<string | null> {
  return (await detectFileType(fileOf(bytes, piece)))?.type ?? null;
}

test('a Word document is one, whether its list of parts stands first or last, and in whatever pieces it comes', async () => {
  assert.equal(await typeOf(zipOf([letterTypes, ...body])), 'docx');
  assert.equal(await typeOf(zipOf([...body, letterTypes])), 'docx');
  assert.equal(await typeOf(zipOf([...body, letterTypes]), 7), 'docx');
  const long: Parts = [...body, ['word/media/bild.png', randomBytes(3 << 20)], letterTypes];
  assert.equal(await typeOf(zipOf(long)), 'docx');
});

test('a workbook under the name of a Word document is not taken for one', async () => {
  const columns = [{ key: 'a', label: 'A', value: (row: string) => row }];
  const notes = { title: 'T', source: 'Q', state: 'heute', filters: [], demo: true, createdAt: new Date(0) };
  const pieces: Uint8Array[] = [];
  for await (const piece of exportXlsx({ id: 'x', columns }, ['1'], notes)) pieces.push(piece);
  const real = Buffer.concat(pieces);
  assert.equal(real.subarray(0, 2).toString(), 'PK');
  assert.equal(await typeOf(real), null);
  for (const [part, type] of [
    ['/xl/workbook.xml', excel],
    ['/ppt/presentation.xml', slides],
    ['/word/document.xml', macroWord],
  ] as const)
    assert.equal(await typeOf(zipOf([typesOf(override(part, type)), [part.slice(1), '<x/>']])), null, type);
});

test('an archive that plays a Word document is refused', async () => {
  const doc = override('/word/document.xml', word);
  const hidden = `${head}<!DOCTYPE Types [<!ENTITY e "x">]>${letterTypes[1].slice(head.length)}`;
  const commented = letterTypes[1].replace(doc, `<!-- ${doc} -->`);
  const hostile: Readonly<Record<string, Parts>> = {
    'two kinds at once': [
      typesOf(doc, override('/xl/workbook.xml', excel)),
      ...body,
      ['xl/workbook.xml', '<x/>'],
    ],
    'the main part is missing': [letterTypes, ['word/other.xml', '<x/>']],
    'two lists of parts': [letterTypes, ...body, letterTypes],
    'two lists by another case': [letterTypes, ...body, ['[content_types].XML', letterTypes[1]]],
    macros: [typesOf(doc, override('/word/vbaProject.bin', 'application/vnd.ms-office.vbaProject')), ...body],
    'a document type': [['[Content_Types].xml', hidden], ...body],
    'only in a comment': [['[Content_Types].xml', commented], ...body],
    'a list that unpacks to 64 MB': [['[Content_Types].xml', Buffer.alloc(64 << 20, ' ')], ...body],
    'no list at all': body,
  };
  for (const [what, parts] of Object.entries(hostile)) assert.equal(await typeOf(zipOf(parts)), null, what);
});

test('a directory that says otherwise than the parts is refused', async () => {
  const good = zipOf([letterTypes, ...body]);
  const changed = (change: (bytes: Buffer) => void) => {
    const bytes = Buffer.from(good);
    change(bytes);
    return bytes;
  };
  const end = good.length - 22;
  const directory = good.readUInt32LE(end + 16);
  const first = '[Content_Types].xml';
  const hostile: Readonly<Record<string, Buffer>> = {
    'another name at the part': changed((bytes) => bytes.write('[Content_Typez].xml', 30, 'latin1')),
    'a part beyond the end': changed((bytes) => bytes.writeUInt32LE(0x7fffffff, directory + 42)),
    'a size that lies': changed((bytes) => bytes.writeUInt32LE(12, directory + 24)),
    'a wrong checksum': changed((bytes) => bytes.writeUInt32LE(1, directory + 16)),
    'an encrypted part': changed((bytes) => bytes.writeUInt16LE(1, directory + 8)),
    'a directory elsewhere': changed((bytes) => bytes.writeUInt32LE(4, end + 16)),
    'more parts than there are': changed((bytes) => bytes.writeUInt16LE(900, end + 8)),
    'something behind it': Buffer.concat([good, Buffer.from('MZ')]),
    'cut off': good.subarray(0, directory),
  };
  assert.ok(good.includes(first));
  for (const [what, bytes] of Object.entries(hostile)) assert.equal(await typeOf(bytes), null, what);
});

test('whatever bytes follow the mark of an archive, the answer is a type or none, never a fault', async () => {
  const good = zipOf([letterTypes, ...body]);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(good.length - 1),
      fc.uint8Array({ minLength: 1, maxLength: 40 }),
      async (at, noise) => {
        const bytes = Buffer.from(good);
        bytes.set(noise.subarray(0, bytes.length - at), at);
        const type = await typeOf(bytes, 100);
        assert.ok(type === null || type === 'docx' || type === 'txt', String(type));
      },
    ),
    { numRuns: 300 },
  );
});

test('of a large archive only a little is held in memory', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const piece = randomBytes(1 << 20);
  let held = 0;
  const large = {
    open: async function* () {
      yield Buffer.from('PK\x03\x04', 'latin1');
      for (let n = 0; n < 200; n += 1) {
        yield Buffer.from(piece);
        if (n % 20 > 0) continue;
        collectGarbage();
        held = Math.max(held, process.memoryUsage().arrayBuffers);
      }
    },
  };
  const before = process.memoryUsage().arrayBuffers;
  assert.equal(await detectFileType(large), null);
  assert.ok(held - before < 20 << 20, `${(held - before) >> 20} MiB of 200`);
});
