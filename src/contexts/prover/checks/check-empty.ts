import { add } from '../finding.ts';
import { wayTo } from '../model/build-model.ts';
import type { ModelField } from '../model/model.ts';
import { allOf, type Term } from '../model/term.ts';
import { type Desk, pathTo } from './ask.ts';
import { becauseOf } from './dead.ts';
import { isSeen, isSeenField } from './state-of-field.ts';

/** A page on the way on which nothing is to be seen. */
export function checkEmpty(desk: Desk, index: number): void {
  const { model } = desk;
  const page = model.pages[index];
  const fields = model.fields.filter((each) => each.page === index && each.group === null && isSeen(each));
  if (!page || fields.some(({ condition, around }) => condition === null && around.length === 0)) return;
  const question = {
    page: index,
    must: [wayTo(model, index)],
    mustNot: fields.map(shownWhole),
  };
  const walked = pathTo(
    desk,
    page.place,
    `Hat die Seite „${page.id}“ immer einen Inhalt?`,
    question,
    (evaluation) => {
      const state = evaluation.pages[index];
      return (
        state?.reachable === true &&
        state.fields.every((field) => !field.visible || !isSeenField(field.field))
      );
    },
  );
  if (!walked) return;
  add(desk.report, 'leere-seite', {
    place: page.place,
    message: `Die Seite „${page.id}“ gehört mit diesen Antworten zum Weg, zeigt aber nichts.`,
    remedy: 'Geben Sie der Seite die Bedingung ihrer Felder.',
    because: becauseOf(desk, page.condition, `${page.place}.condition`),
    path: walked,
  });
}

function shownWhole({ condition, around }: ModelField): Term {
  return allOf([...around, ...(condition ? [condition] : [])]);
}
