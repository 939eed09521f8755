import { type Config, hostsOf } from '#platform';
import { demoPeopleOf } from './demo.ts';

/** What `start` prints when the first page answers: the addresses, and in the demo its people. */
export function readyText(config: Config, address: string): string {
  const hosts = hostsOf(config.publicUrl);
  const api = `${hosts.originOf('root')}/api/v1`;
  const suche = hosts.originOf('suche');
  const line = `Leitwerk ist bereit. Verwaltung: ${address}  Suche: ${suche}  API: ${api}  Daten: ${config.dataFolder}`;
  const people = demoPeopleOf({ config, demo: config.mode === 'demo' }).map((person) => {
    const factor = person.secondFactor ? `  Code: bin/leitwerk demo code ${person.key}` : '';
    return `  ${person.email.padEnd(32)} ${person.password.padEnd(20)} ${person.name}, ${person.role}, ${person.organisation}${factor}`;
  });
  if (people.length === 0) return line;
  return [line, 'Vorführung, keine Behörde. Anmelden als (alle Personen sind erfunden):', ...people].join(
    '\n',
  );
}
