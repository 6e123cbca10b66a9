/** The version of the text in messages `consent.processing.*`: raise it when the text changes in meaning. */
export const processingTextVersion = "2026-11";
