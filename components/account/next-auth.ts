/** next-auth's own script, loaded when somebody signs in or out: most visits never need it. */
export const nextAuth = () => import("next-auth/react");
