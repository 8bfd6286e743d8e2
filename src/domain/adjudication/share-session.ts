import { compareOrder } from '../accumulator/canonical-order.ts';
import type { LineWork } from '../decision/line-work.ts';
import type { RuleText, SessionShare } from '../decision/rule.ts';
import type { Session, SessionLine } from '../decision/session.ts';
import type { KnownSheet } from '../decision/sheet-facts.ts';
import type { Movement } from '../decision/step.ts';
import { applyEffect } from './apply-effect.ts';
import { SESSION_RULES } from './rule-order.ts';

interface OwnLine extends SessionLine {
  readonly own: LineWork | null;
}

interface OwnSession extends Session {
  readonly lines: readonly OwnLine[];
}

/** E. The session of a day: this sheet's lines and those decided before; null where there is none. */
export function shareSession(lines: readonly LineWork[], facts: KnownSheet): Session | null {
  const session = gather(lines, facts);
  if (session === null) return null;
  for (const rule of SESSION_RULES) {
    for (const share of rule.share(session)) apply(session, rule, share);
  }
  return session;
}

/** Without a technical act nothing is chosen, so there is no session. */
function gather(lines: readonly LineWork[], { pastLines, sheet }: KnownSheet): OwnSession | null {
  const first = lines[0];
  const terms = first?.terms?.session;
  if (first === undefined || !terms) return null;
  const members: OwnLine[] = [];
  let own = 0;
  let technical = 0;
  for (const line of lines) {
    const category = line.subject?.category;
    if (category === undefined) continue;
    if (terms.technical.has(category)) technical += 1;
    else if (!terms.consultation.has(category)) continue;
    own += 1;
    members.push(ownLine(line, category));
  }
  if (own === 0) return null;
  for (const past of pastLines) {
    if (past.date !== first.date || past.provider !== sheet.provider) continue;
    if (past.allowedEligible === 0) continue;
    if (terms.technical.has(past.category)) technical += 1;
    else if (!terms.consultation.has(past.category)) continue;
    members.push(pastLine(past));
  }
  return technical === 0 ? null : { terms, lines: members.sort(compareOrder) };
}

function ownLine(line: LineWork, category: SessionLine['category']): OwnLine {
  const { date, sessionEligible, code, sheetNumber, lineNumber, allowedEligible } = line;
  const key = { date, sessionEligible, code, sheetNumber, lineNumber };
  return { ...key, category, allowedEligible, eligible: allowedEligible, own: line, past: null };
}

function pastLine(past: KnownSheet['pastLines'][number]): OwnLine {
  const { date, sessionEligible, code, sheetNumber, lineNumber, category } = past;
  const key = { date, sessionEligible, code, sheetNumber, lineNumber };
  const { allowedEligible } = past;
  return { ...key, category, allowedEligible, eligible: allowedEligible, own: null, past };
}

function apply({ lines }: OwnSession, rule: RuleText, share: SessionShare): void {
  const member = lines.find((line) => line === share.line);
  if (member === undefined) throw new Error(`${rule.code} answered a line of no session`);
  const amount = member.eligible - share.eligible;
  member.eligible = share.eligible;
  const line = member.own;
  if (line === null || (amount === 0 && lines.length === 1)) return;
  const { row, source, looked, reason } = share;
  const movements: readonly Movement[] =
    amount === 0 ? [] : [{ from: 'submitted', to: 'excess', amount }];
  applyEffect(line, rule, { row, source, looked, movements, reason });
  line.eligible = share.eligible;
  if (amount > 0) line.reduced = true;
}
