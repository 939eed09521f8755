import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Upload } from '#platform';
import { dateien } from './vorschau-dateien.ts';

test('a file field that was left empty sent no file; one that holds an empty file did', () => {
  const upload = (fileName: string, bytes: number) => ({ fileName, bytes }) as Upload;
  assert.deepEqual([...dateien(new Map([['foto', [upload('datei', 0)]]]))], []);
  assert.deepEqual(
    [...dateien(new Map([['foto', [upload('schirm.JPG', 7), upload('leer.png', 0)]]]))],
    [
      [
        'foto',
        [
          { id: 'vorschau-1', name: 'schirm.JPG', type: 'jpg', bytes: 7 },
          { id: 'vorschau-2', name: 'leer.png', type: 'png', bytes: 0 },
        ],
      ],
    ],
  );
});
