import { defineSecret } from 'firebase-functions/params';

/** The secret that keys are made with lies in Secret Manager, in the emulators in a file that is no part of the project (RET-2). */
export const contactPepper = defineSecret('CONTACT_PEPPER');
