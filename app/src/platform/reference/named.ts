import type { Bilingual } from '@shouwen/domain/kernel/bilingual';
import { inLanguage, type Language } from '../device/language.ts';

/** What stands for a name that this phone does not know, yet or any more: words, never the code behind it. */
const nameless = {
  category: { zh: '类别不详', en: 'category unknown' },
  unit: { zh: '单位不详', en: 'unit unknown' },
  region: { zh: '归属地不详', en: 'region unknown' },
  tier: { zh: '等级不详', en: 'tier unknown' },
  channel: { zh: '渠道不详', en: 'channel unknown' },
  service: { zh: '业务不详', en: 'service unknown' },
  person: { zh: '姓名不详', en: 'name unknown' },
} as const satisfies Record<string, Bilingual>;

/** The name in the reader's language, or that it is not known. */
export function named(kind: keyof typeof nameless, name: Bilingual | null | undefined, reader: Language): string {
  return inLanguage(name ?? nameless[kind], reader);
}
