import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandListFile } from '../../src/app/cli/command-list.ts';
import { allCapabilities, capabilityTable, currentCommandList } from './all-capabilities.ts';

// Writes the table in docs/doors.md and the list of commands anew after doors were added or changed. The reasons above it are written by hand.
const file = join(import.meta.dirname, '../../docs/doors.md');
const heading = '## All capabilities\n\n';
const [before = ''] = readFileSync(file, 'utf8').split(heading);
writeFileSync(file, `${before}${heading}${capabilityTable(allCapabilities())}\n`);
writeFileSync(commandListFile, currentCommandList());
