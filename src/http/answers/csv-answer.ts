import type { Answer } from '../route.ts';

/** A CSV file to keep; its name holds a number and nothing about a person. */
export function csvAnswer(fileName: string, content: string): Answer {
  return {
    status: 200,
    text: { mediaType: 'text/csv', content },
    headers: { 'Content-Disposition': `attachment; filename="${fileName}"` },
  };
}
