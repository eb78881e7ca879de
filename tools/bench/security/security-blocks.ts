/** Every block of the rules that is tried with faults in it, with the collections that it decides about; all of them where it is none of one's own. */
export function triedBlocks(rulesText: string): Record<string, readonly string[]> {
  return { ...handWritten, ...writtenBlocks(rulesText) };
}

/** What is written by hand in the rules, with the collections that each block decides about; all of them where it is none of one's own. */
const handWritten: Record<string, readonly string[]> = {
  'function staffPath(': [],
  'function me(': [],
  'function isEmployed(': ['staff', 'policies'],
  'function isActiveStaff(': [],
  'function isWorkingAt(': [],
  'function isWorking(': [],
  'function concernsMe(': [],
  'function subjectConcernsMe(': [],
  'function isBounded(': [],
  'match /complaints/': ['complaints', 'private/contact', 'contactViews', 'complaints/journal', 'messages', 'complaints/attachments'],
  'match /{path=**}/messages/': ['messages'],
  'function looksAfterMessages(': ['messages', 'outreachPauses', 'outreachLetters'],
  'match /outreachPauses/': ['outreachPauses'],
  'match /outreachLetters/': ['outreachLetters'],
  'match /status/': ['status', 'replies'],
  'match /staff/': ['staff'],
  'match /units/': ['units'],
  'match /directories/': ['directories'],
  'match /regions/': ['regions'],
  'match /policies/': ['policies'],
  'match /calendar/': ['calendar'],
  'match /policyChanges/': ['policyChanges'],
  'match /changes/': ['changes'],
  'function mayReadPolicyChanges(': ['policyChanges', 'changes'],
  'match /boards/': ['boards'],
  'function mayReadBoards(': ['boards'],
  'match /preferences/': ['preferences'],
  'function watchesOverPersonalData(': ['lookups'],
  'match /lookups/': ['lookups'],
  'match /lookupCounts/': ['lookupCounts'],
  'match /contactCounts/': ['contactCounts'],
  'match /doubtfulReplies/': ['doubtfulReplies'],
  'match /inbox/': ['inbox'],
  'function isDeviceId(': [],
  'function isWhole(': [],
  'function isEntryOfMine(': ['refunds/journal', 'complaints/journal'],
  'function isNewEntry(': ['refunds/journal', 'complaints/journal'],
  'function isRequestedByMe(': ['refunds', 'closures', 'assists'],
  'match /refunds/': ['refunds', 'refunds/journal'],
  'match /closures/': ['closures', 'closures/journal'],
  'match /assists/': ['assists', 'assists/journal'],
  'function isNewAttachment(': ['complaints/attachments'],
  'match /closureStatus/': ['closureStatus'],
  'function mayReadBooks(': ['ledger'],
  'match /ledger/': ['ledger'],
  'match /reconciliations/': ['reconciliations'],
  'match /exports/': ['exports'],
};

const collectionsAbout: Record<string, readonly string[]> = {
  Refund: ['refunds', 'refunds/journal'],
  Closure: ['closures', 'closures/journal'],
  Assist: ['assists', 'assists/journal'],
};

/** What `npm run rules` has written about refunds, closures and assists. */
function writtenBlocks(rulesText: string): Record<string, readonly string[]> {
  const written = [...rulesText.matchAll(/^ {4}(function (?:is|are)(?:New)?(Refund|Closure|Assist)\w*\()/gm)];
  return Object.fromEntries(written.map(([, block = '', about]) => [block, collectionsAbout[about ?? ''] ?? []]));
}
