import { z } from 'zod';

export const PAGE_LIMIT = 500;
const STREAM_LIMIT = 100_000;

/** Items of one page: 100 unless told, at most 500. */
export const limit = z
  .string()
  .refine((text) => /^[1-9][0-9]{0,2}$/.test(text) && Number(text) <= PAGE_LIMIT, {
    error: 'not-a-page-size',
  })
  .default('100')
  .transform(Number)
  .meta({ description: 'Items of the page, 1 to 500.', examples: ['100'] });

/** Items of an answer that may come as a stream of lines, which takes many more. */
export const streamLimit = z
  .string()
  .refine((text) => /^[1-9][0-9]{0,5}$/.test(text) && Number(text) <= STREAM_LIMIT, {
    error: 'not-a-page-size',
  })
  .default('100')
  .transform(Number)
  .meta({
    description: 'Items of the page, 1 to 500; as application/x-ndjson, 1 to 100,000.',
    examples: ['100'],
  });

/** Where the previous page ended, exactly as it said. */
export const cursor = z.string().max(200).optional().meta({
  description: 'The `next` of the previous page; absent for the first.',
});

/** An id of ours in a path. */
export const id = z
  .string()
  .regex(/^[1-9][0-9]{0,15}$/)
  .transform(Number)
  .refine(Number.isSafeInteger)
  .meta({ examples: ['1000'] });

/** Cursor of the next page; null when this is the last one. */
export const next = z.string().nullable();
