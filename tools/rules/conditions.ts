import { earliestMomentMs, latestMomentMs } from '@shouwen/domain/kernel/moment';
import { timestampNames } from '@shouwen/domain/kernel/stored';
import { capitalised, type Choice, joined, literal, literals, type RuleFunction } from './rules-text.ts';
import { asShape, besideNull, type Kind, kindsOf, propertiesOf, type Shape, shapeOf, tagOf, without } from './schema-shape.ts';
import type { Former } from './written-shapes.ts';

/** Conditions of the rules, all of which have to be true, and the functions that they call. */
export interface Conditions {
  all: string[];
  functions: RuleFunction[];
}

/**
 * What the rules have to find true of a value. A rule costs an expression for each of its words and stops at a thousand, so that the cheapest words
 * are taken; and it comes to false, instead of breaking off, whatever the value is.
 *
 * @param name for the functions that it needs.
 * @throws Error where a schema sets no bound or one that rules cannot hold.
 */
function conditionsOn(value: string, shape: Shape, name: string): Conditions {
  const other = besideNull(shape);
  if (other) return orNull(value, other, name);
  if (shape.const !== undefined) return only(`${value} == ${literal(shape.const)}`);
  if (shape.enum) return only(`${value} in ${literals(shape.enum)}`);
  if (shape.oneOf) return ofUnion(value, shape.oneOf.map(asShape), name);
  if ('mostBytes' in shape) return only(`${value} is bytes`, ...sizes(value, shape['leastBytes'], shape['mostBytes']));
  switch (shape.type) {
    case 'string':
      return ofText(value, shape, name);
    case 'integer':
      return only(ofWhole(value, shape));
    case 'boolean':
      return only(`${value} is bool`);
    case 'array':
      return ofList(value, shape, name);
    case 'object':
      return ofMap(value, shape, name);
    default:
      throw new Error(`${name}: the rules have no words for ${JSON.stringify(shape)}.`);
  }
}

/**
 * Conditions on a map or a document that has these fields and no others.
 *
 * @param fixed fields that are compared elsewhere.
 * @param formerly what may stand in the place of a required field.
 */
export function conditionsOnFields(value: string, shape: Shape, name: string, fixed: readonly string[], formerly: Former = {}): Conditions {
  const { properties = {}, required = [] } = shape;
  if (shape.additionalProperties !== false) throw new Error(`${name}: the schema has to be strict, or unknown fields come in.`);
  const checked = propertiesOf(shape).filter(([field]) => !fixed.includes(field));
  const fields = checked.map(([field, fieldShape]) => {
    const conditions = conditionsOnField(value, field, fieldShape, name, required.includes(field));
    const former = formerly[field];
    return former
      ? orFormer(conditions, conditionsOnField(value, former.name, shapeOf(former.schema), name, true), `${literal(former.name)} in ${value}`)
      : conditions;
  });
  const formerNames = Object.values(formerly).map((former) => former.name);
  return {
    all: [...ofNames(value, Object.keys(properties), required, formerNames), ...fields.flatMap(({ all }) => all)],
    functions: fields.flatMap((field) => field.functions),
  };
}

function conditionsOnField(value: string, field: string, shape: Shape, name: string, isRequired: boolean): Conditions {
  const stored = storedName(field);
  const { all, functions } =
    stored === field ? conditionsOn(`${value}.${field}`, shape, name + capitalised(field)) : ofMoment(`${value}.${stored}`, shape, name);
  return { all: isRequired ? all : [`(!(${literal(stored)} in ${value}) || ${joined(all)})`], functions };
}

function orFormer(conditions: Conditions, former: Conditions, isFormer: string): Conditions {
  return { all: [`(${isFormer} ? ${joined(former.all)} : ${joined(conditions.all)})`], functions: [...conditions.functions, ...former.functions] };
}

/** Where none may be missing: none but these, and as many as these, which is cheaper than asking for each of them. */
function ofNames(value: string, names: readonly string[], required: readonly string[], formerNames: readonly string[]): string[] {
  if (names.length === 0) return [`${value}.size() == 0`];
  const known = `${value}.keys().hasOnly(${literals([...names, ...formerNames].map(storedName))})`;
  const isComplete = required.length === names.length;
  return isComplete ? [`${value}.size() == ${names.length}`, known] : [known, `${value}.keys().hasAll(${literals(required.map(storedName))})`];
}

/** Of the century in which moments lie; nothing says it with fewer words. */
function ofMoment(value: string, { minimum, maximum }: Shape, name: string): Conditions {
  if (minimum !== earliestMomentMs || maximum !== latestMomentMs) throw new Error(`${name}: a moment needs the bounds of moments.`);
  return only(`${value} is timestamp`, `${value}.year() / 100 == 20`);
}

function orNull(value: string, shape: Shape, name: string): Conditions {
  if (shape.enum) return only(`${value} in ${literals([...shape.enum, null])}`);
  const { all, functions } = conditionsOn(value, shape, name);
  // What is there is looked at first: a document with much in it is the one that costs.
  return { all: [`(${joined(all)} || ${value} == null)`], functions };
}

function ofText(value: string, { pattern, minLength, maxLength }: Shape, name: string): Conditions {
  const sized = maxLength === undefined ? [] : sizes(value, minLength, maxLength);
  if (pattern !== undefined) return only(`${value} is string`, ...sized, `${value}.matches(${literal(asRulesHaveIt(pattern))})`);
  if (maxLength === undefined) throw new Error(`${name}: a text needs a greatest length.`);
  return only(`${value} is string`, ...sized);
}

/** The rules' expressions name a character by its number in another way than JavaScript's. */
function asRulesHaveIt(pattern: string): string {
  return pattern.replaceAll(/\\u([0-9A-Fa-f]{4})/g, String.raw`\x{$1}`);
}

