/** What a page is sent at most: Next takes a server action's MiB and the import a piece of one. Beyond that nothing is read. */
export const longestBody = 1100 * 1024;
/** What the sign-in is sent at most: an address, a password, a passkey's answer. */
export const longestSignIn = 64 * 1024;
