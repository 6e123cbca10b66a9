/** Words that a form is handed as they stand: the pages that anybody opens bring along nothing that puts messages together. */
export type Words<Key extends string> = Readonly<Record<Key, string>>;
