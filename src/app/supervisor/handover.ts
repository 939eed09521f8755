import type { Config, Instance } from '#platform';

/** What a child process is given of the installation: no right to change the schema, no second reading of settings. */
export interface Handover {
  readonly config: Config;
  readonly installationId: string;
  readonly dataFolder: string;
  /** Connection strings of the two roles that the running program uses. */
  readonly urls: Instance['urls'];
}

const variable = 'INSTANCE_HANDOVER';

/** The environment of a child process. */
export function handoverEnvironment(config: Config, instance: Instance): NodeJS.ProcessEnv {
  const handover: Handover = {
    config,
    installationId: instance.installationId,
    dataFolder: instance.folder.root,
    urls: instance.urls,
  };
  return { ...process.env, [variable]: JSON.stringify(handover) };
}

/** Reads what the supervisor handed over; a child that somebody starts by hand is told how to start instead. */
export function readHandover(environment: NodeJS.ProcessEnv): Handover {
  const text = environment[variable];
  if (!text) throw new Error('Dieser Prozess wird von Leitwerk selbst gestartet. Bitte: npm start.');
  const parsed = JSON.parse(text) as Handover;
  return { ...parsed, config: { ...parsed.config, publicUrl: new URL(parsed.config.publicUrl) } };
}
