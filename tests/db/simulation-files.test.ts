import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  completeFile,
  dropExpiredSheets,
  insertFile,
  insertFileSheets,
  type SimulationFile,
} from '#db/repositories/simulation-file-repository.ts';
import { CARE_DATE, sheet } from '#tests/domain/builders/input-builder.ts';
import { openPlantedWorld, type PlantedDatabase, tried } from './open-planted-world.ts';

/** A fund of the planted world. */
const CNSS = 1;
const WHOLE = {
  ...{ sheets: 2, refused: 0, contentHash: '0'.repeat(64) },
  period: { from: CARE_DATE, to: CARE_DATE },
};
const RESTRICTED = { code: '23001' };

let world: PlantedDatabase;

beforeAll(async () => {
  world = await openPlantedWorld();
});

afterAll(() => world.close());

const pool = () => world.database.as('simulator');

async function send(): Promise<SimulationFile> {
  const sent = { sentBy: 'client', sentAt: new Date(), receivedOn: CARE_DATE };
  const file = await insertFile(pool(), { organisationId: CNSS, ...sent });
  await insertFileSheets(pool(), file, [fileSheet(1), fileSheet(2)]);
  await completeFile(pool(), file, WHOLE);
  return file;
}

function fileSheet(line: number) {
  return { line, fundId: CNSS, careOn: CARE_DATE, sheet: sheet({ number: `FILE-${line}` }) };
}

const expire = ({ id }: SimulationFile) =>
  world.superuser.query(`UPDATE simulation_files SET expires_at = '-infinity' WHERE id = $1`, [id]);

async function stateOf({ id }: SimulationFile) {
  const { rows } = await world.superuser.query<{ status: string; sheets: number }>(
    `SELECT status, (SELECT count(*)::int FROM simulation_sheets WHERE file_id = f.id) AS sheets
     FROM simulation_files f WHERE id = $1`,
    [id],
  );
  return rows[0];
}

test('a file that is whole gets no further sheet', async () => {
  const file = await send();
  await expect(insertFileSheets(pool(), file, [fileSheet(3)])).rejects.toMatchObject(RESTRICTED);
  expect(await stateOf(file)).toEqual({ status: 'whole', sheets: 2 });
});

test.each([
  `status = 'open'`,
  'sheets = 3',
  'refused = 1',
  `care_from = care_from - 1`,
  `content_hash = repeat('1', 64)`,
])('a file that is whole keeps what reports name: not %s', async (change) => {
  const { id } = await send();
  const changed = `UPDATE simulation_files SET ${change} WHERE id = ${id}`;
  expect(await tried(world.superuser, changed)).toMatchObject(RESTRICTED);
});

test('what has expired goes piece by piece, and a file that is gone stays so', async () => {
  const file = await send();
  await expire(file);
  await dropExpiredSheets(pool(), 1);
  expect(await stateOf(file)).toEqual({ status: 'whole', sheets: 1 });
  await dropExpiredSheets(pool(), 1);
  await dropExpiredSheets(pool(), 1);
  expect(await stateOf(file)).toEqual({ status: 'gone', sheets: 0 });
  const back = `UPDATE simulation_files SET status = 'whole' WHERE id = ${file.id}`;
  expect(await tried(world.superuser, back)).toMatchObject(RESTRICTED);
});

test.each(['planning', 'running'])('a file keeps its sheets while it is %s', async (status) => {
  const file = await send();
  const { rows } = await world.superuser.query<{ id: number }>(
    `INSERT INTO simulations (organisation_id, asked_by, asked_at, code, version, document,
       content_hash, period_from, period_to, file_id, record_revision, status, moved_at)
     VALUES ($1, 'client', now(), 'RULES', 1, '{}', repeat('0', 64), $2, $2, $3, 1, $4, now())
     RETURNING id`,
    [CNSS, CARE_DATE, file.id, status],
  );
  await expire(file);
  await dropExpiredSheets(pool(), 10);
  expect(await stateOf(file)).toEqual({ status: 'whole', sheets: 2 });
  await world.superuser.query(`UPDATE simulations SET status = 'cancelled' WHERE id = $1`, [
    rows[0]?.id,
  ]);
  await dropExpiredSheets(pool(), 10);
  expect(await stateOf(file)).toEqual({ status: 'gone', sheets: 0 });
});
