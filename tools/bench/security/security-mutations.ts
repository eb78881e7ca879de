/** Rules with one small fault in them. */
export interface SecurityMutant {
  /** Where and what, for people to find it. */
  says: string;
  /** The block that it is in, by the beginning of its line. */
  block: string;
  rulesText: string;
}

interface Range {
  start: number;
  end: number;
}

interface Edit extends Range {
  what: string;
  becomes: string;
}

/**
 * Faults that a hand slips into security rules: a condition of several left out, an element of a list or map left out, a number one off. Each mutant
 * has one of them, in one of the blocks that begin with these words.
 */
export function securityMutants(rulesText: string, blocks: readonly string[]): SecurityMutant[] {
  const plain = withoutComments(rulesText);
  return blocks.flatMap((block) => {
    const { start, end } = blockAt(plain, block);
    const edits = conditionsIn(plain, start, end).flatMap((range) => editsOf(plain, range));
    return edits.map(({ what, becomes, ...range }) => ({
      says: `line ${lineOf(plain, range.start)}: ${what}`,
      block,
      rulesText: rulesText.slice(0, range.start) + becomes + rulesText.slice(range.end),
    }));
  });
}

/** Comments as blanks, so that every offset stays what it is. */
function withoutComments(text: string): string {
  return text.replaceAll(/(^|\s)\/\/ .*$/gm, (comment) => ' '.repeat(comment.length));
}

function blockAt(text: string, block: string): Range {
  const start = text.indexOf(`    ${block}`);
  if (start < 0) throw new Error(`There is no “${block}” in the rules.`);
  return { start, end: closingOf(text, text.indexOf(' {\n', start) + 1) };
}

/** What follows `if` and `return`, up to its semicolon. */
function conditionsIn(text: string, start: number, end: number): Range[] {
  const found = [...text.slice(start, end).matchAll(/\b(?:if|return)\s+([^;]+);/g)];
  return found.map((match) => {
    const at = start + match.index + match[0].length - 1 - (match[1] ?? '').length;
    return { start: at, end: at + (match[1] ?? '').length };
  });
}

/** Every fault of an expression and of all that it is made of. */
function editsOf(text: string, range: Range): Edit[] {
  for (const operator of ['||', '&&']) {
    const parts = split(text, range, operator);
    if (parts.length > 1) return [...leavingOut(text, parts, operator), ...parts.flatMap((part) => editsOf(text, part))];
  }
  const groups = groupsIn(text, range);
  return [...groups.flatMap((group) => editsOfGroup(text, group)), ...numbersIn(text, range, groups)];
}

/** A list's or map's elements, a call's arguments, or what stands in brackets. */
function editsOfGroup(text: string, group: Range): Edit[] {
  const parts = split(text, { start: group.start + 1, end: group.end }, ',');
  const isLiteral = text[group.start] !== '(' && !/[\w)\]]/.test(text[group.start - 1] ?? '');
  return [...(isLiteral && parts.length > 1 ? leavingOut(text, parts, ',') : []), ...parts.flatMap((part) => editsOf(text, part))];
}

function leavingOut(text: string, parts: readonly Range[], operator: string): Edit[] {
  return parts.map((part, index) => {
    const next = parts[index + 1];
    const previous = parts[index - 1];
    const range = next ? { start: part.start, end: next.start } : { start: previous?.end ?? part.start, end: part.end };
    return { ...range, what: `without ${shown(text, part)} ${operator === ',' ? 'in a list' : `of several ${operator}`}`, becomes: '' };
  });
}

/** One more and one less; in texts only what a pattern counts, such as `{4,36}`. */
function numbersIn(text: string, range: Range, groups: readonly Range[]): Edit[] {
  const content = text.slice(range.start, range.end);
  const counted = [...content.matchAll(/'[^']*'/g)].flatMap((literal) =>
    [...literal[0].matchAll(/\{(\d+),(\d+)\}|\{(\d+)\}/g)].flatMap((counts) =>
      [...counts[0].matchAll(/\d+/g)].map((digits) => ({ at: literal.index + counts.index + digits.index, digits: digits[0] })),
    ),
  );
  const blank = content.replaceAll(/'[^']*'/g, (literal) => ' '.repeat(literal.length));
  const bare = [...blank.matchAll(/(?<![\w.-])-?\d+(?![\w.])/g)].map((digits) => ({ at: digits.index, digits: digits[0] }));
  return [...counted, ...bare]
    .map(({ at, digits }) => ({ at: range.start + at, digits }))
    .filter(({ at }) => !groups.some((group) => group.start < at && at < group.end))
    .flatMap(({ at, digits }) =>
      [1n, -1n].map((by) => {
        const becomes = String(BigInt(digits) + by);
        const context = `${text.slice(at - 36, at)}‹${digits}›${text.slice(at + digits.length, at + digits.length + 8)}`.replaceAll(/\s+/g, ' ');
        return { start: at, end: at + digits.length, what: `${becomes} for “${context}”`, becomes };
      }),
    );
}

function shown(text: string, { start, end }: Range): string {
  const content = text.slice(start, end).replaceAll(/\s+/g, ' ').trim();
  return `“${content.length > 110 ? `${content.slice(0, 110)}…` : content}”`;
}

/** The parts between an operator where it stands in no bracket and no text. */
function split(text: string, { start, end }: Range, operator: string): Range[] {
  const parts: Range[] = [];
  let partStart = start;
  for (let at = start; at < end; at = following(text, at)) {
    if (!text.startsWith(operator, at)) continue;
    parts.push({ start: partStart, end: at });
    partStart = at + operator.length;
  }
  return [...parts, { start: partStart, end }];
}

/** Outermost brackets in an expression. */
function groupsIn(text: string, { start, end }: Range): Range[] {
  const groups: Range[] = [];
  for (let at = start; at < end; at = following(text, at)) {
    if ('([{'.includes(text[at] ?? '')) groups.push({ start: at, end: closingOf(text, at) });
  }
  return groups;
}

/** The next place that is in no bracket and no text. */
function following(text: string, at: number): number {
  if (text[at] === "'") return text.indexOf("'", at + 1) + 1;
  return '([{'.includes(text[at] ?? ' ') ? closingOf(text, at) + 1 : at + 1;
}

function closingOf(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at = following(text, at)) if (')]}'.includes(text[at] ?? '')) return at;
  throw new Error(`A bracket is never closed: line ${lineOf(text, opening)}.`);
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
