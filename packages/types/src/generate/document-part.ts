/** A schema, parameter, header, response or operation: what a doc comment can be made of. */
export interface DocumentPart {
  $ref?: string;
  /** Where a parameter belongs, and what it is called there. */
  in?: string;
  name?: string;
  schema?: DocumentPart;
  items?: DocumentPart;
  properties?: Record<string, DocumentPart>;
  title?: string;
  summary?: string;
  description?: string;
  deprecated?: boolean;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  default?: unknown;
  example?: unknown;
  /** A list in a schema; by name in a parameter. */
  examples?: unknown[] | Record<string, { value?: unknown }>;
  "x-extensible-enum"?: Record<string, KnownValue>;
  "x-enumDescriptions"?: Record<string, string>;
  "x-gcm-error-code"?: string;
  "x-gcm-origin"?: string;
  "x-gcm-reason"?: string;
}

export interface KnownValue {
  description?: string;
  "x-gcm-origin"?: string;
}

/** The part together with what it refers to, or with its schema. Its own words come first. */
export function resolve(part: DocumentPart, document: object): DocumentPart {
  const target = part.$ref === undefined ? part.schema : referred(part.$ref, document);
  return target ? { ...resolve(target, document), ...part } : part;
}

function referred(ref: string, document: object): DocumentPart {
  const target = ref
    .split("/")
    .slice(1)
    .reduce<unknown>((parent, name) => (parent as Record<string, unknown>)?.[name], document);
  if (!target) throw new Error(`The bundle has nothing at ${ref}.`);
  return target;
}
