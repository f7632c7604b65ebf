/** In every key and every message text of the run, so that an answer which shows one is noticed. */
export const keyMark = "Zq7KeyMark";
export const textMark = "Zq7TextMark";

export const key = `gcm_test_${keyMark}`;
/** Of an account that may send nothing, so that its endpoints are never called. */
export const quietKey = `gcm_test_quiet${keyMark}`;
