/** A draft is one person's about one other: on a shared device, and in one coach's hands, drafts never cross people. */
export const draftOwner = (userId: string, athleteId: string): string => `${userId}:of:${athleteId}`;
