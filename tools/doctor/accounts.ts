import type { Auth } from 'firebase-admin/auth';
import type { Firestore } from 'firebase-admin/firestore';
import type { ProjectFacts } from './settings.ts';

const atOnce = 100;

/** Compares everybody's staff document with their account: whoever is suspended must not be able to sign in, whoever is not must be. */
export async function compareAccounts(auth: Auth, firestore: Firestore): Promise<Pick<ProjectFacts, 'suspendedButEnabled' | 'activeButDisabled'>> {
  const staff = (await firestore.collection('staff').select('active').get()).docs.map((document) => ({
    uid: document.id,
    active: document.get('active') === true,
  }));
  const different: { uid: string; active: boolean }[] = [];
  for (let index = 0; index < staff.length; index += atOnce) {
    const some = staff.slice(index, index + atOnce);
    const { users } = await auth.getUsers(some.map(({ uid }) => ({ uid })));
    different.push(...some.filter(({ uid, active }) => users.some((user) => user.uid === uid && user.disabled === active)));
  }
  const uidsOf = (active: boolean): string[] => different.filter((person) => person.active === active).map(({ uid }) => uid);
  return { suspendedButEnabled: uidsOf(false), activeButDisabled: uidsOf(true) };
}
