import type { TestCity } from './city.ts';

/** Makes a city one in which the same clerk asks for refunds from morning to night, which many tests share, without its being too much for a day (REF-4). */
export async function letClerksDecideAllDay({ firestore }: TestCity): Promise<void> {
  const current = (await firestore.doc('policies/current').get()).data() ?? {};
  const versions = ['telecom', 'post'].map((pack) => String(current[pack]));
  await Promise.all(versions.map((version) => firestore.doc(`policies/${version}`).update({ 'refunds.selfApprovedDailyFactor': 10_000 })));
}
