import { searchText } from '../kernel/simplified-text.ts';
import type { Category, CategoryGroup, Pack } from './pack.ts';

/** Categories that a customer's own words point to, best first: the more and the longer the keywords found, the better. */
export function suggestCategories(pack: Pack, told: string, most: number): Category[] {
  const text = searchText(told);
  const score = (category: Category): number =>
    category.keywords.filter((keyword) => text.includes(searchText(keyword))).reduce((total, keyword) => total + keyword.length, 0);
  return allCategories(pack)
    .map((category) => ({ category, points: score(category) }))
    .filter((scored) => scored.points > 0)
    .sort((one, other) => other.points - one.points)
    .slice(0, most)
    .map((scored) => scored.category);
}

/** Categories whose initials, name, id or keyword match what is being typed; a group's match brings all of its categories. */
export function searchCategories(pack: Pack, typed: string): Category[] {
  const query = searchText(typed);
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
    [entry.name.zh, entry.name.en, ...keywords].some((text) => searchText(text).includes(query))
  );
}
