import type { ProblemCode } from './problem-status.ts';

/** One entry of `errors`: a field of the body by its pointer, or a parameter of the query. */
export type ProblemEntry = { readonly code: string; readonly message: string } & (
  | { readonly pointer: string }
  | { readonly parameter: string }
);

export interface HttpErrorOptions {
  readonly errors?: readonly ProblemEntry[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Extension members of the problem, such as the id of what is in the way. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** A refusal that is the business of HTTP alone; its sentences are in `problem-sentences.ts`. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly code: ProblemCode;
  readonly errors: readonly ProblemEntry[] | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: ProblemCode, options: HttpErrorOptions = {}) {
    super(code, { cause: options.cause });
    this.code = code;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
    this.members = options.members ?? {};
  }
}
