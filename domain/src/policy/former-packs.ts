import type { Bilingual } from '../kernel/bilingual.ts';
import type { ServiceDuties } from './service-duties.ts';

/** The regulators of the first two operators, for what was stored before it named them. */
export const formerRegulators: Record<string, Bilingual> = {
  telecom: { zh: '电信用户申诉受理机构', en: 'the telecom users’ appeal centre' },
  post: { zh: '邮政业用户申诉受理机构', en: 'the postal users’ appeal centre' },
};

/** Telecom Regulations 32–34, for versions from before a pack said them. */
const telecomDuties: ServiceDuties = {
  lineRepair: {
    categories: ['T05-02', 'T05-04'],
    urbanHours: 48,
    ruralHours: 72,
    basis: {
      zh: '《电信条例》第三十二条:自接到申告之日起城镇48小时、农村72小时内修复或调通;不能按期的,及时告知用户,并免收障碍期间的月租费用',
      en: 'Telecom Regulations, article 32: mended within 48 hours in towns and 72 in the country of being told; where not, the user is told and pays no rent for the time',
    },
  },
  restoration: {
    categories: ['T10-01'],
    hours: 48,
    basis: {
      zh: '《电信条例》第三十四条:用户补足电信费用、违约金后,48小时内恢复暂停的服务',
      en: 'Telecom Regulations, article 34: a suspended service is back within 48 hours of what was owed being paid',
    },
  },
  abnormalBill: {
    categories: ['T01-07'],
    factor: 5,
    basis: {
      zh: '《电信条例》第三十三条:发现用户出现异常的巨额电信费用(超过此前3个月平均费用5倍以上),应当尽可能迅速告知用户,并采取相应措施',
      en: 'Telecom Regulations, article 33: a user whose charges are more than five times the mean of the three months before is told as quickly as possible',
    },
  },
};

const dutyLimits = {
  'duties.lineRepair.urbanHours': 48,
  'duties.lineRepair.ruralHours': 72,
  'duties.restoration.hours': 48,
  'duties.abnormalBill.factor': 5,
};

/** What the product itself said of its first two operators before a pack said it. Only their older versions need it: a later operator's pack has all of it. */
const saidElsewhere: Record<string, object> = {
  telecom: {
    regulator: formerRegulators['telecom'],
    areaCodes: { '3208': '0517' },
    statutoryLimits: { 'clocks.statutory.days': 15, ...dutyLimits },
  },
  post: {
    regulator: formerRegulators['post'],
    areaCodes: { '3208': '0517' },
    statutoryLimits: {
      'clocks.statutory.days': 30,
      'mailServices.ems.statutory.days': 7,
      'mailServices.remittance.statutory.days': 20,
      'categories.P01-03.statutory.days': 7,
      'categories.P10-01.statutory.days': 20,
      'categories.P11-01.statutory.days': 60,
      'categories.P11-02.statutory.days': 60,
      'categories.P11-03.statutory.days': 60,
    },
  },
};

/** REC-2: what comes through them may hold no number to call. */
const channelsWithoutNumber = ['letter', 'regulatorTransfer', 'superiorTransfer', 'mayorHotline', 'media'];

/** UPU S10: with what the numbers of express items begin. */
const expressService = 'ems';
const expressPrefix = 'E';

/** A version of a pack from before packs named their regulator, the bounds of law, area codes, what a channel may lack and whose items begin with what, as one of today. */
export function packOfToday(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null || !('id' in stored)) return stored;
  const withChannels = 'areaCodes' in stored ? stored : { ...stored, ...channelsOfToday(stored) };
  return { ...saidElsewhere[String(stored.id)], ...withChannels, ...mailServicesOfToday(stored), ...dutiesOfToday(stored) };
}

function dutiesOfToday(stored: object): object {
  if ('duties' in stored || !('id' in stored) || stored.id !== 'telecom') return {};
  const limits = 'statutoryLimits' in stored && typeof stored.statutoryLimits === 'object' ? stored.statutoryLimits : {};
  return { duties: telecomDuties, statutoryLimits: { 'clocks.statutory.days': 15, ...limits, ...dutyLimits } };
}

function mailServicesOfToday(stored: object): object {
  if (!('mailServices' in stored) || !Array.isArray(stored.mailServices)) return {};
  const services: readonly { id?: unknown; itemPrefix?: unknown }[] = stored.mailServices;
  if (services.some(({ itemPrefix }) => itemPrefix !== undefined)) return {};
  return { mailServices: services.map((service) => (service.id === expressService ? { ...service, itemPrefix: expressPrefix } : service)) };
}

function channelsOfToday(stored: object): object {
  if (!('channels' in stored) || !Array.isArray(stored.channels)) return {};
  const channels: readonly { id?: unknown }[] = stored.channels;
  return { channels: channels.map((channel) => ({ ...channel, ...(channelsWithoutNumber.includes(String(channel.id)) && { mayLackNumber: true }) })) };
}
