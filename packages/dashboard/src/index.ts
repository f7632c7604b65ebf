export { contentSecurityPolicy } from "./content-security-policy.ts";
export { type DashboardFile, dashboardFiles } from "./dashboard-files.ts";
