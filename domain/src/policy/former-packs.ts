import type { Bilingual } from '../kernel/bilingual.ts';

/** The regulators of the first two operators, for what was stored before it named them. */
export const formerRegulators: Record<string, Bilingual> = {
  telecom: { zh: '电信用户申诉受理机构', en: 'the telecom users’ appeal centre' },
  post: { zh: '邮政业用户申诉受理机构', en: 'the postal users’ appeal centre' },
};

/** What the product itself said of its first two operators before a pack said it. Only their older versions need it: a later operator's pack has all of it. */
const saidElsewhere: Record<string, object> = {
  telecom: {
    regulator: formerRegulators['telecom'],
    areaCodes: { '3208': '0517' },
    statutoryLimits: { 'clocks.statutory.days': 15 },
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
  return { ...saidElsewhere[String(stored.id)], ...withChannels, ...mailServicesOfToday(stored) };
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
