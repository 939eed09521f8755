import { foldForSearch } from './fold.ts';

const words = `
der die das den dem des ein eine einer eines einem einen und oder aber auch als am an auf aus bei bis da dann dass damit dazu
für von vom im in ins ist sind war waren wird werden wurde worden sein seine seinen seiner mein meine meinen meiner meinem meines
dein deine ihr ihre ihren ihrer unser unsere unseren unserer unserem ich du er sie es wir man mich mir dir uns euch sich
will möchte möchten würde wollen muss müssen soll sollte sollen kann können könnte darf dürfen mag habe hab haben hat hatte hast bin
bist bekomme bekommt kriege kriegt krieg kriegen bekommen brauche braucht brauchen gibt geben geht gehen mache macht machen tun tue
was wer wie wo wann warum wieso weshalb woher wohin welche welcher welches welchen wessen wem wen ob
zu zum zur mit nach bei hier dort dafür darauf davon daran dabei so sehr nur noch schon mal eigentlich bitte hallo danke
diese dieser dieses diesen jede jeder jedes jemand etwas alles alle viel viele wenn weil denn um über unter
seit neben gegen während trotz zwischen wegen statt ab je pro sowie also doch nun immer heute gerade jetzt bald nie da sogar
nicht kein keine keinen keiner keinem anderen andere anderer eigene eigenen eigenes eigener lassen lässt kommt kommen will
the a an to of for in my i how do is and get need want where what can
`;

const folded: ReadonlySet<string> = new Set(words.split(/\s+/).filter(Boolean).map(foldForSearch));

/** Whether a folded word only carries the question, not what it is about. */
export function isStopWord(word: string): boolean {
  return folded.has(word);
}
