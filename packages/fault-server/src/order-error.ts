/** An order that cannot be carried out. Its message says why and what to do. */
export class OrderError extends Error {}
