import type { InvitationView } from "@/lib/data/invitation-answers";

export type OpenInvitation = Extract<InvitationView, { state: "open" }>;
export type InvitationProps = { token: string; invitation: OpenInvitation };
