/** Links and buttons that download look the same. */
export const downloadLink = "no-print prose-link flex min-h-11 w-fit items-center gap-2 text-sm";
