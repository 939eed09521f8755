import { type Config, hostsOf, type Instance } from '#platform';
import { demoPeople } from './demo.ts';

/** What `start` prints when the first page answers: the addresses, and in the demo its people. */
export function readyText(config: Config, address: string, instance: Instance): string {
  const hosts = hostsOf(config.publicUrl);
  const line = `Leitwerk ist bereit. Verwaltung: ${address}  API: ${hosts.originOf('root')}/api/v1  Daten: ${config.dataFolder}`;
  if (config.mode !== 'demo') return line;
  const people = demoPeople(instance.folder).map(
    ({ key, name, role, organisation, email, password, secondFactor }) =>
      `  ${key.padEnd(18)} ${email.padEnd(40)} ${password.padEnd(22)} ${name}, ${role}, ${organisation}${secondFactor ? ` (Code: bin/leitwerk demo code ${key})` : ''}`,
  );
  return [line, 'Vorführung, keine Behörde. Anmelden als (alle Personen sind erfunden):', ...people].join(
    '\n',
  );
}
