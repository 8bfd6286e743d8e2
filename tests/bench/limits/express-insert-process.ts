import type { AddressInfo } from 'node:net';
import express from 'express';
import { Pool } from 'pg';

/** The least that an API of this stack can do: read a body, insert it, answer. */
const pool = new Pool({ connectionString: process.argv[2], max: 16 });
await pool.query('CREATE TABLE submissions (id bigserial PRIMARY KEY, body text NOT NULL)');

const app = express();
app.use(express.json());
app.post('/', async (request, response) => {
  const { rows } = await pool.query({
    name: 'insert',
    text: 'INSERT INTO submissions (body) VALUES ($1) RETURNING id',
    values: [JSON.stringify(request.body)],
  });
  response.status(202).json({ id: rows[0]?.id });
});

const server = app.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.on('disconnect', () => process.exit());
