import type { Category, CategoryGroup, Pack } from './pack.ts';

export interface CategoryPlace {
  group: CategoryGroup;
  category: Category;
}

/** Finds a category with its group; null when the pack has no such category. */
export function findCategory(pack: Pack, categoryId: string): CategoryPlace | null {
  for (const group of pack.categories) {
    const category = group.children.find((child) => child.id === categoryId);
    if (category) return { group, category };
  }
  return null;
}

/** Where complaints of a category go; one that the pack does not know goes by home region. */
export function routeOf(pack: Pack, categoryId: string): CategoryGroup['route'] {
  const place = findCategory(pack, categoryId);
  return place?.category.route ?? place?.group.route ?? 'homeRegion';
}
