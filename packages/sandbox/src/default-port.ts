/** Where the sandbox listens unless told otherwise. */
export const defaultPort = 4020;
