/** Carries "other people use this device" to Google and back. Set by the page: it can only make a session shorter. */
export const sharedThroughGoogle = "shared-sign-in";
