// Writes numbered rows as the application's own role, several at a time, and prints each with its time once it is
// acknowledged. Runs until it is killed.
import { openDatabase } from '../database/open-database.ts';
import { actorOf } from '../database/tx.ts';
import { publish } from '../jobs/publish.ts';

const db = openDatabase(process.argv[2] ?? '', { max: 4 });
const somebody = actorOf('system', 'writer');

await Promise.all(
  [1, 2, 3, 4].map(async (writer) => {
    for (let n = 0; ; n += 1) {
      const key = `${writer}-${n}`;
      await db.withReference(somebody, (tx) => publish(tx, 'written', { key }));
      process.stdout.write(`${key} ${Date.now()}\n`);
    }
  }),
);
