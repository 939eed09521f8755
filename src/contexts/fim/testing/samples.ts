import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { readXdatenfelder, type XdfNachricht } from '#standards/xdatenfelder';
import { sharedFolder } from '../../../../test/support/shared-folder.ts';

/** The released schemas beside the project, or `null` after saying that they are missing. */
export function releasedSamples(
  t: TestContext,
): readonly { readonly id: string; readonly bytes: Buffer }[] | null {
  const shared = sharedFolder(t);
  if (shared === null) return null;
  const folder = join(shared, 'samples/fim');
  const [, ...lines] = readFileSync(join(folder, 'index.csv'), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const id = line.split(',')[0] ?? '';
    return { id, bytes: readFileSync(join(folder, `${id}.xdf3.xml`)) };
  });
}

/** A schema out of its parts: a page of XML is written around them. */
export function schemaText(
  inner: string,
  more: { readonly id?: string; readonly version?: string } = {},
): string {
  const { id = 'S99000000001', version = '1.0.0' } = more;
  return `<?xml version="1.0" encoding="UTF-8"?>
<xdf3:xdatenfelder.stammdatenschema.0102 xmlns:xdf3="urn:xoev-de:fim:standard:xdatenfelder_3.0.0">
<xdf3:header><xdf3:nachrichtID>N1</xdf3:nachrichtID><xdf3:erstellungszeitpunkt>2026-01-02T03:04:05Z</xdf3:erstellungszeitpunkt></xdf3:header>
<xdf3:stammdatenschema>${allgemein(id, 'Probe', version)}<xdf3:bezeichnung>Anzeige einer Probe</xdf3:bezeichnung>
${inner}
</xdf3:stammdatenschema></xdf3:xdatenfelder.stammdatenschema.0102>`;
}

function allgemein(id: string, name: string, version = '1.0.0'): string {
  return `<xdf3:identifikation><xdf3:id>${id}</xdf3:id><xdf3:version>${version}</xdf3:version></xdf3:identifikation><xdf3:name>${name}</xdf3:name><xdf3:freigabestatus><code>6</code></xdf3:freigabestatus><xdf3:letzteAenderung>2026-01-01T08:00:00Z</xdf3:letzteAenderung>`;
}

function baustein(id: string, name: string): string {
  return `${allgemein(id, name)}<xdf3:bezeichnungEingabe>${name}</xdf3:bezeichnungEingabe><xdf3:schemaelementart><code>HAR</code></xdf3:schemaelementart>`;
}

export interface Feldangabe {
  readonly id: string;
  readonly name?: string;
  readonly anzahl?: string;
  readonly feldart?: string;
  readonly datentyp?: string;
  /** XML after `datentyp`. */
  readonly inner?: string;
}

/** A field at its place. */
export function feldXml({
  id,
  name = id,
  anzahl = '1:1',
  feldart = 'input',
  datentyp = 'text',
  inner = '',
}: Feldangabe): string {
  return `<xdf3:struktur><xdf3:anzahl>${anzahl}</xdf3:anzahl><xdf3:enthaelt><xdf3:datenfeld>${baustein(id, name)}<xdf3:feldart><code>${feldart}</code></xdf3:feldart><xdf3:datentyp><code>${datentyp}</code></xdf3:datentyp>${inner}</xdf3:datenfeld></xdf3:enthaelt></xdf3:struktur>\n`;
}

/** A group at its place. */
export function gruppeXml(id: string, name: string, inner: string, anzahl = '1:1'): string {
  return `<xdf3:struktur><xdf3:anzahl>${anzahl}</xdf3:anzahl><xdf3:enthaelt><xdf3:datenfeldgruppe>${baustein(id, name)}${inner}</xdf3:datenfeldgruppe></xdf3:enthaelt></xdf3:struktur>\n`;
}

/** A free-text rule. */
export function regelXml(id: string, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<xdf3:regel><xdf3:identifikation><xdf3:id>${id}</xdf3:id><xdf3:version>1.0.0</xdf3:version></xdf3:identifikation><xdf3:name>Regel</xdf3:name><xdf3:freitextRegel>${escaped}</xdf3:freitextRegel><xdf3:letzteAenderung>2026-01-01T08:00:00Z</xdf3:letzteAenderung><xdf3:typ><code>K</code></xdf3:typ></xdf3:regel>`;
}

/** Values of a choice. */
export function werteXml(...codes: readonly (readonly [code: string, name: string])[]): string {
  const each = codes.map(
    ([code, name]) => `<xdf3:wert><xdf3:code>${code}</xdf3:code><xdf3:name>${name}</xdf3:name></xdf3:wert>`,
  );
  return `<xdf3:werte>${each.join('')}</xdf3:werte>`;
}

/** A schema that was read; a failed test where it cannot be. */
export async function gelesen(content: string | Buffer): Promise<XdfNachricht> {
  const read = await readXdatenfelder([Buffer.from(content)]);
  assert.ok(read.ok, read.ok ? '' : read.refusal.message);
  return read.value;
}
