import { mkdir, writeFile } from 'node:fs/promises';
import { jsonSchemas as billSchemas } from '../src/contexts/costs/domain/blatt-schema.ts';
import { jsonSchemas } from '../src/contexts/forms/domain/definition/json-schemas.ts';
import { jsonSchemas as layerSchemas } from '../src/contexts/overlays/json-schemas.ts';
import { jsonSchemas as packageSchemas } from '../src/contexts/packages/json-schemas.ts';

// Publishes the JSON Schemas of forms, Onlinedienste, packages and bills; a test holds that the files are current.
const folder = new URL('../data/schemas/', import.meta.url);
await mkdir(folder, { recursive: true });
const all = [...jsonSchemas(), ...layerSchemas(), ...packageSchemas(), ...billSchemas()];
for (const [name, text] of all) await writeFile(new URL(name, folder), text);