function ofWhole(value: string, { minimum, exclusiveMinimum, maximum = Number.MAX_SAFE_INTEGER }: Shape): string {
  const least = minimum ?? (typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : Number.MIN_SAFE_INTEGER);
  return `isWhole(${value}, ${least}, ${maximum})`;
}

/** Rules know no loop: each item of a list is looked at in its place, unless all of them are words that are known or texts of one pattern. */
function ofList(value: string, { items, minItems, maxItems }: Shape, name: string): Conditions {
  if (maxItems === undefined || typeof items !== 'object' || Array.isArray(items)) throw new Error(`${name}: a list needs a greatest length.`);
  const bounds = [`${value} is list`, ...sizes(value, minItems, maxItems)];
  if (items.enum) return only(...bounds, `${value}.hasOnly(${literals(items.enum)})`);
  if (items.pattern !== undefined) return ofTexts(value, asRulesHaveIt(items.pattern), { bounds, minItems, maxItems, name });
  const { condition, functions } = onePlace(items, name);
  return inPlaces(value, condition, { bounds, minItems, maxItems, name }, functions);
}

interface ListShape {
  bounds: readonly string[];
  minItems: number | undefined;
  maxItems: number;
  name: string;
}

function inPlaces(
  value: string,
  condition: (item: string) => string,
  { bounds, minItems = 0, maxItems, name }: ListShape,
  functions: RuleFunction[] = [],
): Conditions {
  const places = Array.from({ length: maxItems }, (_, place) => {
    const inPlace = condition(`list[${place}]`);
    return place < minItems ? inPlace : `(size <= ${place} || ${inPlace})`;
  });
  const listFunction = { name: `are${name}`, parameters: ['list', 'size'], body: places };
  return { all: [...bounds, `${listFunction.name}(${value}, ${value}.size())`], functions: [...functions, listFunction] };
}

/**
 * Texts of one pattern are joined and matched at once: a mark before each that none of them may hold, and as many as there are. In its place each only has to be a text.
 *
 * @throws Error where a text could hold the mark, and so pass for two.
 */
function ofTexts(value: string, pattern: string, list: ListShape): Conditions {
  const one = /^\^([^|.^$]*)\$$/.exec(pattern)?.[1];
  if (one === undefined) throw new Error(`${list.name}: texts of a list need a pattern that leaves “|” out, not ${pattern}.`);
  const { all, functions } = inPlaces(value, (item) => `${item} is string`, list);
  const matched = `('|' + ${value}.join('|')).matches(${literal(`^([|]${one}){`)} + string(${value}.size()) + '}$')`;
  return { all: [...all, `(${value}.size() == 0 || ${matched})`], functions };
}

function onePlace(items: Shape, list: string): { condition: (item: string) => string; functions: RuleFunction[] } {
  const name = `${list}Item`;
  const { all, functions } = conditionsOn('item', items, name);
  if (all.length === 1) return { condition: (item) => joined(conditionsOn(item, items, name).all), functions };
  return { condition: (item) => `is${name}(${item})`, functions: [...functions, { name: `is${name}`, parameters: ['item'], body: all }] };
}

function ofMap(value: string, shape: Shape, name: string): Conditions {
  if (!shape.properties) return only(`${value} is map`);
  const { all, functions } = conditionsOnFields(value, shape, name, []);
  return { all: [`${value} is map`, ...all], functions };
}

function ofUnion(value: string, union: readonly Shape[], name: string): Conditions {
  const tag = tagOf(union);
  const { choice, functions } = choiceBetween(kindsOf(union, tag), { about: 'kind', value: 'value', name, fixed: [tag] });
  const unionFunction = { name: `is${name}`, parameters: ['value', 'kind'], body: choice };
  return { all: [`${value} is map`, `${unionFunction.name}(${value}, ${value}.get(${literal(tag)}, null))`], functions: [...functions, unionFunction] };
}

/** Conditions on a value of one of several kinds, so that each pays for its own fields alone. Kinds with the same fields share a function. */
export function choiceBetween(
  kinds: readonly Kind[],
  { about, value, name, fixed }: { about: string; value: string; name: string; fixed: readonly string[] },
): { choice: Choice; functions: RuleFunction[] } {
  const same = Map.groupBy(kinds, ({ shape }) => JSON.stringify(fixed.reduce(without, shape)));
  const written = [...same.values()].map((group) => {
    const [{ value: first, shape } = { value: '', shape: {} }] = group;
    const { all, functions } = conditionsOnFields(value, shape, name + capitalised(first), fixed);
    const own = { name: `is${name}${capitalised(first)}`, parameters: [value], body: all };
    const isShort = all.length === 1;
    return {
      values: group.map((kind) => kind.value),
      condition: isShort ? all.join('') : `${own.name}(${value})`,
      functions: isShort ? functions : [...functions, own],
    };
  });
  // Each question costs some of what a request may cost: the longest kind is asked for first.
  const longestFirst = written.toSorted((one, other) => lengthOf(other) - lengthOf(one));
  return { choice: { about, kinds: longestFirst }, functions: written.flatMap(({ functions }) => functions) };
}

function lengthOf({ functions }: { functions: readonly RuleFunction[] }): number {
  return JSON.stringify(functions).length;
}

function sizes(value: string, least: unknown, most: unknown): string[] {
  const from = typeof least === 'number' && least > 0 ? [least === 1 ? `${value}.size() > 0` : `${value}.size() >= ${least}`] : [];
  return [...from, `${value}.size() <= ${literal(most)}`];
}

function only(...all: string[]): Conditions {
  return { all, functions: [] };
}

function storedName(name: string): string {
  return (timestampNames as Record<string, string>)[name] ?? name;
}
