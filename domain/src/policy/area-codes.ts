import type { Pack } from './pack.ts';
import type { Region } from './region.ts';

/** The area codes that a landline without one may have: that of the customer’s home region, or else of all regions of the operator. */
export function areaCodesOf({ areaCodes }: Pick<Pack, 'areaCodes'>, homeRegion: string | null, regions: readonly Pick<Region, 'code'>[]): string[] {
  const codeOf = (region: string): string[] => {
    const [longest] = Object.keys(areaCodes)
      .filter((start) => region.startsWith(start))
      .sort((one, other) => other.length - one.length);
    return longest === undefined ? [] : [areaCodes[longest] ?? ''];
  };
  return [...new Set(homeRegion === null ? regions.flatMap(({ code }) => codeOf(code)) : codeOf(homeRegion))];
}
