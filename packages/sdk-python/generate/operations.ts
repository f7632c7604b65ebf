import type { OperationModel, SdkModel } from "@getclickmedia/sms-sdk-model";
import { header } from "./header.ts";
import { pythonText } from "./python-literal.ts";
import { constantName, methodName } from "./python-name.ts";

/** Writes how each operation is called, and what it answers. */
export function operations(model: SdkModel): string {
  const names = model.operations.map(({ id }) => `    ${constantName(id)},\n`);
  const classes = [...new Set(model.operations.map(({ response }) => `    ${response},\n`))];
  return `${header("How the operations of the API are called.")}
from typing import Any

from .._operation import Operation
from .answers import (
${classes.toSorted().join("")})

${model.operations.map(operation).join("")}
OPERATIONS: list[Operation[Any]] = [
${names.join("")}]
"""All of them."""
`;
}

function operation({ id, method, path, response, proof }: OperationModel): string {
  return `${constantName(id)} = Operation(
    id=${pythonText(id)},
    name=${pythonText(methodName(id))},
    method=${pythonText(method)},
    path=${pythonText(path)},
    answer=${response},
    proof=${proof ? pythonText(proof) : "None"},
)
`;
}
