import { roles } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { unitName } from '../../platform/reference/reference.ts';
import type { ChainLink } from './chain-links.ts';

/** Posts, limits and holders in words: "Outlet manager ¥300.00", "Wang Ying · Huaihai Road outlet". */
export function useChainWording() {
  const { t } = useTranslation(['refund', 'vocabulary']);
  const format = useFormat();
  const limitText = (limitFen: number | null): string => (limitFen === null ? t('chain.unlimited') : format.money(limitFen));
  const roleText = (role: string): string => {
    const known = roles.find((candidate) => candidate === role);
    return known ? t(`vocabulary:role.${known}`) : role;
  };
  const postText = ({ role, limitFen }: ChainLink): string => `${roleText(role)} ${limitText(limitFen)}`;
  const holdersText = ({ unitId, names }: ChainLink): string => `${names.length === 0 ? t('chain.vacant') : names.join(t('chain.and'))} · ${unitName(unitId)}`;
  return { limitText, postText, holdersText };
}
