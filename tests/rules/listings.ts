import type { PhoneQueryShape } from './query-shape.ts';

/** Queries as Firestore's REST interface takes them. */
export interface Listing {
  /** The document below which the collection lies; empty for one at the top. */
  parent: string;
  structuredQuery: object;
}

export function everything(collectionId: string, limit: number | null, allDescendants = false): Listing {
  return { parent: '', structuredQuery: { from: [{ collectionId, allDescendants }], ...(limit === null ? {} : { limit }) } };
}

export function belowParent(parent: string, collectionId: string, limit: number | null): Listing {
  return { ...everything(collectionId, limit), parent };
}

export function equals(collectionId: string, field: string, value: string, limit: number | null): Listing {
  return filtered(collectionId, field, 'EQUAL', value, limit);
}

export function holds(collectionId: string, field: string, value: string, limit: number | null = 200): Listing {
  return filtered(collectionId, field, 'ARRAY_CONTAINS', value, limit);
}

/** Of the record of changes, what an operator's unit reads. */
export function changesAbout(operator: string, unit: string, limit: number | null): Listing {
  const shape: Omit<PhoneQueryShape, 'limit'> = {
    file: '',
    collection: 'changes',
    where: [
      ['pack', '==', 'my operator'],
      ['unitIds', 'array-contains', 'my unit'],
    ],
  };
  return listingOf({ ...shape, limit }, { me: '', unit, operator, complaint: '', refund: '', closure: '', assist: '' });
}

function filtered(collectionId: string, field: string, op: 'EQUAL' | 'ARRAY_CONTAINS', stringValue: string, limit: number | null): Listing {
  const { structuredQuery } = everything(collectionId, limit);
  return { parent: '', structuredQuery: { ...structuredQuery, where: { fieldFilter: { field: { fieldPath: field }, op, value: { stringValue } } } } };
}

/** A phone's query as it is asked by someone, with whatever it is about. */
export function listingOf(
  shape: PhoneQueryShape,
  places: { me: string; unit: string; operator: string; complaint: string; refund: string; closure: string; assist: string },
): Listing {
  const values = { me: places.me, 'my unit': places.unit, 'my operator': places.operator, passed: 'passed', anything: 'anything' };
  const operators = {
    '==': 'EQUAL',
    '!=': 'NOT_EQUAL',
    '<': 'LESS_THAN',
    '<=': 'LESS_THAN_OR_EQUAL',
    '>=': 'GREATER_THAN_OR_EQUAL',
    in: 'IN',
    'array-contains': 'ARRAY_CONTAINS',
  };
  const filters = shape.where.map(([fieldPath, operator, name]) => {
    const value = { stringValue: values[name] };
    return { fieldFilter: { field: { fieldPath }, op: operators[operator], value: operator === 'in' ? { arrayValue: { values: [value] } } : value } };
  });
  const where = filters.length === 0 ? {} : { where: { compositeFilter: { op: 'AND', filters } } };
  const orderBy = shape.orderBy
    ? { orderBy: [{ field: { fieldPath: shape.orderBy[0] }, direction: shape.orderBy[1] === 'asc' ? 'ASCENDING' : 'DESCENDING' }] }
    : {};
  const parent =
    shape.below === undefined
      ? ''
      : {
          'a complaint': places.complaint,
          'a refund': places.refund,
          'a closure': places.closure,
          'an assist': places.assist,
          'my inbox': `inbox/${places.me}`,
        }[shape.below];
  const { structuredQuery } = everything(shape.collection, shape.limit, shape.isGroup === true);
  return { parent, structuredQuery: { ...structuredQuery, ...where, ...orderBy } };
}
