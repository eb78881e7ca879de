import { z } from 'zod';

/** What a schema says about a value, as JSON Schema has it; `leastBytes` and `mostBytes` are what its `meta` says about bytes. */
export type Shape = z.core.JSONSchema.BaseSchema;

export interface Kind {
  value: string;
  shape: Shape;
}

export function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
}

export function propertiesOf({ properties = {} }: Shape): [name: string, shape: Shape][] {
  return Object.entries(properties).map(([name, shape]) => [name, asShape(shape)]);
}

/** The kinds of a union with the text that each of them has for its tag. */
export function kindsOf(union: readonly Shape[], tag: string): Kind[] {
  return union.map((shape) => ({ value: String(textOf(shape, tag)), shape }));
}

/** The property that has a text of its own in each kind. */
export function tagOf(union: readonly Shape[]): string {
  const tag = propertiesOf(union[0] ?? {}).find(([name]) => union.every((shape) => typeof textOf(shape, name) === 'string'));
  if (!tag) throw new Error(`Nothing tells the kinds of a union apart: ${JSON.stringify(union)}`);
  return tag[0];
}

function textOf(shape: Shape, name: string): unknown {
  return propertiesOf(shape).find(([other]) => other === name)?.[1].const;
}

export function without(shape: Shape, name: string): Shape {
  const { [name]: _left, ...properties } = shape.properties ?? {};
  return { ...shape, properties, required: (shape.required ?? []).filter((other) => other !== name) };
}

/** What may stand in a place besides null, where that is one thing. */
export function besideNull({ anyOf }: Shape): Shape | null {
  const others = (anyOf ?? []).map(asShape).filter(({ type }) => type !== 'null');
  return anyOf?.length === 2 && others.length === 1 ? (others[0] ?? null) : null;
}

export function asShape(shape: Shape | boolean): Shape {
  return typeof shape === 'boolean' ? {} : shape;
}
