import { choiceBetween, conditionsOnFields } from './conditions.ts';
import { functionText, literal, type RuleFunction } from './rules-text.ts';
import { asShape, kindsOf, shapeOf, tagOf, without } from './schema-shape.ts';
import type { WrittenDocument, WrittenJournal, WrittenShapes } from './written-shapes.ts';

export const rulesFile = 'firestore.rules';

const begin = '    // ── What follows mirrors the schemas of the domain: `npm run rules` writes it, nobody else. ──\n';
const end = '    // ── Here ends what `npm run rules` writes. ──\n';

/** The rules with what mirrors the schemas written anew between its marks; all else stays as it stands there. */
export function rulesWith(shapes: WrittenShapes, rulesText: string): string {
  const [before, rest] = rulesText.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${rulesFile} has lost the marks of what is written into it.`);
  const functions = [...shapes.documents.map(documentFunctions), ...shapes.journals.map(journalFunctions)].flat();
  return `${before}${begin}\n${functions.map(functionText).join('\n\n')}\n\n${end}${after}`;
}

function documentFunctions({ name, schema, fixed, formerly }: WrittenDocument): RuleFunction[] {
  const shape = shapeOf(schema);
  if (!shape.oneOf) {
    const { all, functions } = conditionsOnFields('data', shape, name, fixed, formerly);
    return [...functions, { name: `isNew${name}`, parameters: ['data'], body: all }];
  }
  const union = shape.oneOf.map(asShape);
  const tag = tagOf(union);
  const { choice, functions } = choiceBetween(kindsOf(union, tag), { about: 'kind', value: 'data', name, fixed: [...fixed, tag] });
  return [
    ...functions,
    { name: `is${name}`, parameters: ['data', 'kind'], body: choice },
    { name: `isNew${name}`, parameters: ['data'], body: [`is${name}(data, data.get(${literal(tag)}, null))`] },
  ];
}

/** A command's name stands beside its parameters, not among them. */
function journalFunctions({ name, commands }: WrittenJournal): RuleFunction[] {
  const union = (shapeOf(commands).oneOf ?? []).map(asShape);
  const kinds = kindsOf(union, 'type').map(({ value, shape }) => ({ value, shape: without(shape, 'type') }));
  const { choice, functions } = choiceBetween(kinds, { about: 'type', value: 'payload', name, fixed: [] });
  return [...functions, { name: `is${name}Command`, parameters: ['type', 'payload'], body: choice }];
}
