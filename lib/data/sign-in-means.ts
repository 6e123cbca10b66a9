// Plain data, without `server-only`: a session's token says it too.

/** How somebody showed who they are when their session began. */
export const signInMeans = ["password", "second factor", "passkey", "google", "sign-up"] as const;
export type SignInMeans = (typeof signInMeans)[number];
