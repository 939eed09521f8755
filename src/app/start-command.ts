import { fileURLToPath } from 'node:url';
import { ok, refuse } from '#kernel';
import type { Command } from '#platform';
import { readyText } from './ready-text.ts';
import type { Services } from './services.ts';
import { supervise } from './supervisor/index.ts';

const entry = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** `leitwerk start`: PostgreSQL, web and worker until SIGTERM or Ctrl-C. */
export function startCommand({ config, logger }: Pick<Services, 'config' | 'logger'>): Command {
  return {
    capability: 'operation.start',
    name: 'start',
    usage: '',
    summary: 'Leitwerk starten: Datenbank, Webserver und Arbeiter; Strg-C beendet alles in Ordnung',
    arity: [0, 0],
    run: async ({ say }) => {
      const messages: string[] = [];
      const code = await supervise({
        config,
        entries: { prepare: entry('./prepare.ts'), web: entry('./web.ts'), worker: entry('./worker.ts') },
        readyText: (address, people) => readyText(config, address, people),
        out: (text) => process.stdout.write(`${text}\n`),
        err: (text) => messages.push(text),
        logger,
      });
      if (code === 0) return ok({ json: { stopped: true }, text: '' });
      for (const message of messages.slice(0, -1)) say(message);
      return refuse({
        kind: 'unavailable',
        code: 'START_REFUSED',
        message: messages.at(-1) ?? 'Leitwerk ist nicht gestartet.',
      });
    },
  };
}
