import { createLogger, openDatabase } from '#platform';
import { demoPeopleOf, makeDemo } from './demo/demo.ts';
import { loadReferenceData } from './load-reference-data.ts';
import { createServices, type Services } from './services.ts';
import { type Handover, runPreparation } from './supervisor/index.ts';

// The process that runs once before the others start and ends: the shipped reference data, and in the demo its people. What it
// needs in memory the supervisor, which stays, never holds.
await runPreparation(prepare, createLogger('info', 'prepare'));

/** Prepares the installation; in the demo what it says is who may sign in. */
async function prepare({ config, installationId, urls }: Handover): Promise<string> {
  const logger = createLogger(config.logLevel, 'prepare');
  const db = openDatabase(urls.app, { max: 4 });
  try {
    await loadReferenceData(db);
    if (config.mode !== 'demo') return '';
    const services = createServices(config, db, logger, installationId);
    await makeDemo(services);
    return peopleText(services);
  } finally {
    await db.close();
  }
}

function peopleText(services: Services): string {
  const people = demoPeopleOf(services).map((person) => {
    const factor = person.secondFactor ? `  Code: bin/leitwerk demo code ${person.key}` : '';
    return `  ${person.email.padEnd(32)} ${person.password.padEnd(20)} ${person.name}, ${person.role}, ${person.organisation}${factor}`;
  });
  return ['Vorführung, keine Behörde. Anmelden als (alle Personen sind erfunden):', ...people].join('\n');
}
