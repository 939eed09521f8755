import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { languageReports, parseParameters } from '#forms';
import { parseOnlinedienst } from '#forms/onlinedienst';
import { formPreview } from '#forms/pages';
import { localDate, type Refusal } from '#kernel';
import { pageLayout } from '#ui';

/**
 * Checks the folder of an Onlinedienst and shows its form under http://localhost:8090: `dienst.json`, `formular.json`, and,
 * where it has parameters, their values in `werte.json`. What is wrong is named with its place.
 */

const [folder, port = '8090'] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Aufruf: bin/node24 scripts/try-onlinedienst.ts <Ordner> [Port]\n');
  process.exit(64);
}

const text = (file: string, otherwise: string | null = null): Promise<string> =>
  readFile(join(folder, file), 'utf8').catch((fault) => {
    if (otherwise !== null) return otherwise;
    throw fault;
  });

function fail({ message, fields = [] }: Refusal): never {
  process.stderr.write(
    `${message}\n${fields.map((problem) => `- ${problem.field}: ${problem.message}\n`).join('')}`,
  );
  process.exit(65);
}

const dienst = parseOnlinedienst(await text('dienst.json'), await text('formular.json'));
if (!dienst.ok) fail(dienst.refusal);
const { form, definition, title } = dienst.value;
const values = parseParameters(definition.parameters, JSON.parse(await text('werte.json', '{}')));
if (!values.ok) fail(values.refusal);

for (const { language, missing, unknown, texts } of languageReports(form.definition)) {
  process.stdout.write(`Sprache ${language}: ${texts - missing.length} von ${texts} Texten.\n`);
  for (const key of unknown) process.stdout.write(`- Zu „${key}“ gibt es keinen Text im Formular.\n`);
}
const open = (form.definition.rules ?? []).filter(({ state }) => state === 'open');
for (const rule of open) process.stdout.write(`Regel ${rule.id} ist noch offen: ${rule.text}\n`);

const today = localDate(new Date().toISOString().slice(0, 10));
const { app } = formPreview(form, { parameters: values.value, today }, (page, main) =>
  String(pageLayout({ area: title, title: page, main, footer: [], demo: true, user: null })),
);
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' }, () =>
  process.stdout.write(`„${title}“ ist in Ordnung und läuft: http://localhost:${port}/ (Ende mit Strg+C)\n`),
);
