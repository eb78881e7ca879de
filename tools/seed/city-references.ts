import { findCategory } from '@shouwen/domain/policy/category';
import { registeredPacks } from '@shouwen/domain/policy/pack-register';
import { type City, cityFiles, packFile } from './city-files.ts';

/** What one file says about another that is not so: a head who is nobody, a region that does not exist. One line each. */
export function wrongReferences(city: City): string[] {
  return [...wrongInPacks(city), ...wrongInUnits(city), ...wrongInStaff(city), ...wrongInCustomers(city), ...wrongInAccounts(city), ...wrongInCases(city)];
}

function wrongInPacks({ packs }: City): string[] {
  return packs
    .filter((pack, index) => pack.id !== registeredPacks[index] || !pack.version.startsWith(`${pack.id}-`))
    .map((pack) => `${packFile(pack.id)} at version: ${pack.version} is not one of ${pack.id}`);
}

function wrongInUnits({ units, staff, regions }: City): string[] {
  const uids = new Set(staff.map((person) => person.uid));
  const codes = new Set(regions.map((region) => region.code));
  const unitIds = new Set(units.map((unit) => unit.id));
  return units.flatMap((unit, index) => {
    const at = (field: string, told: string, what: string): string => `${cityFiles.units} at [${index}].${field}: ${told} is ${what}`;
    return [
      ...(unit.parentId === null || unitIds.has(unit.parentId) ? [] : [at('parentId', unit.parentId, 'no unit')]),
      ...(unit.headUid === null || uids.has(unit.headUid) ? [] : [at('headUid', unit.headUid, 'nobody on staff')]),
      ...unit.handlers.filter((handler) => !uids.has(handler.uid)).map((handler) => at('handlers', handler.uid, 'nobody on staff')),
      ...unit.homeRegions.filter((code) => !codes.has(code)).map((code) => at('homeRegions', code, 'no region')),
    ];
  });
}

function wrongInStaff({ staff, units }: City): string[] {
  const unitIds = new Set(units.map((unit) => unit.id));
  const seen = new Set<string>();
  return staff.flatMap((person, index) => {
    const isTwice = seen.has(person.uid);
    seen.add(person.uid);
    return [
      ...(isTwice ? [`${cityFiles.staff} at [${index}].uid: ${person.uid} is there twice`] : []),
      ...(unitIds.has(person.unitId) ? [] : [`${cityFiles.staff} at [${index}].unitId: ${person.unitId} is no unit`]),
    ];
  });
}

function wrongInCustomers({ customers, packs, regions }: City): string[] {
  return customers.flatMap((customer, index) => {
    const tiers = packs.find((pack) => pack.id === customer.pack)?.tiers ?? [];
    return [
      ...(tiers.some((tier) => tier.id === customer.tier)
        ? []
        : [`${cityFiles.customers} at [${index}].tier: ${customer.tier} is no tier of ${customer.pack}`]),
      ...(regions.some((region) => region.code === customer.homeRegion)
        ? []
        : [`${cityFiles.customers} at [${index}].homeRegion: ${customer.homeRegion} is no region`]),
    ];
  });
}

function wrongInAccounts({ accounts, customers, packs }: City): string[] {
  const seen = new Set<string>();
  return accounts.flatMap(({ accountNo, customerPhone }, index) => {
    const at = (field: string, what: string): string => `${cityFiles.accounts} at [${index}].${field}: ${what}`;
    const isTwice = seen.has(accountNo);
    seen.add(accountNo);
    const customer = customers.find((candidate) => candidate.phone === customerPhone);
    const keepsAccounts = packs.some((pack) => pack.id === customer?.pack && pack.closures !== null);
    return [
      ...(isTwice ? [at('accountNo', `${accountNo} is there twice`)] : []),
      ...(customer ? [] : [at('customerPhone', `${customerPhone} is no customer`)]),
      ...(customer && !keepsAccounts ? [at('customerPhone', `${customer.pack} keeps no accounts`)] : []),
    ];
  });
}

function wrongInCases({ cases, packs, staff, customers }: City): string[] {
  return cases.flatMap((told, index) => {
    const pack = packs.find((candidate) => candidate.id === told.pack);
    const at = (field: string, what: string): string => `${cityFiles.cases} at cases[${index}].${field}: ${what}`;
    return [
      ...(pack && findCategory(pack, told.category) ? [] : [at('category', `${told.category} is no category of ${told.pack}`)]),
      ...(pack?.channels.some((channel) => channel.id === told.channel) ? [] : [at('channel', `${told.channel} is no channel of ${told.pack}`)]),
      ...(staff.some((person) => person.uid === told.recorderUid && person.pack === told.pack)
        ? []
        : [at('recorderUid', `${told.recorderUid} is nobody on staff of ${told.pack}`)]),
      ...(customers.some((customer) => customer.phone === told.customerPhone) ? [] : [at('customerPhone', `${told.customerPhone} is no customer`)]),
    ];
  });
}
