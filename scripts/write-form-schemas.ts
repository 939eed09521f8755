import { mkdir, writeFile } from 'node:fs/promises';
import { jsonSchemas } from '../src/contexts/forms/domain/definition/json-schemas.ts';

// Publishes the JSON Schemas of forms and Onlinedienste; a test holds that the files are current.
const folder = new URL('../data/schemas/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, text] of jsonSchemas()) await writeFile(new URL(name, folder), text);
