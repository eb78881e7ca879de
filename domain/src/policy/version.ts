/** The version after `version` for a pack that is published in that year: `telecom-2026.1` is followed by `telecom-2026.2`, and in the next year by `telecom-2027.1`. */
export function nextVersion(version: string, year: number): string {
  const { name, year: ofVersion, count } = partsOf(version);
  return year > ofVersion ? `${name}-${year}.1` : `${name}-${ofVersion}.${count + 1}`;
}

/** Whether `one` was published before `other`. */
export function isOlder(one: string, other: string): boolean {
  const [first, second] = [partsOf(one), partsOf(other)];
  return first.year === second.year ? first.count < second.count : first.year < second.year;
}

function partsOf(version: string): { name: string; year: number; count: number } {
  const [name = '', figures = ''] = version.split('-');
  const [year = 0, count = 0] = figures.split('.').map(Number);
  return { name, year, count };
}
