import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';
import type { RunningApp } from './running-app.ts';
import type { Visitor } from './visitor.ts';

/** What was made so that the pages of the register have something to show. */
export interface SolutionsPages {
  /** A contribution of Lemgo that was asked back. */
  readonly beitrag: string;
  /** A table of Lemgo with good and broken rows. */
  readonly einlesung: string;
}

const long = 'mit einem sehr langen Zusatz, '.repeat(5);
const source = { quelle: { title: 'Seite des Anbieters, erfunden', url: null }, quelleStand: '2026-11-01' };

/** Lemgo contributes, is asked back, and uploads a table. */
export async function furnishSolutions(app: RunningApp, lemgo: Visitor): Promise<SolutionsPages> {
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-loesung-'));
  try {
    const file = join(folder, 'inhalt.json');
    const inhalt = {
      name: `Assistent ${long}`,
      art: 'formularassistent',
      status: 'angekuendigt',
      evidenz: 'einschaetzung',
    };
    const leistungen = ['L02950', 'L01280'].map((leistungId) => ({
      leistungId,
      status: 'verfuegbar',
      reifegrad11: 3,
      reifegrad20: 4,
      kommentar: long,
    }));
    writeFileSync(file, JSON.stringify({ ...inhalt, ...source, leistungen, hinweis: long }));
    const beitrag = await contribute(app, file);
    await contribute(app, file);
    await runCommand(app, 'loesungen ask', [beitrag, `Welches Portal ${long}?`], { organisation: provider });
    return { beitrag, einlesung: await upload(lemgo) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const provider = 'IT-Verbund Musterland (erfunden)';

async function contribute(app: RunningApp, file: string): Promise<string> {
  const made = await runCommand(app, 'loesungen add', [file], { organisation: '05766044' });
  return (made as { readonly id: string }).id;
}

async function upload(lemgo: Visitor): Promise<string> {
  const head = 'Kennung;Name;Art;Status;Hersteller;Quelle;Stand der Quelle;Beleg';
  const broken = Array.from({ length: 60 }, (_, at) => `;${long.slice(0, 120)} ${at};Unsinn;verfügbar;;;;`);
  const good = [
    ';Neuer Dienst;Onlinedienst;verfügbar;;Seite;2026-11-01;Einschätzung',
    'wohngeld-sh;Wohngeld online;EfA-Dienst;verfügbar;Dataport;heise online;2019-12-01;Einschätzung',
  ];
  const path = await lemgo.upload(
    '/loesungen/einlesen',
    { datei: [head, ...good, ...broken].join('\n') },
    {},
  );
  return path.split('/').at(-1) ?? '';
}
