import { z } from 'zod';

type Path = readonly PropertyKey[];

/** A place in a schema, and in the value that was validated with it. */
export interface Place {
  readonly schema: z.ZodType;
  readonly value: unknown;
  readonly path: Path;
}

/** What the sender wrote at a path; undefined when nothing. */
export function valueAt({ value, path }: Pick<Place, 'value' | 'path'>): unknown {
  return path.reduce<unknown>((part, key) => {
    const isContainer = typeof part === 'object' && part !== null;
    return isContainer ? (part as Record<PropertyKey, unknown>)[key] : undefined;
  }, value);
}

/** The fields that the object at a place may have. */
export function fieldsAt(place: Place): string[] {
  const schema = schemaAt(place);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** The bounds of a number, a text or a list. */
export function rangeAt(place: Place): { minimum: string | number; maximum: string | number } {
  const schema = schemaAt(place);
  if (schema instanceof z.ZodNumber) {
    return { minimum: schema.minValue ?? '', maximum: schema.maxValue ?? '' };
  }
  if (schema instanceof z.ZodString) {
    return { minimum: schema.minLength ?? 0, maximum: schema.maxLength ?? '' };
  }
  const { minimum, maximum } = (schema?._zod.bag ?? {}) as Record<string, number>;
  return { minimum: minimum ?? '', maximum: maximum ?? '' };
}

function schemaAt({ schema, value, path }: Place): z.core.$ZodType | undefined {
  let part = shapeOf(schema, value);
  for (const [index, key] of path.entries()) {
    const inner =
      part instanceof z.ZodArray
        ? part.element
        : part instanceof z.ZodObject
          ? part.shape[String(key)]
          : undefined;
    part = shapeOf(inner, valueAt({ value, path: path.slice(0, index + 1) }));
  }
  return part;
}

/** What a field may be where it is given; of several shapes, that of the kind that it names. */
function shapeOf(schema: z.core.$ZodType | undefined, value: unknown): z.core.$ZodType | undefined {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodNullable
  ) {
    return shapeOf(schema.unwrap(), value);
  }
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  const key = schema.def.discriminator;
  const kind = valueAt({ value, path: [key] });
  return schema.options.find(
    (option) => option instanceof z.ZodObject && z.safeParse(option.shape[key], kind).success,
  );
}
