import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { holds } from '../../src/contexts/delivery/testing/canary.ts';
import { textOfWorkbook } from './download.ts';
import { textOfPdf } from './pdf-text.ts';
import { runCommand } from './run-command.ts';
import type { RunningApp } from './running-app.ts';

/** A secret that may be found nowhere. */
export const canary = 'Kanarienvogel-Zugang-Schlüssel-77341';

/** Lemgo entrusts the canary to the installation, for every purpose that it has. */
export async function keepCanary(app: RunningApp): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-canary-'));
  const datei = join(folder, 'wert.txt');
  writeFileSync(datei, canary);
  for (const zweck of ['bezahldienst', 'portal'])
    await runCommand(app, 'zugangsdaten add', [`Probe ${zweck}`], { organisation: 'Lemgo', datei, zweck });
  rmSync(folder, { recursive: true });
}

/** Whether a file shows the canary, whatever it is packed in. */
export function showsCanary(bytes: Buffer): boolean {
  return holds(unpacked(bytes), canary, 1);
}

function unpacked(bytes: Buffer): Buffer {
  const start = bytes.subarray(0, 4).toString('latin1');
  if (start.startsWith('PK')) return Buffer.from(textOfWorkbook(bytes));
  if (start === '%PDF') return Buffer.from(textOfPdf(bytes));
  if (start.startsWith('\u001f\u008b')) return gunzipSync(bytes);
  return bytes;
}
