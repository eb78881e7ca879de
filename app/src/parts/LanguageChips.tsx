import { useTranslation } from 'react-i18next';
import { languages, setLanguage, useLanguage } from '../platform/device/language.ts';
import { Chips } from '../ui/action/Chip.tsx';

const names = { 'zh-CN': '中文', en: 'English' };

/** The languages of the app, each called by its own name, so that whoever does not read the others finds it. */
export function LanguageChips() {
  const { t } = useTranslation('me');
  const choices = languages.map((id) => ({ id, name: names[id], lang: id }));
  return <Chips label={t('language')} choices={choices} chosen={[useLanguage()]} onChoose={setLanguage} />;
}
