import { isSubmittable } from '#forms';
import { add } from '../finding.ts';
import { wayTo } from '../model/build-model.ts';
import { type Desk, isImpossible, pathTo } from './ask.ts';
import { becauseOf } from './dead.ts';

/** Somebody must be able to submit. */
export function checkEnd(desk: Desk): void {
  const { model } = desk;
  const end = model.pages.length;
  const question = { page: end, must: [wayTo(model, end)] };
  const place = 'pages';
  const asked = 'Kommt jemand bis zum Absenden?';
  if (isImpossible(desk, place, asked, question)) {
    add(desk.report, 'ende-unerreichbar', {
      place,
      message: 'Keine Antworten führen bis zum Absenden: Jeder Weg endet vorher.',
      remedy: 'Prüfen Sie die Bedingungen der Seiten, die den Weg beenden.',
      because: model.pages
        .filter(({ exit }) => exit)
        .flatMap(({ place: at, condition }) => becauseOf(desk, condition, `${at}.condition`)),
    });
  } else {
    pathTo(desk, place, asked, question, isSubmittable);
  }
}
