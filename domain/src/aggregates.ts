import { assistManifest } from './assist/manifest.ts';
import { closureManifest } from './closure/manifest.ts';
import { complaintManifest } from './complaint/manifest.ts';
import { refundManifest } from './refund/manifest.ts';

/** Every aggregate that there is, for all who have to know them all: one line each. What carries their rules on the server is listed in functions/src/aggregates.ts. */
export const manifests = [complaintManifest, refundManifest, closureManifest, assistManifest] as const;
