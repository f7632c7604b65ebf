// The site generator reports its use unless it is told not to before it is loaded.
process.env.ASTRO_TELEMETRY_DISABLED = "1";
