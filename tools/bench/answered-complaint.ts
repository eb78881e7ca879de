import type { Firestore } from 'firebase-admin/firestore';

/** An answered complaint of the demonstration city, with its customer's link. */
export async function lookUpAnswered(firestore: Firestore): Promise<{ token: string; statusId: string }> {
  const found = await firestore.collection('complaints').where('state', '==', 'answered').limit(1).get();
  const complaint = found.docs[0];
  const contact = await complaint?.ref.collection('private').doc('contact').get();
  const token = contact?.get('token') as unknown;
  const statusId = complaint?.get('statusId') as unknown;
  if (typeof token !== 'string' || typeof statusId !== 'string') throw new Error('No complaint of the demonstration city is answered.');
  return { token, statusId };
}
