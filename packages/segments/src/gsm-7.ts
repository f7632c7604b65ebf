// The GSM 7-bit default alphabet and its extension table, 3GPP TS 23.038, sections 6.2.1 and 6.2.1.1.

/** Every character that GSM-7 cannot carry; a character beyond 16 bits is one match. */
export const notGsm7 = /[^\n\r\f -_a-~¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ€]/gu;

/** Every character of the extension table. It is sent as an escape and a second septet. */
export const extension = /[\f[-^{-~€]/g;
