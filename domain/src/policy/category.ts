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

/** Categories that a customer's own words point to, best first: the more and the longer the keywords found, the better. */
export function suggestCategories(pack: Pack, told: string, most: number): Category[] {
  const text = told.toLowerCase();
  const score = (category: Category): number =>
    category.keywords.filter((keyword) => text.includes(keyword.toLowerCase())).reduce((total, keyword) => total + keyword.length, 0);
  return allCategories(pack)
    .map((category) => ({ category, points: score(category) }))
    .filter((scored) => scored.points > 0)
    .sort((one, other) => other.points - one.points)
    .slice(0, most)
    .map((scored) => scored.category);
}

/** Categories whose initials, name, id or keyword match what is being typed; a group's match brings all of its categories. */
export function searchCategories(pack: Pack, typed: string): Category[] {
  const query = typed.trim().toLowerCase();
  if (query === '') return allCategories(pack);
  return pack.categories.flatMap((group) =>
    matches(group, [], query) ? group.children : group.children.filter((child) => matches(child, child.keywords, query)),
  );
}

function allCategories(pack: Pack): Category[] {
  return pack.categories.flatMap((group) => group.children);
}

function matches(entry: Category | CategoryGroup, keywords: readonly string[], query: string): boolean {
  return (
    entry.initials.startsWith(query) ||
    entry.id.toLowerCase().startsWith(query) ||
    [entry.name.zh, entry.name.en, ...keywords].some((text) => text.toLowerCase().includes(query))
  );
}
