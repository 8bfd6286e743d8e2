import { ROLES_OF_ORGANISATION } from '#src/access/roles.ts';
import { AppError } from '#src/errors.ts';
import { ORGANISATIONS_OF_SCOPE, type Route } from './route.ts';

/** Deny by default: a route that does not say who may call it, within what, stops the start. */
export function checkRoutes(routes: readonly Route[]): void {
  const seen = new Set<string>();
  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    const fault = seen.has(name) ? 'is there twice' : faultOf(route);
    if (fault !== undefined) throw new AppError('configuration-invalid', `Route ${name} ${fault}.`);
    seen.add(name);
  }
}

/** The rows may come from anywhere, so nothing is taken from the compiler's word. */
function faultOf({ access, path, params }: Route): string | undefined {
  const declared = Object.keys(params?.shape ?? {}).sort();
  const used = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  if (declared.join() !== used.join()) return 'declares other parameters than its path has';
  if (access === 'public') return undefined;
  const { roles, scope } = access ?? {};
  if (!Array.isArray(roles) || roles.length === 0) return 'declares no role';
  if (scope === undefined || !Object.hasOwn(ORGANISATIONS_OF_SCOPE, scope)) {
    return 'declares no tenant scope';
  }
  const possible = ORGANISATIONS_OF_SCOPE[scope].flatMap((kind) => ROLES_OF_ORGANISATION[kind]);
  const stray = roles.find((role) => !possible.includes(role));
  return stray === undefined ? undefined : `lets in ${stray}, who has nothing in its scope`;
}
