import type { NewTemplate } from "../accounts/new-account.ts";
import type { Template } from "../registry.ts";
import { type ControlOperation, missing, noContent, ok } from "./operation.ts";

export const dltOperations: Record<string, ControlOperation> = {
  listHeaders: async ({ core, account }) =>
    ok({ headers: core.registry.list("header", account.number) }),

  putHeader: async ({ core, account, request }) => {
    const { senderId = "" } = request.pathParameters;
    const value = { senderId, approved: true, ...(request.body as { approved?: boolean }) };
    await core.registry.change([{ kind: "header", account: account.number, id: senderId, value }]);
    core.changes.note("headers");
    return ok(value);
  },

  deleteHeader: async ({ core, account, request }) => {
    const { senderId = "" } = request.pathParameters;
    if (!core.registry.get("header", account.number, senderId))
      return missing(core, `header ${senderId}`);
    await core.registry.change([
      { kind: "header", account: account.number, id: senderId, value: undefined },
    ]);
    core.changes.note("headers");
    return noContent;
  },

  listTemplates: async ({ core, account }) =>
    ok({ templates: core.registry.list("template", account.number) }),

  putTemplate: async ({ core, account, request }) => {
    const { templateId = "" } = request.pathParameters;
    const value: Template = {
      templateId,
      approved: true,
      ...(request.body as Omit<NewTemplate, "templateId">),
    };
    if (!core.messageTypes.includes(value.type))
      return core.fault(
        "INVALID_REQUEST",
        `The field type must be one of ${core.messageTypes.join(", ")}.`,
      );
    const problem = core.dlt.problemOf(value.text, core.clock.now());
    if (problem) return core.fault("INVALID_REQUEST", `The field text is not valid. ${problem}`);
    await core.registry.change([
      { kind: "template", account: account.number, id: templateId, value },
    ]);
    core.changes.note("templates");
    return ok(value);
  },

  deleteTemplate: async ({ core, account, request }) => {
    const { templateId = "" } = request.pathParameters;
    if (!core.registry.get("template", account.number, templateId))
      return missing(core, `template ${templateId}`);
    await core.registry.change([
      { kind: "template", account: account.number, id: templateId, value: undefined },
    ]);
    core.changes.note("templates");
    return noContent;
  },
};
