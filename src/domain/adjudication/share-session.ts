import { compareOrder } from '../accumulator/canonical-order.ts';
import type { PastLine } from '../accumulator/history.ts';
import type { CompiledSession } from '../coverage/compiled-ruleset.ts';
import type { LineWork } from '../decision/line-work.ts';
import type { RuleText, SessionShare } from '../decision/rule.ts';
import type { Session, SessionLine } from '../decision/session.ts';
import type { KnownSheet } from '../decision/sheet-facts.ts';
import type { Category } from '../nomenclature/category.ts';
import { applyStep } from './apply-step.ts';
import { SESSION_RULES } from './rule-order.ts';

interface OwnLine extends SessionLine {
  readonly own: LineWork | null;
}

interface OwnSession extends Session {
  readonly lines: readonly OwnLine[];
}

/** E. The session of a day: this sheet's lines and those decided before; null without any. */
export function shareSession(lines: readonly LineWork[], facts: KnownSheet): Session | null {
  const session = gather(lines, facts);
  if (session === null) return null;
  for (const rule of SESSION_RULES) {
    for (const share of rule.share(session)) apply(session, rule, share);
  }
  return session;
}

/** Without a technical act nothing is chosen, so there is no session. */
function gather(lines: readonly LineWork[], facts: KnownSheet): OwnSession | null {
  const terms = lines[0]?.terms?.session;
  if (!terms || !hasMember(terms, lines)) return null;
  const own = lines.filter((line) => isOf(terms, line.subject?.category));
  const past = pastLinesOf(terms, own, facts);
  const isTechnical =
    own.some(({ subject }) => subject !== undefined && terms.technical.has(subject.category)) ||
    past.some(({ category }) => terms.technical.has(category));
  if (!isTechnical) return null;
  const members = [...own.map(ownLine), ...past.map(pastLine)];
  return { terms, lines: members.sort(compareOrder) };
}

function hasMember(terms: CompiledSession, lines: readonly LineWork[]): boolean {
  for (const { subject } of lines) if (isOf(terms, subject?.category)) return true;
  return false;
}

function isOf({ members }: CompiledSession, category: Category | undefined): boolean {
  return category !== undefined && members.has(category);
}

const NO_LINES: readonly PastLine[] = [];

function pastLinesOf(
  terms: CompiledSession,
  own: readonly LineWork[],
  { pastLines, sheet }: KnownSheet,
): readonly PastLine[] {
  if (pastLines.length === 0) return NO_LINES;
  const date = own[0]?.date;
  return pastLines.filter(
    (past) =>
      past.date === date &&
      past.provider === sheet.provider &&
      past.allowedEligible > 0 &&
      isOf(terms, past.category),
  );
}

function ownLine(line: LineWork): OwnLine {
  const { subject, allowedEligible } = line;
  if (subject === undefined) throw new Error('a line of a session without its facts');
  return {
    date: line.date,
    sessionEligible: line.sessionEligible,
    code: line.code,
    sheetNumber: line.sheetNumber,
    lineNumber: line.lineNumber,
    category: subject.category,
    allowedEligible,
    eligible: allowedEligible,
    own: line,
    past: null,
  };
}

function pastLine(past: PastLine): OwnLine {
  const { allowedEligible } = past;
  return {
    date: past.date,
    sessionEligible: past.sessionEligible,
    code: past.code,
    sheetNumber: past.sheetNumber,
    lineNumber: past.lineNumber,
    category: past.category,
    allowedEligible,
    eligible: allowedEligible,
    own: null,
    past,
  };
}

function apply({ lines }: OwnSession, rule: RuleText, share: SessionShare): void {
  const member = lines.find((line) => line === share.line);
  if (member === undefined) throw new Error(`${rule.code} answered a line of no session`);
  const amount = member.eligible - share.eligible;
  member.eligible = share.eligible;
  const line = member.own;
  if (line === null || (amount === 0 && lines.length === 1)) return;
  const { cited, figures, reason } = share;
  applyStep(line, { cited, figures: [...figures, amount], reason });
  line.eligible = share.eligible;
  if (amount > 0) line.reduced = true;
}
