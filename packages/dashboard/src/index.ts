export { contentSecurityPolicy } from "./content-security-policy.ts";
export { dashboardFiles } from "./dashboard-files.ts";
