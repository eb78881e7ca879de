import type { PageLanguage } from '../i18n/language.ts';

type Name = Record<PageLanguage, string>;

/** What there is to choose from for one operator, as its pack was when the page was built; the server looks at what is chosen once more. */
export interface OperatorChoices {
  id: string;
  operator: Name;
  hotline: string;
  groups: { id: string; name: Name }[];
  services: { id: string; name: Name }[];
}

interface BuildConstants {
  readonly INTAKE_CHOICES: OperatorChoices[];
}

export const { INTAKE_CHOICES: operators } = { INTAKE_CHOICES: import.meta.env.INTAKE_CHOICES } as BuildConstants;
