// The GSM 7-bit default alphabet and its extension table, 3GPP TS 23.038, sections 6.2.1 and 6.2.1.1.

/** Whether a text has anything that GSM-7 cannot carry. */
export const anyNotGsm7 = /[^\n\r\f -_a-~¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ€]/;

/** All of it; a character beyond 16 bits is one match, which makes it four times slower. */
export const notGsm7: RegExp = /* @__PURE__ */ new RegExp(anyNotGsm7.source, "gu");

/** Every character of the extension table. It is sent as an escape and a second septet. */
export const extension = /[\f[-^{-~€]/g;
