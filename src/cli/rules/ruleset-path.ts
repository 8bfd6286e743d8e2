/** The address of a version of a ruleset. */
export function rulesetPath(code: string, version: number): string {
  return `${versionsPath(code)}/${version}`;
}

export function versionsPath(code: string): string {
  return `/v1/rulesets/${encodeURIComponent(code)}/versions`;
}
