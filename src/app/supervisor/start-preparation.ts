import { preparationMessage } from './child-messages.ts';
import { endOf, forkChild } from './fork-child.ts';

/** How a preparation ended: what to say to the person when all is ready, or why nothing can start. */
export type Prepared =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string; readonly exitCode: number };

export interface Preparation {
  readonly done: Promise<Prepared>;
  /** Ends it where it stands; what it was about to do the next start does. */
  readonly stop: () => Promise<void>;
}

/** Starts the process that prepares the installation. */
export function startPreparation(file: string, environment: NodeJS.ProcessEnv): Preparation {
  const child = forkChild(file, environment);
  const ended = endOf(child);
  const said = new Promise<Prepared>((resolve) => {
    child.once('message', (raw) => {
      const message = preparationMessage.parse(raw);
      resolve(message.kind === 'prepared' ? { ok: true, text: message.text } : { ok: false, ...message });
    });
  });
  const broken = ended.then((how): Prepared => ({ ok: false, message: brokenSentence(how), exitCode: 70 }));
  return {
    done: Promise.race([said, broken]),
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function brokenSentence(how: string): string {
  return `Die Vorbereitung ist abgebrochen (${how}). Daten sind nicht verloren; bitte starten Sie noch einmal.`;
}
