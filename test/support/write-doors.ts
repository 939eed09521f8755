import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allCapabilities, capabilityTable } from './all-capabilities.ts';

// Writes the table in docs/doors.md anew after doors were added. The reasons above it are written by hand.
const file = join(import.meta.dirname, '../../docs/doors.md');
const heading = '## All capabilities\n\n';
const [before = ''] = readFileSync(file, 'utf8').split(heading);
writeFileSync(file, `${before}${heading}${capabilityTable(allCapabilities())}\n`);
