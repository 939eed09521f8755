import { resolve } from 'node:path';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import {
  backup,
  type Command,
  checkInstallation,
  exportData,
  type Instance,
  importData,
  restore,
} from '#platform';
import { referenceFindings } from './reference-findings.ts';
import { scannerFinding } from './scanner-finding.ts';
import type { Services } from './services.ts';

/** Opens the installation; the process gives it back when the command is done. */
export interface OperationHost {
  readonly instance: () => Promise<Instance>;
}

const text = { type: 'string' } as const;

/** Backup, restore, export and self-check: the operator's commands. */
export function operationCommands(services: Services, host: OperationHost): readonly Command[] {
  return [
    {
      capability: 'operation.backup',
      name: 'backup',
      usage: '<Ordner> [--keys <anderer Ordner>]',
      summary: 'Datenbank und Dateien sichern, im laufenden Betrieb; Schlüssel getrennt',
      options: { keys: text },
      arity: [1, 1],
      run: async ({ positionals: [folder = ''], values }) => {
        const keysFolder = typeof values.keys === 'string' ? { keysFolder: resolve(values.keys) } : {};
        const saved = await backup(await host.instance(), resolve(folder), keysFolder);
        if (!saved.ok) return saved;
        const { files, bytes, seconds, keys } = saved.value;
        return ok({
          json: saved.value,
          text: `Gesichert: ${files} Dateien, ${Math.ceil(bytes / 1_000_000)} MB in ${seconds} s nach ${saved.value.folder}. ${keys}`,
        });
      },
    },
    {
      capability: 'operation.restore',
      name: 'restore',
      usage: '<Ordner> [--keys <Ordner>] [--move-old-aside]',
      summary: 'Eine Sicherung zurückspielen, in einen leeren Datenordner (LEITWERK_DATA)',
      options: { keys: text, 'move-old-aside': { type: 'boolean' } },
      arity: [1, 1],
      run: async ({ positionals: [folder = ''], values }) => {
        const restored = await restore(resolve(folder), services.config, {
          ...(typeof values.keys === 'string' ? { keysFolder: resolve(values.keys) } : {}),
          moveOldAside: values['move-old-aside'] === true,
        });
        if (!restored.ok) return restored;
        return ok({
          json: restored.value,
          text: `Zurückgespielt: Stand ${restored.value.consistentAt}, ${restored.value.files} Dateien in ${restored.value.seconds} s.`,
        });
      },
    },
    {
      capability: 'operation.export',
      name: 'export',
      usage: '<Datei.jsonl.gz>',
      summary: 'Alle Daten im eigenen Format ausleiten (unabhängig von der Version der Datenbank)',
      arity: [1, 1],
      run: async ({ positionals: [file = ''] }) => {
        const report = await exportData((await host.instance()).ownerUrl, resolve(file));
        return ok({
          json: report,
          text: `Ausgeleitet: ${report.rows} Zeilen aus ${report.tables} Tabellen nach ${resolve(file)}.`,
        });
      },
    },
    {
      capability: 'operation.import-export',
      name: 'import-export',
      usage: '<Datei.jsonl.gz>',
      summary: 'Eine Ausleitung in eine leere Installation einlesen',
      arity: [1, 1],
      run: async ({ positionals: [file = ''] }) => {
        const report = await importData(resolve(file), (await host.instance()).ownerUrl);
        return report.ok
          ? ok({
              json: report.value,
              text: `Eingelesen: ${report.value.rows} Zeilen in ${report.value.tables} Tabellen.`,
            })
          : report;
      },
    },
    checkCommand(services, host),
  ];
}

function checkCommand(services: Services, host: OperationHost): Command {
  return {
    capability: 'operation.check',
    name: 'check',
    usage: '',
    summary: 'Die Installation prüfen: Datenbank, Rollen, Schlüssel, Platz, Referenzdaten',
    arity: [0, 0],
    run: async (): Promise<Result<{ json: unknown; text: string }>> => {
      const findings = await checkInstallation(await host.instance(), [
        ...referenceFindings(services),
        ...scannerFinding(services),
      ]);
      const lines = findings.map(
        ({ ok: good, what, remedy }) =>
          `${good ? 'gut   ' : 'FEHLER'} ${what}${good || !remedy ? '' : `\n       ${remedy}`}`,
      );
      const bad = findings.filter((finding) => !finding.ok);
      if (bad.length === 0) return ok({ json: { findings }, text: lines.join('\n') });
      return refuse(found(lines.join('\n'), bad.length));
    },
  };
}

function found(lines: string, count: number): Refusal {
  return {
    kind: 'conflict',
    code: 'CHECK_FOUND_PROBLEMS',
    message: `${lines}\n${count} Punkte brauchen Aufmerksamkeit.`,
  };
}
