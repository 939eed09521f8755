import { type Compiler, complain, test } from '../compile/compiler.ts';
import { type Declarations, scopeOf } from '../compile/declarations.ts';
import { declarationsOf } from '../compile/declared-by.ts';
import type { Form, FormField, Test } from '../compile/form.ts';
import type { OnlinedienstDefinition } from './onlinedienst-schema.ts';

/** What only one kind of office gets of an Antrag that concerns several. */
export interface OfficeShare {
  readonly office: string;
  readonly pages: ReadonlySet<string>;
  /** By group: which of its rows the office gets. */
  readonly rows: ReadonlyMap<string, Test>;
}

type Shares = NonNullable<OnlinedienstDefinition['offices']>;

/** Proves and compiles what goes to which office; complains of names that there are not and of files for several. */
export function compileShares(
  compiler: Compiler,
  { covers, offices = [] }: Pick<OnlinedienstDefinition, 'covers' | 'offices'>,
  form: Form,
): readonly OfficeShare[] {
  const known = new Set(form.definition.pages.map(({ id }) => id));
  const kinds = new Set(covers.map(({ office }) => office));
  for (const [index, { office, pages }] of offices.entries()) {
    const place = `offices[${index}]`;
    if (!kinds.has(office))
      complain(compiler, `${place}.office`, `Keine Leistung (covers) gehört zur Stelle „${office}“.`);
    for (const page of pages.filter((id) => !known.has(id)))
      complain(compiler, `${place}.pages`, `Eine Seite „${page}“ gibt es im Formular nicht.`);
  }
  if (kinds.size > 1 && offices.length > 0) complainOfSharedFiles(compiler, offices, form);
  const declarations = declarationsOf(form);
  return offices.map(({ office, pages, rows = {} }, index) => ({
    office,
    pages: new Set(pages),
    rows: compileRows(compiler, `offices[${index}].rows`, rows, declarations),
  }));
}

function compileRows(
  compiler: Compiler,
  place: string,
  rows: Readonly<Record<string, string>>,
  declarations: Declarations,
): ReadonlyMap<string, Test> {
  const tests = new Map<string, Test>();
  for (const [id, source] of Object.entries(rows)) {
    const group = declarations.groups.get(id);
    if (!group) complain(compiler, `${place}.${id}`, `Eine Gruppe „${id}“ gibt es im Formular nicht.`);
    const compiled = group && test(compiler, `${place}.${id}`, source, scopeOf(declarations, group));
    if (compiled) tests.set(id, compiled);
  }
  return tests;
}

// A file is encrypted to one office as soon as it is there, so it must be clear which one.
function complainOfSharedFiles(compiler: Compiler, offices: Shares, form: Form): void {
  for (const page of form.pages.filter(({ fields }) => hasFile(fields))) {
    const owners = offices.filter(({ pages }) => pages.includes(page.authored));
    if (owners.length === 1) continue;
    const message = `Die Seite „${page.id}“ fragt nach einer Datei. Nennen Sie sie bei genau einer Stelle, damit klar ist, für wen die Datei verschlüsselt wird.`;
    complain(compiler, 'offices', message);
  }
}

function hasFile(fields: readonly FormField[]): boolean {
  return fields.some((field) =>
    field.kind === 'group' ? hasFile(field.fields) : field.definition.type === 'file',
  );
}
