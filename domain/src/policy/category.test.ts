import { describe, expect, test } from 'vitest';
import { post, telecom } from '../testing/organisation.ts';
import { findCategory } from './category.ts';

describe('finding a category', () => {
  test('gives it with its group, and nothing for an unknown id or for another operator’s', () => {
    expect(findCategory(telecom, 'T01-05')).toMatchObject({ group: { id: 'T01' }, category: { id: 'T01-05', name: { zh: '代收费' } } });
    expect(findCategory(telecom, 'T01')).toBeNull();
    expect(findCategory(telecom, 'P01-03')).toBeNull();
    expect(findCategory(post, 'P01-03')?.category.id).toBe('P01-03');
  });
});
