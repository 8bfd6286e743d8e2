import { z } from 'zod';

const entrySchema = z
  .strictObject({
    pointer: z.string().optional().meta({ description: 'JSON Pointer into the body.' }),
    parameter: z.string().optional().meta({ description: 'Name of a parameter of the query.' }),
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: 'ProblemEntry' });

/** RFC 9457; other members may come with some types. */
export const problemSchema = z
  .looseObject({
    type: z.string().meta({ examples: ['/problems/input-invalid'] }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().meta({ description: 'Of this request; support finds its log by it.' }),
    errors: z.array(entrySchema).optional(),
  })
  .meta({ id: 'Problem' });
