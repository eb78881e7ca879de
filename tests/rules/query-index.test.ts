import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromRoot } from '../../tools/project-paths.ts';
import type { QueryShape } from './query-shape.ts';
import { allQueries } from './query-shapes.ts';

interface IndexField {
  fieldPath: string;
  order?: 'ASCENDING' | 'DESCENDING';
  arrayConfig?: 'CONTAINS';
}

interface CompositeIndex {
  collectionGroup: string;
  queryScope: 'COLLECTION' | 'COLLECTION_GROUP';
  fields: IndexField[];
}

interface IndexFile {
  indexes: CompositeIndex[];
  fieldOverrides: { collectionGroup: string; fieldPath: string; indexes: unknown[] }[];
}

const { indexes, fieldOverrides } = JSON.parse(readFileSync(fromRoot('firestore.indexes.json'), 'utf8')) as IndexFile;

/** Where questions are passed on that others have put together. */
const passOnly = ['app/src/platform/outbox/rest-commit.ts', 'functions/src/adapters/firestore-store.ts', 'functions/src/ledger/read-pages.ts'];
const asksSomething = /\.(where|orderBy|query|collectionGroup)\(|store\.count\(|\.totals\(|\breadPages\(|collectionId:|getDocsFromServer\(/;

/** The emulator answers without an index, production does not: so that a missing one is noticed here and not by a customer. */
describe('every query', () => {
  test('stands in the table of query shapes, and nothing else does', () => {
    const sources = ['app/src', 'functions/src']
      .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: fromRoot() }))
      .filter((file) => !/\.(test|fixture)\.tsx?$/.test(file));
    const asking = sources.filter((file) => !passOnly.includes(file) && asksSomething.test(readFileSync(fromRoot(file), 'utf8')));
    expect(asking.sort()).toEqual([...new Set(allQueries.map(({ file }) => file))].sort());
  });

  test.each(allQueries.map((shape) => [describeShape(shape), shape] as const))('%s has its index', (_name, shape) => {
    const fields = new Set([...shape.where.map(([field]) => field), ...(shape.orderBy ? [shape.orderBy[0]] : [])]);
    // A single field is indexed by itself, but only within one collection.
    const isSimple = fields.size <= 1 && shape.isGroup !== true && (shape.sums ?? []).length === 0;
    expect(isSimple || indexes.some((index) => serves(index, shape))).toBe(true);
    const unindexed = fieldOverrides
      .filter((override) => override.collectionGroup === shape.collection && override.indexes.length === 0)
      .map(({ fieldPath }) => fieldPath);
    expect(unindexed.filter((field) => fields.has(field))).toEqual([]);
  });

  test.each(indexes.map((index) => [describeIndex(index), index] as const))(
    'the index %s is used, for each one is paid for with every write',
    (_name, index) => {
      expect(allQueries.some((shape) => serves(index, shape))).toBe(true);
    },
  );
});

/** Equalities come first in any order, then what it is sorted by, then what else is compared, in the same direction. */
function serves({ collectionGroup, queryScope, fields }: CompositeIndex, { collection, isGroup, where, orderBy, sums = [] }: QueryShape): boolean {
  const isComparison = (operator: string): boolean => ['<=', '<', '>=', '!='].includes(operator);
  const equal = where
    .filter(([, operator]) => !isComparison(operator))
    .map(([field, operator]) => (operator === 'array-contains' ? `${field} CONTAINS` : field));
  const compared = new Set(where.filter(([, operator]) => isComparison(operator)).map(([field]) => field));
  const [first = null, direction] = orderBy ?? [];
  const sorted = [...new Set([...(first === null ? [] : [first]), ...compared])].map(
    (field) => `${field} ${direction === 'desc' ? 'DESCENDING' : 'ASCENDING'}`,
  );
  // What is added up is read from the index too.
  const added = sums.map((field) => `${field} ASCENDING`);
  const leading = fields.slice(0, equal.length).map(({ fieldPath, arrayConfig }) => (arrayConfig ? `${fieldPath} ${arrayConfig}` : fieldPath));
  const rest = fields.slice(equal.length).map(({ fieldPath, order, arrayConfig }) => `${fieldPath} ${order ?? arrayConfig ?? ''}`);
  return (
    collectionGroup === collection &&
    (queryScope === 'COLLECTION_GROUP') === (isGroup === true) &&
    sameSet(leading, equal) &&
    rest.join() === [...sorted, ...added].join()
  );
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join() === [...other].sort().join();
}

function describeShape({ file, collection, isGroup, where, orderBy }: QueryShape): string {
  const conditions = where.map(([field, operator]) => `${field} ${operator}`).join(', ');
  const order = orderBy ? ` by ${orderBy.join(' ')}` : '';
  return `${isGroup ? 'all ' : ''}${collection}${conditions === '' ? '' : ` where ${conditions}`}${order} (${file})`;
}

function describeIndex({ collectionGroup, fields }: CompositeIndex): string {
  return `${collectionGroup}: ${fields.map(({ fieldPath, order, arrayConfig }) => `${fieldPath} ${order ?? arrayConfig ?? ''}`).join(', ')}`;
}
