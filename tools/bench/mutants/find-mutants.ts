import { parseAst } from 'vitest/node';

/** A source with one small thing wrong: what stands from `start` to `end` is replaced. */
export interface Mutant {
  /** Path of the source from the root of the project. */
  path: string;
  line: number;
  start: number;
  end: number;
  original: string;
  replacement: string;
}

/** A node of the syntax tree, as far as it matters here. */
interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

type Replacement = Pick<Mutant, 'start' | 'end' | 'replacement'>;

const neighbours: Record<string, string> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const comparisons = [...Object.keys(neighbours), '===', '!=='];

/** What an expression about money has in it: amounts, limits, balances, caps. */
const money = /Fen\b|Fen\.|Fen\[|sumOf\(/;

/**
 * Every mutant of a source: each side of `&&` and `||` dropped, the boundary of each comparison shifted, each amount that is compared a fen more
 * and a fen less, and each guard that returns early left out.
 */
export function findMutants(path: string, source: string): Mutant[] {
  const found = nodesIn(parseAst(source, { lang: 'ts' })).flatMap((node) => replacementsOf(node, source));
  const mutants = found.map((one) => ({ path, line: source.slice(0, one.start).split('\n').length, original: source.slice(one.start, one.end), ...one }));
  return mutants.sort((one, other) => one.start - other.start || one.end - other.end);
}

/** @throws Error when the source is not the one that the mutant was found in. */
export function mutated(source: string, { path, start, end, original, replacement }: Mutant): string {
  if (source.slice(start, end) !== original) throw new Error(`${path} has changed since its mutants were found.`);
  return source.slice(0, start) + replacement + source.slice(end);
}

function replacementsOf(node: Node, source: string): Replacement[] {
  switch (node.type) {
    case 'LogicalExpression':
      return node['operator'] === '??' ? [] : sidesOf(node).map((side) => replaced(node, `(${textOf(side, source)})`));
    case 'BinaryExpression':
      return comparisonsOf(node, source);
    case 'IfStatement':
      return isGuard(node) && isNode(node['test']) ? [replaced(node['test'], 'false')] : [];
    default:
      return [];
  }
}

/** A comparison with its boundary shifted and, where it is about money, with the right side a fen more and a fen less. */
function comparisonsOf(node: Node, source: string): Replacement[] {
  const operator = String(node['operator']);
  const [left, right] = sidesOf(node);
  if (!left || !right || !comparisons.includes(operator)) return [];
  const sides = [textOf(left, source), textOf(right, source)] as const;
  const neighbour = neighbours[operator];
  const shifted = neighbour === undefined ? [] : [replaced(node, `(${sides[0]} ${neighbour} ${sides[1]})`)];
  const isAmount = money.test(sides.join(' ')) && !sides.includes('null') && !sides.includes('undefined');
  return isAmount ? [...shifted, ...['+ 1', '- 1'].map((fen) => replaced(node, `(${sides[0]} ${operator} ${sides[1]} ${fen})`))] : shifted;
}

function isGuard(node: Node): boolean {
  const { alternate, consequent } = node;
  return (alternate === null || alternate === undefined) && isNode(consequent) && consequent.type === 'ReturnStatement';
}

function sidesOf(node: Node): Node[] {
  return [node['left'], node['right']].filter(isNode);
}

function replaced({ start, end }: Node, replacement: string): Replacement {
  return { start, end, replacement };
}

function textOf({ start, end }: Node, source: string): string {
  return source.slice(start, end);
}

function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(nodesIn);
  return isNode(value) ? [value, ...below] : below;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && typeof value.start === 'number';
}
