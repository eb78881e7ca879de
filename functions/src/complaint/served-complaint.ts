import { complaintAggregate, type ComplaintFacts } from '@shouwen/domain/complaint/aggregate';
import type { Command } from '@shouwen/domain/complaint/command';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { ComplaintEvent } from '@shouwen/domain/complaint/event';
import { checkAttachment, photoGivenUp } from '../attachment/check-attachment.ts';
import { entryGivenUp } from '../journal/dead-letter.ts';
import type { LostWork } from '../journal/lost-work.ts';
import type { ServedAggregate } from '../journal/served-aggregate.ts';
import { applyReply } from './apply-reply.ts';
import { decidingComplaint } from './deciding-complaint.ts';
import { previewSteps } from './preview-steps.ts';
import { releaseOfComplaint } from './release-of-complaint.ts';
import { takeInComplaint } from './take-in-complaint.ts';
import { dueSteps } from './take-steps.ts';

const mostReplies = 200;
/** A photo brings up to 700 KB into memory. */
const mostPhotosAtOnce = 20;

const replies: LostWork = {
  name: 'replies',
  query: (dueAt) => ({
    collection: 'replies',
    isGroup: true,
    where: [
      ['outcome', '==', 'pending'],
      ['createdAt', '<=', dueAt],
    ],
    orderBy: ['createdAt', 'asc'],
    limit: mostReplies,
  }),
  work: (host, { path, id }) => applyReply(host, ownerOf(path), id),
  givenUp: entryGivenUp,
};

const photos: LostWork = {
  name: 'photos',
  query: (dueAt) => ({
    collection: 'attachments',
    isGroup: true,
    where: [
      ['check', '==', 'pending'],
      ['receivedAt', '<=', dueAt],
    ],
    orderBy: ['receivedAt', 'asc'],
    limit: mostPhotosAtOnce,
  }),
  work: (host, { path, id }) => checkAttachment(host, ownerOf(path), id),
  givenUp: photoGivenUp,
};

export const servedComplaint: ServedAggregate<Complaint, Command, ComplaintEvent, ComplaintFacts> = {
  ...complaintAggregate,
  ...decidingComplaint,
  intake: { prepare: takeInComplaint },
  due: { ...dueSteps, preview: previewSteps },
  release: releaseOfComplaint,
  lost: [replies, photos],
};

/** Of `{collection}/{id}/…`: the id. */
function ownerOf(path: string): string {
  return path.split('/')[1] ?? '';
}
